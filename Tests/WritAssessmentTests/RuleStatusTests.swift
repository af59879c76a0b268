import Testing
import WritAssessment
import WritChecker
import WritEngine
import WritModel
import WritValues

@Suite struct RuleStatusTests {
  @Test(arguments: [
    ("pp", RuleStatus.pass), ("pf", .fail), ("pu", .noData), ("fu", .fail), ("", .empty),
    ("pw", .pending), ("uw", .noData), ("nn", .notApplicable), ("np", .pass), ("fw", .fail),
  ])
  func firstThatApplies(outcomes: String, status: RuleStatus) {
    var scene = Scene()
    scene.rule("m.a", outcomes)
    #expect(scene.status() == status)
  }

  @Test func aBlindDatasetIsNoDataWhateverTheMembersSay() {
    var scene = Scene()
    scene.rule("m.a", "pp", blind: true)
    #expect(scene.status() == .noData)
    scene = Scene()
    scene.rule("m.a", "", allowsEmpty: true, blind: true)
    #expect(scene.status() == .noData)
    scene = Scene()
    scene.rule("m.a", "f", blind: true)
    #expect(scene.status() == .fail)
  }

  @Test func aDeclaredEmptyPopulationPasses() {
    var scene = Scene()
    scene.rule("m.a", "", allowsEmpty: true)
    #expect(scene.status() == .pass)
    #expect(scene.assess().exit.code == 0)
  }

  @Test func errorComesFirst() {
    var scene = Scene()
    scene.rule("m.a", "f", severity: .info, error: "limit")
    #expect(scene.status() == .error)
    #expect(scene.assess().exit.code == 5)
  }

  @Test func anUnbalancedLedgerIsAnError() {
    var scene = Scene()
    scene.rule("m.a", "pf")
    scene.evaluations[0].ledger.pass += 1
    #expect(scene.status() == .error)
    #expect(scene.assess().rules.first?.error == "its ledger does not balance")
  }

  @Test func aLostFindingIsAnError() {
    var scene = Scene()
    scene.rule("m.a", "pff")
    scene.evaluations[0].findings.removeLast()
    #expect(scene.status() == .error)
  }

  @Test func aCountIsToleratedToItsEnd() {
    for (outcomes, status) in [("fffp", RuleStatus.pass), ("ffffp", .fail)] {
      var scene = Scene()
      scene.rule("m.a", outcomes, tolerance: .count(3))
      #expect(scene.status() == status)
    }
  }

  @Test func aShareIsOfAllButTheNotApplicableAndExact() {
    let two = CheckedRule.Tolerance.share(Decimal(millionths: 20_000))
    var scene = Scene()
    scene.rule("m.a", "f" + String(repeating: "p", count: 49), tolerance: two)
    #expect(scene.status() == .pass)
    let rule = scene.assess().rules.first
    #expect(rule?.toleratedCount == 1)
    #expect(rule?.findings.first?.disposition == .tolerated)
    #expect(rule?.ledger.open == 1)
    scene = Scene()
    scene.rule("m.a", "fn" + String(repeating: "p", count: 48), tolerance: two)
    #expect(scene.status() == .fail)
    #expect(scene.assess().rules.first?.toleratedCount == 0)
  }

  @Test func aWaivedFailureLeavesRoomForTolerance() {
    var scene = Scene()
    scene.rule("m.a", "fffp", tolerance: .count(2))
    scene.waiver("W-1", "m.a", ["m0"])
    #expect(scene.status() == .waived)
    #expect(scene.assess().rules.first?.toleratedCount == 2)
  }
}
