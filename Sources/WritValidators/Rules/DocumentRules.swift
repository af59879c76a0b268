import WritModel

/// Machine-readable travel documents.
enum DocumentRules {
  static let entries: [ValidatorEntry] = [
    ValidatorEntry(
      "mrz", .raw, 30...100,
      "The lines of a TD1, TD2 or TD3 document, or a TD3's second alone, with their check digits.",
      source: "ICAO Doc 9303 parts 3 to 6", rule: MachineReadableZone.isValid),
    ValidatorEntry(
      "icao_731", .compact, 2...40,
      "The last digit is the weighted sum of the others by 7, 3, 1 modulo ten.",
      source: "ICAO Doc 9303 part 3 section 4.9", check: .lastDigit
    ) { bytes in
      bytes.isDigit(bytes.count - 1)
        && MachineReadableZone.checkDigit(bytes, 0..<bytes.count - 1) == bytes.lastValue
    },
  ]
}

/// The machine-readable zone of passports, visas and identity cards.
enum MachineReadableZone {
  static func isValid(_ bytes: Bytes) -> Bool {
    var starts = (0, 0, 0)
    var lines = 0
    var length = 0
    var index = 0
    while index < bytes.count {
      let start = index
      while index < bytes.count, isCharacter(bytes[index]) { index += 1 }
      let run = index - start
      guard run > 0 else { return false }
      if lines == 0 { length = run }
      guard run == length, lines < 3 else { return false }
      switch lines {
      case 0: starts.0 = start
      case 1: starts.1 = start
      default: starts.2 = start
      }
      lines += 1
      while index < bytes.count, isBreak(bytes[index]) { index += 1 }
    }
    switch (lines, length) {
    case (1, 44): return isPassportLine(bytes, starts.0)
    case (2, 44): return isPassportLine(bytes, starts.1)
    case (1, 36): return isCardLine(bytes, starts.0)
    case (2, 36): return isCardLine(bytes, starts.1)
    case (3, 30): return isSmallCard(bytes, starts.0, starts.1)
    default: return false
    }
  }

  /// The weighted sum by 7, 3, 1 of letters, digits and fillers, modulo ten.
  static func checkDigit(_ bytes: Bytes, _ range: Range<Int>, from place: Int = 0) -> Int {
    sum(bytes, range, from: place) % 10
  }

  private static func sum(_ bytes: Bytes, _ range: Range<Int>, from place: Int) -> Int {
    var sum = 0
    var place = place
    for index in range {
      let weight = place % 3 == 0 ? 7 : place % 3 == 1 ? 3 : 1
      sum &+= (bytes[index] == filler ? 0 : bytes.value(index)) &* weight
      place &+= 1
    }
    return sum
  }

  private static let filler = UInt8(ascii: "<")

  private static func isCharacter(_ byte: UInt8) -> Bool {
    byte.isASCIIUpper || byte.isASCIIDigit || byte == filler
  }

  private static func isBreak(_ byte: UInt8) -> Bool {
    byte == 0x0A || byte == 0x0D || byte == 0x20
  }

  /// A field and the digit after it; a filler stands for zero.
  private static func holds(_ bytes: Bytes, _ start: Int, _ length: Int) -> Bool {
    let check = bytes[start &+ length]
    let digit = check == filler ? 0 : check.isASCIIDigit ? check.base36 : -1
    return checkDigit(bytes, start..<start &+ length) == digit
  }

  /// The second line of a TD3: number, birth, expiry, personal number, and all of them.
  private static func isPassportLine(_ bytes: Bytes, _ start: Int) -> Bool {
    guard holds(bytes, start, 9), holds(bytes, start &+ 13, 6), holds(bytes, start &+ 21, 6),
      holds(bytes, start &+ 28, 14)
    else { return false }
    var total = sum(bytes, start..<start &+ 10, from: 0)
    total &+= sum(bytes, start &+ 13..<start &+ 20, from: 10)
    total &+= sum(bytes, start &+ 21..<start &+ 43, from: 17)
    return bytes.isDigit(start &+ 43) && total % 10 == bytes.value(start &+ 43)
  }

  private static func isCardLine(_ bytes: Bytes, _ start: Int) -> Bool {
    guard holds(bytes, start, 9), holds(bytes, start &+ 13, 6), holds(bytes, start &+ 21, 6)
    else { return false }
    var total = sum(bytes, start..<start &+ 10, from: 0)
    total &+= sum(bytes, start &+ 13..<start &+ 20, from: 10)
    total &+= sum(bytes, start &+ 21..<start &+ 35, from: 17)
    return bytes.isDigit(start &+ 35) && total % 10 == bytes.value(start &+ 35)
  }

  private static func isSmallCard(_ bytes: Bytes, _ first: Int, _ second: Int) -> Bool {
    // A document number longer than nine goes on in the optional field, its digit at the end there.
    let isLong = bytes[first &+ 14] == filler
    guard isLong || holds(bytes, first &+ 5, 9), holds(bytes, second, 6),
      holds(bytes, second &+ 8, 6)
    else { return false }
    var total = sum(bytes, first &+ 5..<first &+ 30, from: 0)
    total &+= sum(bytes, second..<second &+ 7, from: 25)
    total &+= sum(bytes, second &+ 8..<second &+ 15, from: 32)
    total &+= sum(bytes, second &+ 18..<second &+ 29, from: 39)
    return bytes.isDigit(second &+ 29) && total % 10 == bytes.value(second &+ 29)
  }
}
