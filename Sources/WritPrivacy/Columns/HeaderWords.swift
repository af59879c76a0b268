/// The words of a column's name: `custEmail`, `E-Mail-Adresse` and `EMAIL_ADDRESS` are written differently only.
struct HeaderWords {
  let words: [[UInt8]]

  init(_ name: some Collection<UInt8>) {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    var last: UInt8 = 0
    func end() {
      if !word.isEmpty { words.append(word) }
      word = []
    }
    let bytes = Array(name.prefix(256))
    for (index, byte) in bytes.enumerated() {
      let isUpper = byte &- 0x41 < 26
      let isDigit = byte &- 0x30 < 10
      let isLetter = isUpper || byte &- 0x61 < 26 || byte >= 0x80
      guard isLetter || isDigit else {
        end()
        last = 0
        continue
      }
      let lastIsLower = last &- 0x61 < 26
      let lastIsUpper = last &- 0x41 < 26
      let nextIsLower = index + 1 < bytes.count && bytes[index + 1] &- 0x61 < 26
      if isUpper && (lastIsLower || lastIsUpper && nextIsLower && word.count > 1)
        || isDigit != (last &- 0x30 < 10) && last != 0
      {
        end()
      }
      word.append(isUpper ? byte | 0x20 : byte)
      last = byte
    }
    end()
    self.words = words
  }

  /// Says nothing about what the column holds: `col_1`, `field7`, `x`, `3`, ``.
  var isOpaque: Bool {
    words.allSatisfy { word in
      word.count == 1 || word.allSatisfy { $0 &- 0x30 < 10 } || Self.empty.contains(word)
    }
  }

  /// Words behind a name that leave its meaning: `phone_number`, `city_name`, `ssn_2`.
  static func isFiller(_ word: [UInt8]) -> Bool {
    word.allSatisfy { $0 &- 0x30 < 10 } || fillers.contains(word)
  }

  private static func set(_ words: String...) -> Set<[UInt8]> { Set(words.map { Array($0.utf8) }) }

  private static let empty = set(
    "col", "column", "field", "fld", "value", "val", "attr", "attribute", "data", "unnamed", "var",
    "variable", "spalte", "feld", "f", "c", "v")
  private static let fillers = set(
    "number", "num", "no", "nr", "nbr", "id", "code", "value", "val", "text", "txt", "str", "raw",
    "field", "primary", "main", "home", "work", "private", "nummer", "numero", "line", "full",
    "clean", "orig", "original", "new", "old", "current", "address", "adresse")
}

/// Finds which types a column's name speaks of.
struct HeaderIndex: Sendable {
  struct Match: Hashable {
    var type: Int
    /// The name ends with it: `patient_phone`, not `phone_verified`.
    var isHead: Bool
    /// The number of words, or 0 for the whole name written together.
    var length: Int
  }

  private var phrases: [[UInt8]: [Int]] = [:]
  private static let mostWords = 6

  /// - Parameter phrases: of each type, its words in lower case with any separators.
  init(_ phrases: [(type: Int, phrase: String)]) {
    for (type, phrase) in phrases {
      let words = HeaderWords(Array(phrase.utf8)).words
      if words.isEmpty { continue }
      var keys: Set<[UInt8]> = [Self.key(words[...])]
      keys.insert(words.flatMap { $0 })
      for key in keys where self.phrases[key]?.contains(type) != true {
        self.phrases[key, default: []].append(type)
      }
    }
  }

  private static func key(_ words: ArraySlice<[UInt8]>) -> [UInt8] {
    Array(words.joined(separator: [0x20]))
  }

  /// Every type the name speaks of; a phrase within a longer one that is known too does not count.
  func matches(_ header: HeaderWords) -> [Match] {
    let words = header.words
    var found: [(range: Range<Int>, types: [Int])] = []
    for start in words.indices {
      for end in (start + 1)...min(words.count, start + Self.mostWords) {
        let part = words[start..<end]
        var types = phrases[Self.key(part)] ?? []
        if part.count > 1 { types += phrases[part.flatMap { $0 }] ?? [] }
        if !types.isEmpty { found.append((start..<end, types)) }
      }
    }
    var matches: [Match] = []
    for (range, types) in found {
      let isWithin = found.contains {
        $0.range.count > range.count && $0.range.lowerBound <= range.lowerBound
          && $0.range.upperBound >= range.upperBound
      }
      if isWithin { continue }
      let isHead = words[range.upperBound...].allSatisfy(HeaderWords.isFiller)
      for type in types {
        let match = Match(type: type, isHead: isHead, length: range.count)
        if let index = matches.firstIndex(where: { $0.type == type }) {
          matches[index].isHead = matches[index].isHead || isHead
        } else {
          matches.append(match)
        }
      }
    }
    return matches
  }

  /// Whether any of these words is in the name.
  static func has(_ words: Set<[UInt8]>, _ header: HeaderWords) -> Bool {
    header.words.contains { words.contains($0) }
  }
}
