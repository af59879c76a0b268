import WritDiagnostics

/// What holds for the diagnostics of any target.
enum PlaceCheck {
  /// - Throws: `BrokenInvariant`.
  static func check(
    _ diagnostics: [Diagnostic], of sources: [SourceText], known: Set<String>
  ) throws {
    for diagnostic in diagnostics {
      try expect(known.contains(diagnostic.id), "an unknown id", diagnostic.id)
      try expect(!diagnostic.message.isEmpty, "no message", diagnostic.id)
      guard let place = diagnostic.place else { continue }
      try expect(
        sources.contains { $0.name == place.source.name }, "a place in no source", diagnostic.id)
      let count = place.source.bytes.count
      let spans = [place.span] + diagnostic.fixes.map(\.span)
      for span in spans {
        try expect(
          span.start >= 0 && span.start <= span.end && span.end <= count,
          "a span outside of the text", "\(diagnostic.id) \(span.start)..\(span.end) of \(count)")
      }
    }
    _ = DiagnosticRenderer().render(Array(diagnostics.prefix(5)))
  }

  /// Ids and how often they come, roughly.
  static func traits(_ diagnostics: [Diagnostic]) -> [String] {
    Dictionary(grouping: diagnostics, by: \.id).map { id, all in
      all.count == 1 ? id : all.count < 4 ? "\(id)+" : "\(id)++"
    }
  }
}
