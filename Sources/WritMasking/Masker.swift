import WritCrypto
import WritModel

/// Masks the values of one document, one thread at a time; a mask makes as many as there are threads.
///
/// `number` needs all values of a document from one masker, in their order; the other operators do not care.
package final class Masker {
  private let mask: Mask
  private let workers: MaskWorkers
  package let numbers: DocumentNumbers

  package init(_ mask: Mask, numbers: DocumentNumbers = DocumentNumbers()) {
    self.mask = mask
    self.numbers = numbers
    workers = MaskWorkers(mask)
  }

  /// The value masked as its category demands; a value that the operator can't mask becomes a placeholder.
  package func apply(_ value: [UInt8], _ context: ValueContext) -> MaskedValue {
    let operation = mask.operation(for: context.category)
    guard !value.isEmpty, operation != .keep else { return MaskedValue(value, .kept) }
    if isOwn(value, context) || isReplacement(value, operation) {
      return MaskedValue(value, .alreadyMasked)
    }
    do {
      return MaskedValue(try masked(value, context, operation))
    } catch {
      return MaskedValue(MaskedShape.placeholder(for: context.detector), .refused(error))
    }
  }

  private func isReplacement(_ value: [UInt8], _ operation: MaskOperator) -> Bool {
    guard case .replace(let text) = operation else { return false }
    return value.elementsEqual(text.utf8)
  }

  private func masked(
    _ value: [UInt8], _ context: ValueContext, _ operation: MaskOperator
  ) throws(MaskRefusal) -> [UInt8] {
    switch operation {
    case .keep: return value
    case .suppress: return []
    case .redact: return MaskedShape.placeholder(for: context.detector)
    case .replace(let text): return Array(text.utf8)
    case .number:
      return numbers.placeholder(
        value, canonical: CanonicalValue.of(value, context), detector: context.detector)
    case .partial(let first, let last, let keepsDomain):
      // PCI DSS 4.0, 3.4.1: of a card number at most the first six and last four digits are shown.
      let isCard = context.category.isWithin(DataCategory("financial.card"))
      return PartialMask(
        first: isCard ? min(first, 6) : first, last: isCard ? min(last, 4) : last,
        keepsDomain: keepsDomain
      ).apply(value)
    case .pseudonym(let key, let domain):
      let worker = try workers.pseudonymizer(key, domain ?? JoinDomain(of: context.category))
      return try refusing { () throws(CryptoError) in
        try worker.pseudonym(CanonicalValue.of(value, context))
      }
    case .encryptFormat(let key, let domain):
      return try workers.format(key, domain ?? JoinDomain(of: context.category))
        .encrypt(value, context)
    case .token(let key, let domain):
      let worker = try workers.sealer(key, domain ?? JoinDomain(of: context.category))
      return try refusing { () throws(CryptoError) in try worker.seal(value) }
    case .vault(let name, let domain):
      do throws(VaultError) {
        return try mask.vaults[name]?.token(
          for: value, in: domain ?? JoinDomain(of: context.category))
          ?? MaskedShape.placeholder(for: context.detector)
      } catch { throw .vault(error) }
    case .shiftDate(let key, let days, _, let order):
      return try workers.shift(operation, key: key, days: days, order: order)
        .apply(value, person: context.person)
    case .generalize(let level):
      guard let coarse = level.apply(value) else { throw .noLevel }
      return coarse
    case .synthetic(let key, let domain):
      return try workers.synthesis(key, domain ?? JoinDomain(of: context.category))
        .apply(value, context)
    }
  }

  private func refusing(
    _ body: () throws(CryptoError) -> [UInt8]
  ) throws(MaskRefusal) -> [UInt8] {
    do throws(CryptoError) { return try body() } catch { throw .crypto(error) }
  }

  // MARK: Second pass

  /// Whether bytes are a mask's output, so that they stay as they are: a placeholder of the value's own detector, or a
  /// pseudonym, token or vault token made with a key of this mask. What only looks like one is masked like any value.
  package func isOwn(_ value: [UInt8], _ context: ValueContext) -> Bool {
    guard let shape = MaskedShape(value) else { return false }
    switch shape {
    case .placeholder(let name):
      return name.utf8.elementsEqual(MaskedShape.name(of: context.detector))
    case .number(let name, let number):
      guard name.utf8.elementsEqual(MaskedShape.name(of: context.detector)) else { return false }
      numbers.reserve(name, number)
      return true
    case .pseudonym, .token, .vault: return isOwnToken(shape, value)
    }
  }

  /// Whether bytes are a pseudonym or token made with a key of this mask, whatever they are about.
  package func isMasked(_ bytes: [UInt8]) -> Bool {
    MaskedShape(bytes).map { isOwnToken($0, bytes) } ?? false
  }

  private func isOwnToken(_ shape: MaskedShape, _ value: [UInt8]) -> Bool {
    switch shape {
    case .placeholder, .number: return false
    case .vault: return mask.vaults.values.contains { $0.contains(value) }
    case .pseudonym(let label, let body):
      guard let domain = JoinDomain(label) else { return false }
      return mask.keys.keys.contains { name in
        (try? workers.pseudonymizer(name, domain).isOwn(body)) ?? false
      }
    case .token(let label, let body):
      guard let domain = JoinDomain(label) else { return false }
      return mask.keys.keys.contains { name in
        (try? workers.sealer(name, domain).open(body)) != nil
      }
    }
  }
}
