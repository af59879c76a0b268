import Testing
import WritDiagnostics
import _WritTestSupport

@testable import WritSyntax

struct FormatterTests {
  static let goldens: [(String, String)] = [
    (
      "module a import b let x=1 let y = - 2 define f(u:users,n:int)=u.x+n",
      """
      module a
      import b

      let x = 1
      let y = -2

      define f(u: users, n: int) = u.x + n

      """
    ),
    (
      """
      // Head.


      module a // trailing


      // Own line.
      rule r "t" { // opens

        severity   high   // why


        // before
        must f ( x ) and [ "a" ,"b", ] == tags [ "k" ] // last
        // closing
      }
      // End.

      """,
      """
      // Head.

      module a  // trailing

      // Own line.
      rule r "t" {  // opens
        severity high  // why

        // before
        must f(x) and ["a", "b"] == tags["k"]  // last
        // closing
      }
      // End.

      """
    ),
    (
      """
      module a
      dataset d{key(a,b) a:text,b:set<list<text?>>? @personal( x.y )@secret c:{x:int y:text?},}
      test r { now 2026-01-01 period 2026-01-01 .. 2026-02-01 given d [{a:1,b:2},{a:2}] given e [{a:1}]
      expect fail ["a","b"] because missing( x ) expect status empty }
      """,
      """
      module a

      dataset d {
        key (a, b)
        a: text
        b: set<list<text?>>? @personal(x.y) @secret
        c: { x: int, y: text? }
      }

      test r {
        now 2026-01-01
        period 2026-01-01..2026-02-01
        given d [
          { a: 1, b: 2 },
          { a: 2 },
        ]
        given e [{ a: 1 }]
        expect fail ["a", "b"] because missing(x)
        expect status empty
      }

      """
    ),
    (
      """
      module a
      rule r {
        when first_condition_of_many == "something" and second_condition between 1 and 2 or third_one
        must exists(grant in grants where grant.resource == event.resource and grant.users == event.actor.id)
        must every(x in xs where x.ok : x.fine)
        covers "soc2:CC6.1", "soc2:CC6.2", "soc2:CC6.3", "iso27001:A.8.5", "gdpr:Art.32", "gdpr:Art.33", "gdpr:Art.34"
        let level = if some_condition_that_is_long(x) then "a rather long text" else "another rather long text"
        must value in ["aaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbbbb", "cccccccccccccccccc", "dddddddddddddddddd"]
      }
      """,
      """
      module a

      rule r {
        when first_condition_of_many == "something" and second_condition between 1 and 2 or third_one
        must exists(
          grant in grants
          where grant.resource == event.resource
          and grant.users == event.actor.id
        )
        must every(x in xs where x.ok : x.fine)
        covers "soc2:CC6.1", "soc2:CC6.2", "soc2:CC6.3", "iso27001:A.8.5", "gdpr:Art.32", "gdpr:Art.33",
          "gdpr:Art.34"
        let level = if some_condition_that_is_long(x)
          then "a rather long text"
          else "another rather long text"
        must value in [
          "aaaaaaaaaaaaaaaa",
          "bbbbbbbbbbbbbbbbbb",
          "cccccccccccccccccc",
          "dddddddddddddddddd",
        ]
      }

      """
    ),
    (
      """
      module a
      retention m "t" {
          a.b   partial( last: 4 )
          // comment


          c.*   redact   // why
          d {
          e keep }
      }
      """,
      """
      module a

      retention m "t" {
        a.b partial( last: 4 )
        // comment

        c.* redact  // why
        d {
          e keep }
      }

      """
    ),
    (
      """
      module a
      mask m "t" {
          a.b   partial( last :4, )
          // comment


          c.*   redact   // why
          otherwise   keep }
      detector d "t" { category a.b region de ,at  validate weighted( [3,7 , - 1] ,10) ,luhn
      near ["one","two",] within 50 confidence 0.5 }
      """,
      """
      module a

      mask m "t" {
        a.b partial(last: 4)
        // comment

        c.* redact  // why
        otherwise keep
      }

      detector d "t" {
        category a.b
        region de, at
        validate weighted([3, 7, -1], 10), luhn
        near ["one", "two"] within 50
        confidence 0.5
      }

      """
    ),
    (
      """
      module a
      detector d "t" {
        named ["aaaaaaaaaaaaaaaa","bbbbbbbbbbbbbbbbbb","cccccccccccccccccc","dddddddddddddddddd","eeeeeeeeee"]
        example "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb", "cccccccccccccccccc"
      }
      """,
      """
      module a

      detector d "t" {
        named [
          "aaaaaaaaaaaaaaaa",
          "bbbbbbbbbbbbbbbbbb",
          "cccccccccccccccccc",
          "dddddddddddddddddd",
          "eeeeeeeeee",
        ]
        example "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
          "cccccccccccccccccc"
      }

      """
    ),
  ]

