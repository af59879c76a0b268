import WritDiagnostics
import WritValues

extension CheckerDiagnostics {
  static let useText = "use `text(x)` to compare its text, or compare two references"

  static func argumentCount(
    _ name: String, expected: String, found: Int, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "type/arguments", "`\(name)` takes \(expected) argument\(expected == "1" ? "" : "s")",
      at: place, label: "\(found) given")
  }

  static func badLevel(at place: Place) -> Diagnostic {
    Diagnostic(
      "type/level", "a quantile's level lies between 0 and 1", at: place,
      help: ["write `0.95` or `95%`"])
  }

  static func badOperands(
    _ operation: String, _ one: ValueType, _ two: ValueType, at place: Place
  ) -> Diagnostic {
    var help: [String] = []
    if operation == "+", one == .text || two == .text {
      help.append("join texts by interpolation: `\"{a}{b}\"`")
    }
    return Diagnostic(
      "type/operands", "`\(operation)` does not work on \(one.word) and \(two.word)", at: place,
      help: help)
  }

  static func badPattern(_ reason: String, hint: String?, at place: Place) -> Diagnostic {
    Diagnostic("type/pattern", reason, at: place, help: hint.map { [$0] } ?? [])
  }

  static func badUnits(
    _ operation: String, _ one: ValueType, _ two: ValueType, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "type/unit-mismatch", "`\(operation)` does not work on \(one.word) and \(two.word)",
      at: place, label: "the units do not fit")
  }

  static func branches(_ one: ValueType, _ two: ValueType, at place: Place) -> Diagnostic {
    Diagnostic(
      "type/mismatch", "one value here is \(one.word), the other \(two.word)", at: place,
      help: ["give both the same type"])
  }

  static func cannotAggregate(
    _ function: String, _ type: ValueType, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      "type/operands", "`\(function)` does not work on \(type.word)", at: place)
  }

  static func collectionAsText(_ type: ValueType, at place: Place) -> Diagnostic {
    Diagnostic(
      "type/mismatch", "expected text, found \(type.word)", at: place,
      help: ["to look for an element, write `x in COLLECTION`"])
  }

  static func compositeLiteral(_ type: ValueType, at place: Place) -> Diagnostic {
    Diagnostic(
      "type/invalid-literal", "a text is no \(type.word): its key has several parts", at: place,
      help: ["compare the fields the key is made of"])
  }

  static func disjointSets(_ one: String, _ two: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "type/disjoint-sets", "`\(one)` and `\(two)` share no value", at: place,
      label: "never equal")
  }

  static func inText(at place: Place) -> Diagnostic {
    Diagnostic(
      "type/mismatch", "`in` looks into lists, sets, maps, datasets and networks, not texts",
      at: place, help: ["use `TEXT contains PART`"])
  }

  static func incomparable(
    _ one: ValueType, _ two: ValueType, at place: Place, help: [String]
  ) -> Diagnostic {
    Diagnostic(
      "type/mismatch", "\(one.word) and \(two.word) do not compare", at: place, help: help)
  }

  static func invalidLiteral(_ text: String, _ type: ValueType, at place: Place) -> Diagnostic {
    let example: String? =
      switch type {
      case .ip: "10.0.0.1"
      case .network: "10.0.0.0/8"
      case .time: "2026-01-31T10:00:00Z"
      case .version: "1.2.3"
      default: nil
      }
    return Diagnostic(
      "type/invalid-literal", "`\(text)` is no \(type.word)", at: place,
      help: example.map { ["write it like `\"\($0)\"`"] } ?? [])
  }

  static func keyMismatch(_ one: ValueType, _ two: ValueType, at place: Place) -> Diagnostic {
    Diagnostic(
      "type/key-mismatch", "\(one.word) never meets \(two.word)", at: place,
      label: "keys of two datasets",
      help: ["compare keys of one dataset, or what they are made of with `text(x)`"])
  }

  static func lengthOfCollection(at place: Place) -> Diagnostic {
    Diagnostic(
      "type/mismatch", "`length` counts the characters of a text", at: place,
      help: ["use `count(x)` for a collection"])
  }

  static func membersNeedType(at place: Place) -> Diagnostic {
    Diagnostic(
      "type/json-needs-type", "it can't be told what the json elements are compared as",
      at: place, help: ["use `any(x in items(…) : x == …)`"])
  }

  static func mismatch(expected: ValueType, found: ValueType, at place: Place) -> Diagnostic {
    var help: [String] = []
    switch (expected, found) {
    case (.text, .reference), (.text, .row): help = [useText]
    case (.text, .poison), (_, .poison): break
    case (.text, _): help = ["use `text(x)`, or put it into a text: `\"{x}\"`"]
    default: break
    }
    return Diagnostic(
      "type/mismatch", "expected \(expected.word), found \(found.word)", at: place, help: help)
  }

  static func misplaced(_ place: Place) -> Diagnostic {
    Diagnostic(
      "type/misplaced-literal", "`null` and records stand only for fields of a row", at: place,
      help: ["write the value of the type that is asked for"])
  }

  static func misplacedBy(_ function: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "type/arguments", "`by` belongs to `first` and `last`, not to `\(function)`", at: place)
  }

  static func misplacedRegex(at place: Place) -> Diagnostic {
    Diagnostic(
      "type/misplaced-literal", "a regular expression stands only after `matches`", at: place,
      help: ["write `x matches /…/`"])
  }

  static func monthsAsDuration(at place: Place) -> Diagnostic {
    Diagnostic(
      "type/unit-mismatch", "months and years have no fixed length", at: place,
      help: ["use days: `90d`"])
  }

  static func needsItems(at place: Place) -> Diagnostic {
    Diagnostic(
      "type/json-needs-type", "json is no collection by itself", at: place,
      help: ["go over its elements with `items(\(place.text))`"])
  }

  static func needsType(at place: Place) -> Diagnostic {
    Diagnostic(
      "type/json-needs-type", "it can't be told what the json values are", at: place,
      help: ["say it: `text(x)`, `int(x)`, `decimal(x)`, `time(x)` or `ip(x)`"])
  }

  static func neverMissing(at place: Place) -> Diagnostic {
    Diagnostic(
      "type/never-missing", severity: .warning, "`\(place.text)` is never missing", at: place,
      help: ["its type has no `?`: take the question away, or let the field be missing"])
  }

  static func noConversion(_ name: String, _ type: ValueType, at place: Place) -> Diagnostic {
    Diagnostic(
      "type/operands", "`\(name)` can't be made from \(type.word)", at: place)
  }

  static func noEntries(_ type: ValueType, at place: Place) -> Diagnostic {
    Diagnostic(
      "type/no-fields", "\(type.word) has no entries", at: place,
      help: ["`x[\"key\"]` reads a map or json"])
  }

  static func noFields(_ name: String, _ type: ValueType, at place: Place) -> Diagnostic {
    var help: [String] = []
    switch type {
    case .map: help = ["write `[\"\(name)\"]`"]
    case .list, .set: help = ["go over its elements: `any(x in … : x.\(name))`"]
    default: break
    }
    return Diagnostic("type/no-fields", "\(type.word) has no fields", at: place, help: help)
  }

  static func notACollection(_ type: ValueType, at place: Place) -> Diagnostic {
    Diagnostic(
      "type/mismatch", "expected a list, set or dataset, found \(type.word)", at: place)
  }

  static func notACondition(_ type: ValueType, at place: Place) -> Diagnostic {
    var help = ["compare it with something"]
    switch type {
    case .list, .set: help = ["compare it: `count(\(place.text)) > 0`"]
    case .row, .reference: help = ["ask for a field, or `is known`"]
    default: break
    }
    return Diagnostic(
      "type/mismatch", "expected a condition, found \(type.word)", at: place, help: help)
  }

  static func notARegex(at place: Place) -> Diagnostic {
    Diagnostic(
      "type/pattern", "`matches` takes a regular expression", at: place,
      help: ["write `x matches /…/`"])
  }

  static func notLiteral(_ what: String, _ expected: String, at place: Place) -> Diagnostic {
    Diagnostic("type/not-literal", "\(what) must be \(expected)", at: place)
  }

  static func notOrdered(_ type: ValueType, at place: Place) -> Diagnostic {
    Diagnostic(
      "type/not-ordered", "\(type.word) has no order", at: place,
      help: ["only numbers, times, durations, sizes, texts, versions and addresses have one"])
  }

  static func paramType(_ name: String, _ type: ValueType, at place: Place) -> Diagnostic {
    Diagnostic("type/param", "param `\(name)` can't be \(type.word)", at: place)
  }

  static func referenceAsText(_ type: ValueType, at place: Place) -> Diagnostic {
    Diagnostic(
      "type/mismatch", "expected text, found \(type.word)", at: place, help: ["use `text(x)`"])
  }

  static func shape(of function: Comprehension.Function, at place: Place) -> Diagnostic {
    let name = function.rawValue
    let form =
      switch function {
      case .every: "every(x in SOURCE where … : CONDITION)"
      case .any: "any(x in SOURCE : CONDITION)"
      case .exists, .none, .one, .count: "\(name)(x in SOURCE where …)"
      case .first, .last: "\(name)(x in SOURCE where … by VALUE)"
      case .sum, .min, .max, .avg, .distinct: "\(name)(VALUE for x in SOURCE where …)"
      case .quantile: "quantile(0.95, VALUE for x in SOURCE where …)"
      case .share: "share(CONDITION for x in SOURCE where …)"
      }
    return Diagnostic(
      "type/arguments", "this is not how `\(name)` is written", at: place,
      help: ["write `\(form)`"])
  }

  static func tooDeep(at place: Place) -> Diagnostic {
    Diagnostic(
      "limit/too-deep", "this is nested too deeply", at: place,
      label: "past \(ExpressionFacts.depthLimit) levels, lets and defines included")
  }

  static func tooLarge(at place: Place) -> Diagnostic {
    Diagnostic(
      "limit/too-large", "this is too large", at: place,
      label: "past \(ExpressionFacts.sizeLimit) steps, lets and defines counted at each use")
  }

  static func unitMismatch(_ one: ValueType, _ two: ValueType, at place: Place) -> Diagnostic {
    Diagnostic(
      "type/unit-mismatch", "\(one.word) and \(two.word) do not compare", at: place,
      label: "months have no fixed length",
      help: ["use days on both sides, or `age(t) <= 3mo`, or `t + 3mo`"])
  }

  static func unknownValue(
    _ word: String, of set: String, at place: Place, words: [String]
  ) -> Diagnostic {
    unknownWord(
      "type/unknown-value", "`\(word)` is not a value of `\(set)`", word, at: place,
      label: oneOf(words), known: words, quoted: true)
  }

  static func unknownZone(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "type/unknown-zone", "there is no time zone `\(name)`", at: place,
      help: ["use a name of the zone database, such as `Europe/Berlin`"])
  }
}
