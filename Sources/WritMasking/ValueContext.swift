package import WritModel
package import WritValidators

/// What is known of a value that is to be masked.
package struct ValueContext: Sendable {
  /// The detector that found it: `payment_card`.
  package var detector: String
  package var category: DataCategory
  /// All of the detector's validators.
  package var validators: [Validator]
  /// Whom the value is about, for `shift_date`: all dates of one person move alike. For a text without a person, an id
  /// of the text.
  package var person: [UInt8]?

  package init(
    detector: String, category: DataCategory, validators: [Validator] = [], person: [UInt8]? = nil
  ) {
    self.detector = detector
    self.category = category
    self.validators = validators
    self.person = person
  }
}
