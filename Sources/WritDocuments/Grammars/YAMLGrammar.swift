/// YAML (1.2) by its lines: block and flow collections, plain, quoted and block scalars, comments.
///
/// It finds scalars and their keys and judges nothing else: what is odd on a line is handed over as text, and the next
/// line is read as YAML again. Anchors, tags and aliases stay as they are and are not values. A folded block (`>`) is
/// handed over with its line breaks; a key written behind `?` is a value.
final class YAMLGrammar: Grammar {
  private enum State {
    case line, node, behind, flow, comment, plain, quoted, blockStart, block, oddity
  }

  private enum Step {
    case done
    case more
    case broken(StaticString)
  }

  /// Bytes an implicit key may be long, and what else has to be seen at once (YAML 1.2, 7.4).
  private static let longestKey = 1024
  /// Bytes behind a piece that are looked at to tell whether it ends.
  private static let slack = 16

  private let depthLimit: Int
  private var keys = KeyStack()
  private var state = State.line
  private var column = 0
  private var flowDepth = 0
  private var quote = ASCII.quote
  private var explicitIndent: Int?
  private var isAtStart = true

  init(depthLimit: Int) { self.depthLimit = depthLimit }

  var path: String { "$\(keys.path)" }

  func scan(_ walk: DocumentWalk) throws -> StaticString? {
    if isAtStart {
      guard walk.bytes.count >= 3 || walk.isLast else { return nil }
      isAtStart = false
      if walk.bytes.has("\u{FEFF}", at: 0) { walk.position = 3 }
    }
    var last = -1
    var idle = 0
    reading: while walk.position < walk.bytes.count {
      idle = walk.position == last ? idle &+ 1 : 0
      last = walk.position
      guard idle < 8 else { return "it can't be told what begins here" }
      let step =
        switch state {
        case .line: line(walk)
        case .node: try node(walk)
        case .behind: behind(walk)
        case .flow: try flow(walk)
        case .comment, .oddity: try comment(walk)
        case .plain: try plain(walk)
        case .quoted: try quoted(walk)
        case .blockStart: blockStart(walk)
        case .block: try block(walk)
        }
      switch step {
      case .done: continue
      case .more: break reading
      case .broken(let reason): return reason
      }
    }
    return walk.isLast && (flowDepth > 0 || state == .quoted)
      ? "a list, a mapping or a quoted text is not closed" : nil
  }

  // MARK: Lines

  private func line(_ walk: DocumentWalk) -> Step {
    let bytes = walk.bytes
    var end = walk.position
    while end < bytes.count, ASCII.isBlank(bytes[end]) { end &+= 1 }
    guard end &- walk.position <= walk.limits.pieceSize else {
      return .broken("a line is indented too far")
    }
    guard bytes.count &- end >= 4 || walk.isLast else { return .more }
    column = end &- walk.position
    let isMark = bytes.has("---", at: end) || bytes.has("...", at: end)
    walk.position = end
    if column == 0, isMark, end &+ 3 >= bytes.count || ASCII.isSpace(bytes[end &+ 3]) {
      keys.removeAll()
      walk.position = end &+ 3
      column = 3
      state = .node
    } else if column == 0, bytes.at(end) == UInt8(ascii: "%") {
      state = .comment
    } else {
      state = .node
    }
    return .done
  }

  /// Where a scalar, a key or an entry of a list begins.
  private func node(_ walk: DocumentWalk) throws -> Step {
    let bytes = walk.bytes
    let start = walk.position
    let next = bytes.at(start &+ 1)
    let isAlone = ASCII.isSpace(next) || start &+ 1 == bytes.count
    guard bytes.count &- start >= 2 || walk.isLast else { return .more }
    switch bytes[start] {
    case ASCII.space, ASCII.tab: step(walk, 1)
    case ASCII.carriageReturn: step(walk, 1)
    case ASCII.lineFeed:
      walk.position &+= 1
      state = .line
    case ASCII.hash:
      walk.position &+= 1
      state = .comment
    case ASCII.minus where isAlone:
      guard enterList() else { return .broken("it is nested too deeply") }
      step(walk, 1)
    case UInt8(ascii: "?") where isAlone, ASCII.colon where isAlone: step(walk, 1)
    case ASCII.ampersand, UInt8(ascii: "!"), UInt8(ascii: "*"): return mark(walk)
    case ASCII.quote, ASCII.apostrophe: return try openQuote(walk)
    case UInt8(ascii: "|"), ASCII.greater: return blockHeader(walk)
    case ASCII.openBracket, ASCII.openBrace: return openFlow(walk)
    default: return try blockPlain(walk)
    }
    return .done
  }

