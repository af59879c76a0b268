import WritDatabase

/// What a rule's statements say about data of policies: always as parameters, never as text.
final class SQLParameters {
  /// Stands around the number of a parameter in a fragment.
  static let mark: UInt8 = 1

  let dialect: SQLDialect
  private var values: [(value: SQLValue, kind: SQLKind)] = []

  init(_ dialect: SQLDialect) { self.dialect = dialect }

  func fragment(_ value: SQLValue, _ kind: SQLKind) -> Fragment {
    if kind == .bool { return value == .int(0) ? "FALSE" : "TRUE" }
    values.append((value, kind))
    let number = String(values.count - 1)
    return Fragment("\u{1}" + number + "\u{1}")
  }

  /// The statement with its parameters numbered as they come.
  func statement(_ text: String) -> SQLStatement {
    var sql: [UInt8] = []
    var used: [Int] = []
    var number: Int?
    for byte in text.utf8 {
      guard byte == Self.mark else {
        if let known = number {
          number = known * 10 + Int(byte &- 0x30)
        } else {
          sql.append(byte)
        }
        continue
      }
      guard let index = number else {
        number = 0
        continue
      }
      number = nil
      let place = used.firstIndex(of: index) ?? used.count
      if place == used.count { used.append(index) }
      sql += Array(placeholder(place + 1, values[index].kind).utf8)
    }
    return SQLStatement(
      sql: String(decoding: sql, as: UTF8.self), parameters: used.map { values[$0].value })
  }

  private func placeholder(_ number: Int, _ kind: SQLKind) -> String {
    switch dialect {
    case .sqlite: "?\(number)"
    case .postgres: kind.isText ? "($\(number)::text COLLATE \"C\")" : "$\(number)::bigint"
    }
  }
}

struct SQLStatement {
  var sql: String
  var parameters: [SQLValue]
}
