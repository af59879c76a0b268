import Foundation
import Testing
import WritChecker
import WritDiagnostics
import WritSyntax
import WritTesting
import WritValidators
import WritValues
import _WritTestSupport

/// The language reference is the language's specification: every example in it runs.
@Suite struct LanguageReferenceTests {
  static let folder = "docs/reference/language"
  static let pages = (try? LiterateMarkdown.pages(in: folder)) ?? []

  @Test("examples are what their pages say", arguments: pages)
  func examples(page: LiterateMarkdown) {
    for program in Example.programs(of: page) { program.check() }
  }

  @Test("expression tables hold", arguments: pages)
  func tables(page: LiterateMarkdown) {
    for table in ExpressionTable.tables(of: page) { table.check() }
  }

  @Test func theReferenceIsThere() {
    let files = Self.pages.flatMap { Example.programs(of: $0) }
    let lines = Self.pages.flatMap { ExpressionTable.tables(of: $0) }.flatMap(\.lines)
    #expect(files.count >= 60)
    #expect(lines.count >= 150)
  }

  @Test func linksLeadSomewhere() throws {
    let names = Set(Self.pages.map { String($0.name.dropFirst(Self.folder.count + 1)) })
    for page in Self.pages {
      for match in page.text.matches(of: /\]\(([a-z-]+\.md)(#[a-z0-9-]+)?\)/) {
        let file = String(match.1)
        #expect(names.contains(file), "\(page.name): \(file)")
        guard let anchor = match.2,
          let target = Self.pages.first(where: { $0.name.hasSuffix(file) })
        else { continue }
        #expect(Self.anchors(of: target).contains(String(anchor)), "\(page.name): \(file)\(anchor)")
      }
    }
  }

  private static func anchors(of page: LiterateMarkdown) -> Set<String> {
    Set(
      page.text.split(separator: "\n").filter { $0.hasPrefix("#") }.map { line in
        let words = line.drop { $0 == "#" || $0 == " " }.lowercased()
        return "#"
          + words.filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == "_" }
          .replacing(" ", with: "-")
      })
  }

  @Test("examples are laid out as `writ fmt` lays them out", arguments: pages)
  func layout(page: LiterateMarkdown) {
    for block in page.blocks where block.language == "writ" {
      let tree = Parser.parse(SourceText(name: page.name, text: block.text))
      // Where there are mistakes there is no layout.
      guard let formatted = Formatter.format(tree) else { continue }
      #expect(block.text == formatted, "\(page.name):\(block.line)")
    }
  }

  @Test("diagnostics look as shown", arguments: pages)
  func renderings(page: LiterateMarkdown) {
    for (block, shown) in zip(page.blocks, page.blocks.dropFirst())
    where shown.attributes["rendered"] != nil {
      let result = ReferenceChecking.check([(block.text, "policies/access.writ")])
      #expect(DiagnosticRenderer().render(result.diagnostics) == shown.text)
    }
  }

  @Test("the list of diagnostics is whole")
  func diagnosticsList() throws {
    let page = try #require(Self.pages.first { $0.name.hasSuffix("/diagnostics.md") })
    let listed = page.text.matches(of: /(?m)^\| `([a-z]+\/[a-z0-9-]+)` \|/).map { String($0.1) }
    let known = (SyntaxDiagnostics.ids + CheckerDiagnostics.pages.map(\.id))
    #expect(Set(known).subtracting(listed).sorted() == [], "not listed")
    #expect(Set(listed).subtracting(known).sorted() == [], "listed and unknown")
    #expect(listed == listed.sorted())
  }

  @Test("the list of reserved words is whole")
  func reservedWords() throws {
    let page = try #require(Self.pages.first { $0.name.hasSuffix("/files-and-names.md") })
    let block = try #require(page.blocks.first { $0.attributes["reserved"] != nil })
    let words = block.text.split(whereSeparator: \.isWhitespace).map(String.init)
    #expect(words == Vocabulary.reserved.sorted())
  }
}

/// One file, or several that share `program=NAME`, with what the page says of it.
private struct Example {
  let page: LiterateMarkdown
  var blocks: [LiterateMarkdown.Block]

  static func programs(of page: LiterateMarkdown) -> [Example] {
    var examples: [Example] = []
    for block in page.blocks where block.language == "writ" {
      if let name = block.attributes["program"],
        let index = examples.firstIndex(where: {
          $0.blocks.contains { $0.attributes["program"] == name }
        })
      {
        examples[index].blocks.append(block)
      } else {
        examples.append(Example(page: page, blocks: [block]))
      }
    }
    return examples
  }

