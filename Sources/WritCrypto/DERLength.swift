/// The outermost element of a DER file.
enum DERLength {
  /// Whether the bytes are one sequence of definite length and nothing after it: libcrypto reads on where more follows.
  static func isWhole(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 2, bytes[0] == 0x30 else { return false }
    if bytes[1] < 0x80 { return bytes.count == 2 + Int(bytes[1]) }
    let count = Int(bytes[1] & 0x7F)
    guard (1...4).contains(count), bytes.count >= 2 + count else { return false }
    let length = bytes[2..<(2 + count)].reduce(0) { $0 << 8 | Int($1) }
    return bytes.count == 2 + count + length
  }
}
