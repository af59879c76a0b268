package import WritDiagnostics
import WritSyntax

/// Brings policy text into its canonical form.
package enum PolicyFormatting {
  /// The formatted text, or what keeps the file from being formatted.
  package static func format(
    _ bytes: [UInt8], name: String
  ) -> (text: String?, diagnostics: [Diagnostic]) {
    let tree = Parser.parse(SourceText(name: name, bytes: bytes))
    return (Formatter.format(tree), tree.diagnostics)
  }
}

extension Workspace {
  /// The policy files of the project, as they are on disk.
  package func policyFiles() -> (files: [SourceText], diagnostics: [Diagnostic]) {
    let (trees, diagnostics) = policyTrees()
    return (trees.map(\.source), diagnostics)
  }
}
