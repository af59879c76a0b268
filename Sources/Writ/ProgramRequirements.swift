import WritCrypto

/// What the program counts on once it runs.
package enum ProgramRequirements {
  package static var areMet: Bool { Digest.isAvailable }
}
