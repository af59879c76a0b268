import WritModel

/// Keys, tokens and passwords.
enum SecretRules {
  static let entries: [ValidatorEntry] = [
    ValidatorEntry(
      "jwt", .raw, 16...4096, "The first part is base64url of a JSON object that names `alg`.",
      source: "RFC 7519, RFC 7515 section 4.1.1", rule: isTokenHeader),
    ValidatorEntry(
      "pem", .raw, 22...4096, "An armor line whose label is that of the END line, if one is there.",
      source: "RFC 7468", rule: isArmor),
    ValidatorEntry(
      "crc32_tail", .raw, 16...255,
      "The last six characters are, in base 62, the CRC-32 of those after the prefix.",
      source: "the vendors' token formats (GitHub, npm)",
      rule: CyclicRedundancy.hasTokenTail),
    ValidatorEntry(
      "secret_value", .raw, 4...4096,
      "Not a placeholder, a variable, a masked value, a word of code or one repeated character.",
      source: "own", rule: Placeholders.isReal),
    ValidatorEntry(
      "assigned_secret", .raw, 8...4096,
      "What follows the name and `=`, `:` or `is` is a secret_value, and no plain word after `is`.",
      source: "own", rule: isAssignment),
    ValidatorEntry(
      "mixed", .raw, 4...4096,
      "At least one digit and one letter, as random keys have and words have not.",
      source: "own"
    ) { bytes in
      var digits = 0
      var letters = 0
      for byte in bytes {
        if byte.isASCIIDigit { digits += 1 } else if byte.isASCIILetter { letters += 1 }
      }
      return digits > 0 && letters > 0
    },
    ValidatorEntry(
      "basic_auth", .raw, 4...4096, "Base64 of a user name, a colon and a password.",
      source: "RFC 7617", rule: isBasicCredential),
  ]

  /// `password = "hunter2"`: the value begins after the sign and any quotes.
  private static func isAssignment(_ bytes: Bytes) -> Bool {
    var index = 0
    while index < bytes.count, !isSign(bytes[index]) {
      if bytes[index] == 0x20, index + 3 < bytes.count, bytes[index + 1] | 0x20 == 0x69 { break }
      index += 1
    }
    guard index < bytes.count else { return false }
    let isSpoken = bytes[index] == 0x20
    if isSpoken {
      // ` is ` or ` ist `
      index += 1
      while index < bytes.count, bytes[index] != 0x20 { index += 1 }
    }
    while index < bytes.count, isSign(bytes[index]) || isGap(bytes[index]) { index += 1 }
    guard bytes.count - index >= 4 else { return false }
    let value = Bytes(rebasing: bytes[index...])
    guard Placeholders.isReal(value) else { return false }
    // In a sentence only what is no word is taken for a secret: `the password is wrong`.
    guard isSpoken || bytes.isEqual(0, "secret") else { return true }
    for byte in value where !byte.isASCIILetter && byte != UInt8(ascii: ".") && byte < 0x80 {
      return true
    }
    return false
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "=") || byte == UInt8(ascii: ":")
  }

  private static func isGap(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
      || byte == UInt8(ascii: ">")
  }

  private static func isTokenHeader(_ bytes: Bytes) -> Bool {
    guard let dot = bytes.firstIndex(of: UInt8(ascii: ".")), dot <= 2048 else { return false }
    return Base64.withDecoded(Bytes(rebasing: bytes[0..<dot])) { header in
      guard header.count >= 2, header[0] == UInt8(ascii: "{"),
        header[header.count - 1] == UInt8(ascii: "}")
      else { return false }
      for index in 0..<header.count where header.isEqual(index, "\"alg\"") { return true }
      return false
    }
  }

  private static func isBasicCredential(_ bytes: Bytes) -> Bool {
    Base64.withDecoded(bytes) { text in
      guard let colon = text.firstIndex(of: UInt8(ascii: ":")), colon > 0, colon + 1 < text.count
      else { return false }
      for byte in text where byte < 0x20 || byte == 0x7F { return false }
      return true
    }
  }

  private static func isArmor(_ bytes: Bytes) -> Bool {
    let dashes: StaticString = "-----"
    guard bytes.hasPrefix("-----BEGIN ") else { return false }
    var end = 11
    while end < bytes.count, bytes[end] != UInt8(ascii: "-") { end += 1 }
    guard end > 11, bytes.isEqual(end, dashes) else { return false }
    let label = 11..<end
    var index = end + 5
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "-"), bytes.isEqual(index, "-----END ") {
        let start = index + 9
        guard start + label.count <= bytes.count else { return false }
        for offset in 0..<label.count where bytes[start + offset] != bytes[11 + offset] {
          return false
        }
        return bytes.isEqual(start + label.count, dashes)
      }
      index += 1
    }
    return true
  }
}
