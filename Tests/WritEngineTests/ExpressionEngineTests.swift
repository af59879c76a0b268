import Testing
import WritDatabase
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
    for ((line, claim), outcome) in zip(claims, said) where !outcome.isRefusal {
      let expected = ExpressionOutcome(claim)
      #expect(
        engine.isAlike(outcome, expected),
        "\(page.name):\(line.number): \(claim.condition): \(outcome), not \(expected)")
    }
  }

  @Test("databases judge most of them", arguments: ExpressionEngine.databases)
  func databasesJudge(engine: ExpressionEngine) throws {
    let fixture = try ExpressionFixture.shared.get()
    var judged = 0
    var refused: [String: Int] = [:]
    for page in ExpressionFixture.pages {
      let lines = page.blocks.filter { $0.language == "writ-expressions" }
        .flatMap { ExpressionLine.lines(of: $0, in: page) }
      for outcome in engine.evaluate(lines.flatMap(\.claims).map(\.condition), fixture) {
        if outcome.isRefusal {
          refused[outcome.causes.joined(), default: 0] += 1
        } else {
          judged += 1
        }
      }
    }
    let list = refused.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    #expect(judged >= 500, "refused: \(list.joined(separator: ", "))")
    // What was taken back becomes visible here.
    #expect(!refused.isEmpty)
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

  /// The engine does not take the condition; its cause is the construct.
  var isRefusal: Bool { word == "refused" }

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

  static let all =
    EngineKind.allCases.map { kind in
      ExpressionEngine(name: kind.rawValue) { conditions, fixture in
        fixture.evaluate(conditions, on: kind)
      }
    } + databases

  /// SQLite, and PostgreSQL where it is present.
  static let databases =
    [ExpressionEngine(.sqlite) { try DatabaseLocation.sqliteTemporary.open() }]
    + (PostgresServer.isExpected
      ? [
        ExpressionEngine(.postgres) {
          try DatabaseLocation.postgres(url: PostgresServer.shared().url()).open()
        }
      ] : [])

  private init(
    _ dialect: SQLDialect, open: @escaping @Sendable () throws -> any DatabaseConnection
  ) {
    name = dialect.rawValue
    evaluate = { conditions, fixture in
      do {
        let connection = try open()
        defer { connection.close() }
        return try fixture.evaluate(conditions, on: connection)
      } catch {
        return conditions.map { _ in ExpressionOutcome(word: "\(error)", causes: []) }
      }
    }
  }

  private init(
    name: String,
    evaluate: @escaping @Sendable ([String], ExpressionFixture) -> [ExpressionOutcome]
  ) {
    self.name = name
    self.evaluate = evaluate
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
    var evaluation = evaluation(of: conditions)
    evaluation.engine = engine
    // With members asked for no engine may leave a line undecoded.
    let result = evaluation.evaluate(collectsMembers: false)
    return outcomes(of: conditions, in: result, refused: [:])
  }

  func evaluate(
    _ conditions: [String], on connection: any DatabaseConnection
  ) throws -> [ExpressionOutcome] {
    let evaluation = evaluation(of: conditions)
    let (result, refused) = try evaluation.evaluate(with: connection)
    return outcomes(of: conditions, in: result, refused: refused)
  }

  private func evaluation(of conditions: [String]) -> PolicyEvaluation {
    var evaluation = PolicyEvaluation(module(conditions))
    evaluation.now = PolicyEvaluation.time("2026-03-01T12:00:00Z")
    evaluation.period = (
      PolicyEvaluation.time("2025-07-01T00:00:00Z"), PolicyEvaluation.time("2026-01-01T00:00:00Z")
    )
    for (dataset, text) in rows { evaluation.deliver(dataset, text) }
    return evaluation
  }

  private func outcomes(
    of conditions: [String], in result: EvaluationResult, refused: [String: String]
  ) -> [ExpressionOutcome] {
    var outcomes: [String: ExpressionOutcome] = [:]
    for (rule, construct) in refused {
      outcomes[rule] = ExpressionOutcome(word: "refused", causes: [construct])
    }
    for rule in result.rules {
      if let error = rule.error {
        outcomes[rule.rule] = ExpressionOutcome(word: "error", causes: [error])
      }
    }
    for rule in result.rules where rule.ledger.members == 1 {
      let causes = rule.findings.flatMap { $0.outcome == .noData ? $0.causes : [] }
      outcomes[rule.rule] = ExpressionOutcome(
        word: rule.ledger.pass == 1 ? "pass" : rule.ledger.noData == 1 ? "no_data" : "fail",
        causes: causes.map(\.description))
    }
    return conditions.indices.map { index in
      outcomes["t.c\(index)"] ?? ExpressionOutcome(word: "no outcome", causes: [])
    }
  }
}
