import Testing
import WritAssessment
import WritEngine
import WritModel
import WritValues
import _WritTestSupport

/// The promises of the scores, on random runs.
@Suite struct ScorePropertyTests {
  private static let seeds = Array(UInt64(1)...200)
  private static let letters = Array("ppppffuunnw")

  private struct Draft {
    var members: [String]
    var blind: Set<Int> = []
    var covers: [[String]]
    var severities: [Severity]
    var catalog: [Severity]
    var waived: [(rule: Int, member: Int)]
    var threshold: Int64

    init(seed: UInt64) {
      var random = SeededGenerator(seed: seed)
      func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }
      let controls = 1 + pick(8)
      let rules = pick(7)
      members = (0..<rules).map { _ in
        String((0..<pick(6)).map { _ in ScorePropertyTests.letters[pick(11)] })
      }
      covers = (0..<rules).map { _ in (0..<pick(4)).map { _ in "f:C\(1 + pick(controls))" } }
      severities = (0..<rules).map { _ in Severity.allCases[pick(5)] }
      catalog = (0..<controls).map { _ in Severity.allCases[pick(5)] }
      waived = (0..<pick(5)).map { _ in (pick(7), pick(6)) }
      threshold = pick(2) == 0 ? 0 : Int64(pick(1_000_001))
    }

    func scene(waives: Bool = true) -> Scene {
      var scene = Scene()
      scene.catalog(
        catalog, criterion: threshold == 0 ? .all : .threshold(Decimal(millionths: threshold)))
      for (index, outcomes) in members.enumerated() {
        scene.rule(
          "m.r\(index)", outcomes, severity: severities[index], covers: covers[index],
          blind: blind.contains(index))
      }
      if waives {
        for (index, entry) in waived.enumerated() where entry.rule < members.count {
          scene.waiver("W-\(index)", "m.r\(entry.rule)", ["m\(entry.member)"])
        }
      }
      return scene
    }

    func tally(waives: Bool = true) -> Tally {
      scene(waives: waives).assess().frameworks.first?.tally ?? Tally()
    }
  }

  private func isLower(_ one: Fraction?, _ other: Fraction?) -> Bool {
    guard let one, let other else { return false }
    return one.isLess(than: other)
  }

  @Test(arguments: seeds) func floorIsNeverAboveCeiling(seed: UInt64) {
    let tally = Draft(seed: seed).tally()
    #expect(!isLower(tally.ceiling, tally.floor))
    #expect(!isLower(Fraction(1, of: 1), tally.ceiling))
    #expect(tally.controls == Int64(Draft(seed: seed).catalog.count))
  }

  @Test(arguments: seeds) func removingEvidenceNeverRaisesTheFloor(seed: UInt64) {
    let draft = Draft(seed: seed)
    let whole = draft.tally()
    for index in draft.members.indices {
      var blinded = draft
      blinded.blind = [index]
      blinded.members[index] = ""
      #expect(!isLower(whole.floor, blinded.tally().floor))
      var untold = draft
      untold.members[index] = String(draft.members[index].map { _ in "u" })
      #expect(!isLower(whole.floor, untold.tally().floor))
    }
  }

  @Test(arguments: seeds) func fixingOneMemberNeverLowersAnything(seed: UInt64) {
    let draft = Draft(seed: seed)
    let before = draft.tally()
    for rule in draft.members.indices {
      for (position, letter) in draft.members[rule].enumerated() where "fuw".contains(letter) {
        var fixed = draft
        var outcomes = Array(draft.members[rule])
        outcomes[position] = "p"
        fixed.members[rule] = String(outcomes)
        let after = fixed.tally()
        #expect(!isLower(after.floor, before.floor))
        #expect(!isLower(after.ceiling, before.ceiling))
        #expect(!isLower(after.coverage, before.coverage))
        if letter == "f" { #expect(!isLower(after.conformity, before.conformity)) }
      }
    }
  }

  @Test(arguments: seeds) func aWaiverNeverChangesTheRawScore(seed: UInt64) {
    let draft = Draft(seed: seed)
    let raw = draft.tally(waives: false)
    var waived = draft.tally(waives: true)
    waived.accepted = raw.accepted
    #expect(waived == raw)
  }

  @Test(arguments: seeds) func theOrderOfTheInputsChangesNothing(seed: UInt64) {
    let scene = Draft(seed: seed).scene()
    var shuffled = scene
    var random = SeededGenerator(seed: seed)
    shuffled.rules.shuffle(using: &random)
    shuffled.evaluations.shuffle(using: &random)
    shuffled.waivers.shuffle(using: &random)
    for index in shuffled.evaluations.indices {
      shuffled.evaluations[index].findings.shuffle(using: &random)
    }
    #expect(shuffled.assess() == scene.assess())
  }

  @Test(arguments: seeds) func addingAnEmptySourceChangesNoScore(seed: UInt64) {
    var scene = Draft(seed: seed).scene()
    let before = scene.assess().frameworks
    scene.dataset("unused")
    #expect(scene.assess().frameworks == before)
  }

  @Test(arguments: seeds) func ledgersBalanceAndFindingsAddUp(seed: UInt64) {
    for rule in Draft(seed: seed).scene().assess().rules {
      #expect(rule.ledger.isBalanced)
      #expect(rule.status != .error)
      #expect(Int64(rule.findings.count) == rule.ledger.waived + rule.ledger.open)
    }
  }
}
