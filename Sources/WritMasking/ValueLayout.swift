/// Which bytes of a value are payload, and of which alphabet each is.
struct ValueLayout {
  enum Kind: UInt8, Hashable {
    case digit, upper, lower

    var radix: Int { self == .digit ? 10 : 26 }
    var first: UInt8 { self == .digit ? 0x30 : self == .upper ? 0x41 : 0x61 }
  }

  /// Offsets of the payload, rising, with the alphabet of each.
  private(set) var places: [(offset: Int, kind: Kind)] = []

  static func kind(_ byte: UInt8) -> Kind? {
    switch byte {
    case 0x30...0x39: .digit
    case 0x41...0x5A: .upper
    case 0x61...0x7A: .lower
    default: nil
    }
  }

  /// Nil for a value with bytes outside of ASCII.
  ///
  /// - Parameters:
  ///   - kept: how many letters and digits at the start stay as they are.
  ///   - end: where the payload ends.
  init?(_ value: [UInt8], kept: Int, end: Int) {
    guard value.allSatisfy({ $0 < 0x80 }) else { return nil }
    var seen = 0
    for offset in 0..<min(end, value.count) {
      guard let kind = Self.kind(value[offset]) else { continue }
      if seen >= kept { places.append((offset, kind)) }
      seen += 1
    }
  }

  mutating func remove(_ offsets: Set<Int>) { places.removeAll { offsets.contains($0.offset) } }

  /// The one alphabet of all places; nil where there are several.
  var singleKind: Kind? {
    guard let kind = places.first?.kind, places.allSatisfy({ $0.kind == kind }) else { return nil }
    return kind
  }

  /// Whether at least a million values have this layout.
  var isLargeEnough: Bool {
    var values = 1
    for place in places {
      values *= place.kind.radix
      if values >= 1_000_000 { return true }
    }
    return false
  }

  func numerals(_ value: [UInt8]) -> [UInt8] {
    places.map { value[$0.offset] &- $0.kind.first }
  }

  func write(_ numerals: [UInt8], into value: inout [UInt8]) {
    for (place, numeral) in zip(places, numerals) {
      value[place.offset] = place.kind.first &+ numeral
    }
  }
}
