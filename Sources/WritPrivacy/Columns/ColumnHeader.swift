import WritModel

/// What a column's name says about types.
struct ColumnHeader {
  struct Match {
    var isHead: Bool
    /// One word that is used of many things.
    var isWeak: Bool
  }

  let words: HeaderWords
  private let matches: [HeaderIndex.Match]

  init(_ name: [UInt8], _ index: HeaderIndex) {
    words = HeaderWords(name)
    matches = index.matches(words)
  }

  var isOpaque: Bool { words.isOpaque }

  func match(_ type: Int) -> Match? {
    matches.first { $0.type == type }.map { match in
      Match(isHead: match.isHead, isWeak: match.length == 1 && partOfName == nil)
    }
  }

  var isOfOtherThing: Bool { HeaderIndex.has(ColumnKind.otherThings, words) }

  /// `is_email`, `has_phone`: an answer, not the thing.
  var isVerb: Bool {
    words.words.first.map { word in
      ["is", "has", "was", "can"].contains { word.elementsEqual($0.utf8) }
    }
      ?? false
  }

  /// What the name takes from a type that it does not mean.
  func against(_ category: DataCategory) -> Double {
    if isOpaque { return 0 }
    if HeaderIndex.has(ColumnKind.otherNumbers, words) { return -6 }
    if matches.contains(where: \.isHead) { return -2 }
    return -0.7
  }

  /// Given or family names.
  var partOfName: DataCategory? {
    let isGiven = HeaderIndex.has(ColumnKind.givenNames, words)
    let isFamily = HeaderIndex.has(ColumnKind.familyNames, words)
    if isGiven == isFamily { return nil }
    return DataCategory(isGiven ? "person.name.first" : "person.name.last")
  }
}
