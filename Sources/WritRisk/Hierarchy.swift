package import WritValues

/// How the values of a column become coarser, level by level. The level above the last is always
/// `*`: nothing is told.
package enum HierarchyRule: Sendable {
  /// Numbers to half-open intervals; each width a multiple of the one before.
  case intervals(widths: [Decimal], from: Decimal = .zero)
  /// Days to months, years, decades.
  case dates([DateLevel])
  /// Texts to their first characters, fewer from level to level: `50667` to `506*`.
  case prefixes(keep: [Int])
  case file(HierarchyFile)
  /// `*` at once.
  case suppression
}

package enum DateLevel: Int, Sendable, CaseIterable, Comparable {
  case month = 1
  case year
  case decade

  package static func < (one: DateLevel, other: DateLevel) -> Bool {
    one.rawValue < other.rawValue
  }
}

/// A hierarchy laid out for the values that a column has.
struct Hierarchy {
  /// What stands for a cell that tells nothing.
  static let suppressed = "*"
  /// One loss unit is a whole cell told nothing about.
  static let wholeCell: UInt64 = 1 << 32

  let column: RiskColumn
  /// For each level the code of every value; level 0 is the values themselves.
  private(set) var codes: [[UInt32]]
  private(set) var labels: [CellDictionary]
  /// For each level and value what telling it so loses: distinct values that become the same, of
  /// all distinct values, in units of 2⁻³² rounded down; 0 where nothing was merged.
  private(set) var losses: [[UInt64]]

  var levelCount: Int { codes.count }

  init(_ column: RiskColumn, _ rule: HierarchyRule) throws(RiskProblem) {
    self.column = column
    let counts = column.codeCounts
    let present = counts.indices.filter { counts[$0] > 0 }
    let paths = try Self.paths(column, rule, present)
    let levelCount = paths.values.first { !$0.isEmpty }?.count ?? 0
    codes = [counts.indices.map { UInt32(truncatingIfNeeded: $0) }]
    labels = [column.dictionary]
    for level in 0...levelCount {
      var dictionary = CellDictionary()
      var mapped = Array(repeating: UInt32(0), count: counts.count)
      for index in present {
        let label = level < levelCount ? (index == 0 ? nil : paths[index]?[level]) : Self.suppressed
        guard let label else { continue }
        guard let code = dictionary.intern(label) else { throw .tooManyRows }
        mapped[index] = code
      }
      codes.append(mapped)
      labels.append(dictionary)
    }
    losses = []
    losses = codes.indices.map { Self.losses(codes[$0], labels[$0].codeCount, present) }
    try checkNesting(present)
  }

  /// The text of a value at a level; nil for missing.
  func label(_ code: UInt32, level: Int) -> String? {
    labels[level].text(of: codes[level][Int(code)])
  }

  private static func losses(
    _ codes: [UInt32], _ labelCount: Int, _ present: [Int]
  ) -> [UInt64] {
    var leaves = Array(repeating: UInt64(0), count: labelCount)
    for index in present { leaves[Int(codes[index])] += 1 }
    let all = UInt64(max(1, present.count))
    // A column of a single value loses all of it only under `*`, which merges nothing: 0 as well.
    return codes.map { code in
      let merged = leaves[Int(code)]
      return merged < 2 ? 0 : merged * wholeCell / all
    }
  }

  private func checkNesting(_ present: [Int]) throws(RiskProblem) {
    for level in codes.indices.dropLast() {
      var above = [UInt32?](repeating: nil, count: labels[level].codeCount)
      for index in present {
        let group = Int(codes[level][index])
        let next = codes[level + 1][index]
        if let known = above[group], known != next {
          throw .notNested(column: column.name, level: level)
        }
        above[group] = next
      }
    }
  }
}

extension Hierarchy {
  /// For each code but the missing cell's, its label at each level between the value and `*`.
  private static func paths(
    _ column: RiskColumn, _ rule: HierarchyRule, _ present: [Int]
  ) throws(RiskProblem) -> [Int: [String]] {
    let path = try pathMaker(column, rule)
    var paths: [Int: [String]] = [:]
    var strange = 0
    for index in present where index > 0 {
      let text = column.dictionary.text(of: UInt32(truncatingIfNeeded: index)) ?? ""
      if let found = path(text) { paths[index] = found } else { strange += 1 }
    }
    if strange == 0 { return paths }
    switch rule {
    case .intervals: throw .notNumbers(column: column.name, cells: strange)
    case .dates: throw .notDates(column: column.name, cells: strange)
    default: throw .notInHierarchy(column: column.name, values: strange)
    }
  }

  private static func pathMaker(
    _ column: RiskColumn, _ rule: HierarchyRule
  ) throws(RiskProblem) -> (String) -> [String]? {
    switch rule {
    case .suppression: return { _ in [] }
    case .file(let file): return { file.path(of: $0) }
    case .dates(let levels):
      let sorted = Array(Set(levels)).sorted()
      return { CalendarText($0).map { date in sorted.map(date.label) } }
    case .prefixes(let keep):
      guard keep.allSatisfy({ $0 > 0 }), zip(keep, keep.dropFirst()).allSatisfy({ $0 > $1 }) else {
        throw .badPrefixes(column: column.name)
      }
      return { text in keep.map { prefix(text, $0) } }
    case .intervals(let widths, let from):
      let sizes = widths.map(\.millionths)
      guard sizes.allSatisfy({ $0 > 0 }),
        zip(sizes, sizes.dropFirst()).allSatisfy({ $1 % $0 == 0 && $1 > $0 })
      else { throw .badWidths(column: column.name) }
      return { text in
        Decimal(parsing: text).map { number in sizes.map { interval(number, $0, from) } }
      }
    }
  }

  /// Characters are Unicode scalars, so that a cut doesn't depend on a library's version.
  private static func prefix(_ text: String, _ count: Int) -> String {
    let scalars = text.unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: count, limitedBy: scalars.endIndex),
      end < scalars.endIndex
    else { return text }
    return String(scalars[..<end]) + suppressed
  }

  private static func interval(_ number: Decimal, _ width: Int64, _ from: Decimal) -> String {
    let offset = Int128(number.millionths) - Int128(from.millionths)
    let remainder = offset % Int128(width)
    let low = Int128(number.millionths) - (remainder < 0 ? remainder + Int128(width) : remainder)
    return "[\(text(low)),\(text(low + Int128(width))))"
  }

  /// Bounds may lie beyond what a decimal holds.
  private static func text(_ millionths: Int128) -> String {
    Ratio(numerator: millionths, denominator: 1_000_000).rounded?.description
      ?? "\(millionths / 1_000_000)"
  }
}

/// Year and month of a date written `2024-03-15`, with or without a time after it.
private struct CalendarText {
  private let year: Int
  private let month: Int

  init?(_ text: String) {
    let bytes = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for index in range {
        guard index < bytes.count, bytes[index] &- 0x30 < 10 else { return nil }
        value = value * 10 + Int(bytes[index] - 0x30)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      bytes[4] == 0x2D, bytes[7] == 0x2D, (1...12).contains(month), (1...31).contains(day),
      bytes.count == 10 || bytes[10] == UInt8(ascii: "T") || bytes[10] == 0x20
    else { return nil }
    self.year = year
    self.month = month
  }

  func label(_ level: DateLevel) -> String {
    switch level {
    case .month: "\(digits(year, 4))-\(digits(month, 2))"
    case .year: digits(year, 4)
    case .decade: "\(digits(year / 10, 3))0s"
    }
  }

  private func digits(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.count)) + text
  }
}
