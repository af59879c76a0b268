/// Text from data made harmless: it can't move a cursor, recolor a terminal, turn the reading
/// direction, start a line of its own or be a command to a CI that reads the log.
package enum PrintableText {
  package static func line(_ text: String) -> String {
    isHarmless(text) ? text : withoutCommands(printable(text))
  }

  /// What most texts are: ASCII signs, and no two colons or hashes side by side.
  private static func isHarmless(_ text: String) -> Bool {
    var last: UInt8 = 0
    for byte in text.utf8 {
      if byte < 0x20 || byte >= 0x7F { return false }
      if byte == last, byte == UInt8(ascii: ":") || byte == UInt8(ascii: "#") { return false }
      last = byte
    }
    return true
  }

  /// Replaces the first sign of `::error file=x::text` at the start, of `##[group]`, `##vso[…]` and
  /// `##teamcity[…]` anywhere.
  private static func withoutCommands(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var hits = Set<Int>()
    if let start = bytes.firstIndex(where: { $0 != 0x20 }), isCommand(bytes[start...]) {
      hits.insert(start)
    }
    if bytes.count > 2 {
      for index in 0..<(bytes.count - 2) where bytes[index] == 0x23 && bytes[index + 1] == 0x23 {
        let rest = bytes[(index + 2)...].drop { isLetter($0) }
        if rest.first == 0x5B { hits.insert(index) }
      }
    }
    if hits.isEmpty { return text }
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      result += hits.contains(index) ? [0xEF, 0xBF, 0xBD] : [byte]
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// `::` name `::`, or `::` name, space, anything, `::`.
  private static func isCommand(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.starts(with: [0x3A, 0x3A]) else { return false }
    let name = text.dropFirst(2).prefix { isLetter($0) || $0 == 0x2D }
    let rest = text.dropFirst(2 + name.count)
    if name.isEmpty { return false }
    if rest.first != 0x20 { return rest.starts(with: [0x3A, 0x3A]) }
    return zip(rest, rest.dropFirst()).contains { $0 == 0x3A && $1 == 0x3A }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func printable(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: result.unicodeScalars.append(" ")
      case 0..<0x20, 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
        result.unicodeScalars.append("\u{FFFD}")
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
