/// Reads street addresses from the tokens of a text, each from its first token on.
struct AddressReader {
  private let tokens: [NameToken]
  private(set) var finds: [NameFind] = []

  /// An address has at most so many tokens, line ends among them.
  static let mostTokens = 40

  init(_ tokens: [NameToken]) { self.tokens = tokens }

  /// The street's part of an address.
  private struct Street {
    var end: Int
    var form: String
    var weight: Int
  }

  mutating func read() {
    var index = 0
    while index < tokens.count {
      if let (find, end) = address(at: index) {
        finds.append(find)
        index = end
      } else {
        index &+= 1
      }
    }
  }

  private func address(at index: Int) -> (NameFind, Int)? {
    let token = tokens[index]
    guard token.kind == .number || token.isWord else { return nil }
    if token.kind == .word, token.shape == .lower,
      token.flags.isDisjoint(with: [.leadingStreet, .unit])
    {
      return nil
    }
    guard let street = street(at: index) else { return nil }
    var terms = [NameFind.Term(street.form, street.weight)]
    let (end, tail) = locality(after: street.end)
    if tail > 0 { terms.append(.init("town and code", tail)) }
    let find = NameFind(
      range: token.start..<tokens[end &- 1].end, kind: .address, terms: terms)
    return find.odds > -1_000 ? (find, end) : nil
  }

  private func street(at index: Int) -> Street? {
    if let box = box(at: index) { return box }
    let token = tokens[index]
    if token.kind == .number {
      guard isFreeNumber(index) else { return nil }
      return numberFirst(index)
    }
    if index > 0, tokens[index &- 1].isWord, tokens[index &- 1].gap <= 1,
      tokens[index &- 1].isCapitalized, token.gap == 1,
      token.flags.isDisjoint(with: .leadingStreet),
      !tokens[index &- 1].flags.hasAny([.ordinary, .greeting, .label])
    {
      // Inside a row of words: the row's start was tried.
      return nil
    }
    if token.flags.contains(.leadingStreet), let street = leading(index) { return street }
    guard token.isCapitalized else { return nil }
    return numberLast(index)
  }

  // MARK: Numbers

  /// A number that stands alone, not a part of a code, date or amount.
  private func isFreeNumber(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.length <= 6 else { return false }
    if index > 0, token.gap == 0 {
      let previous = tokens[index &- 1]
      if previous.kind == .sign,
        !(previous.isSign("(") || previous.isSign("\"") || previous.isSign("'")
          || previous.isSign(":") || previous.isSign("#") || previous.isSign(",")
          || previous.isSign(">") || previous.isSign("|"))
      {
        return false
      }
      if previous.isWord { return false }
    }
    return true
  }

  /// Steps over a house number: `12`, `12B`, `12-14`, `12/3`, `12 bis`.
  private func houseNumber(_ index: Int) -> Int? {
    guard index < tokens.count, tokens[index].kind == .number, tokens[index].length <= 5 else {
      return nil
    }
    var end = index &+ 1
    if end < tokens.count, tokens[end].isWord, tokens[end].gap == 0, tokens[end].length == 1 {
      end &+= 1
    } else if end < tokens.count, tokens[end].isWord, tokens[end].gap == 1,
      tokens[end].length == 1, tokens[end].flags.isDisjoint(with: .particle),
      end &+ 1 >= tokens.count || !tokens[end &+ 1].isWord
    {
      end &+= 1
    }
    if end &+ 1 < tokens.count, tokens[end].isSign("-") || tokens[end].isSign("/"),
      tokens[end &+ 1].kind == .number, tokens[end &+ 1].length <= 4, tokens[end].gap == 0,
      tokens[end &+ 1].gap == 0
    {
      end &+= 2
      if end < tokens.count, tokens[end].isWord, tokens[end].gap == 0, tokens[end].length == 1 {
        end &+= 1
      }
    }
    return end
  }

  // MARK: Forms of streets

