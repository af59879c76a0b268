/// JSON (RFC 8259), one document or many one after another; NDJSON where each has its line.
///
/// Bytes in strings are taken as they come: ones that are not UTF-8, or that RFC 8259 wants escaped, are no reason to
/// stop looking at values.
final class JSONGrammar: Grammar {
  private enum State: UInt8 {
    case value, valueOrEnd, nameOrEnd, name, colon, commaOrEnd
  }

  /// Inside of which string the walk is, when its pieces are handed over.
  private enum Open: UInt8 { case none, name, value }

  private let isLines: Bool
  private let depthLimit: Int
  private var state = State.value
  private var open = Open.none
  private var keys = KeyStack()
  private var line = 1
  private var isAtStart = true

  init(isLines: Bool, depthLimit: Int) {
    self.isLines = isLines
    self.depthLimit = depthLimit
  }

  var recoversByLine: Bool { isLines }

  func recover() {
    keys.removeAll()
    state = .value
    open = .none
  }

  var path: String { isLines ? "line \(line), $\(keys.path)" : "$\(keys.path)" }

  func scan(_ walk: DocumentWalk) throws -> StaticString? {
    let bytes = walk.bytes
    let limit = walk.limits.pieceSize
    var position = walk.position
    defer { walk.position = max(walk.position, position) }
    if isAtStart {
      guard bytes.count >= 3 || walk.isLast else { return nil }
      isAtStart = false
      if bytes.has("\u{FEFF}", at: 0) { position = 3 }
    }
    if open != .none {
      guard try content(walk) else { return nil }
      position = walk.position
    }
    while position < bytes.count {
      let byte = bytes[position]
      if byte <= 0x20 {
        guard ASCII.isSpace(byte) else { return "a byte is not allowed between values" }
        if byte == ASCII.lineFeed {
          if isLines, keys.depth > 0 || state != .value {
            return "a record is not complete on its line"
          }
          line &+= 1
        }
        position &+= 1
        continue
      }
      switch state {
      case .commaOrEnd:
        if byte == ASCII.comma {
          position &+= 1
          state = keys.isList ? .value : .name
        } else if byte == (keys.isList ? ASCII.closeBracket : ASCII.closeBrace) {
          position &+= 1
          close()
        } else {
          return "a comma or the end of a list or an object is missing"
        }
      case .colon:
        guard byte == ASCII.colon else { return "a colon is missing" }
        position &+= 1
        state = .value
      case .name, .nameOrEnd:
        if byte == ASCII.closeBrace, state == .nameOrEnd {
          position &+= 1
          close()
          continue
        }
        guard byte == ASCII.quote else { return "a member's name is missing" }
        if let end = Self.end(bytes, position &+ 1, limit) {
          try name(walk, position &+ 1, end)
          position = end &+ 1
          continue
        }
        if Self.isMore(walk, position, limit) { return nil }
        guard !walk.isLast || bytes.count &- position > limit else {
          return "a string is not closed"
        }
        open = .name
        walk.position = position &+ 1
        guard try content(walk) else {
          position = walk.position
          return nil
        }
        position = walk.position
      case .value, .valueOrEnd:
        switch byte {
        case ASCII.quote:
          if let end = Self.end(bytes, position &+ 1, limit) {
            let start = position &+ 1
            if isLines, bytes.first(ASCII.lineFeed, from: start, to: end) != nil {
              return "a string is not closed on its line"
            }
            if keys.isList { keys.advance() }
            try walk.value(
              start, end, .jsonString, .value,
              hasEscapes: bytes.first(ASCII.backslash, from: start, to: end) != nil,
              key: keys.key, grammar: self)
            position = end &+ 1
            state = .commaOrEnd
            if keys.depth == 0 { finish() }
            continue
          }
          if Self.isMore(walk, position, limit) { return nil }
          guard !walk.isLast || bytes.count &- position > limit else {
            return "a string is not closed"
          }
          if keys.isList { keys.advance() }
          open = .value
          walk.position = position &+ 1
          guard try content(walk) else {
            position = walk.position
            return nil
          }
          position = walk.position
        case ASCII.openBrace, ASCII.openBracket:
          guard keys.depth < depthLimit else { return "it is nested too deeply" }
          if keys.isList { keys.advance() }
          keys.push(isList: byte == ASCII.openBracket)
          state = byte == ASCII.openBracket ? .valueOrEnd : .nameOrEnd
          position &+= 1
        case ASCII.closeBracket where state == .valueOrEnd:
          position &+= 1
          close()
        default:
          var end = position
          while end < bytes.count, Self.isBare(bytes[end]) { end &+= 1 }
          let length = end &- position
          guard length > 0, length <= 1024 else { return "a value is missing" }
          if end == bytes.count, !walk.isLast { return nil }
          let isNumber = byte == ASCII.minus || ASCII.isDigit(byte)
          if !isNumber {
            guard
              bytes.has("true", at: position) && length == 4
                || bytes.has("false", at: position) && length == 5
                || bytes.has("null", at: position) && length == 4
            else { return "a value is missing" }
            if keys.isList { keys.advance() }
          } else {
            guard Self.isNumber(bytes, position, end) else { return "a number is not valid" }
            if keys.isList { keys.advance() }
            try walk.value(
              position, end, .jsonNumber, .number, hasEscapes: false, key: keys.key,
              grammar: self)
          }
          position = end
          state = .commaOrEnd
          if keys.depth == 0 { finish() }
        }
      }
    }
    let isComplete = keys.depth == 0 && state == .value
    return walk.isLast && !isComplete ? "a list or an object is not closed" : nil
  }

