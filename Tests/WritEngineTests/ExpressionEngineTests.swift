import Testing
import WritEngine
import WritModel
import WritValues
import _WritTestSupport

/// The expression tables under `Fixtures/expressions`: every engine says the same of every line.
@Suite("Expression tables") struct ExpressionEngineTests {
  @Test("lines hold", arguments: ExpressionFixture.pages, ExpressionEngine.all)
  func lines(page: LiterateMarkdown, engine: ExpressionEngine) throws {
    let fixture = try ExpressionFixture.shared.get()
    let lines = page.blocks.filter { $0.language == "writ-expressions" }
      .flatMap { ExpressionLine.lines(of: $0, in: page) }
    let claims = lines.flatMap { line in line.claims.map { (line, $0) } }
    let said = engine.evaluate(claims.map(\.1.condition), fixture)
    try #require(said.count == claims.count, "\(page.name)")
    for ((line, claim), outcome) in zip(claims, said) {
      let expected = ExpressionOutcome(claim)
      #expect(
        engine.isAlike(outcome, expected),
        "\(page.name):\(line.number): \(claim.condition): \(outcome), not \(expected)")
    }
  }

  @Test("there are enough of them, and no two alike")
  func theTablesAreThere() {
    let lines = ExpressionFixture.pages.flatMap { page in
      page.blocks.filter { $0.language == "writ-expressions" }
        .flatMap { ExpressionLine.lines(of: $0, in: page) }
    }
    #expect(lines.count >= 500)
    #expect(lines.allSatisfy { !$0.claims.isEmpty })
    var seen: Set<String> = []
    for line in lines where !seen.insert(line.expression).inserted {
      Issue.record("twice: \(line.expression)")
    }
  }

  @Test("a line that is wrong is found", arguments: ExpressionEngine.all)
  func wrongLines(engine: ExpressionEngine) throws {
    let fixture = try ExpressionFixture.shared.get()
    let said = engine.evaluate(["r.seven == 8", "r.mi == 1", "r.seven == 7"], fixture)
    #expect(said.map(\.word) == ["fail", "no_data", "pass"])
    #expect(!engine.isAlike(said[0], ExpressionOutcome(word: "pass", causes: [])))
    #expect(!engine.isAlike(said[1], ExpressionOutcome(word: "pass", causes: [])))
    #expect(
      !engine.isAlike(said[1], ExpressionOutcome(word: "no_data", causes: ["unreadable(mi)"])))
    #expect(engine.isAlike(said[1], ExpressionOutcome(word: "no_data", causes: ["missing(mi)"])))
  }
}

/// What a rule says of the one row.
struct ExpressionOutcome: Hashable, CustomStringConvertible {
  /// `pass`, `fail` or `no_data`.
  var word: String
  /// As written in a report, in their order.
  var causes: [String]

  init(word: String, causes: [String]) {
    self.word = word
    self.causes = causes
  }

  init(_ claim: ExpressionLine.Claim) {
    word = claim.causes == nil ? "pass" : "no_data"
    causes = claim.causes.map(Self.split) ?? []
  }

  /// Causes are told apart by commas, which may stand within their parentheses, too.
  private static func split(_ text: String) -> [String] {
    text.replacing(/\), (?=[a-z]+\()/, with: ")\n").split(separator: "\n").map(String.init)
  }

  var kinds: [String] { Set(causes.map { String($0.prefix { $0 != "(" }) }).sorted() }

  var description: String { ([word] + causes).joined(separator: " ") }
}

/// One engine under the tables. Another one is another element of `all`.
struct ExpressionEngine: Sendable, CustomTestStringConvertible {
  var name: String
  /// Its causes are those of the reference evaluator to the letter; else of the same kinds.
  var comparesDetails = true
  /// What rules `for r in t must CONDITION` say, each of the one row.
  var evaluate: @Sendable ([String], ExpressionFixture) -> [ExpressionOutcome]

  var testDescription: String { name }

  static let all = EngineKind.allCases.map { kind in
    ExpressionEngine(name: kind.rawValue) { conditions, fixture in
      fixture.evaluate(conditions, on: kind)
    }
  }

  func isAlike(_ one: ExpressionOutcome, _ other: ExpressionOutcome) -> Bool {
    one.word == other.word
      && (comparesDetails ? one.causes == other.causes : one.kinds == other.kinds)
  }
}

/// The declarations and rows the tables are about: `data.md`.
struct ExpressionFixture: Sendable {
  static let folder = "Tests/WritEngineTests/Fixtures/expressions"
  static let pages = (try? LiterateMarkdown.pages(in: folder)) ?? []
  static let shared = Result { try ExpressionFixture() }

  /// `module t`, its datasets, of which one is `t`.
  let declarations: String
  /// NDJSON by dataset.
  let rows: [(dataset: String, text: String)]

  private init() throws {
    let page = try #require(Self.pages.first { $0.name.hasSuffix("/data.md") })
    declarations = try #require(page.blocks.first { $0.language == "writ" }).text
    rows = page.blocks.filter { $0.language == "ndjson" }.compactMap { block in
      block.attributes["dataset"].map { ($0, block.text) }
    }
  }

  /// The module with a rule for each condition: `t.c0`, `t.c1`, …
  func module(_ conditions: [String]) -> String {
    declarations
      + conditions.enumerated().map { index, condition in
        """

        rule c\(index) "\(index)" {
          severity info
          allow cross
          for r in t
          must \(condition)
        }

        """
      }.joined()
  }

  func evaluate(_ conditions: [String], on engine: EngineKind) -> [ExpressionOutcome] {
    var evaluation = PolicyEvaluation(module(conditions))
    evaluation.now = PolicyEvaluation.time("2026-03-01T12:00:00Z")
    evaluation.period = (
      PolicyEvaluation.time("2025-07-01T00:00:00Z"), PolicyEvaluation.time("2026-01-01T00:00:00Z")
    )
    evaluation.engine = engine
    for (dataset, text) in rows { evaluation.deliver(dataset, text) }
    var outcomes: [String: ExpressionOutcome] = [:]
    for rule in evaluation.evaluate().rules {
      guard rule.members.count == 1, let member = rule.members.first else { continue }
      outcomes[rule.rule] = ExpressionOutcome(
        word: member.outcome.rawValue, causes: member.causes.map(\.description))
    }
    return conditions.indices.map { index in
      outcomes["t.c\(index)"] ?? ExpressionOutcome(word: "no outcome", causes: [])
    }
  }
}
