public import WritDiagnostics

/// Collects what is wrong with a file while it is read, so that one run shows all mistakes.
public final class DiagnosticLog {
  public private(set) var diagnostics: [Diagnostic] = []

  public init() {}

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  public func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  public func report(contentsOf others: [Diagnostic]) { diagnostics += others }

  /// An error at a place.
  public func report(
    _ id: String, _ message: String, at place: Place?, label: String = "", help: [String] = [],
    fixes: [Diagnostic.Fix] = []
  ) {
    diagnostics.append(
      Diagnostic(id, message, at: place, label: label, help: help, fixes: fixes))
  }
}
