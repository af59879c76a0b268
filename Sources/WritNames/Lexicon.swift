/// All words of the lists with what they are, read once and looked up by hash.
struct Lexicon: Sendable {
  private var keys: [UInt64]
  private var flags: [UInt32]
  private var count = 0

  /// The lists of the program alone.
  static let builtIn = Lexicon()

  /// - Parameters:
  ///   - extra: a user's names beside those of the program.
  ///   - isKept: says whether a name is taken in; a way to measure how names outside the lists fare.
  init(extra: NameLists? = nil, isKept: (UInt64) -> Bool = { _ in true }) {
    keys = Array(repeating: 0, count: 1 << 16)
    flags = Array(repeating: 0, count: 1 << 16)
    let names: [([StaticString], WordFlags)] = [
      (FirstNames.frequent, .frequentFirst), (FirstNames.others, .first),
      (LastNames.frequent, .frequentLast), (LastNames.others, .last),
    ]
    for (lists, flag) in names {
      for list in lists { add(list.bytes, flag, isKept) }
    }
    for (list, flag) in Self.words { add(list.bytes, flag, { _ in true }) }
    for name in extra?.first ?? [] { add(name, [.frequentFirst]) }
    for name in extra?.last ?? [] { add(name, [.frequentLast]) }
  }

  /// Knows no word.
  init(isEmpty: Bool) {
    keys = [0]
    flags = [0]
  }

  private static let words: [(StaticString, WordFlags)] = [
    (OrdinaryWords.words, .ordinary), (OrdinaryWords.organizations, .organization),
    (OrdinaryWords.places, .place), (CueWords.titles, .title), (CueWords.greetings, .greeting),
    (CueWords.labels, .label), (CueWords.deeds, .deed), (CueWords.particles, .particle),
    (CueWords.suffixes, .suffix), (CueWords.locatives, .locative),
    (CueWords.companions, .companion), (StreetWords.english, .street),
    (StreetWords.sure, .sureStreet), (StreetWords.trailing, .trailingStreet),
    (StreetWords.leading, .leadingStreet), (StreetWords.units, .unit),
    (StreetWords.directions, .direction), (StreetWords.states, .state),
  ]

  @inline(__always)
  func flags(of hash: UInt64) -> WordFlags {
    let mask = keys.count &- 1
    var place = Int(truncatingIfNeeded: hash >> 1) & mask
    while keys[place] != 0 {
      if keys[place] == hash { return WordFlags(rawValue: flags[place]) }
      place = (place &+ 1) & mask
    }
    return []
  }

  private mutating func add(_ hash: UInt64, _ new: WordFlags) {
    if count &* 2 > keys.count { grow() }
    let mask = keys.count &- 1
    var place = Int(truncatingIfNeeded: hash >> 1) & mask
    while keys[place] != 0, keys[place] != hash { place = (place &+ 1) & mask }
    if keys[place] == 0 {
      keys[place] = hash
      count &+= 1
    }
    flags[place] |= new.rawValue
  }

  private mutating func grow() {
    let old = zip(keys, flags).filter { $0.0 != 0 }
    keys = Array(repeating: 0, count: keys.count &* 2)
    flags = Array(repeating: 0, count: keys.count)
    count = 0
    for (hash, flag) in old { add(hash, WordFlags(rawValue: flag)) }
  }

  /// One name of a user's list: its last word, and all words of it in one.
  private mutating func add(_ name: String, _ flag: WordFlags) {
    let bytes = Array(name.utf8)
    bytes.withUnsafeBufferPointer { buffer in
      for word in NameTokenizer.words(buffer) where !flags(of: word).contains(.particle) {
        add(word, flag)
      }
    }
  }

  /// Words are separated by blanks and line feeds; of those joined by `_` the last one counts, the
  /// ones before it being particles.
  private mutating func add(
    _ bytes: UnsafeBufferPointer<UInt8>, _ flag: WordFlags, _ isKept: (UInt64) -> Bool
  ) {
    var hash = WordHash()
    var isEmpty = true
    var index = 0
    func isBreak(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }
    while index <= bytes.count {
      if index == bytes.count || isBreak(bytes[index]) {
        if !isEmpty, isKept(hash.finished) { add(hash.finished, flag) }
        hash = WordHash()
        isEmpty = true
        index &+= 1
        continue
      }
      let byte = bytes[index]
      if byte == UInt8(ascii: "_") {
        hash = WordHash()
        isEmpty = true
      } else if byte < 0x80 {
        // Apostrophes and points within a word are left out, hyphens stay.
        if byte != UInt8(ascii: "'") && byte != UInt8(ascii: ".") {
          hash.add(UInt32(byte | 0x20))
          isEmpty = false
        }
      } else {
        let letter = LetterFolding.letter(bytes, index)
        if letter.folded != 0 {
          hash.add(letter.folded)
          isEmpty = false
        }
        index &+= letter.length &- 1
      }
      index &+= 1
    }
  }
}

extension StaticString {
  fileprivate var bytes: UnsafeBufferPointer<UInt8> {
    hasPointerRepresentation
      ? UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
      : UnsafeBufferPointer(start: nil, count: 0)
  }
}
