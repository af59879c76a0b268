package import WritCrypto

/// What a mask made of one value.
package struct MaskedValue: Hashable, Sendable {
  package enum Outcome: Hashable, Sendable {
    case masked
    /// The mask says `keep`.
    case kept
    /// It is a mask's output, and stays as it is.
    case alreadyMasked
    /// The operator can't mask it; the bytes are the placeholder of `redact`, never the value.
    case refused(MaskRefusal)
  }

  package var bytes: [UInt8]
  package var outcome: Outcome

  package init(_ bytes: [UInt8], _ outcome: Outcome = .masked) {
    self.bytes = bytes
    self.outcome = outcome
  }
}

/// Why an operator could not mask, or a reversal not reverse, a value.
package enum MaskRefusal: Error, Hashable, Sendable {
  /// `encrypt_format`: fewer than a million values have this form.
  case tooFewValues
  /// `encrypt_format`: it has letters other than ASCII's, or is too long.
  case noFormat
  /// `encrypt_format`: no valid value was found in as many steps as are allowed.
  case noValidForm
  /// `shift_date`, `generalize`: no date of a known form.
  case noDate
  /// `shift_date`: day and month could be either way round; the mask must say `order`.
  case ambiguousDate
  /// `shift_date`: nobody said whom the date is about.
  case noPerson
  /// `shift_date`: the shifted date lies outside of the years 1 to 9999.
  case dateOutOfRange
  /// `generalize`: the value has nothing of the kind that the level keeps.
  case noLevel
  /// `synthetic`: no range of this category's values is set aside for documentation.
  case noReservedRange
  /// A reversal: it is no output of this operator, key and domain.
  case notOurs
  case crypto(CryptoError)
  case vault(VaultError)
}

extension MaskRefusal: CustomStringConvertible {
  package var description: String {
    switch self {
    case .tooFewValues:
      "fewer than a million values have this form, so that encryption in the format could be undone by trying"
    case .noFormat: "the value can't be encrypted in its format: only ASCII letters and digits can"
    case .noValidForm: "no valid value of the same format was found"
    case .noDate: "the value is no date of a known form"
    case .ambiguousDate:
      "day and month could be either way round; say `order: \"dmy\"` or `\"mdy\"`"
    case .noPerson: "it is not known whom the date is about; say `by:` in the mask"
    case .dateOutOfRange: "the shifted date lies outside of the years 1 to 9999"
    case .noLevel: "the value has nothing that this level of generalization keeps"
    case .noReservedRange:
      "no range of such values is set aside for examples; `pseudonym` or `encrypt_format` masks them"
    case .notOurs: "the value was not masked with this operator, key and domain"
    case .crypto(let error): error.description
    case .vault(let error): error.description
    }
  }
}
