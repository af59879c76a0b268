/// A set of Unicode scalars as sorted ranges of their values, disjoint and not touching.
package struct ScalarSet: Hashable, Sendable {
  package private(set) var ranges: [ClosedRange<UInt32>]

  /// Sorts and joins them.
  package init(_ ranges: [ClosedRange<UInt32>]) {
    var joined: [ClosedRange<UInt32>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, range.lowerBound <= last.upperBound &+ 1 {
        joined[joined.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    self.ranges = joined
  }

  package init(_ scalar: Unicode.Scalar) { ranges = [scalar.value...scalar.value] }

  package static let nothing = ScalarSet([])
  package static let all = ScalarSet([0...0x10FFFF])
  package static let notASCII = ScalarSet([0x80...0x10FFFF])

  package var isEmpty: Bool { ranges.isEmpty }

  /// Whether none is past 0x7F.
  package var isASCII: Bool { (ranges.last?.upperBound ?? 0) < 0x80 }

  /// Bytes of its shortest and its longest scalar in UTF-8; nil for the empty set.
  package var widths: ClosedRange<Int>? {
    guard let first = ranges.first, let last = ranges.last else { return nil }
    return Self.width(first.lowerBound)...Self.width(last.upperBound)
  }

  private static func width(_ value: UInt32) -> Int {
    value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x1_0000 ? 3 : 4
  }

  package func contains(_ value: UInt32) -> Bool { ranges.contains { $0.contains(value) } }

  package func union(_ other: ScalarSet) -> ScalarSet { ScalarSet(ranges + other.ranges) }

  package func intersection(_ other: ScalarSet) -> ScalarSet {
    var common: [ClosedRange<UInt32>] = []
    var mine = ranges[...]
    var others = other.ranges[...]
    while let one = mine.first, let two = others.first {
      let low = max(one.lowerBound, two.lowerBound)
      let high = min(one.upperBound, two.upperBound)
      if low <= high { common.append(low...high) }
      if one.upperBound < two.upperBound { mine.removeFirst() } else { others.removeFirst() }
    }
    return ScalarSet(common)
  }

  package var complement: ScalarSet {
    var gaps: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges {
      if range.lowerBound > next { gaps.append(next...(range.lowerBound - 1)) }
      next = range.upperBound + 1
    }
    if next <= 0x10FFFF { gaps.append(next...0x10FFFF) }
    return ScalarSet(gaps)
  }

  /// With the other case of each letter, as PCRE2 folds it in UTF mode. Where a range holds more
  /// than a script or so of letters past ASCII, all of what is not ASCII is taken in.
  package var caseless: ScalarSet {
    var grown = ranges
    for range in ranges {
      if range.count > 2048 {
        grown += Self.notASCII.ranges
        grown.append(contentsOf: Self.otherCases(range.clamped(to: 0...0x7F)))
      } else {
        grown += Self.otherCases(range)
      }
    }
    return ScalarSet(grown)
  }

  private static func otherCases(_ range: ClosedRange<UInt32>) -> [ClosedRange<UInt32>] {
    range.flatMap { value -> [ClosedRange<UInt32>] in
      switch value {
      // The two letters past ASCII that fold into it: the kelvin sign and the long s.
      case 0x4B, 0x6B, 0x212A: return [0x4B...0x4B, 0x6B...0x6B, 0x212A...0x212A]
      case 0x53, 0x73, 0x17F: return [0x53...0x53, 0x73...0x73, 0x17F...0x17F]
      default:
        guard let properties = Unicode.Scalar(value)?.properties else { return [] }
        return [properties.lowercaseMapping, properties.uppercaseMapping].compactMap {
          let scalars = $0.unicodeScalars
          guard scalars.count == 1, let only = scalars.first else { return nil }
          return only.value...only.value
        }
      }
    }
  }
}
