import Testing
import WritAssessment
import WritModel

@Suite struct GateTests {
  private func code(
    _ outcomes: String, severity: Severity = .high, failOn: Severity? = .high,
    noData: GateOptions.NoData = .fail, rejected: Int64 = 0
  ) -> Int32 {
    var scene = Scene()
    scene.gate = GateOptions(failOn: failOn, noData: noData)
    scene.dataset("users", rejected: rejected)
    scene.rule("m.a", outcomes, severity: severity)
    return scene.assess().exit.code
  }

  @Test func severityDecides() {
    #expect(code("pf") == 1)
    #expect(code("pf", severity: .critical) == 1)
    #expect(code("pf", severity: .medium) == 0)
    #expect(code("pf", severity: .medium, failOn: .low) == 1)
    #expect(code("pf", severity: .info, failOn: .low) == 0)
    #expect(code("pu") == 2)
    #expect(code("pu", severity: .medium) == 0)
    #expect(code("fu") == 1)
  }

  @Test func neverTurnsOneIntoZeroAndNothingElse() {
    #expect(code("pf", failOn: nil) == 0)
    #expect(code("pu", failOn: nil) == 2)
    #expect(code("pu", severity: .medium, failOn: nil) == 0)
    #expect(code("pf", failOn: nil, rejected: 1) == 2)
    #expect(code("", failOn: nil) == 2)
  }

  @Test func warnTurnsTwoIntoZeroUnlessNothingWasEvaluated() {
    #expect(code("pu", noData: .warn) == 0)
    #expect(code("p", noData: .warn, rejected: 2) == 0)
    #expect(code("pf", noData: .warn, rejected: 2) == 1)
    #expect(code("", noData: .warn) == 2)
    #expect(code("uu", noData: .warn) == 2)
  }

  @Test func rejectedRowsAreTwoOrOneWhereSomethingFailed() {
    #expect(code("p", rejected: 1) == 2)
    #expect(code("pf", rejected: 1) == 1)
  }

  @Test func nothingEvaluatedIsTwoWhateverTheSeverity() {
    #expect(Scene().assess().exit.code == 2)
    #expect(code("", severity: .low) == 2)
    #expect(code("uu", severity: .low) == 2)
    #expect(code("nn", severity: .low) == 0)
  }

  @Test func theGravestOfSeveralIsTaken() {
    let order: [Int32] = [70, 3, 4, 6, 5, 1, 2, 0]
    for (rank, code) in order.enumerated() {
      let rest = order[rank...].reversed().map { ExitDecision(code: $0, reason: "\($0)") }
      #expect(ExitDecision.combine(rest) == ExitDecision(code: code, reason: "\(code)"))
    }
    let two = [ExitDecision(code: 2, reason: "a"), ExitDecision(code: 2, reason: "b")]
    #expect(ExitDecision.combine(two).reason == "a; b")
    #expect(ExitDecision.combine([]).code == 0)
  }

  @Test func reasonsNameRuleAndThreshold() {
    var scene = Scene()
    scene.rule("m.a", "f")
    #expect(scene.assess().exit.reason == "m.a fails at high or above")
    scene.rule("m.b", "f", severity: .critical)
    #expect(scene.assess().exit.reason == "2 rules fail at high or above")
    #expect(scene.assess().rules.map(\.isBlocking) == [true, true])
  }

  @Test func onlyOpenFailuresOfAFailedRuleBlock() {
    var scene = Scene()
    scene.rule("m.a", "ffu")
    scene.waiver("W-1", "m.a", ["m0"])
    #expect(scene.assess().findings.map(\.isBlocking) == [false, true, false])
  }
}
