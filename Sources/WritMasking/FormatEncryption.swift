import WritCrypto
import WritModel
import WritValidators

/// FF1 on the letters and digits of a value where they stand; separators stay, digits remain digits, and a valid value
/// becomes a valid one. Of one key and one domain. Not for use from two threads at a time.
///
/// A value that its validators accept has its check characters taken off, the payload encrypted and the check characters
/// computed anew, again and again until the validators accept the result (cycle walking, SP 800-38G appendix B of Rev. 1).
/// One that they do not accept is encrypted whole until the result is not accepted either. So both are permutations, and
/// what was valid is known from what is valid now.
final class FormatEncryption {
  /// More are only needed for forms of which fewer than one in ten thousand is valid.
  private static let mostSteps = 100_000

  private let key: SecretKey
  private let domain: JoinDomain
  private var ciphers: [[ValueLayout.Kind]: FF1] = [:]
  private var numbers: [[ValueLayout.Kind]: MixedNumber] = [:]

  init(key: SecretKey, domain: JoinDomain) throws(CryptoError) {
    self.key = try key.derived(for: "format", domain: domain.label)
    self.domain = domain
  }

  func encrypt(_ value: [UInt8], _ context: ValueContext) throws(MaskRefusal) -> [UInt8] {
    try run(value, context, isDecrypting: false)
  }

  func decrypt(_ value: [UInt8], _ context: ValueContext) throws(MaskRefusal) -> [UInt8] {
    try run(value, context, isDecrypting: true)
  }

  private func run(
    _ value: [UInt8], _ context: ValueContext, isDecrypting: Bool
  ) throws(MaskRefusal) -> [UInt8] {
    guard
      var layout = ValueLayout(
        value, kept: Self.kept(context), end: value.lastIndex(of: UInt8(ascii: "@")) ?? value.count)
    else { throw .noFormat }
    let form = CheckedForm(validators: context.validators)
    let isCanonical = form.isCanonical(value)
    if isCanonical { layout.remove(form.checkOffsets(value)) }
    guard layout.isLargeEnough else { throw .tooFewValues }
    var result = value
    var numerals = layout.numerals(value)
    for _ in 0..<Self.mostSteps {
      do {
        numerals = try step(numerals, layout, isDecrypting: isDecrypting)
      } catch { throw error == .domainTooSmall ? .tooFewValues : .crypto(error) }
      layout.write(numerals, into: &result)
      if !isCanonical {
        if !form.isCanonical(result) { return result }
      } else if let repaired = form.repair(result), form.isCanonical(repaired) {
        return repaired
      }
    }
    throw .noValidForm
  }

  /// The country of an account number says how the rest of it is built.
  private static func kept(_ context: ValueContext) -> Int {
    context.category.path.contains("iban") ? 2 : 0
  }

  private func step(
    _ numerals: [UInt8], _ layout: ValueLayout, isDecrypting: Bool
  ) throws(CryptoError) -> [UInt8] {
    if let kind = layout.singleKind {
      let cipher = try cipher([kind], radix: kind.radix)
      return isDecrypting ? try cipher.decrypt(numerals) : try cipher.encrypt(numerals)
    }
    let kinds = layout.places.map(\.kind)
    let cipher = try cipher(kinds, radix: 2)
    let number = numbers[kinds] ?? MixedNumber(radixes: kinds.map(\.radix))
    numbers[kinds] = number
    var bits = number.bits(numerals)
    // At least half of all numbers of so many bits are ours.
    while true {
      bits = isDecrypting ? try cipher.decrypt(bits) : try cipher.encrypt(bits)
      if let numerals = number.numerals(bits) { return numerals }
    }
  }

  private func cipher(_ kinds: [ValueLayout.Kind], radix: Int) throws(CryptoError) -> FF1 {
    if let known = ciphers[kinds] { return known }
    if ciphers.count > 1000 { ciphers = [:] }
    let made = try FF1(key: key, radix: radix, tweak: domain.bytes + [0] + kinds.map(\.rawValue))
    ciphers[kinds] = made
    return made
  }
}
