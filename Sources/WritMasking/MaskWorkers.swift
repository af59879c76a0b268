import WritCrypto
import WritModel

/// What is made once for a key and a domain and used for many values. Not for use from two threads at a time.
final class MaskWorkers {
  private struct Key: Hashable {
    var name: String
    var domain: JoinDomain
  }

  /// Labels of tokens come from the input: what it makes up must not fill the memory.
  private static let most = 256

  private let mask: Mask
  private var pseudonymizers: [Key: Pseudonymizer] = [:]
  private var sealers: [Key: TokenSealer] = [:]
  private var formats: [Key: FormatEncryption] = [:]
  private var syntheses: [Key: Synthesis] = [:]
  private var shifts: [MaskOperator: DateShift] = [:]

  init(_ mask: Mask) { self.mask = mask }

  /// A mask is only bound when all of its keys are there.
  private func key(_ name: String) throws(MaskRefusal) -> SecretKey {
    guard let key = mask.keys[name] else { throw .crypto(.unavailable("key \(name)")) }
    return key
  }

  func pseudonymizer(_ name: String, _ domain: JoinDomain) throws(MaskRefusal) -> Pseudonymizer {
    let place = Key(name: name, domain: domain)
    if let known = pseudonymizers[place] { return known }
    let made = try make { key throws(CryptoError) in try Pseudonymizer(key: key, domain: domain) }(
      key(name))
    if pseudonymizers.count >= Self.most { pseudonymizers = [:] }
    pseudonymizers[place] = made
    return made
  }

  func sealer(_ name: String, _ domain: JoinDomain) throws(MaskRefusal) -> TokenSealer {
    let place = Key(name: name, domain: domain)
    if let known = sealers[place] { return known }
    let made = try make { key throws(CryptoError) in try TokenSealer(key: key, domain: domain) }(
      key(name))
    if sealers.count >= Self.most { sealers = [:] }
    sealers[place] = made
    return made
  }

  func format(_ name: String, _ domain: JoinDomain) throws(MaskRefusal) -> FormatEncryption {
    let place = Key(name: name, domain: domain)
    if let known = formats[place] { return known }
    let made = try make { key throws(CryptoError) in
      try FormatEncryption(key: key, domain: domain)
    }(key(name))
    formats[place] = made
    return made
  }

  func synthesis(_ name: String, _ domain: JoinDomain) throws(MaskRefusal) -> Synthesis {
    let place = Key(name: name, domain: domain)
    if let known = syntheses[place] { return known }
    let made = try make { key throws(CryptoError) in try Synthesis(key: key, domain: domain) }(
      key(name))
    syntheses[place] = made
    return made
  }

  func shift(
    _ operation: MaskOperator, key name: String, days: Int, order: DateOrder?
  ) throws(MaskRefusal) -> DateShift {
    if let known = shifts[operation] { return known }
    let made = try make { key throws(CryptoError) in
      try DateShift(key: key, days: days, order: order)
    }(key(name))
    shifts[operation] = made
    return made
  }

  func vault(_ name: String) throws(MaskRefusal) -> Vault {
    guard let vault = mask.vaults[name] else { throw .vault(.stopped) }
    return vault
  }

  private func make<Value>(
    _ body: @escaping (SecretKey) throws(CryptoError) -> Value
  ) -> (SecretKey) throws(MaskRefusal) -> Value {
    { key throws(MaskRefusal) in
      do throws(CryptoError) { return try body(key) } catch { throw .crypto(error) }
    }
  }
}
