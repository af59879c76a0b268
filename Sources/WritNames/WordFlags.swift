/// What the lists know of a word.
struct WordFlags: OptionSet, Sendable {
  let rawValue: UInt32

  static let frequentFirst = WordFlags(rawValue: 1 << 0)
  static let first = WordFlags(rawValue: 1 << 1)
  static let frequentLast = WordFlags(rawValue: 1 << 2)
  static let last = WordFlags(rawValue: 1 << 3)
  static let ordinary = WordFlags(rawValue: 1 << 4)
  static let organization = WordFlags(rawValue: 1 << 5)
  static let place = WordFlags(rawValue: 1 << 6)
  static let title = WordFlags(rawValue: 1 << 7)
  static let particle = WordFlags(rawValue: 1 << 8)
  static let suffix = WordFlags(rawValue: 1 << 9)
  static let greeting = WordFlags(rawValue: 1 << 10)
  static let label = WordFlags(rawValue: 1 << 11)
  static let deed = WordFlags(rawValue: 1 << 12)
  static let locative = WordFlags(rawValue: 1 << 13)
  static let companion = WordFlags(rawValue: 1 << 14)
  static let street = WordFlags(rawValue: 1 << 15)
  static let sureStreet = WordFlags(rawValue: 1 << 16)
  static let trailingStreet = WordFlags(rawValue: 1 << 17)
  static let leadingStreet = WordFlags(rawValue: 1 << 18)
  static let unit = WordFlags(rawValue: 1 << 19)
  static let direction = WordFlags(rawValue: 1 << 20)
  static let state = WordFlags(rawValue: 1 << 21)

  static let anyFirst: WordFlags = [.frequentFirst, .first]
  static let anyLast: WordFlags = [.frequentLast, .last]
  static let anyName: WordFlags = [.frequentFirst, .first, .frequentLast, .last]

  func hasAny(_ others: WordFlags) -> Bool { !isDisjoint(with: others) }
}
