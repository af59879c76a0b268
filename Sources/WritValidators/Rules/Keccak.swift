/// Keccak-256 as Ethereum uses it (the padding of the submission, not of FIPS 202).
enum Keccak {
  /// Whether the case of forty hexadecimal digits is that of EIP-55: a letter is upper case where
  /// the digest of the lower-case digits has a nibble of eight or more.
  static func isChecksummed(_ digits: Bytes) -> Bool {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 25) { state in
      state.initialize(repeating: 0)
      for index in 0..<40 {
        let byte = digits[index]
        xor(byte.isASCIIUpper ? byte | 0x20 : byte, into: state, at: index)
      }
      xor(0x01, into: state, at: 40)
      xor(0x80, into: state, at: 135)
      permute(state)
      for index in 0..<40 {
        let byte = UInt8(truncatingIfNeeded: state[index >> 4] >> UInt64((index >> 1 & 7) * 8))
        let nibble = index & 1 == 0 ? byte >> 4 : byte & 15
        if digits[index].isASCIILetter, digits[index].isASCIIUpper != (nibble >= 8) {
          return false
        }
      }
      return true
    }
  }

  private static func xor(
    _ byte: UInt8, into state: UnsafeMutableBufferPointer<UInt64>, at index: Int
  ) {
    state[index >> 3] ^= UInt64(byte) << UInt64((index & 7) * 8)
  }

  private static func rotate(_ lane: UInt64, _ count: Int) -> UInt64 {
    count == 0 ? lane : lane << UInt64(count) | lane >> UInt64(64 - count)
  }

  // The lanes' order and rotations of the steps rho and pi, starting from lane 1.
  private static let lanes: [Int] = [
    10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1,
  ]
  private static let rotations: [Int] = [
    1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44,
  ]
  private static let rounds: [UInt64] = [
    0x0000_0000_0000_0001, 0x0000_0000_0000_8082, 0x8000_0000_0000_808A, 0x8000_0000_8000_8000,
    0x0000_0000_0000_808B, 0x0000_0000_8000_0001, 0x8000_0000_8000_8081, 0x8000_0000_0000_8009,
    0x0000_0000_0000_008A, 0x0000_0000_0000_0088, 0x0000_0000_8000_8009, 0x0000_0000_8000_000A,
    0x0000_0000_8000_808B, 0x8000_0000_0000_008B, 0x8000_0000_0000_8089, 0x8000_0000_0000_8003,
    0x8000_0000_0000_8002, 0x8000_0000_0000_0080, 0x0000_0000_0000_800A, 0x8000_0000_8000_000A,
    0x8000_0000_8000_8081, 0x8000_0000_0000_8080, 0x0000_0000_8000_0001, 0x8000_0000_8000_8008,
  ]

  private static func permute(_ state: UnsafeMutableBufferPointer<UInt64>) {
    let lanes = lanes
    let rotations = rotations
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 5) { columns in
      for constant in rounds {
        for x in 0..<5 {
          columns[x] = state[x] ^ state[x + 5] ^ state[x + 10] ^ state[x + 15] ^ state[x + 20]
        }
        for x in 0..<5 {
          let mixed = columns[(x + 4) % 5] ^ rotate(columns[(x + 1) % 5], 1)
          for y in 0..<5 { state[x + 5 * y] ^= mixed }
        }
        var moved = state[1]
        for index in 0..<24 {
          let lane = lanes[index]
          let held = state[lane]
          state[lane] = rotate(moved, rotations[index])
          moved = held
        }
        for y in 0..<5 {
          for x in 0..<5 { columns[x] = state[x + 5 * y] }
          for x in 0..<5 {
            state[x + 5 * y] = columns[x] ^ (~columns[(x + 1) % 5] & columns[(x + 2) % 5])
          }
        }
        state[0] ^= constant
      }
    }
  }
}
