/// Names as the language writes them, joined by points.
enum DottedName {
  /// Whether the text has so many parts, each a letter or `_` followed by letters, digits and `_`.
  static func isValid(_ text: String, parts: ClosedRange<Int>) -> Bool {
    let names = text.utf8.split(separator: 0x2E, omittingEmptySubsequences: false)
    return parts.contains(names.count)
      && names.allSatisfy { name in
        guard let first = name.first, isLetter(first) else { return false }
        return name.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) }
      }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
  }
}
