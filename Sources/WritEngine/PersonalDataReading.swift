/// Tells what kind of personal data a text holds, for `personal(x)`.
///
/// The answer depends on the text alone: engines ask once for what many rows hold, in any order and from any thread.
package protocol PersonalDataReading: Sendable {
  /// The dotted category of the surest find in these bytes, valid UTF-8; nil when nothing is found.
  func category(of text: UnsafeBufferPointer<UInt8>) -> String?
}