  private func step(_ walk: DocumentWalk, _ count: Int) {
    walk.position &+= count
    column &+= count
  }

  /// Goes past an anchor, a tag or an alias.
  private func mark(_ walk: DocumentWalk) -> Step {
    let bytes = walk.bytes
    var end = walk.position
    while end < bytes.count, !ASCII.isSpace(bytes[end]), end &- walk.position <= Self.longestKey {
      if flowDepth > 0, ",]}".utf8.contains(bytes[end]) { break }
      end &+= 1
    }
    if end == bytes.count, !walk.isLast { return .more }
    guard end &- walk.position <= Self.longestKey else {
      state = flowDepth > 0 ? .plain : .oddity
      return .done
    }
    step(walk, end &- walk.position)
    return .done
  }

  /// Behind a value: the line may end in a comment.
  private func behind(_ walk: DocumentWalk) -> Step {
    let byte = walk.bytes[walk.position]
    if byte == ASCII.lineFeed {
      state = .line
    } else if byte == ASCII.hash {
      state = .comment
    } else if !ASCII.isSpace(byte) {
      state = .oddity
      return .done
    }
    walk.position &+= 1
    return .done
  }

  private func comment(_ walk: DocumentWalk) throws -> Step {
    let bytes = walk.bytes
    let isLast = walk.isLast
    let found = try walk.pieces(
      .yamlComment, state == .oddity ? .text : .comment, key: keys.key, grammar: self
    ) { start, limit in
      guard let end = bytes.first(ASCII.lineFeed, from: start, to: limit &+ 1) else {
        return isLast && bytes.count <= limit ? bytes.count : nil
      }
      return end > start && bytes[end &- 1] == ASCII.carriageReturn ? end &- 1 : end
    }
    guard found == .ended else { return .more }
    state = flowDepth > 0 ? .flow : .behind
    return .done
  }

  // MARK: Keys

  private func enterKey(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    if flowDepth == 0 {
      while keys.depth > 0, keys.column > column || keys.column == column && keys.isList {
        keys.pop()
      }
      if keys.depth == 0 || keys.column != column {
        guard keys.depth < depthLimit else { return false }
        keys.push(isList: false, column: column)
      }
    }
    keys.name(name)
    return true
  }

  private func enterList() -> Bool {
    while keys.depth > 0, keys.column > column { keys.pop() }
    if keys.depth == 0 || keys.column != column || !keys.isList {
      guard keys.depth < depthLimit else { return false }
      keys.push(isList: true, column: column)
    }
    keys.advance()
    return true
  }

  private func visitKey(
    _ walk: DocumentWalk, _ start: Int, _ end: Int, _ encoding: ValueEncoding
  ) throws -> Bool {
    let raw = UnsafeBufferPointer(rebasing: walk.bytes[start..<end])
    var name: [UInt8] = []
    encoding.decode(raw, blockIndent: 0, into: &name)
    guard name.withUnsafeBufferPointer({ enterKey($0) }) else { return false }
    try walk.value(
      start, end, encoding, .name, hasEscapes: name.count != raw.count, key: keys.outerKey,
      grammar: self)
    return true
  }

  // MARK: Plain scalars

  /// A plain scalar, or the key that it turns out to be.
  private func blockPlain(_ walk: DocumentWalk) throws -> Step {
    let bytes = walk.bytes
    let start = walk.position
    let horizon = start &+ Self.longestKey
    var index = start
    while index < min(bytes.count, horizon), bytes[index] != ASCII.lineFeed {
      if bytes[index] == ASCII.hash, index > start, ASCII.isBlank(bytes[index &- 1]) { break }
      if bytes[index] == ASCII.colon {
        if index &+ 1 == bytes.count, !walk.isLast { return .more }
        if index &+ 1 == bytes.count || ASCII.isSpace(bytes[index &+ 1]) {
          let end = Self.trimmed(bytes, start, index)
          guard try visitKey(walk, start, end, .yamlPlain(isFlow: false)) else {
            return .broken("it is nested too deeply")
          }
          step(walk, index &+ 1 &- start)
          return .done
        }
      }
      index &+= 1
    }
    if index == bytes.count, index < horizon, !walk.isLast { return .more }
    state = .plain
    return .done
  }

