import WritDiagnostics
import WritSyntax

/// One file of a module: its tree and the imports that hold in it.
final class SourceFile {
  let tree: SyntaxTree
  let module: String
  let imports: [Name]
  private(set) var usedImports: Set<String> = []
  /// The file has mistakes the parser told.
  let isBroken: Bool

  init(_ tree: SyntaxTree) {
    self.tree = tree
    module = tree.file.module?.text ?? ""
    imports = tree.file.imports
    isBroken = tree.diagnostics.contains { $0.severity == .error }
  }

  func place(_ span: Span) -> Place { Place(tree.source, span) }

  func imports(_ name: String) -> Bool { imports.contains { $0.text == name } }

  func use(_ module: String) { usedImports.insert(module) }

  /// Whether the parser reported a mistake within the span.
  func hasSyntaxError(in span: Span) -> Bool {
    isBroken
      && tree.diagnostics.contains {
        guard $0.severity == .error, let place = $0.place else { return false }
        return place.span.start >= span.start && place.span.start <= span.end
      }
  }
}
