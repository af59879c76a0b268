/// Tells what kind of personal data a text holds, for `personal(x)`.
///
/// The answer depends on the text alone: engines ask once for what many rows hold, in any order and from any thread.
package protocol PersonalDataReading: Sendable {
  /// The dotted category of the surest find in these bytes, valid UTF-8; nil when nothing is found.
  func category(of text: UnsafeBufferPointer<UInt8>) -> String?

  /// The same, told apart from a text that could not be looked at to its end.
  func answer(for text: UnsafeBufferPointer<UInt8>) -> PersonalDataAnswer
}

/// What was found in a text.
package enum PersonalDataAnswer: Hashable, Sendable {
  /// The dotted category of the surest find.
  case category(String)
  case nothing
  /// Nothing was found, but a limit kept something from being looked at.
  case untold
}

extension PersonalDataReading {
  package func answer(for text: UnsafeBufferPointer<UInt8>) -> PersonalDataAnswer {
    category(of: text).map { .category($0) } ?? .nothing
  }
}
