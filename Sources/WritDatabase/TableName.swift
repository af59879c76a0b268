/// The name of a table or view, its letters as they are in the database.
package struct TableName: Hashable, Sendable, CustomStringConvertible {
  /// Nil: `public` in PostgreSQL, `main` in SQLite.
  package var schema: String?
  package var name: String

  package init(schema: String? = nil, _ name: String) {
    self.schema = schema
    self.name = name
  }

  /// `users`, `audit.users`, or with quotes around a part that has dots: `"od.d"."we""ird"`. Letters are not folded.
  /// Nil for anything else, and for an empty part.
  package init?(parsing text: String) {
    var parts: [String] = []
    var rest = Array(text.unicodeScalars)[...]
    while true {
      guard let part = Self.part(&rest) else { return nil }
      parts.append(part)
      if rest.isEmpty { break }
      guard rest.popFirst() == "." else { return nil }
    }
    guard let name = parts.last, parts.count <= 2 else { return nil }
    self.init(schema: parts.count == 2 ? parts[0] : nil, name)
  }

  private static func part(_ rest: inout ArraySlice<Unicode.Scalar>) -> String? {
    var part = String.UnicodeScalarView()
    if rest.first == "\"" {
      rest.removeFirst()
      while let next = rest.popFirst() {
        if next == "\"" {
          guard rest.first == "\"" else { return part.isEmpty ? nil : String(part) }
          rest.removeFirst()
        }
        if next == "\0" { return nil }
        part.append(next)
      }
      return nil
    }
    while let next = rest.first, next != "." {
      if next == "\"" || next == "\0" { return nil }
      part.append(next)
      rest.removeFirst()
    }
    return part.isEmpty ? nil : String(part)
  }

  /// As `init(parsing:)` reads it.
  package var description: String {
    [schema, name].compactMap { $0 }.map { part in
      let isPlain = !part.unicodeScalars.contains { $0 == "." || $0 == "\"" }
      return isPlain ? part : SQLIdentifier.quoted(part)
    }.joined(separator: ".")
  }

  /// As SQL reads it.
  package var sql: String {
    [schema, name].compactMap { $0 }.map(SQLIdentifier.quoted).joined(separator: ".")
  }
}

/// Names in statements.
package enum SQLIdentifier {
  /// `"we""ird"`: no name can end its quotes.
  package static func quoted(_ name: String) -> String {
    var quoted = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in name.unicodeScalars {
      if scalar == "\"" { quoted.append("\"") }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }
}
