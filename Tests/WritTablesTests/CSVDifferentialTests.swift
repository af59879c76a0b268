import Testing
import WritTables
import WritValues
import _WritTestSupport

/// The reader of CSV agrees with a second one that is as plain as can be: it cuts the whole text at once, a character at
/// a time, and knows nothing of blocks.
@Suite("CSV, against a plain parser") struct CSVDifferentialTests {
  /// What the plain parser makes of a record: its cells, or nothing where it is malformed.
  private struct Record {
    /// As written, line ends included.
    var line: Int
    var cells: [[UInt8]]?
  }

  /// All records of a text that ends in a line end, blank lines left out; nil where a quote is left open.
  private static func records(_ text: [UInt8], delimiter: UInt8) -> [Record]? {
    var records: [Record] = []
    var rest = text[...]
    var line = 1
    while !rest.isEmpty {
      let start = line
      var cells: [[UInt8]] = []
      var isSound = true
      var isBlank = true
      record: while true {
        var cell: [UInt8] = []
        if rest.first == UInt8(ascii: "\"") {
          isBlank = false
          rest = rest.dropFirst()
          while true {
            guard let stop = rest.firstIndex(of: UInt8(ascii: "\"")) else { return nil }
            cell += rest[..<stop]
            rest = rest[(stop + 1)...]
            guard rest.first == UInt8(ascii: "\"") else { break }
            cell.append(UInt8(ascii: "\""))
            rest = rest.dropFirst()
          }
          line += cell.count { $0 == UInt8(ascii: "\n") }
          // Only the end of the cell may follow.
          let tail = rest.prefix { $0 != delimiter && $0 != UInt8(ascii: "\n") }
          if !tail.isEmpty, !(tail.elementsEqual([0x0D]) && isLineEnd(rest.dropFirst())) {
            isSound = false
          }
          rest = rest.dropFirst(tail.count)
        } else {
          let plain = rest.prefix { $0 != delimiter && $0 != UInt8(ascii: "\n") }
          rest = rest.dropFirst(plain.count)
          cell = Array(plain)
          if cell.contains(UInt8(ascii: "\"")) { isSound = false }
          if isLineEnd(rest), cell.last == 0x0D { cell.removeLast() }
          if !cell.isEmpty { isBlank = false }
        }
        if String(validating: cell, as: UTF8.self) == nil { isSound = false }
        cells.append(cell)
        guard rest.first == delimiter else { break record }
        rest = rest.dropFirst()
        isBlank = false
      }
      rest = rest.dropFirst()
      if !isBlank { records.append(Record(line: start, cells: isSound ? cells : nil)) }
      line += 1
    }
    return records
  }

  private static func isLineEnd(_ rest: ArraySlice<UInt8>) -> Bool {
    rest.isEmpty || rest.first == UInt8(ascii: "\n")
  }

  private static let schema = TableFixtures.schema([
    TableFixtures.field("id", .text), TableFixtures.field("a", .text, optional: true),
    TableFixtures.field("b", .text, optional: true),
  ])

  private static let pieces: [[UInt8]] = [
    ",", ";", "\t", "\"", "\"\"", "\r", "\n", "\r\n", "x", "yz", " ", "é", "\"a,b\"", "\"a\nb\"",
    "\"a\r\n\"\"b\"", "\"\"\"\"", "\u{0}", "\u{FEFF}",
  ].map { Array($0.utf8) }

  /// A table of three columns whose keys are counted, then changed in a few places.
  private static func table(_ delimiter: UInt8, _ random: inout SeededGenerator) -> [UInt8] {
    var body: [UInt8] = []
    for index in 0..<Int.random(in: 1...6, using: &random) {
      body += Array("k\(index)".utf8)
      for _ in 0..<2 {
        body.append(delimiter)
        for _ in 0..<Int.random(in: 0...1, using: &random) {
          body += pieces.randomElement(using: &random) ?? []
        }
      }
      body += Bool.random(using: &random) ? [0x0D, 0x0A] : [0x0A]
    }
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      let at = Int.random(in: 0...body.count, using: &random)
      if Bool.random(using: &random), at < body.count {
        body.remove(at: at)
      } else {
        body.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: at)
      }
    }
    if body.last != 0x0A { body.append(0x0A) }
    let names = Array("id\u{1}a\u{1}b\n".utf8).map { $0 == 1 ? delimiter : $0 }
    return names + body
  }

  @Test("the same cells, in blocks of any size", arguments: [0x2C, 0x3B, 0x09] as [UInt8])
  func alike(_ delimiter: UInt8) throws {
    var random = SeededGenerator(seed: UInt64(delimiter))
    var rows = 0
    var rejects = 0
    var open = 0
    for _ in 0..<4000 {
      let text = Self.table(delimiter, &random)
      let size = Int.random(in: 1...24, using: &random)
      let source = MemorySource(name: "in", bytes: text)
      let loader = TableLoader(schema: Self.schema, options: ReadOptions(blockSize: size))
      guard let expected = Self.records(text, delimiter: delimiter)?.dropFirst() else {
        open += 1
        #expect(throws: ReadFailure.self) { try loader.load([.csv(source, FieldBinding())]) }
        continue
      }
      guard !expected.isEmpty else { continue }
      let table = try loader.load([.csv(source, FieldBinding())])
      // A table is in the order of its keys.
      let rowsByLine = table.rows.sorted { $0.origin.line < $1.origin.line }
      try #require(
        rowsByLine.map { Int($0.origin.line) } == expected.map(\.line),
        "\(String(decoding: text, as: UTF8.self)) \(text)")
      let keys = expected.map { $0.cells?.first }
      for (row, record) in zip(rowsByLine, expected) {
        let cells = record.cells.flatMap { $0.count == 3 ? $0 : nil }
        let key = cells.flatMap { $0[0].isEmpty ? nil : $0[0] }
        let isShared = key.map { key in keys.count { $0 == key } > 1 } ?? false
        guard let cells, key != nil, !isShared || !row.isRejected else {
          #expect(row.isRejected, "\(text)")
          rejects += 1
          continue
        }
        rows += 1
        #expect(!row.isRejected, "\(text)")
        let texts = row.fields.map { field -> [UInt8] in
          if case .known(.text(let text)) = field { Array(text.string.utf8) } else { [] }
        }
        #expect(texts == cells, "\(text)")
      }
    }
    #expect(rows > 4000 && rejects > 1000 && open > 100, "\(rows) \(rejects) \(open)")
  }
}
