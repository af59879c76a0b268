import Testing
import WritPatterns

@Suite struct PatternTests {
  private func search(_ pattern: String, _ text: String, flags: String = "") throws -> PatternMatch
  {
    try Pattern.compile(pattern, flags: flags).get().matches(text)
  }

  @Test(arguments: [
    ("abc", "xabcx", true), ("abc", "ab", false), ("", "", true), ("", "a", true),
    ("^a$", "a", true), ("^a$", "a\n", false), ("a$", "ba", true), ("^b", "a\nb", false),
    ("a.c", "a\nc", false), ("a.c", "a\rc", true), ("a.c", "aéc", true), ("^.$", "😀", true),
    ("^\\d$", "7", true), ("^\\d$", "٣", false), ("^\\w$", "é", false), ("^\\W$", "é", true),
    ("\\bx\\b", "éxé", true), ("\\bx\\b", "axb", false), ("^\\s$", "\u{A0}", false),
    ("^\\s$", "\u{B}", true), ("[^a]", "a", false), ("[^a]", "\n", true), ("[a-c]+", "zbz", true),
    ("[]a]", "]", true), ("[^]a]", "]", false), ("[a\\-z]", "m", false), ("[a\\-z]", "-", true),
    ("[a-]", "-", true), ("[[:alpha:]]", "é", false), ("[[:alpha:]]", "e", true),
    ("a{2}", "aa", true), ("^a{2}$", "aaa", false), ("^a{2,}$", "aaaa", true),
    ("^(?:ab|cd){1,2}$", "abcd", true), ("^(ab|cd)?$", "", true), ("\\.", "x", false),
    ("\\/", "a/b", true), ("\\x41", "A", true), ("\\x{1F600}", "😀", true), ("}", "}", true),
    ("^\\p{Lu}$", "É", true), ("^\\p{Lu}$", "é", false), ("(?<name>a)b", "ab", true),
    ("\\Aa\\z", "a", true), ("^(?:a{1,3}b)*$", "abaab", true), ("é", "e\u{301}", false),
    ("a\\tb", "a\tb", true), ("\\$", "$", true), ("#", "a # b", true), ("a b", "a b", true),
  ])
  func searches(_ pattern: String, _ text: String, _ expected: Bool) throws {
    #expect(try search(pattern, text) == (expected ? .yes : .no))
  }

  @Test func letterCaseCountsUnlessTheFlagSaysOtherwise() throws {
    #expect(try search("ABC", "abc") == .no)
    #expect(try search("ABC", "abc", flags: "i") == .yes)
    #expect(try search("É", "é", flags: "i") == .yes)
    #expect(try search("[A-C]", "b", flags: "i") == .yes)
  }

  @Test(arguments: [
    ("(a+)+", "unbounded"), ("(?:a*b)*", "unbounded"), ("(a{2,}){3,}", "unbounded"),
    ("((a+)b){0,}", "unbounded"), ("(a)\\1", "back-references"), ("\\k<a>", "back-references"),
    ("\\g{1}", "back-references"), ("(?P=a)", "back-references"), ("(?=a)", "look-around"),
    ("(?!a)", "look-around"), ("(?<=a)", "look-around"), ("(?<!a)", "look-around"),
    ("a+?", "lazy"), ("a??", "lazy"), ("a{2,3}?", "lazy"), ("a++", "possessive"),
    ("a{1}+", "possessive"), ("a**", "repeated"), ("a{2}{3}", "repeated"), ("(?>a)", "atomic"),
    ("(?R)", "recursion"), ("(?1)", "recursion"), ("(?&x)", "recursion"), ("(?P>x)", "recursion"),
    ("(?(1)a|b)", "conditionals"), ("(?|a|b)", "branch resets"), ("(?i)a", "options"),
    ("(?-i:a)", "options"), ("(?#x)", "comments"), ("(?C1)", "callouts"), ("(*UCP)a", "verbs"),
    ("\\K", "not allowed"), ("\\R", "not allowed"), ("\\C", "not allowed"), ("\\Qa\\E", "\\Q"),
    ("*a", "nothing to repeat"), ("a|+", "nothing to repeat"), ("{2}", "nothing to repeat"),
    ("^*", "anchor"), ("\\b+", "anchor"), ("a{", "`{n}`"), ("a{,3}", "`{n}`"),
    ("a{3,2}", "below"), ("a{1001}", "at most 1000"), ("a{1000}{1000}", "repeated"),
    ("(a{1000}){1000}", "too large"), ("(", "not closed"), ("(?", "not closed"),
    (")", "closes no group"), ("a)b", "closes no group"), ("[a", "not closed"),
    ("[z-a]", "backwards"), ("[\\d-z]", "single characters"), ("[a-\\w]", "single characters"),
    ("[[:nope:]]", "does not exist"), ("[[.a.]]", "does not exist"), ("[\\b]", "word boundary"),
    ("\\", "nothing to escape"), ("\\y", "no meaning"), ("\\x4", "code point"),
    ("\\x{110000}", "code point"), ("\\x{D800}", "code point"), ("\\p{", "property"),
    ("(?<>a)", "name"), ("(?<1a>a)", "name"),
  ])
  func refuses(_ pattern: String, _ words: String) {
    switch Pattern.compile(pattern) {
    case .success: Issue.record("\(pattern) compiles")
    case .failure(let problem):
      #expect(problem.reason.contains(words), "\(pattern): \(problem.reason)")
      #expect(problem.start <= problem.end && problem.end <= pattern.utf8.count)
    }
  }