  private static func trimmed(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int {
    var end = end
    while end > start, ASCII.isSpace(bytes[end &- 1]) { end &-= 1 }
    return end
  }

  private func plain(_ walk: DocumentWalk) throws -> Step {
    let bytes = walk.bytes
    let isLast = walk.isLast
    let isFlow = flowDepth > 0
    let parent = keys.column
    let found = try walk.pieces(
      .yamlPlain(isFlow: isFlow), .value, key: keys.key, grammar: self
    ) { start, limit in
      let horizon = min(bytes.count, limit &+ Self.slack)
      let isEnd = isLast && bytes.count <= limit &+ Self.slack
      return isFlow
        ? Self.flowEnd(bytes, start, horizon, isEnd)
        : Self.plainEnd(bytes, start, horizon, isEnd, parent)
    }
    guard found == .ended else { return .more }
    state = isFlow ? .flow : .behind
    return .done
  }

  /// The end of a plain scalar: lines that are indented further belong to it.
  private static func plainEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ horizon: Int, _ isEnd: Bool, _ parent: Int
  ) -> Int? {
    var index = start
    while index < horizon {
      if bytes[index] == ASCII.hash, index > start, ASCII.isSpace(bytes[index &- 1]) {
        return trimmed(bytes, start, index)
      }
      guard bytes[index] == ASCII.lineFeed else {
        index &+= 1
        continue
      }
      var next = index
      var indent = 0
      while next < horizon, ASCII.isSpace(bytes[next]) {
        indent = bytes[next] == ASCII.lineFeed ? 0 : indent &+ 1
        next &+= 1
      }
      guard next < horizon else { break }
      guard indent > parent, bytes[next] != ASCII.hash else { return trimmed(bytes, start, index) }
      var end = next
      while end < horizon, bytes[end] != ASCII.lineFeed, end &- next <= longestKey {
        // A key, a list or another document: the scalar was one line.
        if bytes[end] == ASCII.colon, end &+ 1 < horizon, ASCII.isSpace(bytes[end &+ 1]) {
          return trimmed(bytes, start, index)
        }
        end &+= 1
      }
      if end == horizon, !isEnd { return nil }
      let isEntry = bytes[next] == ASCII.minus && ASCII.isSpace(bytes.at(next &+ 1))
      let isMark = indent == 0 && (bytes.has("---", at: next) || bytes.has("...", at: next))
      if isEntry || isMark || bytes.at(end) == ASCII.colon
        || end == horizon && bytes[end &- 1] == ASCII.colon
      {
        return trimmed(bytes, start, index)
      }
      index = next
    }
    return isEnd ? trimmed(bytes, start, bytes.count) : nil
  }