  func check() {
    let place = "\(page.name):\(blocks[0].line)"
    let result = ReferenceChecking.check(blocks.map { ($0.placedText, page.name) })
    for (severity, word) in [(Diagnostic.Severity.error, "error"), (.warning, "warning")] {
      let found = result.diagnostics.filter { $0.severity == severity }
      let expected = blocks.flatMap { ($0.attributes[word] ?? "").split(separator: ",") }
      // Where there is a mistake, something may be left unused by it.
      if severity == .warning, result.hasErrors { continue }
      #expect(
        Set(found.map(\.id)) == Set(expected.map(String.init)),
        "\(place)\n\(DiagnosticRenderer().render(found))")
    }
    for test in ReferenceChecking.run(result.program) {
      for failure in test.failures {
        let line = failure.place.source.position(at: failure.place.span.start).line
        Issue.record("\(page.name):\(line) (\(test.title)): \(failure.message)")
      }
    }
  }
}

/// Lines `EXPR => RESULT`, each of which stands for `true` in the `must true` of a `writ data` block.
private struct ExpressionTable {
  let page: LiterateMarkdown
  let data: LiterateMarkdown.Block
  let lines: [ExpressionLine]

  static func tables(of page: LiterateMarkdown) -> [ExpressionTable] {
    var data: LiterateMarkdown.Block?
    var tables: [ExpressionTable] = []
    for block in page.blocks {
      if block.language == "writ", block.attributes["data"] != nil { data = block }
      guard block.language == "writ-expressions" else { continue }
      guard let data else {
        Issue.record("\(page.name):\(block.line): no data above the table")
        continue
      }
      tables.append(
        ExpressionTable(page: page, data: data, lines: ExpressionLine.lines(of: block, in: page)))
    }
    return tables
  }

  func check() {
    for line in lines { check(line) }
  }

  private func check(_ line: ExpressionLine) {
    if let error = line.errorID {
      let text = file("true\n  evidence (\(line.expression))")
      let result = ReferenceChecking.check([(text, page.name)])
      #expect(Set(result.diagnostics.map(\.id)) == [error], "\(place(line))")
    }
    for claim in line.claims { expect(line, claim.condition, claim.causes) }
  }

  /// The data's file with the condition in place of `true`.
  private func file(_ condition: String) -> String {
    data.text.replacing("must true", with: "must \(condition)", maxReplacements: 1)
  }

  private func place(_ line: ExpressionLine) -> String {
    "\(page.name):\(line.number): \(line.expression)"
  }

  /// Holds for every member the data's test names or, with causes, is unknown for exactly these.
  private func expect(_ line: ExpressionLine, _ condition: String, _ causes: String?) {
    let result = ReferenceChecking.check([(file(condition), page.name)])
    let errors = result.diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else {
      Issue.record("\(place(line))\n\(DiagnosticRenderer().render(errors))")
      return
    }
    let results = ReferenceChecking.run(result.program)
    #expect(!results.isEmpty, "\(place(line)): the data has no test")
    for failures in results.map(\.failures) {
      guard let causes else {
        for failure in failures { Issue.record("\(place(line)): \(failure.message)") }
        continue
      }
      #expect(!failures.isEmpty, "\(place(line)): known, expected unknown \(causes)")
      for failure in failures {
        let reason = failure.message.range(of: ", got no_data because ").map {
          String(failure.message[$0.upperBound...])
        }
        #expect(reason == causes, "\(place(line)): \(failure.message)")
      }
    }
  }
}

/// Text in, diagnostics and test results out.
private enum ReferenceChecking {
  static func check(_ files: [(text: String, name: String)]) -> CheckResult {
    Checker.check(
      files.map { Parser.parse(SourceText(name: $0.name, text: $0.text)) },
      environment: CheckEnvironment(
        knownControls: nil, validators: ValidatorLibrary.signatures,
        readings: Set(ValidatorLibrary.readings.keys), readsPersonalData: true,
        knownZone: { zone($0) != nil }))
  }

  static func run(_ program: CheckedProgram) -> [TestResult] {
    TestRun(program: program, personalData: PlainReading(), zone: { zone($0) }).run(program.tests)
  }

  private static func zone(_ name: String) -> Zone? {
    if name == "UTC" { return .utc }
    let path = "/usr/share/zoneinfo/\(name)"
    return FileManager.default.contents(atPath: path).flatMap { Zone(name: name, tzif: Array($0)) }
  }
}
