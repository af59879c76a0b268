import WritDiagnostics

/// The checker's diagnostics, one function each; the files beside this one hold them by area.
public enum CheckerDiagnostics {
  /// A diagnostic about a word that is not among those known, with the nearest as a fix.
  static func unknownWord(
    _ id: String, _ message: String, _ word: String, at place: Place, label: String = "",
    known: [String], quoted: Bool = false, help: [String] = []
  ) -> Diagnostic {
    var diagnostic = Diagnostic(id, message, at: place, label: label, help: help)
    // Among short words everything is near.
    if help.isEmpty, word.utf8.count > 2, let near = Suggestion.nearest(to: word, among: known) {
      diagnostic.help.append("did you mean `\(near)`?")
      diagnostic.fixes.append(
        Diagnostic.Fix(span: place.span, replacement: quoted ? "\"\(near)\"" : near))
    }
    return diagnostic
  }

  /// `one of a, b, c`, cut where there are many.
  static func oneOf(_ words: [String]) -> String {
    let shown = words.prefix(8).joined(separator: ", ")
    return words.count > 8 ? "one of \(shown), …" : "one of \(shown)"
  }
}