  /// `3477 Brown Bear Drive`, `12, rue de la Paix`, `4521 Broadway, New York, NY 10012`.
  private func numberFirst(_ index: Int) -> Street? {
    guard var place = houseNumber(index) else { return nil }
    if place < tokens.count, tokens[place].isSign(","), place &+ 1 < tokens.count,
      tokens[place &+ 1].flags.contains(.leadingStreet)
    {
      place &+= 1
    }
    guard place < tokens.count, tokens[place].isWord || tokens[place].kind == .number,
      tokens[place].gap == 1
    else { return nil }
    if tokens[place].flags.contains(.leadingStreet), let end = named(place &+ 1, most: 6),
      tokens[place].shape == .lower || !tokens[place].flags.contains(.street)
    {
      return Street(end: end, form: "number and street", weight: 1_800)
    }
    var words = 0
    var capitals = 0
    var best: Street?
    while place < tokens.count, words < 6 {
      let token = tokens[place]
      if words > 0, token.gap > 1 || token.gap == 0 && !tokens[place &- 1].isSign(".") {
        if !(token.kind == .sign && token.isSign(".")) { break }
      }
      if token.kind == .sign {
        guard token.isSign("."), words > 0, tokens[place &- 1].length <= 5 else { break }
        place &+= 1
        continue
      }
      if token.kind == .number {
        // `5th`, `42nd`.
        guard place &+ 1 < tokens.count, tokens[place &+ 1].isWord, tokens[place &+ 1].gap == 0,
          tokens[place &+ 1].length == 2
        else { break }
        place &+= 2
        words &+= 1
        capitals &+= 1
        continue
      }
      guard token.isWord else { break }
      if words > 0, token.flags.contains(.street), token.shape != .mixed {
        let isSure = token.flags.contains(.sureStreet)
        let isTitle = token.shape != .lower && capitals == words
        if isTitle
          || isSure && capitals &+ 2 >= words && words <= 4 && !hasOrdinaryLower(index, place)
        {
          let weight = isTitle ? (isSure ? 2_500 : 1_500) : 1_100
          best = Street(end: place &+ 1, form: "number and street", weight: weight)
        }
      }
      if token.isCapitalized { capitals &+= 1 }
      if token.shape == .lower, token.flags.hasAny([.deed, .companion, .label]) { break }
      if token.shape == .mixed { break }
      words &+= 1
      place &+= 1
    }
    if var best {
      best.end = afterDirection(afterPoint(best.end))
      return best
    }
    // No type: the town with its state and code must follow.
    if let end = named(index &+ 1, most: 3), end > index &+ 1, tokens[index &+ 1].isCapitalized {
      let (_, tail) = locality(after: end)
      if tail >= 2_000 { return Street(end: end, form: "number and name", weight: -1_200) }
    }
    return nil
  }

  private func hasOrdinaryLower(_ start: Int, _ end: Int) -> Bool {
    for index in (start &+ 1)..<end
    where tokens[index].shape == .lower
      && tokens[index].flags.hasAny([.deed, .companion, .locative, .ordinary, .particle])
    {
      return true
    }
    return false
  }

  private func afterPoint(_ index: Int) -> Int {
    index < tokens.count && tokens[index].isSign(".") && tokens[index].gap == 0
      && index &+ 1 < tokens.count && tokens[index &+ 1].kind != .newline ? index &+ 1 : index
  }

  private func afterDirection(_ index: Int) -> Int {
    index < tokens.count && tokens[index].flags.contains(.direction)
      && tokens[index].shape != .lower && tokens[index].gap == 1 ? index &+ 1 : index
  }

  /// A row of capitalized words with particles and numbers between: the end past the last one.
  private func named(_ start: Int, most: Int) -> Int? {
    var place = start
    var last: Int?
    var words = 0
    while place < tokens.count, words < most {
      let token = tokens[place]
      if token.isWord, token.gap <= 1 || token.gap == 2 {
        if token.isCapitalized {
          last = place &+ 1
        } else if token.shape == .lower, token.flags.contains(.particle) || token.length <= 3 {
        } else {
          break
        }
        words &+= 1
      } else if token.isSign("."), token.gap == 0, words > 0, tokens[place &- 1].length <= 5 {
      } else if token.isSign("'"), token.gap == 0 {
      } else {
        break
      }
      place &+= 1
    }
    return last
  }

