import Testing
import _WritTestSupport

@testable import WritPatterns

@Suite struct DetectorPatternTests {
  private func check(_ pattern: String, flags: String = "") throws -> DetectorPattern {
    try DetectorPattern.check(pattern, flags: flags).get()
  }

  @Test(arguments: [
    #"\b(?:\d[ -]?){12,18}\d\b"#,
    #"(?<![\w.-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\w-])"#,
    #"(?<![\w.+-])[\w.+-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z]{2,24}\b"#,
    #"(?<![\w.+-])[\w.+-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}\b"#,
    #"\beyJ[\w-]+\.eyJ[\w-]+\.[\w-]+"#,
    #"-----BEGIN [A-Z ]{1,40}-----[\s\S]+?-----END [A-Z ]{1,40}-----"#,
    #"(?i:password|passwd|pwd)\s*[:=]\s*\S{1,128}"#,
    #"[a-z][a-z0-9+.-]*://[^\s:@/]+:[^\s@/]+@"#,
    #"(?<=ab|c)\d{4}"#,
    #"\d++\d+x"#,
    #"(?>\d+),\d+x"#,
    #"(?:[0-9a-f]{2}:){5}[0-9a-f]{2}"#,
    #"[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?"#,
    #"(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}"#,
    #"(?:foo|bar)+"#, #"(?:ab|ac)+x"#, #"\d+\D\d+x"#, #"\w+,\w+:"#, #"(?:\d{1,3}\.)+x"#,
    #"(?i:k)\d{2}"#, #"\p{L}{2,20}"#, #"é{2}"#,
  ])
  func takes(_ pattern: String) throws {
    _ = try check(pattern)
  }

