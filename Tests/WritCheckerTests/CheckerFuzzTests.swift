import Testing
import WritChecker
import WritDiagnostics
import WritSyntax
import WritValues
import _WritTestSupport

@Suite struct CheckerFuzzTests {
  /// Words swapped into mutated texts.
  private static let words = [
    "u", "e", "users", "events", "and", "not", "==", "<", "in", "count(", ")", "\"active\"", "3mo",
    "5", "null", "now", ".", "is known", "window sliding 5m", "group by k = e.user", "let q = u",
    "text", "json", "?", "[", "]", "{", "}", "@secret", "must", "within 2d after now", "mask(",
    "exists(x in users where", "first(", "q", "/a+/", "95%", "??", "if", "then", "else", "u.mfa",
  ]

  @Test(
    "a mutated policy neither crashes the checker nor loses a rule in silence",
    arguments: 0..<40)
  func mutations(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<25 {
      var tokens = Samples.all.split(separator: " ", omittingEmptySubsequences: false).map(
        String.init)
      for _ in 0...Int.random(in: 0..<4, using: &random) {
        let index = Int.random(in: 0..<tokens.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: tokens.remove(at: index)
        case 1: tokens.insert(tokens[index], at: index)
        case 2: tokens[index] = Self.words.randomElement(using: &random) ?? ""
        default: tokens.swapAt(index, Int.random(in: 0..<tokens.count, using: &random))
        }
      }
      let text = tokens.joined(separator: " ")
      let tree = Parser.parse(SourceText(name: "mutated.writ", text: text))
      let result = Checker.check([tree], environment: Checking.environment)
      let declared = tree.file.declarations.count {
        if case .rule = $0 { true } else { false }
      }
      if result.program.rules.count < declared, !result.hasErrors {
        Issue.record("a rule is lost in silence:\n\(text)")
      }
      for diagnostic in result.diagnostics {
        let end = diagnostic.place?.span.end ?? 0
        #expect(end <= tree.source.bytes.count && !diagnostic.message.isEmpty)
      }
      for rule in result.program.rules {
        #expect(rule.musts.allSatisfy { $0.type == .bool })
      }
    }
  }
}
