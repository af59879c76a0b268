import WritModel

/// Addresses of Bitcoin and Ethereum and of coins that write theirs alike.
enum CryptocurrencyRules {
  static let entries: [ValidatorEntry] = [
    ValidatorEntry(
      "base58check", .raw, 25...36,
      "Base 58 of 25 bytes, the last four being the start of the double SHA-256 of the others.",
      source: "Bitcoin developer reference, Base58Check", rule: isBase58Check),
    ValidatorEntry(
      "bech32", .raw, 14...90, "A checksum of BIP 173 or BIP 350 for a witness program.",
      source: "BIP 173, BIP 350", rule: Bech32.isValid),
    ValidatorEntry(
      "bitcoin_address", .raw, 14...90, "Base58Check that begins with 1 or 3, or Bech32 with bc1.",
      source: "Bitcoin developer reference, BIP 173, BIP 350"
    ) { bytes in
      switch bytes[0] {
      case UInt8(ascii: "1"), UInt8(ascii: "3"):
        return (25...36).contains(bytes.count) && isBase58Check(bytes)
      case UInt8(ascii: "b"): return bytes.hasPrefix("bc1") && Bech32.isValid(bytes)
      case UInt8(ascii: "B"): return bytes.hasPrefix("BC1") && Bech32.isValid(bytes)
      default: return false
      }
    },
    ValidatorEntry(
      "eip55", .raw, 42...42,
      "0x and forty hexadecimal digits; in mixed case the letters' case is the checksum.",
      source: "EIP-55", rule: isEthereum),
  ]

  private static let alphabet: StaticString =
    "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"

  /// By byte: the value in base 58, 255 for bytes outside the alphabet.
  private static let values: [UInt8] = {
    var table = [UInt8](repeating: .max, count: 256)
    for index in 0..<58 { table[Int(alphabet.utf8Start[index])] = UInt8(index) }
    return table
  }()

  private static func isBase58Check(_ bytes: Bytes) -> Bool {
    let values = values
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 25) { number in
      number.initialize(repeating: 0)
      for byte in bytes {
        var carry = Int(values[Int(byte)])
        guard carry < 58 else { return false }
        var place = 25
        while place > 0 {
          place -= 1
          carry += Int(number[place]) * 58
          number[place] = UInt8(truncatingIfNeeded: carry)
          carry >>= 8
        }
        guard carry == 0 else { return false }
      }
      // Each leading 1 is a leading zero byte, and the other way around.
      var ones = 0
      while ones < bytes.count, bytes[ones] == UInt8(ascii: "1") { ones += 1 }
      var zeros = 0
      while zeros < 25, number[zeros] == 0 { zeros += 1 }
      guard ones == zeros else { return false }
      let digest = SHA256.digest(of: Bytes(rebasing: number[0..<21]))
      let check = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { first in
        digest.write(into: first)
        return SHA256.digest(of: Bytes(rebasing: first[0..<32])).firstWord
      }
      for index in 0..<4
      where number[21 + index] != UInt8(truncatingIfNeeded: check >> UInt32(24 - 8 * index)) {
        return false
      }
      return true
    }
  }

  private static func isEthereum(_ bytes: Bytes) -> Bool {
    guard bytes.hasPrefix("0x") else { return false }
    var upper = 0
    var lower = 0
    for index in 2..<42 {
      guard bytes[index].isHexadecimal else { return false }
      if bytes[index].isASCIIUpper { upper += 1 }
      if bytes[index].isASCIILower { lower += 1 }
    }
    if Bytes(rebasing: bytes[2..<42]).isUniform { return false }
    return upper == 0 || lower == 0 || Keccak.isChecksummed(Bytes(rebasing: bytes[2..<42]))
  }
}
