/// The window on a document, and what is written of it.
///
/// A grammar works on the window. The bytes from `position` on are kept until more have come; a chunk is copied only
/// where bytes were left over from the one before.
final class DocumentWalk {
  typealias Visit = (borrowing DocumentValue) throws -> Replacement

  /// Bytes behind a piece that must be seen to know that it does not end there.
  private static let slack = 16

  let limits: DocumentLimits
  private(set) var bytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  /// Offset in the document of the window's first byte.
  private(set) var offset: Int64 = 0
  private(set) var isLast = false
  /// Where the grammar goes on.
  var position = 0
  /// The value at `position` is being handed over in pieces.
  private(set) var isInPieces = false
  /// Columns a line of a YAML block is indented by.
  var blockIndent = 0

  private(set) var fallbacks: [DocumentFallback] = []
  private(set) var fallbackCount = 0

  private let grammar: any Grammar
  private let text = TextGrammar()
  private enum Mode { case format, line, text }
  private var mode = Mode.format

  private var visit: Visit?
  private let output: ((UnsafeBufferPointer<UInt8>) throws -> Void)?
  /// The window's bytes before it are written.
  private var written = 0
  private var pending: [UInt8] = []
  /// Not to be looked at before there are so many: a long value is not searched anew with every small chunk.
  private var wanted = 0
  private var decoded: [UInt8] = []
  private var encoded: [UInt8] = []

  init(
    _ grammar: any Grammar, limits: DocumentLimits,
    output: ((UnsafeBufferPointer<UInt8>) throws -> Void)?
  ) {
    self.grammar = grammar
    self.limits = limits
    self.output = output
  }

  func feed(
    _ chunk: UnsafeBufferPointer<UInt8>, isLast: Bool,
    _ visit: Visit
  ) throws {
    try withoutActuallyEscaping(visit) { visit in
      self.visit = visit
      defer { self.visit = nil }
      self.isLast = isLast
      guard !pending.isEmpty else {
        let rest = try pass(chunk)
        pending.append(contentsOf: chunk[rest...])
        return
      }
      pending.append(contentsOf: chunk)
      guard isLast || pending.count >= wanted else { return }
      let rest = try pending.withUnsafeBufferPointer { try pass($0) }
      pending.removeSubrange(..<rest)
    }
  }

  /// - Returns: how many bytes are done with.
  private func pass(_ window: UnsafeBufferPointer<UInt8>) throws -> Int {
    bytes = window
    position = 0
    written = 0
    defer { bytes = UnsafeBufferPointer(start: nil, count: 0) }
    try scan()
    try write(upTo: position)
    offset &+= Int64(position)
    let left = window.count &- position
    wanted = left &* 2
    return position
  }

  private func scan() throws {
    while true {
      switch mode {
      case .format:
        if let reason = try grammar.scan(self) {
          fallBack(reason)
        } else if isLast, position < bytes.count || isInPieces {
          fallBack("the document ends before it is complete")
        } else {
          return
        }
      case .line:
        let limit = bytes.count
        switch try pieces(.plain, .text, key: Self.noKey, grammar: text, find: lineEnd) {
        case .more: return
        case .ended: break
        case .unterminated:
          _ = try rest(limit)
          return
        }
        mode = .format
        grammar.recover()
      case .text:
        _ = try text.scan(self)
        return
      }
    }
  }

  private func fallBack(_ reason: StaticString) {
    isInPieces = false
    fallbackCount += 1
    let isLine = grammar.recoversByLine
    if fallbacks.count < limits.keptFallbacks {
      fallbacks.append(
        DocumentFallback(
          offset: offset &+ Int64(position), reason: "\(reason)", isLine: isLine))
    }
    mode = isLine ? .line : .text
  }

  private func lineEnd(_ start: Int, _ limit: Int) -> Int? {
    bytes.first(ASCII.lineFeed, from: start, to: min(limit &+ 1, bytes.count))
  }