  /// `rue de la Paix 12`, `ul. Grunwaldzka 12`, `C/ Mayor, 3`, `Via Roma n. 5`.
  private func leading(_ index: Int) -> Street? {
    var place = afterPoint(index &+ 1)
    if place < tokens.count, tokens[place].isSign("/") { place &+= 1 }
    guard let end = named(place, most: 6) else { return nil }
    guard let number = numberAfter(end) else { return nil }
    return Street(end: number, form: "street and number", weight: 1_600)
  }

  /// The house number behind a street: after a comma, `n.`, `No:`, `nr`.
  private func numberAfter(_ end: Int) -> Int? {
    var place = end
    var signs = 0
    while place < tokens.count, place < end &+ 4 {
      let token = tokens[place]
      if token.kind == .number {
        guard let after = houseNumber(place), tokens[place].length <= 4 else { return nil }
        return after
      }
      if token.isWord, token.length <= 6, token.flags.contains(.unit) || token.length == 1 {
        place &+= 1
        continue
      }
      if token.isSign(",") || token.isSign(".") || token.isSign(":") || token.isSign("#")
        || token.byte == 0xC2
      {
        signs &+= 1
        if signs > 2 { return nil }
        place &+= 1
        continue
      }
      return nil
    }
    return nil
  }

  /// `Bremer Str. 12`, `Knesebeckstraße 48`, `Kossuth Lajos utca 9`, `Slovenčeva 112, 1000 Ljubljana`.
  private func numberLast(_ index: Int) -> Street? {
    var place = index
    var words = 0
    while place < tokens.count, words < 5 {
      let token = tokens[place]
      guard token.isWord, words == 0 || token.gap == 1 || tokens[place &- 1].isSign(".") else {
        break
      }
      let isType = token.flags.contains(.trailingStreet) && words > 0 && token.length > 0
      let isCompound =
        token.hasStreetEnding && token.shape == .title
        && (!token.flags.hasAny([.ordinary]))
      if isType || isCompound {
        let end = afterPoint(place &+ 1)
        if end < tokens.count, tokens[end].kind == .number, tokens[end].gap == 1,
          tokens[end].length <= 4, let after = houseNumber(end), !isMeasure(after)
        {
          let isName = token.flags.hasAny(.anyName) && !isType
          let weight = isType ? 1_700 : isName ? -200 : 1_500
          return Street(end: after, form: "street and number", weight: weight)
        }
      }
      if token.shape == .lower, !token.flags.contains(.particle) { break }
      if token.shape == .mixed { break }
      words &+= 1
      place &+= 1
      if place < tokens.count, tokens[place].isSign("."), tokens[place].gap == 0,
        tokens[place &- 1].length <= 4, place &+ 1 < tokens.count,
        tokens[place &+ 1].isCapitalized
      {
        place &+= 1
      }
    }
    // A name and a number with a code and a town behind it.
    guard words > 0, place < tokens.count, tokens[place].kind == .number, tokens[place].gap == 1,
      tokens[place].length <= 4, let after = houseNumber(place)
    else { return nil }
    let (_, tail) = locality(after: after)
    guard tail >= 2_000 else { return nil }
    return Street(end: after, form: "name and number", weight: -1_300)
  }

  /// Whether a lower-case word follows, as in `Ring 3 times`.
  private func isMeasure(_ index: Int) -> Bool {
    index < tokens.count && tokens[index].isWord && tokens[index].shape == .lower
      && tokens[index].gap == 1 && tokens[index].flags.isEmpty
  }

  /// `P.O. Box 123`, `Postfach 12`, `BP 12`.
  private func box(at index: Int) -> Street? {
    let token = tokens[index]
    guard token.isWord, token.shape != .lower else { return nil }
    var place = index
    func next(_ text: StaticString) -> Bool {
      place < tokens.count && tokens[place].isWord && BoxWords.hash(text) == tokens[place].hash
    }
    if next("p") {
      place &+= 1
      if place < tokens.count, tokens[place].isSign(".") { place &+= 1 }
      if !next("o") { return nil }
      place &+= 1
      if place < tokens.count, tokens[place].isSign(".") { place &+= 1 }
      if !next("box") { return nil }
    } else if next("po") {
      place &+= 1
      if !next("box") { return nil }
    } else if !BoxWords.single.contains(token.hash) {
      return nil
    }
    place &+= 1
    guard place < tokens.count, tokens[place].kind == .number, tokens[place].length <= 7,
      tokens[place].gap == 1
    else { return nil }
    return Street(end: place &+ 1, form: "post box", weight: 1_800)
  }

