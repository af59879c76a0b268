import Testing
import WritModel

@Suite struct ModelTests {
  @Test(arguments: [
    ("soc2:CC6.1", true), ("iso27001:A.8.5", true), ("gdpr:Art.5.1.f", true), ("CC6.1", false),
    (":CC6.1", false), ("soc2:", false), ("SOC2:CC6.1", false), ("soc2:CC6 1", false),
    ("soc2:CC6:1", false), ("2soc:x", false), ("soc2:é", false),
  ])
  func controlIDs(_ text: String, _ isFine: Bool) {
    #expect(ControlID(parsing: text)?.description == (isFine ? text : nil))
  }

  @Test func controlsGoByNumber() {
    let texts = [
      "iso27001:A.8.10", "iso27001:A.8.9", "gdpr:Art.32", "iso27001:A.10.1", "gdpr:Art.5.1.f",
    ]
    let sorted = texts.compactMap { ControlID(parsing: $0) }.sorted().map(\.description)
    #expect(
      sorted == [
        "gdpr:Art.5.1.f", "gdpr:Art.32", "iso27001:A.8.9", "iso27001:A.8.10", "iso27001:A.10.1",
      ])
  }

  @Test func severitiesAreOrdered() {
    #expect(Severity.allCases == Severity.allCases.sorted())
  }

  @Test func aLedgerBalances() {
    var ledger = Ledger()
    for outcome in [Outcome.pass, .fail, .noData, .notApplicable, .pending, .fail] {
      ledger.add(outcome)
    }
    ledger.waive()
    #expect(ledger.isBalanced && ledger.members == 6 && ledger.open == 2 && ledger.waived == 1)
    ledger.open += 1
    #expect(!ledger.isBalanced)
    #expect(!Ledger(members: 0, fail: 0, waived: 1, open: -1).isBalanced)
  }

  @Test func theWorstOutcomeComesFirst() {
    for (index, outcome) in Outcome.worstFirst.enumerated() {
      for other in Outcome.worstFirst[(index + 1)...] {
        #expect(outcome.isWorse(than: other) && !other.isWorse(than: outcome))
      }
    }
    #expect(Set(Outcome.worstFirst) == Set(Outcome.allCases))
  }

  @Test(arguments: [
    ("", "", true), ("*", "", true), ("a*b*c", "axxbyyc", true), ("a*b*c", "axxbyy", false),
    ("*a", "aaab", false), ("?", "é", true), ("?", "", false), ("a?c", "abc", true),
    ("**a", "xa", true), ("A", "a", false), ("\\?", "?", true), ("\\", "\\", true),
  ])
  func globs(_ glob: String, _ text: String, _ expected: Bool) {
    #expect(Glob(glob).matches(text) == expected)
  }

  @Test(.timeLimit(.minutes(1)))
  func globsDoNotExplode() {
    let glob = Glob(String(repeating: "a*", count: 50) + "b")
    #expect(!glob.matches(String(repeating: "a", count: 5000)))
  }
}
