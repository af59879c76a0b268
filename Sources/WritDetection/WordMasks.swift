/// Where words begin in a text, and which bytes belong to them, as rules for masks.
enum WordMasks {
  private static let bytes = ByteSet((UInt8.min...UInt8.max).filter(WordHash.isWordByte))

  /// A word begins behind what is no part of one, and where a capital follows a small letter.
  static let starts = [
    StartRule(previous: bytes.complement, first: bytes),
    StartRule(previous: .lower, first: .upper),
  ]
  static let inside = [StartRule(first: bytes)]
}
