/// Where a rule's check characters stand and what they may be.
struct CheckCharacters: Sendable {
  /// Offsets from the start; negative ones from the end, -1 being the last character.
  private let places: [Int]
  /// In the order in which they are tried, the same at every place.
  private let alphabet: [UInt8]
  /// The places in values of another length.
  private let exceptions: [Int: [Int]]

  init(places: [Int], alphabet: [UInt8], exceptions: [Int: [Int]] = [:]) {
    self.places = places
    self.alphabet = alphabet
    self.exceptions = exceptions
  }

  static let digits = Array("0123456789".utf8)
  static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
  static let alphanumerics = digits + letters

  static let lastDigit = CheckCharacters(places: [-1], alphabet: digits)
  static let lastTwoDigits = CheckCharacters(places: [-2, -1], alphabet: digits)
  static let lastCharacter = CheckCharacters(places: [-1], alphabet: alphanumerics)
  static let lastLetter = CheckCharacters(places: [-1], alphabet: letters)

  static func digits(at places: Int...) -> CheckCharacters {
    CheckCharacters(places: places, alphabet: digits)
  }

  /// The offsets of the check characters in a value of some length.
  func offsets(in count: Int) -> [Int] {
    let offsets = (exceptions[count] ?? places).map { $0 < 0 ? count + $0 : $0 }
    return offsets.filter { $0 >= 0 && $0 < count }
  }

  /// The first assignment that is accepted; no rule has more than two check characters, so that
  /// at most 1,296 are tried.
  func repaired(_ bytes: [UInt8], accepts: ([UInt8]) -> Bool) -> [UInt8]? {
    var candidate = bytes
    return assign(&candidate, offsets(in: bytes.count)[...], accepts) ? candidate : nil
  }

  private func assign(
    _ candidate: inout [UInt8], _ offsets: ArraySlice<Int>, _ accepts: ([UInt8]) -> Bool
  ) -> Bool {
    guard let offset = offsets.first else { return accepts(candidate) }
    for character in alphabet {
      candidate[offset] = character
      if assign(&candidate, offsets.dropFirst(), accepts) { return true }
    }
    return false
  }
}