  private func close() {
    keys.pop()
    state = .commaOrEnd
    if keys.depth == 0 { finish() }
  }

  /// The next document may follow.
  private func finish() {
    state = .value
  }

  private func name(_ walk: DocumentWalk, _ start: Int, _ end: Int) throws {
    let bytes = walk.bytes
    let hasEscapes = bytes.first(ASCII.backslash, from: start, to: end) != nil
    let raw = UnsafeBufferPointer(rebasing: bytes[start..<end])
    setName(raw, hasEscapes: hasEscapes)
    try walk.value(
      start, end, .jsonString, .name, hasEscapes: hasEscapes, key: keys.outerKey, grammar: self)
    state = .colon
  }

  private func setName(_ raw: UnsafeBufferPointer<UInt8>, hasEscapes: Bool) {
    guard hasEscapes else {
      keys.name(raw)
      return
    }
    var buffer: [UInt8] = []
    ValueEncoding.jsonString.decode(raw, blockIndent: 0, into: &buffer)
    buffer.withUnsafeBufferPointer { keys.name($0) }
  }

  /// Goes on with a string that is long.
  ///
  /// - Returns: whether it is done.
  private func content(_ walk: DocumentWalk) throws -> Bool {
    let bytes = walk.bytes
    let isName = open == .name
    if isName, !walk.isInPieces {
      setName(
        UnsafeBufferPointer(
          rebasing: bytes[walk.position...].prefix(min(KeyStack.longest, walk.limits.pieceSize))),
        hasEscapes: false)
    }
    let key = isName ? keys.outerKey : keys.key
    let found = try walk.pieces(
      .jsonString, isName ? .name : .value, key: key, grammar: self
    ) { start, limit in Self.end(bytes, start, limit &- start) }
    guard case .ended = found else { return false }
    walk.position &+= 1
    open = .none
    state = isName ? .colon : .commaOrEnd
    if !isName, keys.depth == 0 { finish() }
    return true
  }

  private static func isMore(_ walk: DocumentWalk, _ position: Int, _ limit: Int) -> Bool {
    !walk.isLast && walk.bytes.count &- position <= limit &+ 32
  }

  /// Where the string that begins at `start` is closed, at most `limit` bytes on.
  @inline(__always)
  private static func end(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int
  ) -> Int? {
    let last = min(bytes.count, start &+ limit &+ 1)
    var index = start
    while let found = bytes.first(ASCII.quote, ASCII.backslash, from: index, to: last) {
      if bytes[found] == ASCII.quote { return found }
      index = found &+ 2
    }
    return nil
  }

  @inline(__always)
  private static func isBare(_ byte: UInt8) -> Bool {
    ASCII.isDigit(byte) || ASCII.isLetter(byte) || byte == ASCII.minus
      || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
  }

  private static func isNumber(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    var index = start
    if bytes[index] == ASCII.minus { index &+= 1 }
    let first = index
    while index < end, ASCII.isDigit(bytes[index]) { index &+= 1 }
    // A zero in front: `0123`.
    if index == first || index &- first > 1 && bytes[first] == 0x30 { return false }
    if index == end { return true }
    return JSONNumber.isValid(Array(bytes[start..<end]))
  }
}
