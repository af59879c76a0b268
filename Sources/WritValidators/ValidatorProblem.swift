/// Why a call of a validator cannot be bound, in words for the person who wrote it.
package struct ValidatorProblem: Error, Hashable, Sendable {
  package let message: String
  package let help: String

  init(_ message: String, help: String) {
    self.message = message
    self.help = help
  }
}
