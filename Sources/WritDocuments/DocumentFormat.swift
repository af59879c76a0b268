/// What a document is, told from its bytes; its name decides only between formats that the bytes allow.
package enum DocumentFormat: Hashable, Sendable {
  case text, csv, json, ndjson, yaml, xml, html
  /// To be decompressed (`GzipInflater`) and recognized again.
  case gzip
  /// A zip file: `OfficeReader` tells which kind of office document, if one.
  case zip
  case pdf
  /// Not text; said by its kind: `a SQLite database`, `binary data`.
  case binary(String)
  /// Text that has to be converted to UTF-8 first: `UTF-16`.
  case otherEncoding(String)

  /// Bytes of the front that are looked at.
  package static let headSize = 64 << 10

  /// Whether a `DocumentReader` finds its values.
  package var isReadable: Bool {
    switch self {
    case .text, .csv, .json, .ndjson, .yaml, .xml, .html: true
    default: false
    }
  }

  /// What the bytes are.
  ///
  /// - Parameters:
  ///   - name: the file's name; a hint, never more.
  ///   - head: the first bytes, best `headSize` of them.
  ///   - isWhole: there are no more bytes.
  package static func recognize(
    name: String?, head: UnsafeBufferPointer<UInt8>, isWhole: Bool = false
  ) -> DocumentFormat {
    if let known = magic(head) { return known }
    if isBinary(head) { return .binary("binary data") }
    let hint = hint(name)
    var start = head.has("\u{FEFF}", at: 0) ? 3 : 0
    while start < head.count, ASCII.isSpace(head[start]) { start += 1 }
    let text = UnsafeBufferPointer(rebasing: head[start...])
    switch text.at(0) {
    case ASCII.openBrace, ASCII.openBracket:
      if let found = json(text, hint, isWhole) { return found }
    case ASCII.less:
      if let found = markup(text, hint) { return found }
    default: break
    }
    if text.isEmpty { return hint ?? .text }
    return lines(head, hint, isWhole)
  }

  func grammar(_ limits: DocumentLimits) -> any Grammar {
    switch self {
    case .csv: CSVGrammar()
    case .json: JSONGrammar(isLines: false, depthLimit: limits.depth)
    case .ndjson: JSONGrammar(isLines: true, depthLimit: limits.depth)
    case .yaml: YAMLGrammar(depthLimit: limits.depth)
    case .xml: MarkupGrammar(isHTML: false, depthLimit: limits.depth)
    case .html: MarkupGrammar(isHTML: true, depthLimit: limits.depth)
    default: TextGrammar()
    }
  }

  // MARK: Bytes

  private static func magic(_ head: UnsafeBufferPointer<UInt8>) -> DocumentFormat? {
    func starts(_ bytes: UInt8...) -> Bool { head.starts(with: bytes) }
    if starts(0x1F, 0x8B) { return .gzip }
    if starts(0x50, 0x4B, 3, 4) || starts(0x50, 0x4B, 5, 6) { return .zip }
    if head.has("%PDF-", at: 0) { return .pdf }
    if head.has("SQLite format 3\0", at: 0) { return .binary("a SQLite database") }
    if starts(0x7F, 0x45, 0x4C, 0x46) { return .binary("a program") }
    if starts(0x89, 0x50, 0x4E, 0x47) || starts(0xFF, 0xD8, 0xFF) || head.has("GIF8", at: 0) {
      return .binary("an image")
    }
    if starts(0x28, 0xB5, 0x2F, 0xFD) || starts(0xFD, 0x37, 0x7A, 0x58) || head.has("BZh", at: 0) {
      return .binary("a compressed file")
    }
    if starts(0xFF, 0xFE, 0, 0) || starts(0, 0, 0xFE, 0xFF) { return .otherEncoding("UTF-32") }
    if starts(0xFF, 0xFE) || starts(0xFE, 0xFF) { return .otherEncoding("UTF-16") }
    if starts(0xD0, 0xCF, 0x11, 0xE0) { return .binary("an office document of the old kind") }
    return nil
  }

  /// Control bytes that text does not have: more than one in thirty. A few do not hide a log from view.
  private static func isBinary(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    let sample = head.prefix(8 << 10)
    let odd = sample.count { $0 < 0x20 && !(7...13).contains($0) && $0 != 0x1B || $0 == 0x7F }
    return odd * 30 > sample.count
  }

  private static func hint(_ name: String?) -> DocumentFormat? {
    guard let name, let dot = name.lastIndex(of: ".") else { return nil }
    var ending = name[name.index(after: dot)...].lowercased()
    if ending == "gz" {
      let inner = name[..<dot]
      guard let dot = inner.lastIndex(of: ".") else { return nil }
      ending = inner[inner.index(after: dot)...].lowercased()
    }
    switch ending {
    case "csv", "tsv", "tab", "psv": return .csv
    case "json", "geojson", "sarif": return .json
    case "ndjson", "jsonl": return .ndjson
    case "yaml", "yml": return .yaml
    case "xml", "svg", "xsd", "rss", "kml": return .xml
    case "html", "htm", "xhtml": return .html
    case "txt", "log", "md": return .text
    default: return nil
    }
  }

  // MARK: JSON

  private static func json(
    _ text: UnsafeBufferPointer<UInt8>, _ hint: DocumentFormat?, _ isWhole: Bool
  ) -> DocumentFormat? {
    let isHinted = hint == .json || hint == .ndjson
    let lineEnd = text.first(ASCII.lineFeed, from: 0, to: text.count)
    let first = UnsafeBufferPointer(rebasing: text[..<(lineEnd ?? text.count)])
    if lineEnd != nil, isJSON(first, isWhole: true) {
      var next = lineEnd ?? text.count
      while next < text.count, ASCII.isSpace(text[next]) { next += 1 }
      if next < text.count { return .ndjson }
      return hint == .ndjson ? .ndjson : .json
    }
    if isJSON(text, isWhole: isWhole) { return hint == .ndjson && lineEnd == nil ? .ndjson : .json }
    if isHinted { return hint }
    // A flow collection of YAML, a line of a log, or text.
    return nil
  }

  private static func isJSON(_ text: UnsafeBufferPointer<UInt8>, isWhole: Bool) -> Bool {
    var reader = DocumentReader(.json)
    do {
      try reader.feed(text, isLast: isWhole) { _ in .keep }
    } catch { return false }
    return reader.fallbackCount == 0
  }

  // MARK: Markup

  private static func markup(
    _ text: UnsafeBufferPointer<UInt8>, _ hint: DocumentFormat?
  ) -> DocumentFormat? {
    if text.has("<?xml", at: 0) { return .xml }
    if text.has("<!doctype html", at: 0, anyCase: true) { return .html }
    let next = text.at(1)
    guard ASCII.isLetter(next) || next == UInt8(ascii: "!") || next == UInt8(ascii: "_") else {
      return nil
    }
    let front = UnsafeBufferPointer(rebasing: text.prefix(4096))
    for word: StaticString in ["<html", "<body", "<div", "<table", "<p>", "<span", "<br", "<ul"]
    where front.first(word, from: 0, to: front.count, anyCase: true) != nil { return .html }
    if hint == .html { return .html }
    let hasEnd =
      front.first("</", from: 0, to: front.count) != nil
      || front.first("/>", from: 0, to: front.count) != nil
    return hasEnd || hint == .xml || next == UInt8(ascii: "!") ? .xml : nil
  }

  // MARK: Lines

  private static func lines(
    _ head: UnsafeBufferPointer<UInt8>, _ hint: DocumentFormat?, _ isWhole: Bool
  ) -> DocumentFormat {
    let yaml = YAMLLook(head)
    if head.has("%YAML", at: 0) || head.has("---\n", at: 0) && yaml.percent >= 50 { return .yaml }
    if hint == .yaml, yaml.percent >= 50 { return .yaml }
    let sample = UnsafeBufferPointer(rebasing: head.prefix(CSVDialect.sampleSize))
    let dialect = CSVDialect.find(in: sample, isWhole: isWhole)
    if hint == .csv, dialect.columns > 1 && dialect.agreement >= 50 || dialect.hasHeader {
      return .csv
    }
    if hint == nil || hint == .text {
      // Without a name that says so every record has to agree.
      let isTable = dialect.columns > 1 && dialect.agreement == 100 && dialect.hasHeader
      if isTable, dialect.records >= 2 { return .csv }
      if yaml.percent >= 95, yaml.nested > 0, hint == nil { return .yaml }
    }
    return .text
  }

  /// How many lines look like YAML.
  private struct YAMLLook {
    var percent = 0
    /// Lines that are indented, or entries of a list.
    var nested = 0

    init(_ head: UnsafeBufferPointer<UInt8>) {
      var lines = 0
      var alike = 0
      var block = Int.max
      for line in head.prefix(8 << 10).split(separator: ASCII.lineFeed).prefix(200) {
        let indent = line.prefix { ASCII.isBlank($0) }.count
        var rest = line.dropFirst(indent)
        while rest.last.map(ASCII.isSpace) ?? false { rest = rest.dropLast() }
        guard let first = rest.first, first != ASCII.hash else { continue }
        if indent > block { continue }
        block = .max
        lines += 1
        let isEntry = first == ASCII.minus && (rest.count == 1 || rest.dropFirst().first == 0x20)
        let hasKey = Self.hasKey(rest)
        let isMark = rest.elementsEqual("---".utf8)
        if isEntry || hasKey || isMark { alike += 1 }
        if isEntry || hasKey && indent > 0 { nested += 1 }
        if hasKey, let last = rest.last, last == UInt8(ascii: "|") || last == ASCII.greater {
          block = indent
        }
      }
      percent = lines == 0 ? 0 : alike * 100 / lines
    }

    private static func hasKey(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
      guard let colon = line.firstIndex(of: ASCII.colon) else { return false }
      let next = line.index(after: colon)
      guard next == line.endIndex || ASCII.isBlank(line[next]) else { return false }
      return line[..<colon].allSatisfy {
        ASCII.isLetter($0) || ASCII.isDigit($0) || "_-./\"' @".utf8.contains($0)
      }
    }
  }
}
