import WritDiagnostics

extension CheckerDiagnostics {
  static func duplicateRowField(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "name/duplicate", "field `\(name)` is given twice", at: place, help: ["take one away"])
  }

  static func emptyPeriod(at place: Place) -> Diagnostic {
    Diagnostic(
      "test/period", "the period ends before it starts", at: place,
      help: ["write the earlier time first: `period START..END`"])
  }

  static func noExpectation(at place: Place) -> Diagnostic {
    Diagnostic(
      "test/no-expectation", "this test expects nothing", at: place,
      help: ["add `expect OUTCOME KEY` or `expect status STATUS`"])
  }

  static func rowWithoutKey(_ name: String, of dataset: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "test/no-key", "this row of `\(dataset)` has no `\(name)`, which is its key", at: place,
      help: ["add `\(name): …`"])
  }

  static func unknownCause(_ word: String, at place: Place, known: [String]) -> Diagnostic {
    unknownWord(
      "test/unknown-cause", "`\(word)` is no cause", word, at: place, label: oneOf(known),
      known: known)
  }

  static func unknownOutcome(_ word: String, at place: Place, known: [String]) -> Diagnostic {
    unknownWord(
      "test/unknown-outcome", "`\(word)` is no outcome", word, at: place, label: oneOf(known),
      known: known)
  }

  static func unknownStatus(_ word: String, at place: Place, known: [String]) -> Diagnostic {
    unknownWord(
      "test/unknown-status", "`\(word)` is no status", word, at: place, label: oneOf(known),
      known: known)
  }
}
