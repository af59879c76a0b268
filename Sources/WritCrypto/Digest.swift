import COpenSSL

/// SHA-256 and the keyed digest made from it.
public enum Digest {
  private static let size = 32
  private static let blockSize = 64

  /// Whether libcrypto gives SHA-256; a program that asks once at its start may count on it from then on.
  public static var isAvailable: Bool { !sha256([]).isEmpty }

  /// 32 bytes; empty only where libcrypto offers no SHA-256.
  public static func sha256(_ bytes: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: size)
    return EVP_Digest(bytes, bytes.count, &digest, nil, EVP_sha256(), nil) == 1 ? digest : []
  }

  /// 64 lower-case hexadecimal digits.
  public static func sha256Hex(_ bytes: [UInt8]) -> String { hex(sha256(bytes)) }

  /// Of the text's UTF-8 bytes.
  public static func sha256Hex(_ text: String) -> String { sha256Hex(Array(text.utf8)) }

  /// RFC 2104 over SHA-256, 32 bytes.
  public static func hmacSHA256(key: [UInt8], _ message: [UInt8]) -> [UInt8] {
    var block = key.count > blockSize ? sha256(key) : key
    block += repeatElement(0, count: blockSize - block.count)
    let inner = sha256(block.map { $0 ^ 0x36 } + message)
    return sha256(block.map { $0 ^ 0x5C } + inner)
  }

  /// Lower-case hexadecimal digits.
  public static func hex(_ bytes: [UInt8]) -> String {
    var digits: [UInt8] = []
    digits.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      for half in [byte >> 4, byte & 0xF] {
        digits.append(half < 10 ? UInt8(ascii: "0") + half : UInt8(ascii: "a") + half - 10)
      }
    }
    return String(decoding: digits, as: UTF8.self)
  }
}
