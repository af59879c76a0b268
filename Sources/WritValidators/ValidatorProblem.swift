/// Why a call of a validator cannot be bound, in words for the person who wrote it.
package struct ValidatorProblem: Error, Hashable, Sendable {
  package let reason: String
  package let help: String

  init(_ reason: String, help: String) {
    self.reason = reason
    self.help = help
  }
}
