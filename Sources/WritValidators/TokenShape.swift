/// The shape of a token: what may stand at each of its places.
package struct TokenShape: Hashable, Sendable {
  package enum Place: Hashable, Sendable {
    case digit, upper, lower, alphanumeric
    case fixed(UInt8)
  }

  package var places: [Place]

  package init(places: [Place]) { self.places = places }

  package static func digits(_ count: Int) -> TokenShape {
    TokenShape(places: Array(repeating: .digit, count: max(0, count)))
  }

  /// The shape of a value: its digits and letters may be others of their kind, all else stands.
  package init(like value: [UInt8]) {
    places = value.map { byte in
      if byte.isASCIIDigit { return .digit }
      if byte.isASCIIUpper { return .upper }
      return byte.isASCIILower ? .lower : .fixed(byte)
    }
  }
}

/// Draws tokens of a shape; the same ones on every machine (SplitMix64).
struct TokenSampler {
  static let count = 20_000

  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func fill(_ token: inout [UInt8], as shape: TokenShape) {
    token.removeAll(keepingCapacity: true)
    for place in shape.places { token.append(draw(place)) }
  }

  private mutating func draw(_ place: TokenShape.Place) -> UInt8 {
    switch place {
    case .digit: 0x30 + below(10)
    case .upper: 0x41 + below(26)
    case .lower: 0x61 + below(26)
    case .alphanumeric: CheckCharacters.alphanumerics[Int(below(36))]
    case .fixed(let byte): byte
    }
  }

  private mutating func below(_ bound: UInt64) -> UInt8 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return UInt8((mixed ^ (mixed >> 31)) % bound)
  }
}
