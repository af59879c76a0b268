/// Gathers the runs of text of a part into paragraphs and cells.
final class OfficeText {
  struct Cell {
    /// `C4`
    var reference: String
    var isShared: Bool

    var column: String { String(reference.prefix { !$0.isNumber }) }
    var row: String { String(reference.drop { !$0.isNumber }) }
  }

  struct Paragraph {
    var bytes: [UInt8]
    var number: Int
    var cell: Cell?
  }

  private let isSheet: Bool
  private let isShared: Bool
  private var gathered: [UInt8] = []
  private var number = 0
  private var done: [Paragraph] = []
  private var reference = ""
  private var isReference = false
  private var isInCell = false

  init(isSheet: Bool, isShared: Bool) {
    self.isSheet = isSheet
    self.isShared = isShared
  }

  func take() -> [Paragraph] {
    defer { done.removeAll(keepingCapacity: true) }
    return done
  }

  func add(_ value: borrowing DocumentValue) {
    switch value.kind {
    case .value, .text:
      if value.path.utf8.contains(UInt8(ascii: "@")) {
        attribute(value)
      } else {
        if gathered.count >= OfficeReader.longest { end() }
        gathered += value.bytes
      }
    case .comment, .name, .number: break
    }
  }

  /// Of attributes the place and type of a cell, and what is said of people: authors, link targets, file names.
  private func attribute(_ value: borrowing DocumentValue) {
    if isSheet, value.path.hasSuffix("/c/@r") {
      reference = value.key == nil ? "" : String(decoding: value.bytes.prefix(16), as: UTF8.self)
    } else if isSheet, value.path.hasSuffix("/c/@t") {
      isReference = value.bytes.elementsEqual("s".utf8)
    } else if ["author", "initials", "descr", "title", "name", "href", "creator"].contains(
      value.key)
    {
      emit(Array(value.bytes), nil)
    }
  }

  func element(_ name: UnsafeBufferPointer<UInt8>, isEnd: Bool) {
    if !isEnd {
      // Line breaks and tabs inside of a paragraph.
      if Self.breaks.contains(where: { name.elementsEqual($0.utf8) }), !gathered.isEmpty {
        gathered.append(ASCII.space)
      }
      if isSheet, name.elementsEqual("c".utf8) { isInCell = true }
      return
    }
    if isSheet, isInCell {
      if name.elementsEqual("f".utf8) {
        // A formula is a text of its own.
        emit(gathered, Cell(reference: reference, isShared: false))
        gathered = []
      } else if name.elementsEqual("c".utf8) {
        emit(gathered, Cell(reference: reference, isShared: isReference))
        gathered = []
        reference = ""
        isReference = false
        isInCell = false
      }
      return
    }
    let ends = isShared ? Self.sharedEnds : Self.ends
    if ends.contains(where: { name.elementsEqual($0.utf8) }) {
      if isShared, name.elementsEqual("si".utf8) {
        // An empty one counts: cells point to texts by number.
        number &+= 1
        done.append(Paragraph(bytes: gathered, number: number, cell: nil))
        gathered = []
      } else {
        end()
      }
    }
  }

  /// Elements that stand for white space: Word, Calc, Impress and PowerPoint.
  private static let breaks = ["br", "tab", "line-break", "s", "cr"]
  private static let sharedEnds = ["si"]
  /// Paragraphs, headings, and the single texts of properties and comments.
  private static let ends = [
    "p", "h", "creator", "lastModifiedBy", "title", "subject", "description", "keywords", "text",
    "initial-creator", "Company", "Manager", "lpwstr", "user-defined", "keyword", "definedName",
    "instrText", "date",
  ]

  func end() {
    guard !gathered.isEmpty else { return }
    emit(gathered, nil)
    gathered = []
  }

  private func emit(_ bytes: [UInt8], _ cell: Cell?) {
    guard !bytes.isEmpty else { return }
    number &+= 1
    done.append(Paragraph(bytes: bytes, number: number, cell: cell))
  }
}
