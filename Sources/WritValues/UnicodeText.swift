/// Case, length and normal form of text in one Unicode version (14.0), whatever runs the program.
public enum UnicodeText {
  /// Each code point by its simple lower-case mapping, one to one.
  public static func lower(_ text: String) -> String { lowerCase.map(text) }

  /// Each code point by its simple upper-case mapping, one to one: `ß` stays.
  public static func upper(_ text: String) -> String { upperCase.map(text) }

  /// How many code points a text has.
  public static func length(_ text: String) -> Int { text.unicodeScalars.count }

  private static let lowerCase = CaseTable(UnicodeTables.lower, ascii: "A"..."Z")
  private static let upperCase = CaseTable(UnicodeTables.upper, ascii: "a"..."z")
}

/// Runs of code points that are all as far away from what they map to.
private struct CaseTable {
  private struct Run {
    var first: UInt32
    var last: UInt32
    var step: UInt32
    var distance: Int64
  }

  private let runs: [Run]
  /// The letters that map among ASCII.
  private let ascii: ClosedRange<UInt8>

  init(_ table: String, ascii: ClosedRange<Unicode.Scalar>) {
    self.ascii =
      UInt8(
        truncatingIfNeeded: ascii.lowerBound.value)...UInt8(
        truncatingIfNeeded: ascii.upperBound.value)
    runs = table.split(separator: " ").compactMap { word in
      let sides = word.split(separator: ":")
      guard sides.count == 2, let distance = Int64(sides[1]) else { return nil }
      let isEveryOther = sides[0].hasSuffix("/2")
      let ends = sides[0].dropLast(isEveryOther ? 2 : 0).split(separator: "-")
      guard let from = ends.first, let first = UInt32(from, radix: 16), let to = ends.last,
        let last = UInt32(to, radix: 16)
      else { return nil }
      return Run(first: first, last: last, step: isEveryOther ? 2 : 1, distance: distance)
    }
  }

  func map(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      return String(decoding: text.utf8.map { ascii ~= $0 ? $0 ^ 0x20 : $0 }, as: UTF8.self)
    }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(map(scalar)) }
    return String(result)
  }

  private func map(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].last < scalar.value { low = middle + 1 } else { high = middle }
    }
    guard low < runs.count, runs[low].first <= scalar.value,
      (scalar.value - runs[low].first) % runs[low].step == 0
    else { return scalar }
    let mapped = UInt32(truncatingIfNeeded: Int64(scalar.value) + runs[low].distance)
    return Unicode.Scalar(mapped) ?? scalar
  }
}
