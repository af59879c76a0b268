import Testing
import WritAssessment
import WritModel
import WritValues

@Suite struct WaiverTests {
  @Test func coversFailuresAndUntoldMembersAndChangesNoOutcome() {
    var scene = Scene()
    scene.rule("m.a", "pfu")
    scene.waiver("W-1", "m.a", ["m1", "m2"])
    let rule = scene.assess().rules.first
    #expect(rule?.status == .waived)
    #expect(rule?.ledger.waived == 2)
    #expect(rule?.ledger.open == 0)
    #expect(rule?.ledger.fail == 1)
    #expect(rule?.ledger.isBalanced == true)
    #expect(rule?.findings.map(\.disposition) == [.waived("W-1"), .waived("W-1")])
    #expect(scene.assess().exit.code == 0)
  }

  @Test func anExpiredOneCoversNothingFromTheVeryInstant() {
    for (days, status) in [(Int64(0), RuleStatus.fail), (1, .waived)] {
      var scene = Scene()
      scene.rule("m.a", "f")
      scene.waiver("W-1", "m.a", ["m0"], days: days)
      #expect(scene.status() == status)
    }
    var scene = Scene()
    scene.rule("m.a", "f")
    scene.waiver("W-1", "m.a", ["m0"], days: -3)
    let assessment = scene.assess()
    #expect(assessment.waivers.first?.state == .expired)
    #expect(assessment.waivers.first?.matched == 1)
    #expect(assessment.notes.map(\.id) == ["waiver/expired"])
    #expect(assessment.exit.code == 1)
  }

  @Test func anUnknownRuleIsAPolicyError() {
    var scene = Scene()
    scene.rule("m.dormant", "f")
    scene.waiver("W-1", "m.dormnat", ["m0"])
    let assessment = scene.assess()
    #expect(assessment.exit.code == 3)
    #expect(assessment.notes.first?.message.contains("did you mean `m.dormant`?") == true)
  }

  @Test func unusedOnesAndThoseOfRulesNotRunAreToldApart() {
    var scene = Scene()
    scene.rule("m.a", "p")
    scene.rule("m.b", "", isRun: false)
    scene.waiver("W-1", "m.a", ["nobody"])
    scene.waiver("W-2", "m.b", ["m0"])
    let assessment = scene.assess()
    #expect(assessment.waivers.map(\.state) == [.unused, .notEvaluated])
    #expect(assessment.notes.map(\.id) == ["waiver/unused"])
    #expect(assessment.exit.code == 0)
  }

  @Test func tooBroadIsTold() {
    var scene = Scene()
    scene.rule("m.a", String(repeating: "f", count: 26))
    scene.waiver("W-1", "m.a", ["m*"])
    #expect(scene.assess().waivers.first?.isTooBroad == true)
    scene = Scene()
    scene.rule("m.a", String(repeating: "f", count: 25))
    scene.waiver("W-1", "m.a", ["m*"])
    #expect(scene.assess().waivers.first?.isTooBroad == false)
    scene.waiver("W-2", "m.a", ["*"])
    #expect(scene.assess().waivers.last?.isTooBroad == true)
  }

  @Test func theFirstByIDCoversAndASecondOneIsNotUnused() {
    var scene = Scene()
    scene.rule("m.a", "f")
    scene.waiver("W-2", "m.a", ["m0"])
    scene.waiver("W-1", "m.a", ["m0"], days: 30)
    let assessment = scene.assess()
    #expect(assessment.rules.first?.findings.first?.disposition == .waived("W-1"))
    #expect(assessment.waivers.map(\.state) == [.active, .active])
    #expect(assessment.waivers.map(\.isExpiringSoon) == [true, false])
    #expect(assessment.notes.map(\.id) == ["waiver/expiring-soon"])
  }

  @Test func aBlindDatasetCanNotBeWaivedAway() {
    var scene = Scene()
    scene.rule("m.a", "u", blind: true)
    scene.waiver("W-1", "m.a", ["m0"])
    #expect(scene.status() == .noData)
  }
}
