import WritSources
import WritTables

/// A CSV file gives the same rows in blocks of any size.
struct CSVTarget: FuzzTarget {
  let name = "csv"
  let words = [
    ",", ";", "\t", "\"", "\"\"", "\"\n\"", "\r", "\n", "\r\n", ",,", "\"a,b\"", "id", "id,",
    "when", "name",
    "count", "2026-01-31", "[\"\"x\"\"]", "{}", "\u{FEFF}", "on", "1.2.3", "10.0.0.0/8", "90d",
    "Hire Date",
    "Employee ID", "Status", "Email",
  ]

  func run(_ input: [UInt8]) throws -> [String] {
    let source = MemorySource(name: "input", bytes: input)
    let rows = try TablePrint.check("csv", .csv(source, TablePrint.binding))
    let roster = try RecordPrint.check("roster", input) { HRRoster(inputs: [$0]) }
    _ = InputKind.recognize(name: "input.csv", prefix: input)
    return TablePrint.traits(rows) + roster.traits
  }
}
