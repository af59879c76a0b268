/// The names of columns, paths and log keys under which detectors expect their values.
struct NameIndex: Sendable {
  /// Words of a name, as they follow one another: `customer_ssn` has `ssn`.
  private var phrases: [UInt64: [Int32]] = [:]
  /// Names written as one word: `cardnumber`.
  private var joined: [UInt64: [Int32]] = [:]
  /// Words of the names, and the names written as one word.
  private let known: HashTable
  private static let mostWords = 8

  init(_ names: [(detector: Int, names: [String])]) {
    var known: [UInt64: Int32] = [:]
    for (detector, names) in names {
      for name in names {
        let bytes = Array(name.utf8)
        let words = WordList.hashes(of: bytes)
        if words.isEmpty { continue }
        for word in words { known[word] = 0 }
        known[WordList.joined(bytes)] = 0
        phrases[WordList.phrase(words), default: []].append(Int32(detector))
        joined[WordList.joined(bytes), default: []].append(Int32(detector))
      }
    }
    self.known = HashTable(known)
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
    reading.isCue = last.contains { NegativeCues.hashes.contains($0) }
    return reading
  }

  /// Whether some word of a key is one of a name's: most keys have none.
  func mayName(_ key: UnsafeBufferPointer<UInt8>) -> Bool {
    var word = WordHash()
    var whole = WordHash()
    var previous: UInt8 = 0
    var length = 0
    for byte in key {
      let isInside = WordHash.isWordByte(byte)
      let isHump = WordHash.isUpper(byte) && previous >= 0x61 && previous <= 0x7A
      if length > 0, !isInside || isHump {
        if known.mayHold(word.finished) { return true }
        word = WordHash()
        length = 0
      }
      if isInside {
        let folded = WordHash.folded(byte, after: previous)
        word.add(folded)
        whole.add(folded)
        length &+= 1
      }
      previous = byte
    }
    return (length > 0 && known.mayHold(word.finished)) || known.mayHold(whole.finished)
  }

  /// The key in front of a value, as logs, JSON, YAML and markup write it: `key=value`,
  /// `"key": "value"`, `<key>value`; nil where there is none.
  static func key(in bytes: UnsafeBufferPointer<UInt8>, before start: Int) -> Range<Int>? {
    guard let text = bytes.baseAddress, start > 1 else { return nil }
    let floor = max(0, start &- longestKey &- 8)
    var place = start
    // Behind a key's sign: spaces, then quotes, a bracket or a backslash.
    while place > floor, start &- place < 3, isQuote(text[place &- 1]) { place &-= 1 }
    let behindSpaces = place
    while place > floor, behindSpaces &- place < 4, isBlank(text[place &- 1]) { place &-= 1 }
    guard place > floor else { return nil }
    switch text[place &- 1] {
    case UInt8(ascii: "="), UInt8(ascii: ":"): place &-= 1
    case UInt8(ascii: ">"):
      place &-= 1
      if place > floor, text[place &- 1] == UInt8(ascii: "=") { place &-= 1 }
    default: return nil
    }
    let beforeSign = place
    while place > floor, beforeSign &- place < 4, isBlank(text[place &- 1]) { place &-= 1 }
    let behindQuotes = place
    while place > floor, behindQuotes &- place < 2, isQuote(text[place &- 1]) { place &-= 1 }
    let end = place
    while place > floor, isKeyByte(text[place &- 1]) { place &-= 1 }
    // A name that is longer than that is no name.
    if place == end || (place > 0 && place == floor && isKeyByte(text[place &- 1])) { return nil }
    return place..<end
  }

  @inline(__always)
  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  @inline(__always)
  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "[")
      || byte == UInt8(ascii: "\\")
  }

  static let longestKey = 64

  @inline(__always)
  private static func isKeyByte(_ byte: UInt8) -> Bool {
    WordHash.isWordByte(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".")
  }
}
