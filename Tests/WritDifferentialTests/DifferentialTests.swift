import Testing
import WritDifferential
import WritEngine
import WritModel
import _WritTestSupport

/// Two thousand invented cases, the same each time; `make fuzz` runs others.
@Suite struct DifferentialTests {
  private static let engines: [any DifferentialEngine] = [NativeEngine(), SQLEngine.sqlite]
  private static let casesPerPart: UInt64 = 125
  /// Seeds that still go wrong, each as a disabled case of `FoundCaseTests`.
  private static let open: Set<UInt64> = []

  @Test(arguments: UInt64(0)..<16)
  func enginesAgree(part: UInt64) {
    let run = DifferentialRun(checks: CaseChecks(engines: Self.engines))
    var tally = DifferentialRun.Tally()
    let first = part * Self.casesPerPart
    let seeds = (first..<(first + Self.casesPerPart)).filter { !Self.open.contains($0) }
    for seed in seeds { run.run(seed: seed, into: &tally) }
    for failure in tally.failures {
      Issue.record(
        "seed \(failure.seed), \(failure.disagreement.check): \(failure.disagreement.detail)")
    }
    #expect(tally.cases == seeds.count)
    // An engine that takes no rule agrees on all.
    #expect(tally.judged["sqlite", default: 0] > 80, "\(tally.constructs)")
    // A generator that the checker refuses tests the checker alone.
    #expect(tally.refused * 10 < tally.cases * 3, "\(tally.refusals)")
    // Nor do rules that never come to anything but no_data show much.
    for outcome in ["pass", "fail", "no_data", "not_applicable"] {
      #expect(tally.outcomes[outcome, default: 0] > 20, "\(outcome)")
    }
  }

  /// Of the same cases every tenth.
  @Test(.enabled(if: PostgresServer.isExpected, "PostgreSQL is absent"), arguments: UInt64(0)..<4)
  func postgresAgrees(part: UInt64) throws {
    let postgres = try #require(try SQLEngine.postgres(url: nil))
    let run = DifferentialRun(checks: CaseChecks(engines: [postgres], isAboutReference: false))
    var tally = DifferentialRun.Tally()
    for number in UInt64(0)..<50 { run.run(seed: (part * 50 + number) * 10, into: &tally) }
    for failure in tally.failures {
      Issue.record("seed \(failure.seed): \(failure.disagreement.detail)")
    }
    #expect(tally.cases == 50)
    #expect(tally.judged["postgres", default: 0] > 25, "\(tally.constructs)")
  }

  @Test func aSeedIsACase() {
    for seed in UInt64(0)..<40 {
      let one = GeneratedCase(seed: seed).rendered
      let other = GeneratedCase(seed: seed).rendered
      #expect(one.policy == other.policy)
      #expect(
        one.datasets.flatMap(\.files).map(\.text) == other.datasets.flatMap(\.files).map(\.text))
    }
    #expect(GeneratedCase(seed: 1).policy != GeneratedCase(seed: 2).policy)
  }
}

/// The checks see what is wrong: an engine that errs is told.
@Suite struct DifferentialCheckTests {
  /// The reference, but for what a change makes of it.
  private struct Erring: DifferentialEngine {
    let name = "erring"
    var sameness = Sameness.whole
    var unsupported: [String: String] = [:]
    let change: @Sendable (inout RuleEvaluation) -> Void

    func evaluate(_ prepared: PreparedCase) -> EngineAnswer {
      var answer = ReferenceEngine().evaluate(prepared)
      for index in answer.result.rules.indices { change(&answer.result.rules[index]) }
      answer.unsupported = unsupported
      return answer
    }
  }

  private static let source = DifferentialCase(
    policy: """
      module t
      dataset d0 {
        key id
        id: text
        f0: int?
      }
      rule r0 "Rule" {
        severity low
        for e in d0
        must e.f0 > 1
      }
      """,
    datasets: [
      .init(
        name: "d0",
        files: [
          .init(name: "d0.ndjson", text: #"{"id":"a","f0":1}"# + "\n" + #"{"id":"b"}"# + "\n")
        ])
    ])

  private func checks(_ engine: Erring) throws -> [String] {
    try CaseChecks(engines: [engine]).run(Self.source, isThorough: true).disagreements.map(\.check)
  }

  @Test func aRightEngineAgrees() throws {
    #expect(try checks(Erring { _ in }).isEmpty)
    #expect(try CaseChecks().run(Self.source, isThorough: true).disagreements.isEmpty)
  }

  @Test func aLostFindingIsTold() throws {
    let change: @Sendable (inout RuleEvaluation) -> Void = { _ = $0.findings.popLast() }
    #expect(try checks(Erring(change: change)) == ["erring"])
    #expect(try checks(Erring(sameness: .verdicts, change: change)) == ["erring"])
  }

  @Test func aWrongCountIsTold() throws {
    #expect(try checks(Erring(sameness: .verdicts) { $0.ledger.pass += 1 }) == ["erring"])
  }

  @Test func anotherOrderIsToldOfAWholeResultAlone() throws {
    let change: @Sendable (inout RuleEvaluation) -> Void = { $0.findings.reverse() }
    #expect(try checks(Erring(change: change)) == ["erring"])
    #expect(try checks(Erring(sameness: .verdicts, change: change)).isEmpty)
  }

  @Test func causesOfAnotherKindAreTold() throws {
    let engine = Erring(sameness: .verdicts) { rule in
      for index in rule.findings.indices { rule.findings[index].causes = [] }
    }
    #expect(try checks(engine) == ["erring"])
  }

  @Test func whatAnEngineDoesNotTakeIsNotCompared() throws {
    let engine = Erring(
      sameness: .verdicts, unsupported: ["t.r0": "json"], change: { $0.findings = [] })
    let report = try CaseChecks(engines: [engine]).run(Self.source)
    #expect(report.disagreements.isEmpty)
    #expect(report.unsupported == ["erring": 1])
  }
}
