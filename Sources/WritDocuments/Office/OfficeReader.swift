/// The kinds of office documents that are read.
package enum OfficeKind: String, Sendable, CaseIterable {
  case docx, xlsx, pptx, odt, ods, odp
}

/// A text of an office document, decoded.
package struct OfficeValue {
  /// Valid during the visit.
  package let bytes: UnsafeBufferPointer<UInt8>
  /// The cell of the first row in its column, in spreadsheets; nil elsewhere.
  package let key: String?
  /// `word/document.xml, paragraph 17`, `xl/worksheets/sheet1.xml, cell C4`
  package let path: String
}

/// The texts of an office document: paragraphs, and cells under the names in their first row.
///
/// It reads only: an office document is not written again, so it can't be masked in place. Runs of one paragraph
/// that differ in looks are one text. A paragraph is cut after `longest` bytes.
package final class OfficeReader {
  /// Bytes of a paragraph or a cell.
  package static let longest = 1 << 20
  /// Shared texts of a workbook that are held; what is more is still visited, but not under its cell.
  private static let heldTexts = 64 << 20

  package let kind: OfficeKind
  private let archive: ZipArchive
  /// Parts that were not well-formed and were read as text from some byte on.
  package private(set) var fallbacks: [(part: String, fallback: DocumentFallback)] = []

  /// Nil where the zip file is no office document.
  ///
  /// - Throws: `ZipFault`, and what reading throws.
  package init?(_ archive: ZipArchive) throws {
    guard let kind = try Self.kind(of: archive) else { return nil }
    self.kind = kind
    self.archive = archive
  }

  private static func kind(of archive: ZipArchive) throws -> OfficeKind? {
    if archive.entry("[Content_Types].xml") != nil {
      if archive.entry("word/document.xml") != nil { return .docx }
      if archive.entry("xl/workbook.xml") != nil { return .xlsx }
      if archive.entry("ppt/presentation.xml") != nil { return .pptx }
      return nil
    }
    guard archive.entry("content.xml") != nil, let entry = archive.entry("mimetype") else {
      return nil
    }
    var type: [UInt8] = []
    try archive.read(entry) { block, _ in if type.count < 256 { type += block.prefix(256) } }
    let text = String(decoding: type, as: UTF8.self)
    let prefix = "application/vnd.oasis.opendocument."
    guard text.hasPrefix(prefix) else { return nil }
    if text.dropFirst(prefix.count).hasPrefix("text") { return .odt }
    if text.dropFirst(prefix.count).hasPrefix("spreadsheet") { return .ods }
    if text.dropFirst(prefix.count).hasPrefix("presentation") { return .odp }
    return nil
  }

  /// Visits every text, part by part.
  ///
  /// - Throws: `ZipFault`, and what reading and the visit throw.
  package func read(_ visit: (OfficeValue) throws -> Void) throws {
    var shared = SharedTexts()
    if kind == .xlsx, let entry = archive.entry("xl/sharedStrings.xml") {
      try walk(entry, .shared) { value, _ in
        if shared.add(value.bytes, limit: Self.heldTexts) { return }
        try visit(value)
      }
    }
    for entry in archive.entries where entry.name.hasSuffix(".xml") && isText(entry.name) {
      let isSheet = entry.name.hasPrefix("xl/worksheets/")
      var names: [String: String] = [:]
      try walk(entry, isSheet ? .sheet : .paragraphs) { value, cell in
        guard let cell else { return try visit(value) }
        try shared.resolve(cell, value.bytes) { bytes in
          let key = names[cell.column]
          if cell.row == "1" {
            names[cell.column] = String(decoding: bytes.prefix(256), as: UTF8.self)
          }
          try visit(
            OfficeValue(bytes: bytes, key: key, path: "\(entry.name), cell \(cell.reference)"))
        }
      }
    }
    for (index, text) in shared.unused.enumerated() {
      try text.withUnsafeBufferPointer {
        try visit(
          OfficeValue(bytes: $0, key: nil, path: "xl/sharedStrings.xml, text \(index + 1)"))
      }
    }
  }

  /// Settings, themes and relations hold no texts; everything else may.
  private func isText(_ name: String) -> Bool {
    let other = [
      "theme", "styles", "settings", "fontTable", "_rels/", "META-INF/", "sharedStrings",
    ]
    return !other.contains { name.contains($0) } && name != "[Content_Types].xml"
  }

  private enum Part { case paragraphs, shared, sheet }

  private func walk(
    _ entry: ZipArchive.Entry, _ part: Part,
    _ visit: (OfficeValue, OfficeText.Cell?) throws -> Void
  ) throws {
    let grammar = MarkupGrammar(isHTML: false, depthLimit: 256)
    let text = OfficeText(isSheet: part == .sheet, isShared: part == .shared)
    grammar.onElement = { text.element($0, isEnd: $1) }
    let walk = DocumentWalk(grammar, limits: DocumentLimits(), output: nil)
    func drain() throws {
      for paragraph in text.take() {
        try paragraph.bytes.withUnsafeBufferPointer {
          try visit(
            OfficeValue(
              bytes: $0, key: nil, path: "\(entry.name), paragraph \(paragraph.number)"),
            paragraph.cell)
        }
      }
    }
    try archive.read(entry) { block, isLast in
      try walk.feed(block, isLast: isLast) { value in
        text.add(value)
        return .keep
      }
      if isLast { text.end() }
      try drain()
    }
    fallbacks += walk.fallbacks.map { (entry.name, $0) }
  }
}

/// The texts that cells of a workbook point to.
private struct SharedTexts {
  private var texts: [[UInt8]] = []
  private var used: [Bool] = []
  private var size = 0

  /// - Returns: whether it is held.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int) -> Bool {
    guard size <= limit else { return false }
    size &+= bytes.count
    texts.append(Array(bytes))
    used.append(false)
    return true
  }

  mutating func resolve(
    _ cell: OfficeText.Cell, _ bytes: UnsafeBufferPointer<UInt8>,
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) rethrows {
    guard cell.isShared, let index = Int(String(decoding: bytes, as: UTF8.self)) else {
      return try body(bytes)
    }
    guard texts.indices.contains(index) else { return }
    used[index] = true
    try texts[index].withUnsafeBufferPointer(body)
  }

  /// Texts that no cell shows are in the file all the same.
  var unused: [[UInt8]] { zip(texts, used).filter { !$0.1 }.map(\.0) }
}
