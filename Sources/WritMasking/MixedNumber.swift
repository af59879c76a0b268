/// A run of numerals of several radixes as one number in bits, for a cipher that knows one radix only.
struct MixedNumber {
  let radixes: [Int]
  /// Bits of the largest number.
  let bitCount: Int

  init(radixes: [Int]) {
    self.radixes = radixes
    bitCount = Self.bits(radixes.map { UInt8($0 - 1) }, radixes).count
  }

  /// The number's bits, the first one the highest.
  func bits(_ numerals: [UInt8]) -> [UInt8] {
    let bits = Self.bits(numerals, radixes)
    return [UInt8](repeating: 0, count: max(0, bitCount - bits.count)) + bits
  }

  private static func bits(_ numerals: [UInt8], _ radixes: [Int]) -> [UInt8] {
    var limbs: [UInt32] = []
    for (numeral, radix) in zip(numerals, radixes) {
      var carry = UInt64(numeral)
      for index in limbs.indices {
        let product = UInt64(limbs[index]) &* UInt64(radix) &+ carry
        limbs[index] = UInt32(truncatingIfNeeded: product)
        carry = product >> 32
      }
      if carry > 0 { limbs.append(UInt32(truncatingIfNeeded: carry)) }
    }
    var bits: [UInt8] = []
    for limb in limbs.reversed() {
      for shift in stride(from: UInt32(31), through: 0, by: -1) {
        bits.append(UInt8(limb >> shift & 1))
        if shift == 0 { break }
      }
    }
    return Array(bits.drop { $0 == 0 })
  }

  /// Nil for a number that is too large.
  func numerals(_ bits: [UInt8]) -> [UInt8]? {
    var limbs: [UInt32] = []
    var number: UInt32 = 0
    // Highest first; the first word takes what is left over.
    for (index, bit) in bits.enumerated() {
      number = number << 1 | UInt32(bit)
      if (bits.count - 1 - index) % 32 == 0 {
        limbs.append(number)
        number = 0
      }
    }
    var numerals: [UInt8] = []
    for radix in radixes.reversed() {
      var rest: UInt64 = 0
      for index in limbs.indices {
        let value = rest << 32 | UInt64(limbs[index])
        limbs[index] = UInt32(truncatingIfNeeded: value / UInt64(radix))
        rest = value % UInt64(radix)
      }
      numerals.append(UInt8(truncatingIfNeeded: rest))
    }
    return limbs.allSatisfy { $0 == 0 } ? numerals.reversed() : nil
  }
}