  // MARK: What follows the street

  /// The town, state and code behind a street; nil weight where there is none.
  private func locality(after start: Int) -> (end: Int, weight: Int) {
    var end = start
    var place = start
    var weight = 0
    // Flats, suites, floors.
    for _ in 0..<3 {
      let here = skipSeparators(place)
      if let after = unit(here) {
        end = after
        place = after
        weight = max(weight, 400)
      } else {
        break
      }
    }
    let limit = start &+ Self.mostTokens
    var here = skipSeparators(place)
    // `28195 Bremen`, `1012 AB Amsterdam`, `110 00 Praha`.
    if let code = code(here), let town = town(code), town < limit {
      return (afterCountry(town), 2_400)
    }
    // `Goleta, CA 93117`, `Lyon 69001`, `London SW1A 1AA`.
    if let town = town(here), town < limit {
      here = skipSeparators(town)
      var hasState = false
      if here < tokens.count, tokens[here].shape == .upper, tokens[here].flags.contains(.state),
        tokens[here].length <= 3
      {
        here &+= 1
        hasState = true
        end = here
        weight = 1_500
        here = skipSeparators(here)
      } else if let region = self.town(here), here > town,
        tokens[here].flags.contains(.place)
      {
        end = region
        weight = max(weight, 700)
        here = skipSeparators(region)
      }
      if let code = code(here) ?? britishCode(here) {
        return (afterCountry(code), hasState ? 2_800 : 2_000)
      }
      if hasState { return (end, weight) }
      if tokens[place < tokens.count ? place : tokens.count &- 1].isSign(",")
        || tokens[place < tokens.count ? place : tokens.count &- 1].kind == .newline
      {
        if tokens[skipSeparators(place)].flags.contains(.place) { return (town, 900) }
        if weight > 0 { return (end, weight) }
      }
    }
    if let code = britishCode(here) { return (afterCountry(code), 2_200) }
    return (end, weight)
  }

  /// Steps over a comma, a line end, a hyphen between blanks.
  private func skipSeparators(_ start: Int) -> Int {
    var place = start
    while place < tokens.count, place < start &+ 3 {
      let token = tokens[place]
      let isSeparator =
        token.kind == .newline || token.isSign(",")
        || token.isSign("-") && token.gap == 1 || token.isSign("|")
        || token.isSign(".") && token.gap == 0 && place == start
      if !isSeparator { break }
      place &+= 1
    }
    return place
  }

  private func unit(_ index: Int) -> Int? {
    guard index < tokens.count else { return nil }
    if tokens[index].isSign("#"), index &+ 1 < tokens.count, tokens[index &+ 1].kind == .number {
      return index &+ 2
    }
    guard tokens[index].isWord, tokens[index].flags.contains(.unit), tokens[index].length > 1 else {
      // `4th floor`, `1er étage`, `3. Stock`.
      if tokens[index].kind == .number, tokens[index].length <= 2, index &+ 2 < tokens.count,
        tokens[index &+ 2].flags.contains(.unit), tokens[index &+ 1].length <= 2
      {
        return index &+ 3
      }
      return nil
    }
    var place = afterPoint(index &+ 1)
    if place < tokens.count, tokens[place].isSign("#") { place &+= 1 }
    guard place < tokens.count, tokens[place].gap <= 1,
      tokens[place].kind == .number || tokens[place].isWord && tokens[place].length <= 2
    else { return nil }
    place &+= 1
    if place < tokens.count, tokens[place].isWord, tokens[place].gap == 0,
      tokens[place].length <= 2
    {
      place &+= 1
    }
    return place
  }

