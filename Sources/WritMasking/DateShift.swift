import WritCrypto

/// All dates of a person, earlier or later by the same number of days, which a key decides: what lies between them stays.
/// Not for use from two threads at a time.
struct DateShift {
  private let digest: KeyedDigest
  private let days: Int
  private let order: DateOrder?

  /// - Parameter days: at most so many either way, at least one.
  init(key: SecretKey, days: Int, order: DateOrder?) throws(CryptoError) {
    digest = try KeyedDigest(key: key.derived(for: "shift"))
    self.days = max(1, days)
    self.order = order
  }

  /// Days of one person, never 0.
  func offset(of person: [UInt8]) throws(CryptoError) -> Int {
    let number = try digest.digest(person).prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let place = Int(number % UInt64(2 * days))
    return place < days ? place - days : place - days + 1
  }

  func apply(
    _ value: [UInt8], person: [UInt8]?, isReversing: Bool = false
  ) throws(MaskRefusal) -> [UInt8] {
    guard let person, !person.isEmpty else { throw .noPerson }
    let date = try WrittenDate(value, order: order)
    let offset: Int
    do { offset = try self.offset(of: person) } catch { throw .crypto(error) }
    return try date.shifted(by: isReversing ? -offset : offset)
  }
}
