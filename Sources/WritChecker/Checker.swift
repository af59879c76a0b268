public import WritSyntax

/// Checks names, types, units, keys, joins, personal data flows and controls before any data is read.
public enum Checker {
  /// The checked program; what can't be used is left out of it and told in the diagnostics.
  public static func check(
    _ trees: [SyntaxTree], environment: CheckEnvironment
  ) -> CheckResult {
    ProgramChecker(trees, environment: environment).run()
  }
}