  static var noKey: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: nil, count: 0) }

  // MARK: Values

  /// Visits a whole value, written in the window's bytes of a range.
  ///
  /// Not inlined: the optimizer of Swift 6.3.1 fails on that.
  @inline(never)
  func value(
    _ start: Int, _ end: Int, _ encoding: ValueEncoding, _ kind: DocumentValue.Kind,
    hasEscapes: Bool, key: UnsafeBufferPointer<UInt8>, grammar: any Grammar
  ) throws {
    if hasEscapes {
      try visitDecoded(start, end, encoding, kind, .whole, key, grammar)
      return
    }
    let raw = UnsafeBufferPointer(rebasing: bytes[start..<end])
    guard let visit else { return }
    let answer = try visit(
      DocumentValue(
        bytes: raw, kind: kind, part: .whole, offset: offset &+ Int64(start), raw: raw,
        encoding: encoding, grammar: grammar, blockIndent: blockIndent, keyBytes: key))
    if case .keep = answer { return }
    try settle(answer, raw, start, end, encoding, isPiece: false)
  }

  private func visitDecoded(
    _ start: Int, _ end: Int, _ encoding: ValueEncoding, _ kind: DocumentValue.Kind,
    _ part: DocumentValue.Part, _ key: UnsafeBufferPointer<UInt8>, _ grammar: any Grammar
  ) throws {
    let raw = UnsafeBufferPointer(rebasing: bytes[start..<end])
    var buffer = decoded
    decoded = []
    defer { decoded = buffer }
    buffer.removeAll(keepingCapacity: true)
    encoding.decode(raw, blockIndent: blockIndent, into: &buffer)
    guard let visit else { return }
    try buffer.withUnsafeBufferPointer { decoded in
      let answer = try visit(
        DocumentValue(
          bytes: decoded, kind: kind, part: part, offset: offset &+ Int64(start), raw: raw,
          encoding: encoding, grammar: grammar, blockIndent: blockIndent, keyBytes: key))
      try settle(answer, decoded, start, end, encoding, isPiece: part != .whole)
    }
  }

  /// Position of the byte behind what is done.
  private var settledEnd = 0

  private func settle(
    _ answer: Replacement, _ decoded: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int,
    _ encoding: ValueEncoding, isPiece: Bool
  ) throws {
    settledEnd = end
    switch answer {
    case .keep: return
    case .replace(let new):
      try splice(new, start, end, encoding, isPiece: isPiece)
    case .front(let count, let new):
      let isEnough = count >= decoded.count / 2 && count < decoded.count
      if isPiece, isEnough {
        settledEnd =
          start
          &+ encoding.rawIndex(
            of: count, in: UnsafeBufferPointer(rebasing: bytes[start..<end]),
            blockIndent: blockIndent)
        if settledEnd <= start { settledEnd = end }
      }
      if let new {
        // Behind the front of a whole value the rest stays as it is.
        let rest = settledEnd == end ? Array(decoded[min(max(0, count), decoded.count)...]) : []
        try splice(new + rest, start, settledEnd, encoding, isPiece: isPiece)
      }
    }
  }

  private func splice(
    _ new: [UInt8], _ start: Int, _ end: Int, _ encoding: ValueEncoding, isPiece: Bool
  ) throws {
    guard let output else { return }
    try write(upTo: start)
    encoded.removeAll(keepingCapacity: true)
    encoding.encode(
      new, replacing: UnsafeBufferPointer(rebasing: bytes[start..<end]), isPiece: isPiece,
      blockIndent: blockIndent, into: &encoded)
    try encoded.withUnsafeBufferPointer { if !$0.isEmpty { try output($0) } }
    written = end
  }

  private func write(upTo end: Int) throws {
    guard let output, end > written else { return }
    try output(UnsafeBufferPointer(rebasing: bytes[written..<end]))
    written = end
  }

  // MARK: Pieces

  enum Pieces {
    /// `position` is where the value ends.
    case ended
    case more
    /// The document ends within the value; `position` is where what was not handed over begins.
    case unterminated
  }

  /// Hands over the value that begins at `position`: whole, or in pieces where it is long.
  ///
  /// - Parameter find: the end of the value at or after its first argument and at most its second; nil where there is
  ///   none, or it can't be told yet.
  func pieces(
    _ encoding: ValueEncoding, _ kind: DocumentValue.Kind, key: UnsafeBufferPointer<UInt8>,
    grammar: any Grammar, find: (Int, Int) -> Int?
  ) throws -> Pieces {
    while true {
      let start = position
      if let end = find(start, start &+ limits.pieceSize), end <= start &+ limits.pieceSize {
        let part: DocumentValue.Part = isInPieces ? .lastPiece : .whole
        if isInPieces || end > start {
          try visitDecoded(start, end, encoding, kind, part, key, grammar)
        }
        isInPieces = false
        position = end
        return .ended
      }
      let available = bytes.count &- start
      if available < limits.pieceSize &+ Self.slack {
        if !isLast { return .more }
        if available <= limits.pieceSize { return .unterminated }
      }
      try piece(start, encoding, kind, key, grammar)
    }
  }

  private func piece(
    _ start: Int, _ encoding: ValueEncoding, _ kind: DocumentValue.Kind,
    _ key: UnsafeBufferPointer<UInt8>, _ grammar: any Grammar
  ) throws {
    let most = UnsafeBufferPointer(rebasing: bytes[start..<(start &+ limits.pieceSize)])
    let count = encoding.wholeUnits(in: most, blockIndent: blockIndent)
    try visitDecoded(start, start &+ count, encoding, kind, .piece, key, grammar)
    isInPieces = true
    position = settledEnd
  }

  /// Hands over what is left of the window as the last of a value.
  func rest(_ end: Int, _ kind: DocumentValue.Kind = .text) throws -> Bool {
    guard end > position || isInPieces else { return false }
    let part: DocumentValue.Part = isInPieces ? .lastPiece : .whole
    try visitDecoded(position, end, .plain, kind, part, Self.noKey, text)
    isInPieces = false
    position = end
    return true
  }
}
