/// Segregated-witness addresses of Bitcoin.
enum Bech32 {
  private static let alphabet: StaticString = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"

  /// By byte: the five bits, 255 for bytes outside the alphabet.
  private static let values: [UInt8] = {
    var table = [UInt8](repeating: .max, count: 256)
    for index in 0..<32 { table[Int(alphabet.utf8Start[index])] = UInt8(index) }
    return table
  }()

  /// A text of one case whose checksum is Bech32's for witness version 0, Bech32m's for later ones.
  static func isValid(_ bytes: Bytes) -> Bool {
    let values = values
    var upper = 0
    var lower = 0
    for byte in bytes {
      if byte.isASCIIUpper { upper += 1 }
      if byte.isASCIILower { lower += 1 }
    }
    guard upper == 0 || lower == 0, let one = bytes.lastIndex(of: UInt8(ascii: "1")), one >= 1,
      bytes.count - one > 7
    else { return false }
    var state: UInt32 = 1
    for index in 0..<one { state = step(state, UInt32(folded(bytes[index]) >> 5)) }
    state = step(state, 0)
    for index in 0..<one { state = step(state, UInt32(folded(bytes[index]) & 31)) }
    for index in one + 1..<bytes.count {
      let value = values[Int(folded(bytes[index]))]
      guard value < 32 else { return false }
      state = step(state, UInt32(value))
    }
    let version = values[Int(folded(bytes[one + 1]))]
    return version <= 16 && state == (version == 0 ? 1 : 0x2BC8_30A3)
  }

  private static func folded(_ byte: UInt8) -> UInt8 { byte.isASCIIUpper ? byte | 0x20 : byte }

  private static func step(_ state: UInt32, _ value: UInt32) -> UInt32 {
    let top = state >> 25
    var next = (state & 0x1FF_FFFF) << 5 ^ value
    if top & 1 != 0 { next ^= 0x3B6A_57B2 }
    if top & 2 != 0 { next ^= 0x2650_8E6D }
    if top & 4 != 0 { next ^= 0x1EA1_19FA }
    if top & 8 != 0 { next ^= 0x3D42_33DD }
    if top & 16 != 0 { next ^= 0x2A14_62B3 }
    return next
  }
}