  /// The end of a plain scalar within brackets.
  private static func flowEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ horizon: Int, _ isEnd: Bool
  ) -> Int? {
    var index = start
    while index < horizon {
      switch bytes[index] {
      case ASCII.comma, ASCII.openBracket, ASCII.closeBracket, ASCII.openBrace, ASCII.closeBrace:
        return trimmed(bytes, start, index)
      case ASCII.colon:
        guard index &+ 1 < horizon else { return isEnd ? index : nil }
        let next = bytes[index &+ 1]
        if ASCII.isSpace(next) || ",[]{}".utf8.contains(next) {
          return trimmed(bytes, start, index)
        }
      case ASCII.hash where index > start && ASCII.isSpace(bytes[index &- 1]):
        return trimmed(bytes, start, index)
      default: break
      }
      index &+= 1
    }
    return isEnd ? trimmed(bytes, start, bytes.count) : nil
  }

  // MARK: Quoted scalars

  private static func closingQuote(
    _ bytes: UnsafeBufferPointer<UInt8>, _ quote: UInt8, _ start: Int, _ limit: Int, _ isLast: Bool
  ) -> Int? {
    let escape = quote == ASCII.quote ? ASCII.backslash : quote
    let end = min(bytes.count, limit &+ 1)
    var index = start
    while let found = bytes.first(quote, escape, from: index, to: end) {
      if quote == ASCII.quote {
        if bytes[found] == quote { return found }
      } else {
        if found &+ 1 == bytes.count { return isLast ? found : nil }
        if bytes[found &+ 1] != quote { return found }
      }
      index = found &+ 2
    }
    return nil
  }

  private func openQuote(_ walk: DocumentWalk) throws -> Step {
    let bytes = walk.bytes
    quote = bytes[walk.position]
    let start = walk.position &+ 1
    let found = Self.closingQuote(bytes, quote, start, start &+ Self.longestKey, walk.isLast)
    if let end = found {
      var next = end &+ 1
      while next < bytes.count, ASCII.isBlank(bytes[next]), next &- end <= 64 { next &+= 1 }
      guard next &+ 1 < bytes.count || walk.isLast else { return .more }
      let isKey =
        bytes.at(next) == ASCII.colon
        && (flowDepth > 0 || next &+ 1 >= bytes.count || ASCII.isSpace(bytes[next &+ 1]))
      if isKey {
        let encoding: ValueEncoding = quote == ASCII.quote ? .yamlDouble : .yamlSingle
        guard try visitKey(walk, start, end, encoding) else {
          return .broken("it is nested too deeply")
        }
        step(walk, next &+ 1 &- walk.position)
        return .done
      }
    } else if !walk.isLast, bytes.count &- start <= Self.longestKey &+ 2 {
      return .more
    }
    walk.blockIndent = max(0, keys.column) &+ 1
    if flowDepth > 0, keys.isList { keys.advance() }
    walk.position = start
    state = .quoted
    return .done
  }

  private func quoted(_ walk: DocumentWalk) throws -> Step {
    let bytes = walk.bytes
    let isLast = walk.isLast
    let quote = quote
    let found = try walk.pieces(
      quote == ASCII.quote ? .yamlDouble : .yamlSingle, .value, key: keys.key, grammar: self
    ) { start, limit in Self.closingQuote(bytes, quote, start, limit, isLast) }
    switch found {
    case .more: return .more
    case .unterminated: return .broken("a quoted text is not closed")
    case .ended:
      walk.position &+= 1
      state = flowDepth > 0 ? .flow : .behind
      return .done
    }
  }

  // MARK: Flow collections

  private func openFlow(_ walk: DocumentWalk) -> Step {
    guard flowDepth < depthLimit, keys.depth < depthLimit &* 2 else {
      return .broken("it is nested too deeply")
    }
    if flowDepth > 0, keys.isList { keys.advance() }
    // Whatever the column of the next key, it is outside.
    keys.push(isList: walk.bytes[walk.position] == ASCII.openBracket, column: 1 << 20)
    flowDepth &+= 1
    walk.position &+= 1
    state = .flow
    return .done
  }

  private func flow(_ walk: DocumentWalk) throws -> Step {
    let bytes = walk.bytes
    let start = walk.position
    guard bytes.count &- start >= 2 || walk.isLast else { return .more }
    switch bytes[start] {
    case ASCII.space, ASCII.tab, ASCII.carriageReturn, ASCII.lineFeed, ASCII.comma:
      walk.position &+= 1
    case ASCII.hash:
      walk.position &+= 1
      state = .comment
    case ASCII.closeBracket, ASCII.closeBrace:
      walk.position &+= 1
      keys.pop()
      flowDepth &-= 1
      if flowDepth == 0 { state = .behind }
    case ASCII.openBracket, ASCII.openBrace: return openFlow(walk)
    case ASCII.quote, ASCII.apostrophe: return try openQuote(walk)
    case ASCII.ampersand, UInt8(ascii: "!"), UInt8(ascii: "*"): return mark(walk)
    case ASCII.colon, UInt8(ascii: "?"):
      if start &+ 1 == bytes.count || ASCII.isSpace(bytes[start &+ 1])
        || ",[]{}".utf8.contains(bytes.at(start &+ 1))
      {
        walk.position &+= 1
      } else {
        return try flowPlain(walk)
      }
    default: return try flowPlain(walk)
    }
    return .done
  }

  private func flowPlain(_ walk: DocumentWalk) throws -> Step {
    let bytes = walk.bytes
    let start = walk.position
    let horizon = min(bytes.count, start &+ Self.longestKey)
    let isEnd = walk.isLast && horizon == bytes.count
    if let end = Self.flowEnd(bytes, start, horizon, isEnd) {
      var next = end
      while next < bytes.count, ASCII.isSpace(bytes[next]), next &- end <= 64 { next &+= 1 }
      guard next < bytes.count || walk.isLast else { return .more }
      if bytes.at(next) == ASCII.colon, end > start {
        guard try visitKey(walk, start, end, .yamlPlain(isFlow: true)) else {
          return .broken("it is nested too deeply")
        }
        walk.position = next &+ 1
        return .done
      }
    } else if !walk.isLast, bytes.count &- start <= Self.longestKey {
      return .more
    }
    if keys.isList { keys.advance() }
    state = .plain
    return .done
  }

  // MARK: Block scalars

  private func blockHeader(_ walk: DocumentWalk) -> Step {
    let bytes = walk.bytes
    let start = walk.position
    var end = start &+ 1
    explicitIndent = nil
    while end < bytes.count, end &- start < 4 {
      let byte = bytes[end]
      guard ASCII.isDigit(byte) || byte == ASCII.minus || byte == UInt8(ascii: "+") else { break }
      if ASCII.isDigit(byte) { explicitIndent = max(0, keys.column) &+ Int(byte &- 0x30) }
      end &+= 1
    }
    if end == bytes.count, !walk.isLast { return .more }
    guard end == bytes.count || ASCII.isSpace(bytes[end]) else {
      state = .plain
      return .done
    }
    // A comment may follow; the lines come behind it.
    guard let feed = bytes.first(ASCII.lineFeed, from: end, to: end &+ Self.longestKey) else {
      if !walk.isLast, bytes.count &- end < Self.longestKey { return .more }
      state = .oddity
      return .done
    }
    guard Self.trimmed(bytes, end, feed) == end else {
      state = .oddity
      return .done
    }
    walk.position = feed &+ 1
    state = .blockStart
    return .done
  }

  private func blockStart(_ walk: DocumentWalk) -> Step {
    let bytes = walk.bytes
    let start = walk.position
    var end = start
    while end < bytes.count, bytes[end] == ASCII.space { end &+= 1 }
    if end == bytes.count, !walk.isLast, end &- start < walk.limits.pieceSize { return .more }
    let byte = bytes.at(end)
    if byte == ASCII.lineFeed || byte == ASCII.carriageReturn {
      walk.position = end &+ 1
      return .done
    }
    let indent = explicitIndent ?? (end &- start)
    guard end &- start >= indent, indent > keys.column else {
      state = .line
      return .done
    }
    walk.blockIndent = indent
    walk.position = start &+ indent
    state = .block
    return .done
  }

  private func block(_ walk: DocumentWalk) throws -> Step {
    let bytes = walk.bytes
    let isLast = walk.isLast
    let indent = walk.blockIndent
    let found = try walk.pieces(.yamlBlock, .value, key: keys.key, grammar: self) { start, limit in
      let horizon = min(bytes.count, limit &+ Self.slack)
      let isEnd = isLast && bytes.count <= limit &+ Self.slack
      return Self.blockEnd(bytes, start, horizon, isEnd, indent)
    }
    guard found == .ended else { return .more }
    state = .line
    if walk.position < bytes.count { walk.position &+= 1 }
    return .done
  }

  /// The line feed behind which a line is indented less.
  private static func blockEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ horizon: Int, _ isEnd: Bool, _ indent: Int
  ) -> Int? {
    var index = start
    while let feed = bytes.first(ASCII.lineFeed, from: index, to: horizon) {
      var next = feed
      var spaces = 0
      while next < horizon, ASCII.isSpace(bytes[next]), bytes[next] != ASCII.tab {
        spaces = bytes[next] == ASCII.lineFeed ? 0 : spaces &+ 1
        next &+= 1
      }
      guard next < horizon else { return isEnd ? feed : nil }
      if spaces < indent { return feed }
      index = next
    }
    return isEnd ? bytes.count : nil
  }
}
