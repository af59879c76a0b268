/// The names of columns, paths and log keys under which detectors expect their values.
struct NameIndex: Sendable {
  /// Words of a name, as they follow one another: `customer_ssn` has `ssn`.
  private var phrases: [UInt64: [Int32]] = [:]
  /// Names written as one word: `cardnumber`.
  private var joined: [UInt64: [Int32]] = [:]
  private var cues: Set<UInt64> = []
  private static let mostWords = 8

  init(_ names: [(detector: Int, names: [String])]) {
    for (detector, names) in names {
      for name in names {
        let bytes = Array(name.utf8)
        let words = WordList.hashes(of: bytes)
        if words.isEmpty { continue }
        phrases[WordList.phrase(words), default: []].append(Int32(detector))
        joined[WordList.joined(bytes), default: []].append(Int32(detector))
      }
    }
    cues = Set(NegativeCues.words.map { WordList.joined(Array($0.utf8)) })
  }

  struct Reading: Sendable {
    var detectors: [Int32] = []
    /// Whether a word of the key names other numbers.
    var isCue = false
  }

  /// Who expects values under this key.
  func read(_ key: some Collection<UInt8>) -> Reading {
    var reading = Reading()
    let words = WordList.hashes(of: key)
    if words.isEmpty || words.count > 64 { return reading }
    reading.detectors = joined[WordList.joined(key)] ?? []
    let last = words.suffix(Self.mostWords)
    for start in last.indices {
      for end in start..<last.endIndex {
        if let found = phrases[WordList.phrase(last[start...end])] { reading.detectors += found }
      }
    }
    reading.isCue = last.contains { cues.contains($0) }
    return reading
  }

  /// The key in front of a value, as logs, JSON, YAML and markup write it: `key=value`,
  /// `"key": "value"`, `<key>value`; nil where there is none.
  static func key(in bytes: UnsafeBufferPointer<UInt8>, before start: Int) -> Range<Int>? {
    let floor = max(0, start - longestKey - 8)
    var place = start
    func skip(_ fits: (UInt8) -> Bool, most: Int) {
      var count = 0
      while place > floor, count < most, fits(bytes[place - 1]) {
        place -= 1
        count += 1
      }
    }
    let quote: (UInt8) -> Bool = {
      $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "[")
        || $0 == UInt8(ascii: "\\")
    }
    skip(quote, most: 3)
    skip({ $0 == 0x20 || $0 == 0x09 }, most: 4)
    guard place > floor else { return nil }
    switch bytes[place - 1] {
    case UInt8(ascii: "="), UInt8(ascii: ":"): place -= 1
    case UInt8(ascii: ">"):
      place -= 1
      if place > floor, bytes[place - 1] == UInt8(ascii: "=") { place -= 1 }
    default: return nil
    }
    skip({ $0 == 0x20 || $0 == 0x09 }, most: 4)
    skip(quote, most: 2)
    let end = place
    skip(isKeyByte, most: longestKey)
    // A name that is longer than that is no name.
    if place == end || (place > 0 && place == floor && isKeyByte(bytes[place - 1])) { return nil }
    return place..<end
  }

  static let longestKey = 64

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    WordHash.isWordByte(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".")
  }
}
