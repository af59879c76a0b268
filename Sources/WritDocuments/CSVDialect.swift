/// How a delimited file is written, found by looking at its first records.
struct CSVDialect: Equatable {
  /// Bytes looked at, at most.
  static let sampleSize = 64 << 10
  private static let delimiters: [UInt8] = [
    ASCII.comma, UInt8(ascii: ";"), ASCII.tab, UInt8(ascii: "|"),
  ]

  var delimiter: UInt8
  /// Cells of most records.
  var columns: Int
  /// The share of records, in percent, that have so many cells.
  var agreement: Int
  /// Complete records seen.
  var records: Int
  var hasHeader: Bool

  /// The delimiter that most records agree on; a comma where there is nothing to go by.
  ///
  /// - Parameter isWhole: the sample is all there is: its last record is complete.
  static func find(in sample: UnsafeBufferPointer<UInt8>, isWhole: Bool) -> CSVDialect {
    var best: CSVDialect?
    for delimiter in delimiters {
      let found = look(at: sample, delimiter, isWhole: isWhole)
      guard found.columns > 1 else { continue }
      if let best, (best.agreement, best.columns) >= (found.agreement, found.columns) { continue }
      best = found
    }
    return best ?? look(at: sample, ASCII.comma, isWhole: isWhole)
  }

  private static func look(
    at sample: UnsafeBufferPointer<UInt8>, _ delimiter: UInt8, isWhole: Bool
  ) -> CSVDialect {
    var counts: [Int: Int] = [:]
    var records = 0
    var index = sample.has("\u{FEFF}", at: 0) ? 3 : 0
    var isHeader = false
    while index < sample.count, records < 200 {
      var scan = RecordScan(index: index)
      guard scan.run(sample, delimiter) || isWhole && !scan.isInQuotes else { break }
      if scan.cells > 1 || scan.index > index &+ 2 {
        if records == 0 { isHeader = scan.looksLikeNames }
        records &+= 1
        counts[scan.cells, default: 0] &+= 1
      }
      index = scan.index
    }
    let most = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
    return CSVDialect(
      delimiter: delimiter, columns: most?.key ?? 1,
      agreement: records == 0 ? 0 : (most?.value ?? 0) * 100 / records, records: records,
      hasHeader: isHeader)
  }

  /// One record of a sample.
  private struct RecordScan {
    var index: Int
    var cells = 1
    var isInQuotes = false
    var looksLikeNames = true

    init(index: Int) { self.index = index }

    /// - Returns: whether its end was seen.
    mutating func run(_ sample: UnsafeBufferPointer<UInt8>, _ delimiter: UInt8) -> Bool {
      var start = index
      while index < sample.count {
        let byte = sample[index]
        if isInQuotes {
          if byte == ASCII.quote {
            if sample.at(index &+ 1) == ASCII.quote { index &+= 1 } else { isInQuotes = false }
          }
        } else if byte == ASCII.quote, index == start {
          isInQuotes = true
        } else if byte == delimiter || byte == ASCII.lineFeed {
          judge(sample, start, index)
          if byte == ASCII.lineFeed {
            index &+= 1
            return true
          }
          cells &+= 1
          start = index &+ 1
        }
        index &+= 1
      }
      judge(sample, start, index)
      return false
    }

    /// A column's name has letters first, few digits, and is no address.
    private mutating func judge(_ sample: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
      let cell = sample[start..<end].filter { $0 != ASCII.quote && $0 != ASCII.carriageReturn }
      guard let first = cell.first else { return }
      let digits = cell.count { ASCII.isDigit($0) }
      let starts = ASCII.isLetter(first) || first >= 0x80 || "_#$(".utf8.contains(first)
      if !starts || cell.count > 64 || digits * 2 > cell.count || cell.contains(UInt8(ascii: "@")) {
        looksLikeNames = false
      }
    }
  }
}
