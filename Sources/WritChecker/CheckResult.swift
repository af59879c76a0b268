public import WritDiagnostics

/// The checked program and everything there is to say about its text.
public struct CheckResult: Sendable {
  /// Holds only the rules and tests that can be used.
  public var program: CheckedProgram
  /// Those of the syntax included, in order.
  public var diagnostics: [Diagnostic]

  public init(program: CheckedProgram, diagnostics: [Diagnostic]) {
    self.program = program
    self.diagnostics = diagnostics
  }

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
