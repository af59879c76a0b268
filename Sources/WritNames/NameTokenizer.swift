/// Cuts a text into tokens and looks each word up.
struct NameTokenizer {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let lexicon: Lexicon
  private var index: Int
  private let end: Int

  /// Longer words are no names.
  private static let longestWord = 48

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ lexicon: Lexicon) {
    self.bytes = bytes
    self.lexicon = lexicon
    index = range.lowerBound
    end = range.upperBound
  }

  /// The hashes of a text's words, as the lists hold them.
  static func words(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt64] {
    var tokenizer = NameTokenizer(bytes, 0..<bytes.count, Lexicon(isEmpty: true))
    var tokens: [NameToken] = []
    tokenizer.read(into: &tokens)
    return tokens.filter(\.isWord).map(\.hash)
  }

  mutating func read(into tokens: inout [NameToken]) {
    tokens.removeAll(keepingCapacity: true)
    var gap: UInt8 = 0
    while index < end {
      let byte = bytes[index]
      if byte == 0x20 || byte == 0x09 || byte == 0x0D {
        gap = gap == 255 ? 255 : gap &+ 1
        index &+= 1
        continue
      }
      if byte == 0xC2, index &+ 1 < end, bytes[index &+ 1] == 0xA0 {
        gap = gap == 255 ? 255 : gap &+ 1
        index &+= 2
        continue
      }
      var token: NameToken
      if byte == 0x0A {
        token = NameToken(start: index, end: index &+ 1, kind: .newline)
        index &+= 1
      } else if byte &- 0x30 < 10 {
        let start = index
        while index < end, bytes[index] &- 0x30 < 10 { index &+= 1 }
        token = NameToken(start: start, end: index, kind: .number)
      } else if Self.isASCIILetter(byte) || byte >= 0x80 {
        token = word()
      } else {
        token = NameToken(start: index, end: index &+ 1, kind: .sign)
        index &+= 1
      }
      token.byte = byte
      token.gap = gap
      gap = 0
      tokens.append(token)
    }
  }

  @inline(__always)
  private static func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  @inline(__always)
  private func isLetter(at place: Int) -> Bool {
    guard place < end else { return false }
    let byte = bytes[place]
    if byte < 0x80 { return Self.isASCIILetter(byte) }
    return LetterFolding.letter(bytes, place).folded != 0
  }

  private mutating func word() -> NameToken {
    let start = index
    var whole = WordHash()
    var part = WordHash()
    var partFlags: WordFlags = []
    var parts = 1
    var capitals = 0
    var letters = 0
    var lowerThenUpper = 0
    var previousIsLower = false
    var startsUpper = false
    var isPossessive = false
    var tail = Tail()
    loop: while index < end {
      let byte = bytes[index]
      if Self.isASCIILetter(byte) {
        let isUpper = byte < 0x60
        if letters == 0 { startsUpper = isUpper }
        if isUpper {
          capitals &+= 1
          if previousIsLower { lowerThenUpper &+= 1 }
        }
        previousIsLower = !isUpper
        letters &+= 1
        whole.add(UInt32(byte | 0x20))
        part.add(UInt32(byte | 0x20))
        tail.add(byte | 0x20)
        index &+= 1
      } else if byte >= 0x80 {
        // A typographic apostrophe.
        if byte == 0xE2, letters > 0, index &+ 2 < end, bytes[index &+ 1] == 0x80,
          bytes[index &+ 2] == 0x99
        {
          if apostrophe(3, letters, &isPossessive) { break loop }
          previousIsLower = false
          continue
        }
        let letter = LetterFolding.letter(bytes, index)
        if letter.folded == 0 {
          if letters == 0 {
            index &+= letter.length
            return NameToken(start: start, end: min(index, end), kind: .sign)
          }
          break loop
        }
        if letters == 0 { startsUpper = letter.isUpper }
        if letter.isUpper {
          capitals &+= 1
          if previousIsLower { lowerThenUpper &+= 1 }
        }
        previousIsLower = !letter.isUpper
        letters &+= 1
        whole.add(letter.folded)
        part.add(letter.folded)
        tail.add(letter.folded < 0x80 ? UInt8(letter.folded) : 0x7F)
        index = min(index &+ letter.length, end)
      } else if byte == UInt8(ascii: "'"), letters > 0 {
        if apostrophe(1, letters, &isPossessive) { break loop }
        previousIsLower = false
      } else if byte == UInt8(ascii: "-"), letters > 0, isLetter(at: index &+ 1) {
        partFlags.formUnion(lexicon.flags(of: part.finished))
        part = WordHash()
        parts &+= 1
        whole.add(UInt32(byte))
        previousIsLower = false
        tail = Tail()
        index &+= 1
      } else {
        break loop
      }
    }
    var token = NameToken(start: start, end: index, kind: .word)
    if isPossessive {
      token.isPossessive = true
      index &+= bytes[index] == UInt8(ascii: "'") ? 2 : 4
    }
    token.hash = whole.finished
    token.flags = lexicon.flags(of: token.hash)
    if parts > 1, token.flags.isEmpty {
      partFlags.formUnion(lexicon.flags(of: part.finished))
      token.flags = partFlags.intersection([
        .frequentFirst, .first, .frequentLast, .last, .ordinary, .place,
      ])
    }
    token.hasSurnameEnding = tail.hasAny(SurnameEndings.all) && letters > 4
    token.hasStreetEnding = tail.hasAny(SurnameEndings.streets) && letters > 5
    token.shape = Self.shape(startsUpper, capitals, letters, lowerThenUpper, parts, token.flags)
    if letters > Self.longestWord || isCode(token) { token.shape = .mixed }
    return token
  }

  /// Steps over an apostrophe within a word; true where the word ends before it.
  private mutating func apostrophe(_ length: Int, _ letters: Int, _ isPossessive: inout Bool)
    -> Bool
  {
    let next = index &+ length
    if next < end, bytes[next] | 0x20 == UInt8(ascii: "s"), !isLetter(at: next &+ 1) {
      isPossessive = letters > 1
      if isPossessive { return true }
    }
    if !isLetter(at: next) { return true }
    index = next
    return false
  }

  private static func shape(
    _ startsUpper: Bool, _ capitals: Int, _ letters: Int, _ humps: Int, _ parts: Int,
    _ flags: WordFlags
  ) -> NameToken.Shape {
    if capitals == 0 { return .lower }
    if letters == 1 { return .initial }
    if capitals == letters { return .upper }
    if !startsUpper { return flags.hasAny(.anyName) && capitals == 1 ? .title : .mixed }
    if capitals <= parts { return .title }
    // McCoy, MacArthur, DeLuca, O'Neil, LeBron.
    if capitals == parts &+ 1, humps <= 1, letters > 4 || flags.hasAny(.anyName) {
      return humps == 0 || flags.hasAny(.anyName)
        || letters > 4 && capitals == 2 && humps == 1
          && flags.isEmpty && letters < 10
        ? .title : .mixed
    }
    return .mixed
  }

  /// Whether a word hangs on signs as identifiers, paths and addresses of the network do.
  private func isCode(_ token: NameToken) -> Bool {
    if token.start > 0 {
      switch bytes[token.start &- 1] {
      case UInt8(ascii: "_"), UInt8(ascii: "\\"), UInt8(ascii: "@"), UInt8(ascii: "#"),
        UInt8(ascii: "$"), UInt8(ascii: "%"), 0x30...0x39:
        return true
      case UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "-"):
        // `and/or` is a text's, `/or` a path's.
        if token.start > 1, bytes[token.start &- 1] == UInt8(ascii: ".") {
          return token.flags.isEmpty && !isLetter(at: token.start &- 2)
        }
        return bytes[token.start &- 1] == UInt8(ascii: "/")
      default: break
      }
    }
    guard token.end < end else { return false }
    switch bytes[token.end] {
    case UInt8(ascii: "_"), UInt8(ascii: "\\"), UInt8(ascii: "@"), UInt8(ascii: "("),
      UInt8(ascii: "="), UInt8(ascii: "/"), UInt8(ascii: "["), UInt8(ascii: "{"), 0x30...0x39:
      return true
    case UInt8(ascii: "."):
      // `Foo.bar` is code, `J.R. Smith` and `St.Denis` are not.
      return isLetter(at: token.end &+ 1) && bytes[token.end &+ 1] >= 0x61 && token.length > 3
    case UInt8(ascii: ":"):
      return token.end &+ 1 < end && bytes[token.end &+ 1] == UInt8(ascii: ":")
    default: return false
    }
  }

  /// The last letters of a word.
  struct Tail {
    private var letters: UInt64 = 0

    @inline(__always)
    mutating func add(_ letter: UInt8) { letters = letters << 8 | UInt64(letter) }

    func hasAny(_ endings: [SurnameEndings.Ending]) -> Bool {
      for ending in endings where letters & ending.mask == ending.value { return true }
      return false
    }
  }
}