  @Test func aProblemPointsAtItsBytes() {
    guard case .failure(let problem) = Pattern.compile("éa+?b") else {
      Issue.record("it compiles")
      return
    }
    #expect(problem.start == 3 && problem.end == 5)
    guard case .failure(let unknown) = Pattern.compile("a", flags: "ix") else {
      Issue.record("it compiles")
      return
    }
    #expect(unknown.reason == "`x` is not a flag")
  }

  @Test func depthIsBounded() {
    let deep = String(repeating: "(", count: 60) + "a" + String(repeating: ")", count: 60)
    guard case .failure(let problem) = Pattern.compile(deep) else {
      Issue.record("it compiles")
      return
    }
    #expect(problem.reason.contains("deeper"))
  }

  @Test func aPatternPastItsLimitIsStillAnswered() throws {
    let text = String(repeating: "a", count: 3000)
    #expect(try search("^(?:a|a|aa)*b$", text + "cb") == .no)
    #expect(try search("^(?:a|a|aa)*b$", text + "b") == .yes)
    #expect(try search("(?:a|a|aa)*b$", text + "cb") == .yes)
    #expect(try search("(?:a|a|aa)*[bc]{2}\\b$", text + "éb") == .no)
    #expect(try search("^(?:a?){25}(?:aa?){25}b$", text + "cb") == .no)
  }

  @Test func whatCanNotBeToldSaysSo() throws {
    let text = String(repeating: "a", count: 70_000)
    #expect(try search("^(?:a|a|aa)*b$", text + "cb") == .limit)
  }

  @Test func longTextsAreSearched() throws {
    let text = String(repeating: "user=alice host=web-1 ", count: 20_000)
    #expect(try search("host=db-\\d+", text) == .no)
    #expect(try search("host=db-\\d+", text + "host=db-17") == .yes)
    #expect(try search("^[^\\n]*$", text) == .yes)
  }

  @Test func oneSearchesOnManyThreads() async throws {
    let pattern = try Pattern.compile("^(?:[a-z]+\\.)?admin@[a-z]{2,10}\\.test$", flags: "i").get()
    let wrong = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask {
          (0..<500).reduce(0) { count, index in
            let isAdmin = index % 3 == 0
            let text = isAdmin ? "it.Admin@corp.test" : "it.user\(index)@corp.test"
            return count + (pattern.matches(text) == (isAdmin ? .yes : .no) ? 0 : 1)
          }
        }
      }
      return await group.reduce(0, +)
    }
    #expect(wrong == 0)
  }

  @Test func equalWhenWrittenTheSame() throws {
    let one = try Pattern.compile("a", flags: "i").get()
    let other = try Pattern.compile("a").get()
    #expect(one != other)
    #expect(try one == Pattern.compile("a", flags: "i").get())
  }
}