  /// A town of one to four capitalized words.
  private func town(_ index: Int) -> Int? {
    guard index < tokens.count, tokens[index].isWord, tokens[index].isCapitalized,
      tokens[index].length > 1
    else { return nil }
    guard
      tokens[index].flags.isDisjoint(with: [.greeting, .label])
        || tokens[index].flags.contains(.place)
    else { return nil }
    var place = index &+ 1
    var end = place
    while place < tokens.count, place < index &+ 6 {
      let token = tokens[place]
      if token.isWord, token.gap == 1, token.isCapitalized {
        if token.shape == .upper, token.length <= 3 { break }
        place &+= 1
        end = place
      } else if token.isWord, token.gap == 1, token.shape == .lower,
        token.flags.contains(.particle) || token.length <= 3 && token.flags.contains(.locative),
        place &+ 1 < tokens.count, tokens[place &+ 1].isCapitalized
      {
        place &+= 1
      } else if token.isSign("."), token.gap == 0, tokens[place &- 1].length <= 2,
        place &+ 1 < tokens.count, tokens[place &+ 1].isCapitalized
      {
        place &+= 1
      } else {
        break
      }
    }
    return end
  }

  /// A postal code: four to six digits, `12-345`, `12345-6789`, `1012 AB`, `110 00`, `D-28195`.
  private func code(_ start: Int) -> Int? {
    var index = start
    if index &+ 2 < tokens.count, tokens[index].shape == .upper || tokens[index].shape == .initial,
      tokens[index].length <= 3, tokens[index &+ 1].isSign("-"),
      tokens[index &+ 2].kind == .number
    {
      index &+= 2
    }
    guard index < tokens.count, tokens[index].kind == .number else { return nil }
    let length = tokens[index].length
    let next = index &+ 1
    if next &+ 1 < tokens.count, tokens[next].isSign("-"), tokens[next].gap == 0,
      tokens[next &+ 1].kind == .number, tokens[next &+ 1].gap == 0
    {
      let rest = tokens[next &+ 1].length
      let fits = [(2, 3), (5, 4), (5, 3), (4, 3), (3, 4)].contains { $0 == (length, rest) }
      return fits ? next &+ 2 : nil
    }
    if length == 3, next < tokens.count, tokens[next].kind == .number, tokens[next].gap == 1,
      tokens[next].length == 2 || tokens[next].length == 3
    {
      return next &+ 1
    }
    if length == 4, next < tokens.count, tokens[next].shape == .upper, tokens[next].length == 2,
      tokens[next].gap <= 1
    {
      return next &+ 1
    }
    return length >= 4 && length <= 6 ? next : nil
  }

  /// `SW1A 1AA`, `K1A 0B1`.
  private func britishCode(_ index: Int) -> Int? {
    guard index < tokens.count, tokens[index].isWord, tokens[index].length <= 2,
      tokens[index].shape != .lower || tokens[index].flags.isEmpty
    else { return nil }
    var place = index &+ 1
    var pieces = 1
    var length = tokens[index].length
    var digits = 0
    var blanks = 0
    while place < tokens.count, pieces < 6, length < 8 {
      let token = tokens[place]
      guard token.kind == .number || token.isWord, token.gap <= 1, token.length <= 2 else { break }
      if token.gap == 1 { blanks &+= 1 }
      if blanks > 1 { break }
      if token.kind == .number { digits &+= token.length }
      length &+= token.length
      pieces &+= 1
      place &+= 1
    }
    return digits >= 2 && length >= 5 && length <= 7 && blanks == 1 && pieces >= 4 ? place : nil
  }

  private func afterCountry(_ index: Int) -> Int {
    let here = skipSeparators(index)
    guard here > index, here < tokens.count, tokens[here].flags.contains(.place),
      tokens[here].isCapitalized, tokens[here].flags.isDisjoint(with: .anyName),
      let end = town(here)
    else { return index }
    return end
  }
}

/// Words for post boxes.
enum BoxWords {
  static let single: Set<UInt64> = Set(
    ["postfach", "bp", "casilla", "apartado", "postboks", "postbus", "pobox", "box"].map(hash))

  static func hash(_ text: StaticString) -> UInt64 {
    var hash = WordHash()
    for byte in UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount) {
      hash.add(UInt32(byte))
    }
    return hash.finished
  }
}