  @Test(arguments: goldens)
  func formats(_ text: String, _ expected: String) {
    let tree = parse(text)
    #expect(tree.diagnostics.map(\.message) == [])
    #expect(difference(Formatter.format(tree) ?? "", expected) == nil)
  }

  @Test(arguments: goldens.map(\.0) + Examples.all)
  func keepsMeaningAndStaysAsItIs(_ text: String) throws { try check(text) }

  @Test func syntaxErrorsAreLeftAlone() {
    #expect(Formatter.format(parse("module a let x =")) == nil)
  }

  @Test func emptyAndCommentOnly() {
    #expect(Formatter.format(parse("module a")) == "module a\n")
    #expect(Formatter.format(parse("// c\nmodule a\n\n\n// d")) == "// c\nmodule a\n\n// d\n")
  }

  /// Comments and line ends put between any two tokens change nothing but themselves.
  @Test(arguments: Examples.all)
  func commentsAnywhereAreKept(_ text: String) throws {
    var generator = SeededGenerator(seed: 7)
    for round in 0..<40 {
      let tree = parse(text)
      var changed = ""
      var added = 0
      for token in tree.tokens {
        changed += tree.source.text(token.trivia)
        // A regex is one only right after its word.
        if token.kind != .regex {
          switch generator.next() % 16 {
          case 0:
            changed += " // c\(added)\n"
            added += 1
          case 1:
            changed += "\n\n\n// c\(added)\n"
            added += 1
          case 2: changed += "\n"
          case 3: changed += "  \n\n"
          default: break
          }
        }
        changed += tree.source.text(token.span)
      }
      let formatted = try check(changed, "round \(round)")
      for number in 0..<added {
        #expect(formatted.split(separator: "\n").contains { $0.hasSuffix("// c\(number)") })
      }
    }
  }

  @discardableResult
  private func check(_ text: String, _ note: String = "") throws -> String {
    let tree = parse(text)
    try #require(tree.diagnostics.map(\.message) == [])
    let formatted = try #require(Formatter.format(tree))
    let again = parse(formatted)
    try #require(again.diagnostics.map(\.message) == [], "\(note)\n\(formatted)")
    let isSame = SyntaxDescription.all(again.file) == SyntaxDescription.all(tree.file)
    #expect(isSame, "\(note): another meaning")
    let twice = Formatter.format(again) ?? ""
    #expect(difference(formatted, twice) == nil, "\(note)")
    #expect(words(again) == words(tree))
    #expect(
      formatted.split(separator: "\n").allSatisfy { !$0.hasSuffix(" ") && !$0.hasSuffix("\t") })
    return formatted
  }

  /// The first lines that differ, with the line before.
  private func difference(_ one: String, _ other: String) -> String? {
    let left = one.split(separator: "\n", omittingEmptySubsequences: false)
    let right = other.split(separator: "\n", omittingEmptySubsequences: false)
    for index in 0..<max(left.count, right.count) {
      let (mine, theirs) = (left.dropFirst(index).first, right.dropFirst(index).first)
      if mine != theirs {
        return "\(left.dropFirst(index - 1).first ?? "") | \(mine ?? "end") | \(theirs ?? "end")"
      }
    }
    return nil
  }

  /// All tokens but commas.
  private func words(_ tree: SyntaxTree) -> [String] {
    tree.tokens.filter { $0.kind != .comma }.map { tree.source.text($0.span) }
  }
}
