/// The arithmetic the rules share. All of it takes bytes already known to be digits, or digits and
/// upper-case letters.
enum CheckSums {
  /// The sum of values times weights, from a start. A weight is one base-36 character: "A" is 10.
  @inline(__always)
  static func weighted(_ bytes: Bytes, _ weights: StaticString, from start: Int = 0) -> Int {
    var sum = 0
    let base = weights.utf8Start
    for index in 0..<weights.utf8CodeUnitCount {
      sum &+= bytes.value(start &+ index) &* base[index].base36
    }
    return sum
  }

  /// The Luhn sum of the digits of a range, from the last one leftwards, two at a time.
  /// ISO/IEC 7812-1 annex B.
  static func luhn(_ bytes: Bytes, _ range: Range<Int>) -> Int {
    var sum: UInt32 = 0
    var index = range.upperBound
    let start = range.lowerBound
    while index &- 1 > start {
      let doubled = UInt32(bytes[index &- 2] & 15) &* 2
      // The digit sum of 10 to 18 is nine less.
      sum &+= UInt32(bytes[index &- 1] & 15) &+ doubled &- (doubled > 9 ? 9 : 0)
      index &-= 2
    }
    if index > start { sum &+= UInt32(bytes[start] & 15) }
    return Int(sum)
  }

  /// The Luhn sum with a letter counting as its value from 10 to 35 (Cartão de Cidadão).
  static func luhnOfLetters(_ bytes: Bytes) -> Int {
    var sum = 0
    var index = bytes.count
    var doubles = false
    while index > 0 {
      index &-= 1
      let value = bytes.value(index) &* (doubles ? 2 : 1)
      sum &+= doubles && value > 9 ? value &- 9 : value
      doubles.toggle()
    }
    return sum
  }

  static func isLuhn(_ bytes: Bytes) -> Bool { luhn(bytes, 0..<bytes.count) % 10 == 0 }

  static func isLuhn(_ bytes: Bytes, _ range: Range<Int>) -> Bool { luhn(bytes, range) % 10 == 0 }

  /// The Luhn sum with each letter written as the two digits of its value (ISO 6166).
  static func luhnOfExpandedLetters(_ bytes: Bytes) -> Int {
    var sum = 0
    var doubles = false
    var index = bytes.count
    func add(_ digit: Int) {
      let value = doubles ? digit &* 2 : digit
      sum &+= value > 9 ? value &- 9 : value
      doubles.toggle()
    }
    while index > 0 {
      index &-= 1
      let value = bytes.value(index)
      add(value % 10)
      if value > 9 { add(value / 10) }
    }
    return sum
  }

  /// Luhn in base 36 (GSTIN).
  static func isLuhn36(_ bytes: Bytes) -> Bool {
    var sum = 0
    var doubles = false
    var index = bytes.count
    while index > 0 {
      index &-= 1
      let value = bytes.value(index) &* (doubles ? 2 : 1)
      sum &+= value / 36 &+ value % 36
      doubles.toggle()
    }
    return sum % 36 == 0
  }

  /// ISO/IEC 7064 MOD 97-10, continued from `start`; a letter counts as two digits.
  static func mod97(_ bytes: Bytes, _ range: Range<Int>, from start: Int = 0) -> Int {
    var remainder = UInt64(truncatingIfNeeded: start)
    for index in range {
      let byte = bytes[index]
      let value = UInt64(byte &- (byte.isASCIIDigit ? 0x30 : 0x37))
      remainder = remainder &* (value > 9 ? 100 : 10) &+ value
      // Divided only when the next step could pass 64 bits.
      if remainder > 0x00FF_FFFF_FFFF_FFFF { remainder %= 97 }
    }
    return Int(remainder % 97)
  }

  /// ISO/IEC 7064 hybrid systems MOD 11,10 and MOD 37,36.
  static func isHybrid(_ bytes: Bytes, _ range: Range<Int>, modulus: Int) -> Bool {
    var product = modulus
    for index in range.dropLast() {
      let sum = (product &+ bytes.value(index)) % modulus
      product = (sum == 0 ? modulus : sum) &* 2 % (modulus &+ 1)
    }
    return (product &+ bytes.value(range.upperBound &- 1)) % modulus == 1
  }

  static func isMod11_10(_ bytes: Bytes) -> Bool {
    isHybrid(bytes, 0..<bytes.count, modulus: 10)
  }

  /// ISO/IEC 7064 MOD 11-2; the last character may be X for ten.
  static func isMod11_2(_ bytes: Bytes) -> Bool {
    let last = bytes.count &- 1
    var product = 0
    for index in 0..<last { product = (product &+ bytes.value(index)) &* 2 % 11 }
    let check = bytes[last] == UInt8(ascii: "X") ? 10 : bytes.value(last)
    return (product &+ check) % 11 == 1
  }

  // The group of the pentagon: J. Verhoeff, Error Detecting Decimal Codes, 1969.
  private static let product: StaticString = """
    0123456789\
    1234067895\
    2340178956\
    3401289567\
    4012395678\
    5987604321\
    6598710432\
    7659821043\
    8765932104\
    9876543210
    """
  private static let permutation: StaticString = """
    0123456789\
    1576283094\
    5803796142\
    8916043527\
    9453126870\
    4286573901\
    2793806415\
    7046913258
    """

  /// Whether the digits of a range followed by a check digit obey Verhoeff's scheme.
  static func isVerhoeff(_ bytes: Bytes, _ payload: Range<Int>, check: Int) -> Bool {
    let product = product.utf8Start
    let permutation = permutation.utf8Start
    var state = bytes.value(check)
    var place = 1
    var index = payload.upperBound
    while index > payload.lowerBound {
      index &-= 1
      let permuted = Int(permutation[(place & 7) &* 10 &+ bytes.value(index)] &- 0x30)
      state = Int(product[state &* 10 &+ permuted] &- 0x30)
      place &+= 1
    }
    return state == 0
  }

  // H. M. Damm, Total anti-symmetrische Quasigruppen, 2004.
  private static let quasigroup: StaticString = """
    0317598642\
    7092154863\
    4206871359\
    1750983426\
    6123045978\
    3674209581\
    5869720134\
    8945362017\
    9438617205\
    2581436790
    """

  static func isDamm(_ bytes: Bytes) -> Bool {
    let table = quasigroup.utf8Start
    var state = 0
    for index in 0..<bytes.count {
      state = Int(table[state &* 10 &+ bytes.value(index)] &- 0x30)
    }
    return state == 0
  }

  /// `modulus` less the remainder of a sum; the eleven of a remainder of zero is zero.
  @inline(__always)
  static func complement(_ sum: Int, _ modulus: Int) -> Int {
    (modulus &- sum % modulus) % modulus
  }
}
