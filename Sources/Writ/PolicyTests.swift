package import WritChecker
package import WritTesting

/// Runs the tests of a program's rules.
package struct PolicyTests {
  private let program: CheckedProgram

  package init(program: CheckedProgram) { self.program = program }

  /// - Parameter globs: over rule ids; empty is all.
  package func run(rules globs: [String] = []) -> [TestResult] {
    let chosen = RuleSelection(globs: globs, tags: []).choose(from: program.rules)
    return TestRun(program: program, zone: ZoneFiles.zone)
      .run(program.tests.filter { chosen.contains($0.rule) })
  }
}
