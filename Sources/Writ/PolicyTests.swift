package import WritChecker
package import WritDiagnostics
package import WritTesting

/// Runs the tests of a program's rules.
package struct PolicyTests {
  package struct Result: Sendable {
    /// Empty after mistakes.
    package var results: [TestResult]
    /// What is wrong with the detectors, where a rule asks them.
    package var diagnostics: [Diagnostic]
  }

  private let program: CheckedProgram

  package init(program: CheckedProgram) { self.program = program }

  /// - Parameter globs: over rule ids; empty is all.
  package func run(rules globs: [String] = []) -> Result {
    let chosen = RuleSelection(globs: globs, tags: []).choose(from: program.rules)
    let personalData = PersonalDetectors.reader(
      for: program.rules.filter { chosen.contains($0.id) }, of: program)
    if AuditRun.exit(of: personalData.diagnostics) != nil {
      return Result(results: [], diagnostics: personalData.diagnostics)
    }
    let run = TestRun(
      program: program, personalData: personalData.reader, zone: ZoneFiles.zone)
    return Result(
      results: run.run(program.tests.filter { chosen.contains($0.rule) }),
      diagnostics: personalData.diagnostics)
  }
}
