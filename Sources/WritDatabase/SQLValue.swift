/// A value that goes to a database or comes from one.
package enum SQLValue: Hashable, Sendable {
  case null
  case int(Int64)
  case real(Double)
  case text(String)
  case bytes([UInt8])
}
