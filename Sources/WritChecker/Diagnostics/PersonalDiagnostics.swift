import WritDiagnostics
import WritModel

extension CheckerDiagnostics {
  static func badDetectorPattern(_ reason: String, hint: String?, at place: Place) -> Diagnostic {
    Diagnostic(
      "detector/pattern", "this pattern is not taken: \(reason)", at: place,
      help: hint.map { [$0] } ?? [])
  }

  static func badReach(_ range: ClosedRange<Int64>, at place: Place) -> Diagnostic {
    Diagnostic(
      "detector/words", "`within` takes a number of bytes", at: place,
      label: "from \(range.lowerBound) to \(range.upperBound)", help: ["write `within 50`"])
  }

  static func cardDigits(first: Int64, last: Int64, at place: Place) -> Diagnostic {
    Diagnostic(
      "mask/card-digits", "this would show more of a payment card than may be shown", at: place,
      label: "at most the first \(first) and the last \(last) digits",
      help: ["write `partial(first: \(first), last: \(last))` or less"])
  }

  static func confidence(_ message: String, at place: Place, help: String) -> Diagnostic {
    Diagnostic("detector/confidence", message, at: place, help: [help])
  }

  static func duplicateMaskLine(_ name: String, at place: Place, _ first: Place) -> Diagnostic {
    let line = first.source.position(at: first.span.start).line
    return Diagnostic(
      "mask/duplicate-category", "`\(name)` has two lines", at: place,
      label: "the first is at line \(line)",
      help: ["take one away; a category covers all that lies in it, with `.*` or without"])
  }

  static func emptyWord(at place: Place) -> Diagnostic {
    Diagnostic("detector/words", "this text is empty", at: place, help: ["take it away"])
  }

  static func exampleAndCounter(at place: Place) -> Diagnostic {
    Diagnostic(
      "detector/words", "this text is an example and a counter-example", at: place,
      help: ["take one of them away"])
  }

  static func incompleteDetector(_ name: String, missing: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      "detector/incomplete", "detector `\(name)` lacks \(missing.joined(separator: ", "))",
      at: place,
      help: [
        "a detector says its category, how it recognizes, how sure it is, and shows with an example "
          + "and a counter-example that it works"
      ])
  }

  static func labeledArgument(_ label: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "detector/arguments", "arguments of validators go by place", at: place,
      help: ["take `\(label):` away"])
  }

  static func maskArgument(_ message: String, at place: Place, usage: String) -> Diagnostic {
    Diagnostic("mask/arguments", message, at: place, help: ["it is written `\(usage)`"])
  }

  static func mutualExclusion(_ name: String, _ other: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "detector/exclusion", "`\(name)` and `\(other)` exclude each other", at: place,
      help: ["let one of them win: take the other `exclude` away"])
  }

  static func noDetectors(at place: Place) -> Diagnostic {
    Diagnostic(
      "privacy/no-detectors", "nothing here detects personal data, so `personal` can't be asked",
      at: place,
      help: ["an answer without detectors would always be that there is none"])
  }

  static func noOtherwise(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "mask/no-otherwise", "mask `\(name)` does not say what becomes of all else", at: place,
      help: ["add `otherwise redact`, or `otherwise keep` where the rest may be shown"])
  }

  static func ownExclusion(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "detector/exclusion", "`\(name)` excludes itself", at: place, help: ["take it away"])
  }

  static func refusedOperator(
    _ name: String, reason: String, help: String, at place: Place
  ) -> Diagnostic {
    Diagnostic("mask/refused-operator", "`\(name)` is refused: \(reason)", at: place, help: [help])
  }

  static func regionInWorld(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "detector/region", "`world` holds `\(name)` already", at: place, help: ["take one away"])
  }

  static func repeatedWord(_ word: String, at place: Place) -> Diagnostic {
    Diagnostic("detector/words", "`\(word)` stands twice", at: place, help: ["take one away"])
  }

  static func twoRecognitions(at place: Place) -> Diagnostic {
    Diagnostic(
      "detector/incomplete", "a detector has a pattern or a reader, not both", at: place,
      help: ["take `pattern` or `recognize` away, or make two detectors"])
  }

  static func unknownCategory(
    _ name: String, at place: Place, severity: Diagnostic.Severity
  ) -> Diagnostic {
    var diagnostic = unknownWord(
      "privacy/unknown-category", "there is no category of personal data `\(name)`", name,
      at: place, known: DataCategoryTree.names)
    diagnostic.severity = severity
    if diagnostic.help.isEmpty {
      let last = name.split(separator: ".").last.map(String.init) ?? name
      let same = DataCategoryTree.names.filter { $0.hasSuffix(".\(last)") }
      let above = name.split(separator: ".").first.map { "\($0)." } ?? ""
      let siblings = DataCategoryTree.names.filter { $0.hasPrefix(above) }
      if let only = same.first, same.count == 1 {
        diagnostic.help = ["did you mean `\(only)`?"]
        diagnostic.fixes = [Diagnostic.Fix(span: place.span, replacement: only)]
      } else if !siblings.isEmpty {
        diagnostic.help = [oneOf(siblings)]
      } else {
        diagnostic.help = [oneOf(DataCategoryTree.names.filter { !$0.contains(".") })]
      }
    }
    return diagnostic
  }

  static func unknownExclusion(_ name: String, at place: Place, known: [String]) -> Diagnostic {
    unknownWord(
      "detector/exclusion", "there is no detector and no reading `\(name)`", name, at: place,
      known: known)
  }

  static func unknownOperator(_ name: String, at place: Place, known: [String]) -> Diagnostic {
    unknownWord(
      "mask/unknown-operator", "there is no operator `\(name)`", name, at: place,
      label: "one of \(known.joined(separator: ", "))", known: known)
  }

  static func unknownReader(_ name: String, at place: Place, known: [String]) -> Diagnostic {
    unknownWord(
      "detector/unknown-reader", "there is no reader `\(name)`", name, at: place,
      label: oneOf(known), known: known)
  }

  static func unknownRegion(_ name: String, at place: Place) -> Diagnostic {
    var help =
      "write `world`, or a country's two letters in lower case (ISO 3166-1): `region de, at`"
    let lower = name.lowercased()
    if lower != name, RegionCode.countries.contains(lower) { help = "write `\(lower)`" }
    if name == "uk" { help = "the United Kingdom is `gb`" }
    return Diagnostic(
      "detector/region", "`\(name)` is no region", at: place, help: [help])
  }

  static func unknownValidator(_ name: String, at place: Place, known: [String]) -> Diagnostic {
    unknownWord(
      "detector/unknown-validator", "there is no validator `\(name)`", name, at: place,
      label: oneOf(known), known: known)
  }

  static func validatorArgument(
    _ message: String, at place: Place, usage: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      "detector/arguments", message, at: place, help: usage.map { ["it is written `\($0)`"] } ?? [])
  }
}
