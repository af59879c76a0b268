/// Finds names of persons and street addresses by lists, cue phrases and the way they are written.
///
/// No model is asked. Text in scripts without capitals (Chinese, Arabic, Thai, …) is not read: names
/// there are found in Latin or Cyrillic spelling only.
package struct NameRecognizer: Sendable {
  private let lexicon: Lexicon

  /// How far before a find, and from its start on, a text decides on it, in bytes.
  package static let reach = 1_024
  private static let block = 1 << 16

  /// - Parameter extra: a user's names beside those of the program.
  package init(extra: NameLists? = nil) {
    lexicon = extra == nil ? Lexicon.builtIn : Lexicon(extra: extra)
  }

  /// Leaves names out of the lists, to measure how names outside of them fare.
  init(keeping isKept: (UInt64) -> Bool) { lexicon = Lexicon(isKept: isKept) }

  /// All finds of a text, in order of start, none overlapping another; offsets in bytes.
  ///
  /// - Parameter propagates: whether a name that is sure in one place counts wherever it stands.
  package func finds(
    in text: UnsafeBufferPointer<UInt8>, propagates: Bool = true
  ) -> [NameFind] {
    var all: [NameFind] = []
    var start = 0
    while start < text.count {
      let end = min(start &+ Self.block, text.count)
      all += finds(in: text, starts: start..<end)
      start = end
    }
    if propagates { NamePropagation.spread(in: text, &all) }
    return all
  }

  /// The finds that start in a part of the text. They depend on `reach` bytes around it, no more.
  package func finds(in text: UnsafeBufferPointer<UInt8>, starts: Range<Int>) -> [NameFind] {
    let from = max(0, starts.lowerBound &- Self.reach)
    let to = min(text.count, starts.upperBound &+ Self.reach)
    guard from < to else { return [] }
    var tokens: [NameToken] = []
    var tokenizer = NameTokenizer(text, from..<to, lexicon)
    tokenizer.read(into: &tokens)
    if tokens.isEmpty { return [] }
    var addresses = AddressReader(tokens)
    addresses.read()
    var persons = PersonReader(tokens)
    persons.read()
    return Self.merged(persons.finds, addresses.finds)
      .filter { starts.contains($0.range.lowerBound) }
  }

  /// How probable it is that a whole cell of a column is a person's name, in millionths.
  package func isPersonName(_ value: UnsafeBufferPointer<UInt8>) -> Int64 {
    guard value.count <= 120 else { return 0 }
    var tokens: [NameToken] = []
    var tokenizer = NameTokenizer(value, 0..<value.count, lexicon)
    tokenizer.read(into: &tokens)
    var names = 0
    var weight = -500
    for token in tokens {
      switch token.kind {
      case .number, .newline: return 0
      case .sign:
        if ![UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "'")].contains(
          token.byte)
        {
          return 0
        }
      case .word:
        let flags = token.flags
        if flags.hasAny([.title, .suffix, .particle]) && !flags.hasAny(.anyName)
          || token.length == 1
        {
          weight &+= 200
          continue
        }
        names &+= 1
        if flags.hasAny([.frequentFirst, .frequentLast]) {
          weight &+= flags.contains(.ordinary) ? 900 : 1_600
        } else if flags.hasAny(.anyName) {
          weight &+= flags.contains(.ordinary) ? -800 : 1_200
        } else if flags.hasAny([.ordinary, .organization, .place]) {
          weight &-= 2_500
        } else {
          weight &-= token.hasSurnameEnding ? 100 : 500
        }
      }
    }
    guard names > 0, names <= 5 else { return 0 }
    return LogisticCurve.millionths(weight)
  }

  /// Addresses win over the persons whom streets are named after.
  private static func merged(_ persons: [NameFind], _ addresses: [NameFind]) -> [NameFind] {
    var result: [NameFind] = []
    var next = 0
    for person in persons {
      while next < addresses.count, addresses[next].range.upperBound <= person.range.lowerBound {
        result.append(addresses[next])
        next &+= 1
      }
      let overlaps = next < addresses.count && addresses[next].range.overlaps(person.range)
      if overlaps, addresses[next].odds > 0 || person.odds <= addresses[next].odds { continue }
      if overlaps {
        result.append(person)
        next &+= 1
        continue
      }
      result.append(person)
    }
    result += addresses[next...]
    return result.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
