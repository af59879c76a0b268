import Testing
import WritAssessment
import WritChecker
import WritModel
import WritValues

@Suite struct ScoreTests {
  @Test func everyControlIsThereAndStatesAreToldApart() throws {
    var scene = Scene()
    scene.catalog([.high, .high, .critical, .low, .medium, .medium])
    scene.rule("m.a", "ppn", covers: ["f:C1"])
    scene.rule("m.b", "pf", covers: ["f:C2", "f:C3"])
    scene.rule("m.c", "pu", covers: ["f:C4"])
    scene.rule("m.d", "nn", covers: ["f:C5"])
    let score = try #require(scene.assess().frameworks.first)
    #expect(
      score.controls.map(\.state) == [
        .passed, .failed, .failed, .notEvaluated, .notApplicable, .notEvaluated,
      ])
    let tally = score.tally
    #expect(tally.floor == Fraction(1, of: 5))
    #expect(tally.ceiling == Fraction(3, of: 5))
    #expect(tally.coverage == Fraction(3, of: 5))
    #expect(tally.conformity == Fraction(5, of: 20))
    #expect(score.groups.map(\.name) == ["G0", "G1", "G2"])
    #expect(score.controls.last?.reason == "no rule")
    #expect(scene.assess().untested.contains { $0.subject == "f:C6" && $0.reason == "no rule" })
  }

  @Test func aControlNeedsAllItsRules() throws {
    var scene = Scene()
    scene.catalog([.high])
    scene.rule("m.a", "pp", covers: ["f:C1"])
    scene.rule("m.b", "", covers: ["f:C1"], isRun: false)
    var result = try #require(scene.assess().frameworks.first?.controls.first)
    #expect(result.state == .notEvaluated)
    #expect(result.rules == ["m.a", "m.b"])
    #expect(result.reason == "`m.b` was not run")
    scene.rules.removeLast()
    result = try #require(scene.assess().frameworks.first?.controls.first)
    #expect(result.state == .passed)
    scene.rule("m.c", "", covers: ["f:C1"])
    result = try #require(scene.assess().frameworks.first?.controls.first)
    #expect(result.state == .notEvaluated)
  }

  @Test func aDeclaredEmptyPopulationPassesAControl() throws {
    var scene = Scene()
    scene.catalog([.high])
    scene.rule("m.a", "", covers: ["f:C1"], allowsEmpty: true)
    #expect(scene.assess().frameworks.first?.controls.first?.state == .passed)
  }

  @Test func toleranceSpeaksToTheGateAndTheCriterionToTheScore() {
    var scene = Scene()
    scene.catalog([.high])
    scene.rule("m.a", "fppp", covers: ["f:C1"], tolerance: .count(1))
    #expect(scene.status() == .pass)
    #expect(scene.assess().frameworks.first?.controls.first?.state == .failed)
    scene.catalogs = []
    scene.catalog([.high], criterion: .threshold(Decimal(millionths: 250_000)))
    #expect(scene.assess().frameworks.first?.controls.first?.state == .passed)
    #expect(scene.assess().frameworks.first?.controls.first?.deviations == 1)
    scene.catalogs = []
    scene.catalog([.high], criterion: .threshold(Decimal(millionths: 249_999)))
    #expect(scene.assess().frameworks.first?.controls.first?.state == .failed)
  }

  @Test func aWaivedFailureStaysOneShownAsAccepted() throws {
    var scene = Scene()
    scene.catalog([.high, .high])
    scene.rule("m.a", "pf", covers: ["f:C1"])
    let before = try #require(scene.assess().frameworks.first)
    scene.waiver("W-1", "m.a", ["m1"])
    let after = try #require(scene.assess().frameworks.first)
    #expect(scene.status() == .waived)
    #expect(after.tally.floor == before.tally.floor)
    #expect(after.tally.failed == 1)
    #expect(after.tally.accepted == 1)
    #expect(before.tally.accepted == 0)
  }

  @Test func aPersonsWordCountsOnlyWhereItIsAskedForFirst() throws {
    var scene = Scene()
    scene.catalog([.high], requires: [.attestation])
    scene.attestations = [
      Attestation(
        control: ControlID(framework: "f", id: "C1"), statement: "s", by: "a", approver: "b",
        at: Timestamp(microseconds: Scene.now.microseconds - 1),
        expires: Timestamp(microseconds: Scene.now.microseconds + 1),
        place: RecordPlace(source: "attestations.yaml", line: 1, column: 1))
    ]
    var result = try #require(scene.assess().frameworks.first?.controls.first)
    #expect(result.state == .passed)
    #expect(result.isAttested)
    scene.attestations[0].expires = Scene.now
    result = try #require(scene.assess().frameworks.first?.controls.first)
    #expect(result.state == .notEvaluated)
    #expect(scene.assess().notes.map(\.id) == ["attestation/expired"])
    scene.attestations[0].expires = Timestamp(microseconds: Scene.now.microseconds + 1)
    scene.catalogs = []
    scene.catalog([.high], requires: [.inventory, .attestation])
    #expect(scene.assess().frameworks.first?.controls.first?.state == .notEvaluated)
  }

  @Test func freshnessIsOfDatasetsWithALimit() {
    var scene = Scene()
    scene.catalog([.high, .high])
    scene.dataset("a", fresh: 1)
    scene.dataset("b", fresh: 1, isStale: true)
    scene.dataset("c", fresh: 1, isDelivered: false)
    scene.dataset("d")
    scene.rule("m.a", "p", covers: ["f:C1"], reads: [0, 1, 3])
    scene.rule("m.b", "p", covers: ["f:C2"], reads: [0, 2])
    scene.rule("m.c", "p", reads: [3])
    #expect(scene.assess().frameworks.first?.freshness == Fraction(1, of: 3))
  }

  @Test func nothingAtAllIsZeroAndNeverAHundred() throws {
    var scene = Scene()
    scene.catalog([.high, .low])
    let score = try #require(scene.assess().frameworks.first)
    #expect(score.tally.floor?.percent() == "0.0")
    #expect(score.tally.coverage?.percent() == "0.0")
    #expect(score.tally.conformity == nil)
    #expect(score.freshness == nil)
    #expect(scene.assess().exit.code == 2)
  }

  @Test func allNotApplicableHasNoShare() throws {
    var scene = Scene()
    scene.catalog([.high])
    scene.rule("m.a", "nn", covers: ["f:C1"])
    let tally = try #require(scene.assess().frameworks.first?.tally)
    #expect(tally.applicable == 0)
    #expect(tally.floor == nil)
    #expect(tally.ceiling == nil)
  }

  @Test func passesAndFailuresOfEqualWeightAreCountedNotAveraged() throws {
    var scene = Scene()
    scene.catalog(Array(repeating: .medium, count: 185))
    scene.rule("m.a", "p", covers: (1...46).map { "f:C\($0)" })
    scene.rule("m.b", "f", covers: (47...185).map { "f:C\($0)" })
    let tally = try #require(scene.assess().frameworks.first?.tally)
    #expect(tally.floor?.percent() == "24.9")
    #expect(tally.floor?.percent(decimals: 2) == "24.86")
    #expect(tally.conformity?.percent(decimals: 2) == "24.86")
  }

  @Test(arguments: [
    (Int64(1), Int64(8), 0, "13"), (1, 8, 1, "12.5"), (1, 8, 2, "12.50"), (1, 3, 1, "33.3"),
    (2, 3, 1, "66.7"), (1, 2000, 1, "0.1"), (1, 2001, 1, "0.0"), (0, 5, 1, "0.0"),
    (5, 5, 1, "100.0"), (Int64.max, Int64.max, 2, "100.00"), (1, 1000, 2, "0.10"),
  ])
  func percentIsRoundedHalfUpOnce(n: Int64, d: Int64, decimals: Int, text: String) {
    #expect(Fraction(n, of: d)?.percent(decimals: decimals) == text)
  }
}
