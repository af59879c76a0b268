/// Who had a value back, why and when: what an audit asks.
package struct Reversal: Hashable, Sendable {
  package var by: String
  package var reason: String
  /// Microseconds since 1970-01-01T00:00:00Z.
  package var time: Int64

  package init(by: String, reason: String, time: Int64) {
    self.by = by
    self.reason = reason
    self.time = time
  }
}
