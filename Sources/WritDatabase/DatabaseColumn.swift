/// A column of a table or view.
package struct DatabaseColumn: Hashable, Sendable {
  /// What PostgreSQL calls the type under all domains, of an array that of its elements.
  package enum Kind: String, Sendable {
    case bool, int, decimal, real, text, blankPadded, uuid, bytes
    case date, timestamp, zonedTimestamp, interval
    case address, network, json, word
    /// SQLite: each value has a type of its own.
    case any
    /// A type that nothing is made of here.
    case other
  }

  package var name: String
  /// The type as declared, for messages: `character(8)`, `integer[]`; in SQLite any text or none.
  package var type: String
  package var kind: Kind
  package var isNullable: Bool
  package var isArray: Bool

  package init(
    name: String, type: String, kind: Kind, isNullable: Bool = true, isArray: Bool = false
  ) {
    self.name = name
    self.type = type
    self.kind = kind
    self.isNullable = isNullable
    self.isArray = isArray
  }
}
