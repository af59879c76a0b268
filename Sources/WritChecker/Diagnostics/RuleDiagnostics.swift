import WritDiagnostics
import WritValues

extension CheckerDiagnostics {
  static func badTolerance(at place: Place) -> Diagnostic {
    Diagnostic(
      "rule/tolerance", "`tolerate` takes a share up to 100% or a count", at: place,
      help: ["write `tolerate 2%` or `tolerate 3`"])
  }

  static func crossJoin(outer: String, inner: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "join/cross",
      "every row of `\(outer)` against every row of `\(inner)` is a nested loop", at: place,
      label: "costs \(outer) × \(inner)",
      help: [
        "join with an equality, such as `where x.FIELD == y.FIELD` or `x in y.LIST`",
        "or say `allow cross` in the rule when the datasets are small",
      ])
  }

  static func duplicateClause(_ word: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "rule/duplicate-clause", "`\(word)` stands twice", at: place, help: ["take one away"])
  }

  static func groupKeyType(_ type: ValueType, at place: Place) -> Diagnostic {
    Diagnostic(
      "rule/group-key", "groups can't be made by \(type.word)", at: place,
      help: ["group by a single value; json is read by `text(x)`, `int(x)`, …"])
  }

  static func malformedControl(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "control/malformed", "`\(text)` does not name a control", at: place,
      help: ["write `framework:control`, such as `soc2:CC6.1`"])
  }

  static func needsPopulation(_ word: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "rule/no-population", "`\(word)` needs a `for`", at: place,
      help: ["add `for VAR in DATASET`"])
  }

  static func noGroup(_ function: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "rule/no-group", "`\(function)` has no rows to go over: there is no `group by`", at: place,
      help: ["say over what: `\(function)(x in SOURCE where …)`"])
  }

  static func noMust(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "rule/no-must", "rule `\(name)` says nothing that must hold", at: place,
      help: ["add `must CONDITION`"])
  }

  static func noOrder(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "rule/no-order", "a window needs an order, and `\(name)` has none", at: place,
      help: ["add `order by TIME_FIELD` to the dataset"])
  }

  static func noSeverity(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "rule/no-severity", "rule `\(name)` has no severity", at: place,
      help: ["add `severity info | low | medium | high | critical`"])
  }

  static func unknownControl(_ text: String, at place: Place, known: [String]) -> Diagnostic {
    unknownWord(
      "control/unknown", "there is no control `\(text)`", text, at: place, known: known,
      quoted: true)
  }

  static func unknownSeverity(_ word: String, at place: Place, known: [String]) -> Diagnostic {
    unknownWord(
      "rule/unknown-severity", "`\(word)` is no severity", word, at: place, label: oneOf(known),
      known: known)
  }

  static func unmasked(_ labels: DataLabels, _ place: Place) -> Diagnostic {
    var what: [String] = labels.personal
    if labels.isSecret { what.append("a secret") }
    return Diagnostic(
      "privacy/unmasked", "this would print what reports must not show", at: place,
      label: what.joined(separator: ", "),
      help: ["mask it: `mask(\(place.text))`", "or name the row by its key"])
  }
}
