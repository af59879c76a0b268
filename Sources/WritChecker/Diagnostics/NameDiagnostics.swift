import WritDiagnostics

extension CheckerDiagnostics {
  static func datasetAsValue(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "name/not-a-value", "dataset `\(name)` is no value", at: place,
      help: ["use `x in \(name)`, `exists(x in \(name) where …)` or `count(x in \(name))`"])
  }

  static func defineAsValue(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "name/not-a-value", "define `\(name)` is called with its arguments", at: place,
      help: ["write `\(name)(…)`"])
  }

  static func duplicateName(_ what: String, at place: Place, _ first: Place) -> Diagnostic {
    let line = first.source.position(at: first.span.start).line
    return Diagnostic(
      "name/duplicate", "\(what) is declared twice", at: place,
      label: "declared before at \(first.source.name):\(line)",
      help: ["rename one of them, or take one away"])
  }

  static func intervalAsValue(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "name/not-a-value", "`\(name)` is no value", at: place,
      help: ["use `\(name).start` or `\(name).end`"])
  }

  static func moduleAsValue(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "name/not-a-value", "module `\(name)` is no value", at: place,
      help: ["name something of it: `\(name).NAME`"])
  }

  static func notADataset(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic("name/unknown-dataset", "`\(name)` is no dataset", at: place)
  }

  static func notHere(_ name: String, _ why: String, at place: Place) -> Diagnostic {
    Diagnostic("name/not-here", "`\(name)` means nothing here", at: place, label: why)
  }

  static func notImported(
    _ module: String, at place: Place, known: [String], exists: Bool
  ) -> Diagnostic {
    var help = "add `import \(module)` at the top of the file"
    if !exists, let near = Suggestion.nearest(to: module, among: known) {
      help = "did you mean `\(near)`?"
    }
    return Diagnostic(
      "name/not-imported", "module `\(module)` is not imported", at: place, help: [help])
  }

  static func notYet(_ word: String, name: String?, at place: Place) -> Diagnostic {
    Diagnostic(
      "later/not-yet", "`\(word)` can't be used yet", at: place,
      label: name.map { "`\($0)` is read and left alone" } ?? "",
      help: ["this version of Writ does not know it; take it away"])
  }

  static func recursion(_ what: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "name/recursion", "\(what) uses itself", at: place,
      label: "comes back to where it began",
      help: ["say it without going in a circle; every evaluation ends"])
  }

  static func rowAfterGroup(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "name/row-after-group", "after grouping there is no single `\(name)`", at: place,
      help: [
        "use it inside an aggregate, such as `count(\(name) where …)` or `min(\(name).FIELD)`",
        "or add what you need to `group by`",
      ])
  }

  static func shadows(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "name/shadows", "`\(name)` already means something here", at: place,
      help: ["choose another name"])
  }

  static func stepAsValue(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "name/not-a-value", "`\(name)` is a stretch of time, not a value", at: place,
      help: ["use `\(name).start`, `\(name).end` or `TIME in \(name)`"])
  }

  static func unknownDataset(_ name: String, at place: Place, known: [String]) -> Diagnostic {
    unknownWord(
      "name/unknown-dataset", "there is no dataset `\(name)`", name, at: place, known: known)
  }

  static func unknownField(
    _ name: String, of owner: String, at place: Place, known: [String]
  ) -> Diagnostic {
    unknownWord(
      "name/unknown-field", "\(owner) has no field `\(name)`", name, at: place, known: known)
  }

  static func unknownFunction(_ name: String, at place: Place, known: [String]) -> Diagnostic {
    unknownWord(
      "name/unknown-function", "there is no function or define `\(name)`", name, at: place,
      known: known)
  }

  static func unknownModule(_ name: String, at place: Place, known: [String]) -> Diagnostic {
    unknownWord(
      "name/unknown-module", "there is no module `\(name)`", name, at: place, known: known)
  }

  static func unknownName(
    _ name: String, at place: Place, known: [String], help: [String]
  ) -> Diagnostic {
    unknownWord(
      "name/unknown", "nothing is called `\(name)` here", name, at: place, known: known, help: help)
  }

  static func unknownRule(_ name: String, at place: Place, known: [String]) -> Diagnostic {
    unknownWord(
      "name/unknown-rule", "there is no rule `\(name)` in this module", name, at: place,
      known: known)
  }

  static func unknownType(_ name: String, at place: Place, known: [String]) -> Diagnostic {
    unknownWord(
      "name/unknown-type", "`\(name)` is neither a type nor a dataset", name, at: place,
      known: known)
  }

  static func unused(_ what: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "name/unused", severity: .warning, "\(what) is used nowhere", at: place,
      help: ["take it away"])
  }
}
