/// A user's own names, beside those of the program.
///
/// The file has one name a line; with a first line that names the columns `first` and `last`, the
/// cells of the two columns. Columns are separated by a comma, a semicolon or a tab. Blank lines and
/// lines that begin with `#` are left out. A file without columns counts for both.
package struct NameLists: Hashable, Sendable {
  package var first: [String]
  package var last: [String]

  /// More lines than this make no list of names.
  package static let mostNames = 2_000_000
  /// A longer name is a mistake, in bytes.
  package static let longestName = 100

  package init(first: [String], last: [String]) {
    self.first = first
    self.last = last
  }

  /// What is wrong with a file of names, for the person who wrote it.
  package struct Problem: Error, Hashable, Sendable {
    /// Counted from 1.
    package var line: Int
    package var message: String
    package var help: String
  }

  /// Reads a file's bytes; throws ``Problem`` for the first line that is wrong.
  package init(_ bytes: [UInt8]) throws(Problem) {
    first = []
    last = []
    var columns: [Column]?
    var separator: UInt8?
    var number = 0
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)[...]
    if let head = lines.first, head.starts(with: [0xEF, 0xBB, 0xBF]) {
      lines[lines.startIndex] = head.dropFirst(3)
    }
    for slice in lines {
      number += 1
      let text = slice.last == 0x0D ? slice.dropLast() : slice
      guard let line = String(validating: Array(text), as: UTF8.self) else {
        throw Problem(
          line: number, message: "line \(number) is not UTF-8",
          help: "save the file as UTF-8: names with accents are compared letter by letter")
      }
      let trimmed = Self.trimmed(line[...])
      if trimmed.isEmpty || trimmed.hasPrefix("#") { continue }
      if columns == nil {
        separator = Self.separator(trimmed)
        if let named = Self.columns(trimmed, separator) {
          columns = named
          continue
        }
        columns = [.both]
        if separator != nil {
          throw Problem(
            line: number, message: "line \(number) has several cells and no line names the columns",
            help: "write `first,last` in the first line, or one name a line")
        }
      }
      try add(trimmed, columns ?? [.both], separator, number)
    }
    if first.isEmpty && last.isEmpty {
      throw Problem(
        line: 1, message: "the file holds no names",
        help: "write one name a line, or columns `first` and `last`")
    }
  }

  private enum Column { case first, last, both, other }

  private static func separator(_ line: Substring) -> UInt8? {
    line.utf8.first { $0 == 0x2C || $0 == 0x3B || $0 == 0x09 }
  }

  /// The columns a head names; nil where the line is no head.
  private static func columns(_ line: Substring, _ separator: UInt8?) -> [Column]? {
    var found: [Column] = []
    for cell in cells(line, separator) {
      switch cell.lowercased() {
      case "first", "first_name", "first name", "firstname", "given_name": found.append(.first)
      case "last", "last_name", "last name", "lastname", "surname", "family_name":
        found.append(.last)
      case "name", "names": found.append(.both)
      default: found.append(.other)
      }
    }
    let named = found.contains { if case .other = $0 { false } else { true } }
    return named ? found : nil
  }

  private static func cells(_ line: Substring, _ separator: UInt8?) -> [Substring] {
    guard let separator else { return [unquoted(trimmed(line))] }
    let mark = Character(Unicode.Scalar(separator))
    return line.split(separator: mark, omittingEmptySubsequences: false)
      .map { unquoted(trimmed($0)) }
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while let first = text.first, first == " " || first == "\t" { text = text.dropFirst() }
    while let last = text.last, last == " " || last == "\t" { text = text.dropLast() }
    return text
  }

  private static func unquoted(_ cell: Substring) -> Substring {
    cell.utf8.count >= 2 && cell.hasPrefix("\"") && cell.hasSuffix("\"")
      ? cell.dropFirst().dropLast() : cell
  }

  private mutating func add(
    _ line: Substring, _ columns: [Column], _ separator: UInt8?, _ number: Int
  ) throws(Problem) {
    let cells = Self.cells(line, columns.count > 1 ? separator : nil)
    if cells.count > columns.count {
      throw Problem(
        line: number, message: "line \(number) has \(cells.count) cells, the head \(columns.count)",
        help: "give each line as many cells as the first line names columns")
    }
    for (cell, column) in zip(cells, columns) {
      if cell.isEmpty { continue }
      if case .other = column { continue }
      if cell.utf8.count > Self.longestName {
        throw Problem(
          line: number, message: "the name in line \(number) has \(cell.utf8.count) bytes",
          help: "a name has at most \(Self.longestName) bytes; one name a line")
      }
      if cell.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 || $0 < 0x20 || $0 == 0x40 }) {
        throw Problem(
          line: number, message: "line \(number) is no name: '\(cell)'",
          help: "names have letters, blanks, hyphens and apostrophes")
      }
      switch column {
      case .first: first.append(String(cell))
      case .last: last.append(String(cell))
      case .both:
        first.append(String(cell))
        last.append(String(cell))
      case .other: break
      }
      if first.count > Self.mostNames || last.count > Self.mostNames {
        throw Problem(
          line: number, message: "more than \(Self.mostNames) names",
          help: "keep the names that occur in your data")
      }
    }
  }
}