  @Test(arguments: [
    (#"(a+)+"#, "can't hold another"),
    (#"(?:a+b?)*x"#, "can't hold another"),
    (#"(?:a++)+x"#, "can't hold another"),
    (#"(?:a|a)*x"#, "in several ways"),
    (#"(?:a|ab|b)*x"#, "in several ways"),
    (#"(?:\w|\d)+x"#, "in several ways"),
    (#"(?:\d{1,3},?)+x"#, "in several ways"),
    (#"(?:\w{1,8}[- ]?){3,40}x"#, "in several ways"),
    (#"(?:a?){1,40}x"#, "may not match nothing"),
    (#"(?:a?b?)*x"#, "may not match nothing"),
    (#"\d+\d+x"#, "share out"),
    (#"\d*\w+x"#, "share out"),
    (#"\w+_\w+:"#, "share out"),
    (#"\w+ ?\w+:"#, "share out"),
    (#"(?:\d+,?){3}x"#, "share out"),
    (#"(?:a+|b)a+x"#, "share out"),
    (#"\d+(?>\d+)x"#, "share out"),
    (#"(?>\d+\d+x)"#, "share out"),
    (#".{1,1000}.{1,1000}x"#, "share out"),
    (#"[A-Z]+(?i:[a-z]+)x"#, "share out"),
    (#"(?<=a+)b"#, "look-behind has to be bounded"),
    (#"(?<!a{2,4})b"#, "one length"),
    (#"(?<=x(?:a|bc))d"#, "one length"),
    (#"(?=.*z)b"#, "look-ahead has to be bounded"),
    (#"(?!.{300})b"#, "look-ahead has to be bounded"),
    (#"\C"#, "take a character apart"),
    (#"(a)\1"#, "back-references"), (#"(?<n>a)\k<n>"#, "back-references"),
    (#"a(?R)?b"#, "recursion"), (#"(a)(?1)"#, "recursion"), (#"(?P>n)"#, "recursion"),
    (#"(?C1)a"#, "callouts"), (#"(*FAIL)"#, "verbs"), (#"a(*SKIP)b"#, "verbs"),
    (#"\Ka"#, "not allowed in detectors' patterns"),
    (#"(?s)a"#, "options"), (#"(?i)a"#, "options"), (#"(?(1)a|b)"#, "conditionals"),
    (#"a?"#, "match nothing"), (#"\b"#, "match nothing"), (#"(?=a)"#, "match nothing"),
    (#"(?:a|)"#, "match nothing"), (#""#, "match nothing"),
    (#"a{4096}b"#, "more than the 4096"),
    (#"a{5000}"#, "counts to at most 4096"),
    (#"(?=a)*b"#, "look-around can't be repeated"),
    (#"a+?+b"#, "a repeat can't be repeated"), (#"a++?b"#, "a repeat can't be repeated"),
    (#"\p{Nonsense}"#, "unknown property"),
    (#"(?<n>a)(?<n>b)"#, "same name"),
    (#"(?=a"#, "not closed"),
  ])
  func refuses(_ pattern: String, _ words: String) {
    switch DetectorPattern.check(pattern) {
    case .success: Issue.record("\(pattern) was taken")
    case .failure(let problem):
      #expect(problem.description.contains(words), "\(pattern): \(problem.description)")
      #expect(problem.end <= pattern.utf8.count)
    }
  }

  @Test func tooManyKindsOfRepeatsAreRefused() {
    let source = (0..<30).map { "\\x{\(String(0x100 + $0, radix: 16))}+" }.joined(separator: "-")
    guard case .failure(let problem) = DetectorPattern.check(source) else {
      Issue.record("it was taken")
      return
    }
    #expect(problem.reason.contains("24 kinds"))
  }

  @Test func anUnknownFlagIsRefused() {
    #expect(throws: PatternProblem.self) { try check("a", flags: "m") }
  }

  @Test(arguments: [
    (#"\d{3}-\d{4}"#, 8, 8 as Int?, 0, 0, false),
    (#"\b\d{3,5}\b"#, 3, 5, 1, 1, false),
    (#"(?<![\w.-])a(?!\d{3})"#, 1, 1, 1, 3, false),
    (#"(?<=Nr\. |No )\d+"#, 1, nil, 4, 0, false),
    (#"eyJ[\w-]+"#, 4, nil, 0, 0, false),
    (#"é{2}"#, 4, 4, 0, 0, true),
    (#"[^x]a"#, 2, 5, 0, 0, true),
    (#".a"#, 2, 5, 0, 0, true),
    (#"(?<![^\s,])a"#, 1, 1, 4, 0, false),
    (#"(?<!é)a"#, 1, 1, 2, 0, true),
    (#"(?<!\p{L})a"#, 1, 1, 4, 0, true),
    (#"^a$"#, 1, 1, 1, 1, false),
    (#"a|bcd?"#, 1, 3, 0, 0, false),
    (#"(?>ab){2}c*?d++"#, 5, nil, 0, 0, false),
    (#"\p{L}"#, 1, 4, 0, 0, true),
  ])
  func measures(
    _ pattern: String, _ minimum: Int, _ maximum: Int?, _ before: Int, _ after: Int, _ utf: Bool
  ) throws {
    let checked = try check(pattern)
    #expect(checked.minimumLength == minimum)
    #expect(checked.maximumLength == maximum)
    #expect(checked.reachBefore == before)
    #expect(checked.reachAfter == after)
    #expect(checked.needsUTF == utf)
  }

  @Test func lettersWithoutCaseMayBeLongerInBytes() throws {
    // The kelvin sign folds to `k`: three bytes.
    let checked = try check("k", flags: "i")
    #expect(checked.minimumLength == 1)
    #expect(checked.maximumLength == 3)
    #expect(checked.tree == .caseless(.scalar("k")))
  }

  @Test func theTreeShowsWhatRulesMayNotWrite() throws {
    let tree = try check(#"(?<!a)(?>b)c+?d{2}+(?i:e)(?=f)"#).tree
    #expect(
      tree
        == .sequence([
          .look(.init(isBehind: true, isNegated: true), .scalar("a")),
          .atomic(.scalar("b")),
          .lazy(.repeat(.scalar("c"), minimum: 1, maximum: nil)),
          .possessive(.repeat(.scalar("d"), minimum: 2, maximum: 2)),
          .caseless(.scalar("e")),
          .look(.init(isBehind: false, isNegated: false), .scalar("f")),
        ]))
  }

  /// What the check lets pass fails in few steps on long texts made to hurt it.
  @Test func whatIsTakenEndsSoon() {
    var generator = SeededGenerator(seed: 3)
    let atoms = ["a", "b", "\\d", "\\w", "[ab]", "a?", "b{1,3}", "(?:a|b)", "ab", "1", "_", "\\W"]
    func written(_ depth: Int) -> String {
      if depth == 0 { return atoms.randomElement(using: &generator) ?? "a" }
      switch Int.random(in: 0..<6, using: &generator) {
      case 0, 1: return written(depth - 1) + written(depth - 1)
      case 2: return "(?:\(written(depth - 1))|\(written(depth - 1)))"
      case 3: return "(?:\(written(depth - 1)))+"
      case 4: return "(?:\(written(depth - 1))){1,20}"
      default: return "(?:\(written(depth - 1)))*"
      }
    }
    var taken = 0
    var refused = 0
    let texts = ["a", "ab", "1", "b", "a1", "_", "ab1"].map {
      String(repeating: $0, count: 1200 / $0.utf8.count) + "é"
    }
    for _ in 0..<1500 {
      let source = written(3) + "é!"
      guard case .success = DetectorPattern.check(source) else {
        refused += 1
        continue
      }
      taken += 1
      for text in texts {
        #expect(StepCounter.steps(of: source, on: text) != nil, "\(source) on \(text.prefix(6))…")
      }
    }
    #expect(taken > 200 && refused > 200, "\(taken) taken, \(refused) refused")
  }
}
