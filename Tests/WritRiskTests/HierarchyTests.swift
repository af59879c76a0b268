import Testing
import WritValues

@testable import WritRisk

@Suite("Risk: hierarchies") struct HierarchyTests {
  static func labels(_ value: String?, _ rule: HierarchyRule) throws -> [String?] {
    let table = try RiskTable(columns: [("c", [value])])
    let hierarchy = try Hierarchy(table.columns[0], rule)
    return (0..<hierarchy.levelCount).map { hierarchy.label(table.columns[0].codes[0], level: $0) }
  }

  @Test(arguments: [
    ("37", ["37", "[30,40)", "[20,40)", "*"]), ("40", ["40", "[40,50)", "[40,60)", "*"]),
    ("-1", ["-1", "[-10,0)", "[-20,0)", "*"]), ("-20", ["-20", "[-20,-10)", "[-20,0)", "*"]),
    ("39.999999", ["39.999999", "[30,40)", "[20,40)", "*"]),
    (
      "999999999999",
      ["999999999999", "[999999999990,1000000000000)", "[999999999980,1000000000000)", "*"]
    ),
  ])
  func `intervals are half open`(value: String, expected: [String]) throws {
    let widths = [Decimal(10), Decimal(20)].compactMap { $0 }
    #expect(try Self.labels(value, .intervals(widths: widths)) == expected)
  }

  @Test func `intervals from elsewhere`() throws {
    let rule = HierarchyRule.intervals(
      widths: [Decimal(millionths: 500_000)], from: Decimal(millionths: 250_000))
    #expect(try Self.labels("0.3", rule) == ["0.3", "[0.25,0.75)", "*"])
  }

  @Test(arguments: ["2024-03-15", "2024-03-15T10:00:00Z", "2024-03-15 10:00"])
  func `dates`(value: String) throws {
    let levels = try Self.labels(value, .dates([.decade, .month, .year]))
    #expect(levels == [value, "2024-03", "2024", "2020s", "*"])
  }

  @Test func `prefixes count Unicode scalars`() throws {
    #expect(try Self.labels("50667", .prefixes(keep: [4, 2])) == ["50667", "5066*", "50*", "*"])
    #expect(try Self.labels("Köln", .prefixes(keep: [4, 2])) == ["Köln", "Köln", "Kö*", "*"])
  }

  @Test(arguments: [
    ("intervals:10,20", "37", ["37", "[30,40)", "[20,40)", "*"]),
    ("intervals:10@18", "37", ["37", "[28,38)", "*"]), ("suppress", "x", ["x", "*"]),
    ("dates:year,decade", "2019-01-02", ["2019-01-02", "2019", "2010s", "*"]),
    ("prefixes:2", "abc", ["abc", "ab*", "*"]),
  ])
  func `rules as text`(text: String, value: String, expected: [String]) throws {
    let rule = try #require(HierarchyRule(parsing: text))
    #expect(try Self.labels(value, rule) == expected)
  }

  @Test(arguments: [
    "", "intervals", "intervals:", "intervals:1@2@3", "intervals:1,,2", "dates:day", "prefixes:x",
    "file:x", "Suppress",
  ])
  func `texts that are no rule`(text: String) { #expect(HierarchyRule(parsing: text) == nil) }

  @Test func `missing stays missing until nothing is told`() throws {
    #expect(try Self.labels(nil, .prefixes(keep: [2])) == [nil, "*"])
    let table = try RiskTable(columns: [("c", [nil, "abc"])])
    let hierarchy = try Hierarchy(table.columns[0], .prefixes(keep: [2]))
    #expect((0..<3).map { hierarchy.label(0, level: $0) } == [nil, nil, "*"])
  }

  @Test func `a file`() throws {
    let file = try HierarchyFile(
      parsing: "50667;506**;Cologne\r\n\"a;\"\"b\"\"\";x;Cologne\n\n10115;101**;Berlin")
    #expect(file.levelCount == 2)
    #expect(try Self.labels("50667", .file(file)) == ["50667", "506**", "Cologne", "*"])
    #expect(try Self.labels("a;\"b\"", .file(file)) == ["a;\"b\"", "x", "Cologne", "*"])
    #expect(throws: RiskProblem.notInHierarchy(column: "c", values: 1)) {
      try Self.labels("99999", .file(file))
    }
  }

  @Test(arguments: [
    ("a;b\nc", 2, HierarchyFile.Fault.noLevel), ("a;b\nc;d;e", 2, .fields(3, expected: 2)),
    ("a;b\na;c", 2, .repeated), ("a;\"b", 1, .openQuote), ("\n\n", 1, .empty), ("", 1, .empty),
    ("a", 1, .noLevel),
  ])
  func `files that are refused`(text: String, line: Int, fault: HierarchyFile.Fault) {
    #expect(throws: RiskProblem.badHierarchyFile(line: line, fault)) {
      try HierarchyFile(parsing: text)
    }
  }

  @Test func `a level may not part what the level below merged`() throws {
    let file = try HierarchyFile(parsing: "a;x;1\nb;x;2")
    let table = try RiskTable(columns: [("c", ["a", "b"])])
    #expect(throws: RiskProblem.notNested(column: "c", level: 1)) {
      try Hierarchy(table.columns[0], .file(file))
    }
  }

  @Test func `values of another kind are counted, not shown`() throws {
    let table = try RiskTable(columns: [("c", ["12", "private", "2024-13-01", nil])])
    let ten = [Decimal(10)].compactMap { $0 }
    #expect(throws: RiskProblem.notNumbers(column: "c", cells: 2)) {
      try Hierarchy(table.columns[0], .intervals(widths: ten))
    }
    #expect(throws: RiskProblem.notDates(column: "c", cells: 3)) {
      try Hierarchy(table.columns[0], .dates([.year]))
    }
    #expect(throws: RiskProblem.badWidths(column: "c")) {
      try Hierarchy(
        table.columns[0], .intervals(widths: [Decimal(10), Decimal(15)].compactMap { $0 }))
    }
    #expect(throws: RiskProblem.badPrefixes(column: "c")) {
      try Hierarchy(table.columns[0], .prefixes(keep: [2, 3]))
    }
  }
}
