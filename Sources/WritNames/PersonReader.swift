/// Reads names of persons from the tokens of a text.
///
/// A run is a row of capitalized words, with particles and initials between them. What is said of a
/// run depends on it and on the few tokens beside it.
struct PersonReader {
  private let tokens: [NameToken]
  private(set) var finds: [NameFind] = []

  private static let longestRun = 10
  /// Finds below these odds are not worth telling.
  private static let floor = -1_500

  init(_ tokens: [NameToken]) { self.tokens = tokens }

  mutating func read() {
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      if token.isCapitalized {
        let end = endOfRun(index)
        if end &- index <= Self.longestRun &* 2 { judge(index..<end) }
        index = end
      } else {
        if token.isWord, token.shape == .lower { readLowerCase(index) }
        index &+= 1
      }
    }
    joinLastFirst()
  }

  // MARK: Runs

  private func endOfRun(_ start: Int) -> Int {
    var end = start &+ 1
    while end < tokens.count {
      let token = tokens[end]
      let previous = tokens[end &- 1]
      if previous.isPossessive { break }
      if token.isCapitalized, token.gap <= 1 || token.gap == 2 {
        if token.gap == 0, !previous.isSign(".") { break }
        end &+= 1
        continue
      }
      // The point of an initial, a title, `Jr.`
      if token.isSign("."), token.gap == 0, previous.isWord,
        previous.shape == .initial || previous.length < 4 && isAbbreviation(previous),
        end &+ 1 < tokens.count, tokens[end &+ 1].isCapitalized, tokens[end &+ 1].gap <= 1
      {
        end &+= 1
        continue
      }
      // Particles, when a capitalized word follows.
      if token.isWord, token.shape == .lower, token.flags.contains(.particle), token.gap == 1 {
        var next = end &+ 1
        while next < tokens.count, next < end &+ 3, tokens[next].isWord,
          tokens[next].shape == .lower, tokens[next].flags.contains(.particle)
        {
          next &+= 1
        }
        let isShort = token.length == 1 || token.length == 2
        if next < tokens.count, tokens[next].isCapitalized, tokens[next].gap <= 1,
          !isShort || tokens[next].flags.hasAny(.anyName) && previous.flags.hasAny(.anyName),
          !isEnglishParticle(token) || !previous.flags.contains(.ordinary)
            || previous.flags.hasAny(.anyName)
        {
          end = next &+ 1
          continue
        }
      }
      break
    }
    return end
  }

  private func isEnglishParticle(_ token: NameToken) -> Bool { token.length <= 3 }

  private func isAbbreviation(_ token: NameToken) -> Bool {
    token.flags.hasAny([.title, .suffix, .street]) || token.flags.isEmpty
  }

  /// Whether a capital at this place says nothing.
  private func isSentenceStart(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    let previous = tokens[index &- 1]
    switch previous.kind {
    case .newline: return true
    case .sign:
      switch previous.byte {
      case UInt8(ascii: "."):
        return !(index > 1 && tokens[index &- 2].flags.contains(.title))
      case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "\""),
        UInt8(ascii: "*"), UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "("),
        UInt8(ascii: "|"), UInt8(ascii: ";"), UInt8(ascii: ","), 0xE2:
        return previous.byte != UInt8(ascii: ",")
      default: return false
      }
    default: return false
    }
  }

  // MARK: Judging

  /// What the words before a run say.
  private struct Cue {
    var name: String
    var weight: Int
  }

  private mutating func judge(_ run: Range<Int>) {
    var start = run.lowerBound
    var end = run.upperBound
    while end > start, tokens[end &- 1].kind == .sign { end &-= 1 }
    var cue: Cue?
    var isGreeted = false
    // Words in front that are no part of a name.
    while start < end {
      let token = tokens[start]
      if token.kind == .sign {
        start &+= 1
        continue
      }
      let isAlone = end &- start == 1
      let isName = token.flags.hasAny(.anyName)
      if token.flags.contains(.title), !isAlone, !(isName && tokens[start].shape == .initial),
        !token.flags.contains(.frequentFirst)
      {
        if token.shape != .initial || nextIsPoint(start) {
          cue = Cue(name: "title", weight: 3_500)
          start &+= 1
          continue
        }
        break
      }
      if token.flags.contains(.greeting), !isAlone, !token.flags.hasAny([.frequentFirst]) {
        cue = Cue(name: "greeting", weight: 2_200)
        isGreeted = true
        start &+= 1
        continue
      }
      if token.flags.contains(.label), !isAlone,
        !token.flags.hasAny([.frequentFirst, .frequentLast])
      {
        cue = Cue(name: "label", weight: 1_600)
        start &+= 1
        continue
      }
      if token.flags.contains(.ordinary), !isAlone,
        !isName || isWeakName(token)
          || isSentenceStart(start) && !token.flags.contains(.frequentFirst)
      {
        start &+= 1
        continue
      }
      break
    }
    while end > start {
      let token = tokens[end &- 1]
      let isDropped =
        token.kind == .sign
        || token.flags.contains(.ordinary) && end &- start > 1
          && (!token.flags.hasAny(.anyName) || isWeakName(token))
          && !token.flags.hasAny([.organization])
      if !isDropped { break }
      end &-= 1
    }
    guard start < end else { return }
    // Ordinary words in the middle part a run.
    var piece = start
    for index in start..<end {
      let token = tokens[index]
      if token.isWord, token.flags.contains(.ordinary), !token.flags.hasAny(.anyName),
        !token.flags.contains(.suffix)
      {
        if index > piece { judgePiece(piece..<index, cue, isPart: true) }
        piece = index &+ 1
        cue = nil
      }
    }
    if piece < end { judgePiece(piece..<end, cue, isPart: piece > start || end < run.upperBound) }
    _ = isGreeted
  }

  private func nextIsPoint(_ index: Int) -> Bool {
    index &+ 1 < tokens.count && tokens[index &+ 1].isSign(".") && tokens[index &+ 1].gap == 0
  }

  /// In a list of rare names, but first of all a word.
  private func isWeakName(_ token: NameToken) -> Bool {
    !token.flags.hasAny([.frequentFirst, .frequentLast])
  }

  private mutating func judgePiece(_ piece: Range<Int>, _ given: Cue?, isPart: Bool) {
    var range = piece
    // `St. Louis`, `Santa Cruz` begin places; `Jr.`, `III` end names.
    while let last = range.last, range.count > 1,
      tokens[last].flags.contains(.suffix) && !tokens[last].flags.hasAny(.anyName)
        || tokens[last].kind == .sign
    {
      range = range.lowerBound..<last
    }
    while let first = range.first, range.count > 1, tokens[first].kind == .sign {
      range = (first &+ 1)..<range.upperBound
    }
    var words: [NameToken] = []
    for index in range where tokens[index].isWord { words.append(tokens[index]) }
    guard let first = words.first, let last = words.last else { return }
    var terms: [NameFind.Term] = []
    func add(_ name: String, _ weight: Int) { terms.append(NameFind.Term(name, weight)) }

    let proper = words.filter { $0.shape != .lower && $0.shape != .initial }
    if proper.isEmpty && !(given?.name == "title") { return }
    add("words", evidence(words))
    if let pattern = patternBonus(words) { add("order of names", pattern) }
    let cue = given ?? cueBefore(range.lowerBound)
    if let cue { add(cue.name, cue.weight) }
    add("place in sentence", position(range, words, hasCue: cue != nil))
    if words.contains(where: { $0.flags.contains(.organization) && !$0.flags.hasAny(.anyName) })
      || words.count > 1 && last.flags.contains(.organization)
        && !last.flags.hasAny([.frequentLast])
    {
      add("organization", given?.name == "title" ? -1_500 : -5_000)
    }
    if words.count > 1, last.flags.hasAny([.street]), given == nil,
      !(first.flags.contains(.frequentFirst) && last.flags.hasAny(.anyLast) && words.count == 2)
        || hasNumber(before: range.lowerBound)
    {
      add("street", -4_000)
    }
    if words.count > 5 { add("length", -700 &* (words.count &- 5)) }
    if let after = following(range.upperBound) { add(after.name, after.weight) }
    let find = NameFind(range: first.start..<last.end, kind: .person, terms: terms)
    if find.odds >= Self.floor { finds.append(find) }
  }

  /// What each word is, summed.
  private func evidence(_ words: [NameToken]) -> Int {
    var sum = 0
    for word in words {
      let flags = word.flags
      if word.shape == .lower { continue }
      if word.shape == .initial {
        sum &+= 200
        continue
      }
      var weight: Int
      if flags.contains(.frequentFirst) {
        weight = 2_300
      } else if flags.contains(.frequentLast) {
        weight = 1_500
      } else if flags.contains(.first) {
        weight = 1_500
      } else if flags.contains(.last) {
        weight = 1_100
      } else if flags.contains(.place) || flags.contains(.organization) {
        weight = -1_000
      } else {
        weight = word.hasSurnameEnding ? -100 : -700
      }
      if word.length <= 3, flags.hasAny(.anyName) { weight &-= 400 }
      if flags.contains(.ordinary) {
        weight &-= flags.hasAny([.frequentFirst, .frequentLast]) ? 1_300 : 3_000
      }
      if flags.contains(.place) {
        weight &-= flags.hasAny([.frequentFirst, .frequentLast]) ? 900 : 1_700
      }
      if flags.contains(.street), flags.hasAny(.anyName) { weight &-= 400 }
      if word.shape == .upper { weight &-= word.length <= 4 ? 1_500 : 500 }
      sum &+= words.count > 2 ? weight &* 2 / 3 : weight
    }
    return sum
  }

  private func patternBonus(_ words: [NameToken]) -> Int? {
    guard words.count > 1, let first = words.first, let last = words.last else {
      return -1_200
    }
    let leads = first.flags.hasAny(.anyFirst)
    let trails = last.flags.hasAny(.anyLast)
    if first.shape == .initial || last.shape == .initial {
      return first.flags.hasAny(.anyName) || last.flags.hasAny(.anyName) ? 600 : -300
    }
    if leads && trails { return 1_300 }
    if leads { return last.flags.isDisjoint(with: [.place, .ordinary, .organization]) ? 1_200 : 0 }
    if trails { return first.flags.isDisjoint(with: [.place, .ordinary]) ? 700 : 0 }
    if first.flags.hasAny(.anyLast) && last.flags.hasAny(.anyFirst) { return 900 }
    if first.flags.hasAny(.anyName) || last.flags.hasAny(.anyName) { return 300 }
    return words.contains { $0.shape == .lower } ? 900 : 0
  }

  /// What stands before a run: `name is`, `Regards,` and a line, `Patient:`.
  private func cueBefore(_ start: Int) -> Cue? {
    var index = start &- 1
    var lines = 0
    var signs = 0
    var words = 0
    var hasColon = false
    var hasComma = false
    while index >= 0, start &- index <= 6 {
      let token = tokens[index]
      switch token.kind {
      case .newline:
        lines &+= 1
        if lines > 2 { return nil }
      case .sign:
        signs &+= 1
        if token.isSign(":") || token.isSign("=") { hasColon = true }
        if token.isSign(",") { hasComma = true }
        if token.isSign("."), !(index > 0 && tokens[index &- 1].flags.contains(.title)) {
          return nil
        }
        if token.isSign("."), words == 0, index > 0, tokens[index &- 1].flags.contains(.title) {
          return Cue(name: "title", weight: 3_000)
        }
        if token.isSign("!") || token.isSign("?") { return nil }
        if signs > 4 { return nil }
      case .number: return nil
      case .word:
        words &+= 1
        let flags = token.flags
        if flags.contains(.label) {
          // `Best regards,` and the name on the next line.
          if lines > 0 {
            return hasComma || lines == 1 && signs == 0
              ? Cue(name: "signature", weight: 1_900) : nil
          }
          if hasColon { return Cue(name: "label", weight: 2_300) }
          return words <= 2 ? Cue(name: "cue", weight: words == 1 ? 1_200 : 1_500) : nil
        }
        if lines > 0 || hasColon { return nil }
        if flags.contains(.title), words == 1 { return Cue(name: "title", weight: 3_000) }
        if flags.contains(.greeting), words == 1 { return Cue(name: "greeting", weight: 2_000) }
        // `name is`, `am`, `this is`.
        let isLink =
          token.length == 2 || token.length == 3 || flags.contains(.companion)
        if words >= 2 || !isLink { return nil }
        if token.length == 2, token.byte == UInt8(ascii: "a"), index > 0,
          tokens[index &- 1].length == 1
        {
          return Cue(name: "cue", weight: 1_600)
        }
      }
      index &-= 1
    }
    return nil
  }

  private func position(_ range: Range<Int>, _ words: [NameToken], hasCue: Bool) -> Int {
    let start = range.lowerBound
    guard start > 0 else { return words.count == 1 && !hasCue ? -300 : 0 }
    if hasCue { return 0 }
    let previous = tokens[start &- 1]
    if isSentenceStart(start) { return words.count == 1 ? -500 : -100 }
    guard previous.isWord else { return 0 }
    if previous.flags.contains(.locative) { return words.count == 1 ? -1_300 : -700 }
    if previous.length == 3, previous.byte | 0x20 == UInt8(ascii: "t"),
      previous.flags.contains(.ordinary)
    {
      return -1_900
    }
    if previous.flags.contains(.companion) { return 500 }
    return 200
  }

  private func following(_ end: Int) -> Cue? {
    if end > 0, tokens[end &- 1].isPossessive { return Cue(name: "possessive", weight: 500) }
    guard end < tokens.count else { return nil }
    let next = tokens[end]
    if next.kind == .number, next.gap == 1 { return Cue(name: "number after", weight: -700) }
    guard next.isWord, next.gap == 1 else { return nil }
    if next.shape == .lower, next.flags.contains(.deed) { return Cue(name: "deed", weight: 700) }
    if next.shape != .lower, next.flags.contains(.ordinary) {
      return Cue(name: "heading", weight: -700)
    }
    return nil
  }

  private func hasNumber(before index: Int) -> Bool {
    index > 0 && tokens[index &- 1].kind == .number
  }

  // MARK: Lower case

  /// `my name is john smith`: lower case counts after a cue only.
  private mutating func readLowerCase(_ index: Int) {
    let token = tokens[index]
    guard token.flags.hasAny(.anyFirst), !token.flags.contains(.ordinary), token.length > 2,
      index > 0, let cue = cueBefore(index), cue.weight >= 1_500, tokens[index &- 1].shape == .lower
    else { return }
    var end = token.end
    var weight = token.flags.contains(.frequentFirst) ? 600 : -300
    if index &+ 1 < tokens.count {
      let next = tokens[index &+ 1]
      if next.isWord, next.gap == 1, next.flags.hasAny(.anyLast), !next.flags.contains(.ordinary) {
        end = next.end
        weight &+= 600
      }
    }
    finds.append(
      NameFind(
        range: token.start..<end, kind: .person,
        terms: [.init("words", weight), .init(cue.name, cue.weight), .init("lower case", -1_000)]))
  }

  // MARK: Last, First

  /// `Okafor, Nneka`: two finds with a comma between them are one, where the first looks like a last
  /// name and the second like a first name.
  private mutating func joinLastFirst() {
    var joined: [NameFind] = []
    let byStart = Dictionary(
      tokens.enumerated().map { ($0.element.start, $0.offset) }, uniquingKeysWith: { old, _ in old }
    )
    for find in finds {
      if let last = joined.last, let index = byStart[find.range.lowerBound], index >= 2,
        tokens[index &- 1].isSign(","), tokens[index &- 2].end == last.range.upperBound,
        tokens[index].gap == 1, tokens[index].flags.hasAny(.anyFirst),
        let front = byStart[last.range.lowerBound], front == index &- 2,
        tokens[front].flags.hasAny(.anyLast) && !tokens[front].flags.contains(.frequentFirst)
          || tokens[front].flags.isEmpty,
        front == 0 || !tokens[front &- 1].isWord || tokens[front &- 1].flags.contains(.label)
      {
        let whole = NameFind(
          range: last.range.lowerBound..<find.range.upperBound, kind: .person,
          terms: [
            .init("words", max(last.odds, find.odds)), .init("last name, first name", 1_000),
          ])
        joined[joined.count &- 1] = whole
        continue
      }
      joined.append(find)
    }
    finds = joined
  }
}
