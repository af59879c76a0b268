import WritCrypto
import WritModel

/// Gives values back that a mask of this project has masked reversibly. Not for use from two threads at a time.
///
/// Who asks and why is written down first: by the vault for its tokens, in a `ReversalLog` for the rest.
package final class Unmasker {
  private let mask: Mask
  private let workers: MaskWorkers

  package init(_ mask: Mask) {
    self.mask = mask
    workers = MaskWorkers(mask)
  }

  /// The value behind a `tk_` token, wherever it stands. Its domain is in the token, and authentic.
  package func value(ofToken token: [UInt8]) throws(MaskRefusal) -> [UInt8] {
    guard case .token(let label, let body) = MaskedShape(token), let domain = JoinDomain(label)
    else { throw .notOurs }
    for name in mask.keys.keys.sorted() {
      if let value = try? workers.sealer(name, domain).open(body) { return value }
    }
    throw .notOurs
  }

  /// The values behind `vt_` tokens, nil for what is in none of the mask's vaults; each vault has written the
  /// reversal down before.
  package func values(
    ofVaultTokens tokens: [[UInt8]], _ reversal: Reversal
  ) throws(MaskRefusal) -> [[UInt8]?] {
    var values = [[UInt8]?](repeating: nil, count: tokens.count)
    for name in mask.vaults.keys.sorted() {
      let vault = try workers.vault(name)
      let places = tokens.indices.filter { values[$0] == nil && vault.contains(tokens[$0]) }
      guard !places.isEmpty else { continue }
      let found: [[UInt8]?]
      do throws(VaultError) {
        found = try vault.reveal(places.map { tokens[$0] }, reversal)
      } catch { throw .vault(error) }
      for (place, value) in zip(places, found) { values[place] = value }
    }
    return values
  }

  /// The value behind one that was masked in its place: by `encrypt_format`, `shift_date` or `token`.
  ///
  /// Nothing in such a value says that it is masked, but for `token`: the file's `MaskManifest` does. With another key,
  /// domain or person another value comes back, and no error.
  package func value(of masked: [UInt8], _ context: ValueContext) throws(MaskRefusal) -> [UInt8] {
    let operation = mask.operation(for: context.category)
    switch operation {
    case .encryptFormat(let key, let domain):
      // What could not be encrypted is a placeholder; there is no value behind it.
      guard MaskedShape(masked) == nil else { throw .notOurs }
      return try workers.format(key, domain ?? JoinDomain(of: context.category))
        .decrypt(masked, context)
    case .shiftDate(let key, let days, _, let order):
      return try workers.shift(operation, key: key, days: days, order: order)
        .apply(masked, person: context.person, isReversing: true)
    case .token: return try value(ofToken: masked)
    default: throw .notOurs
    }
  }
}
