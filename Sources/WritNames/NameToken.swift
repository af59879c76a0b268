/// A word, a number, a line end or a sign of a text.
struct NameToken {
  enum Kind: UInt8 { case word, number, newline, sign }

  /// How a word is written.
  enum Shape: UInt8 {
    case lower
    /// One capital alone: `J`.
    case initial
    /// `Nora`, `O'Neil`, `Anne-Marie`, `McCoy`.
    case title
    /// `NORA`
    case upper
    /// `camelCase`, or a word that hangs on signs as code does.
    case mixed
  }

  var start: Int
  var end: Int
  var kind: Kind
  var shape: Shape = .lower
  var flags: WordFlags = []
  var hash: UInt64 = 0
  /// The first byte: says which sign it is.
  var byte: UInt8 = 0
  /// Blanks in front of it.
  var gap: UInt8 = 0
  /// An ending that surnames have.
  var hasSurnameEnding = false
  /// An ending that streets have, in one word.
  var hasStreetEnding = false
  /// `'s` follows.
  var isPossessive = false

  var length: Int { end &- start }
  var isWord: Bool { kind == .word }
  var isCapitalized: Bool {
    kind == .word && (shape == .title || shape == .upper || shape == .initial)
  }

  func isSign(_ character: Unicode.Scalar) -> Bool {
    kind == .sign && UInt32(byte) == character.value
  }
}
