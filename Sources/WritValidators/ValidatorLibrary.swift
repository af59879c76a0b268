package import WritModel

/// The closed library of validators that `validate` can name, and of readings that `exclude` can.
package enum ValidatorLibrary {
  /// What can be called, by name.
  package static let signatures: [ValidatorSignature] = entries.map(\.signature)
    .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }

  /// What a value may be other than personal data, by the name `exclude` uses.
  package static let readings: [String: Validator] = OtherReadings.all

  /// The validator a call names, with its arguments.
  package static func bind(_ call: ValidatorCall) -> Result<Validator, ValidatorProblem> {
    guard let entry = byName[call.name] else {
      return .failure(
        ValidatorProblem(
          "there is no validator `\(call.name)`", help: "`writ pii detectors` lists those there are"
        ))
    }
    do throws(ValidatorProblem) {
      return .success(try entry.bind(ValidatorArguments(call, entry.signature)))
    } catch {
      return .failure(error)
    }
  }

  static let entries: [ValidatorEntry] = [
    CheckDigitRules.entries, FormRules.entries, OnlineRules.entries, SecretRules.entries,
    FinancialRules.entries, DeviceRules.entries, DocumentRules.entries, CryptocurrencyRules.entries,
    NorthAmericanNumbers.entries, LatinAmericanNumbers.entries, BritishNumbers.entries,
    GermanNumbers.entries, WesternEuropeanNumbers.entries, SouthernEuropeanNumbers.entries,
    EasternEuropeanNumbers.entries, NordicNumbers.entries, EuropeanVAT.entries,
    AsianNumbers.entries, MiddleEasternNumbers.entries, PacificNumbers.entries,
  ].flatMap { $0 }

  private static let byName = Dictionary(
    entries.map { ($0.signature.name, $0) }, uniquingKeysWith: { first, _ in first })
}

/// A row of the library: a signature and what binds a call of it.
struct ValidatorEntry: Sendable {
  let signature: ValidatorSignature
  let bind: @Sendable (ValidatorArguments) throws(ValidatorProblem) -> Validator

  init(
    _ name: String, _ parameters: [ValidatorSignature.Parameter], _ summary: String,
    source: String,
    bind: @escaping @Sendable (ValidatorArguments) throws(ValidatorProblem) -> Validator
  ) {
    signature = ValidatorSignature(
      name: name, parameters: parameters, summary: summary, source: source)
    self.bind = bind
  }

  /// A validator without arguments.
  init(
    _ name: String, _ reading: Validator.Reading, _ lengths: ClosedRange<Int>,
    _ summary: String, source: String, check: CheckCharacters? = nil,
    rule: @escaping @Sendable (Bytes) -> Bool
  ) {
    let validator = Validator(reading: reading, lengths: lengths, check: check, rule: rule)
    self.init(name, [], summary, source: source) { _ in validator }
  }
}
