extension UnicodeText {
  /// Normalization form C.
  public static func nfc(_ text: String) -> String {
    // Below U+0300 nothing decomposes that would not be composed again.
    if text.unicodeScalars.allSatisfy({ $0.value < 0x300 }) { return text }
    var scalars: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars { decompose(scalar, into: &scalars) }
    reorder(&scalars)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: composed(scalars))
    return String(view)
  }

  private static let tables = CompositionTables(UnicodeTables.decompositions)

  private static func decompose(_ scalar: Unicode.Scalar, into scalars: inout [Unicode.Scalar]) {
    if let parts = Hangul.parts(of: scalar) {
      scalars += parts
    } else if let (first, second) = tables.parts[scalar] {
      decompose(first, into: &scalars)
      if let second { decompose(second, into: &scalars) }
    } else {
      scalars.append(scalar)
    }
  }

  /// Sorts each run of combining marks by class, marks of one class in their order.
  private static func reorder(_ scalars: inout [Unicode.Scalar]) {
    let classes = scalars.map(combiningClass)
    var start = 0
    while start < scalars.count {
      if classes[start] == 0 {
        start += 1
        continue
      }
      var end = start
      while end < scalars.count && classes[end] != 0 { end += 1 }
      let run = (start..<end).sorted { (classes[$0], $0) < (classes[$1], $1) }.map { scalars[$0] }
      scalars.replaceSubrange(start..<end, with: run)
      start = end
    }
  }

  private static func composed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(scalars.count)
    /// Where the last starter stands in the result.
    var starter: Int?
    var lastClass: UInt8 = 0
    for scalar in scalars {
      let current = combiningClass(scalar)
      if let place = starter {
        // A mark is blocked by one of its class or above between it and the starter.
        let isAdjacent = place == result.count - 1
        if isAdjacent || lastClass < current, let both = pair(result[place], scalar) {
          result[place] = both
          continue
        }
      }
      if current == 0 { starter = result.count }
      lastClass = current
      result.append(scalar)
    }
    return result
  }

  private static func pair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Unicode.Scalar? {
    Hangul.pair(first, second) ?? tables.pairs[ScalarPair(first: first, second: second)]
  }

  private static func combiningClass(_ scalar: Unicode.Scalar) -> UInt8 {
    scalar.value < 0x300 ? 0 : scalar.properties.canonicalCombiningClass.rawValue
  }
}

private struct ScalarPair: Hashable {
  var first: Unicode.Scalar
  var second: Unicode.Scalar
}

private struct CompositionTables {
  var parts: [Unicode.Scalar: (Unicode.Scalar, Unicode.Scalar?)] = [:]
  var pairs: [ScalarPair: Unicode.Scalar] = [:]

  init(_ table: String) {
    var code: UInt32 = 0
    for word in table.split(separator: " ") {
      let sides = word.split(separator: ":")
      if sides.count == 2, let skipped = UInt32(sides[0], radix: 16) { code += skipped }
      let isExcluded = word.hasSuffix("!")
      let scalars = (sides.last ?? "").dropLast(isExcluded ? 1 : 0).split(separator: "+")
        .compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
      if let whole = Unicode.Scalar(code), let first = scalars.first {
        let second = scalars.count > 1 ? scalars[1] : nil
        parts[whole] = (first, second)
        if let second, !isExcluded { pairs[ScalarPair(first: first, second: second)] = whole }
      }
      code += 1
    }
  }
}

/// Korean syllables are composed by arithmetic.
private enum Hangul {
  private static let syllables: UInt32 = 0xAC00
  private static let leading: UInt32 = 0x1100
  private static let vowels: UInt32 = 0x1161
  private static let trailing: UInt32 = 0x11A7
  private static let (vowelCount, trailingCount): (UInt32, UInt32) = (21, 28)

  static func parts(of scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
    let index = scalar.value &- syllables
    guard index < 11_172 else { return nil }
    let tail = index % trailingCount
    let codes = [
      leading + index / (vowelCount * trailingCount),
      vowels + index / trailingCount % vowelCount,
      trailing + tail,
    ]
    return codes.prefix(tail == 0 ? 2 : 3).compactMap { Unicode.Scalar($0) }
  }

  static func pair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Unicode.Scalar? {
    let (lead, vowel) = (first.value &- leading, second.value &- vowels)
    if lead < 19, vowel < vowelCount {
      return Unicode.Scalar(syllables + (lead * vowelCount + vowel) * trailingCount)
    }
    let (syllable, tail) = (first.value &- syllables, second.value &- trailing)
    guard syllable < 11_172, syllable % trailingCount == 0, tail > 0, tail < trailingCount else {
      return nil
    }
    return Unicode.Scalar(first.value + tail)
  }
}
