import WritDatabase
import WritValues

/// How a column's values become those of a field: exactly, or not at all.
struct ColumnReading: Sendable {
  private typealias Reading = @Sendable (String) -> JSONValue?

  /// Nil for what can't be read.
  let read: @Sendable (SQLValue) -> JSONValue?

  /// Nil where nothing in the column could be read.
  init?(of column: DatabaseColumn, dialect: SQLDialect, for target: ColumnTarget) {
    switch (dialect, target) {
    case (.sqlite, _):
      read = { Self.stored($0, for: target) }
    case (.postgres, .list(let element)) where column.isArray:
      guard let read = Self.written(column.kind, for: element) else { return nil }
      self.read = { value in
        guard case .text(let text) = value, let array = PostgresArray(text) else { return nil }
        return .array(
          array.elements.map { element in
            guard let text = element else { return .null }
            return read(text) ?? target.elementRefused
          })
      }
    case (.postgres, _):
      guard !column.isArray, let read = Self.written(column.kind, for: target) else { return nil }
      self.read = { value in
        guard case .text(let text) = value else { return nil }
        return read(text)
      }
    }
  }

  // MARK: PostgreSQL: by the column's type

  /// What is made of a value as PostgreSQL writes it; nil where the types have nothing in common.
  private static func written(
    _ kind: DatabaseColumn.Kind, for target: ColumnTarget
  ) -> Reading? {
    switch (kind, target) {
    case (.json, _):
      return { try? JSONValue.parse($0) }
    case (.bool, .bool):
      return { text in
        switch text {
        case "t", "true": .bool(true)
        case "f", "false": .bool(false)
        default: nil
        }
      }
    case (.int, .int), (.int, .decimal), (.int, .size), (.decimal, .int), (.decimal, .decimal),
      (.decimal, .size), (.real, .decimal):
      return number
    case (.int, .text), (.text, .text), (.blankPadded, .text), (.uuid, .text), (.word, .text),
      (.address, .text), (.network, .text), (.address, .address), (.address, .network),
      (.network, .network), (.network, .address), (.date, .time), (.timestamp, .time):
      return string
    case (.text, .time), (.text, .duration), (.text, .months), (.text, .address),
      (.text, .network), (.text, .version), (.text, .size), (.blankPadded, .time),
      (.blankPadded, .duration), (.blankPadded, .months), (.blankPadded, .address),
      (.blankPadded, .network), (.blankPadded, .version), (.blankPadded, .size):
      return string
    case (.zonedTimestamp, .time):
      // The session's zone is UTC.
      return { text in text.hasSuffix("+00") ? .text("\(text):00") : nil }
    case (.interval, .duration):
      return { text in PostgresInterval(text)?.duration.map { .text($0) } }
    case (.interval, .months):
      return { text in PostgresInterval(text)?.wholeMonths.map { .text($0) } }
    default:
      return nil
    }
  }

  private static let string: Reading = { .text($0) }

  /// `NaN` and `Infinity` are no numbers.
  private static let number: Reading = { text in
    let digit = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst().first : text.utf8.first
    guard let digit, UInt8(ascii: "0")...UInt8(ascii: "9") ~= digit else { return nil }
    return .number(text)
  }

  // MARK: SQLite: by the value's storage class

  private static func stored(_ value: SQLValue, for target: ColumnTarget) -> JSONValue? {
    switch (value, target) {
    case (.int(0), .bool): .bool(false)
    case (.int(1), .bool): .bool(true)
    case (.int(let number), .int), (.int(let number), .decimal), (.int(let number), .size):
      .int(number)
    case (.int(let number), .text): .text(String(number))
    case (.real(let number), .int), (.real(let number), .decimal):
      number.isFinite ? .number(number.description) : nil
    case (.text(let text), .list), (.text(let text), .structure), (.text(let text), .json):
      try? JSONValue.parse(text)
    case (.text(let text), .text), (.text(let text), .time), (.text(let text), .duration),
      (.text(let text), .months), (.text(let text), .address), (.text(let text), .network),
      (.text(let text), .version), (.text(let text), .size):
      .text(text)
    default: nil
    }
  }
}

extension ColumnTarget {
  fileprivate var elementRefused: JSONValue {
    if case .list(let element) = self { element.refused } else { refused }
  }
}
