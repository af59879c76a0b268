import WritDiagnostics

extension CheckerDiagnostics {
  static let personalPages: [ExplainPage] = [
    aboutDetector(
      "detector/arguments",
      "A validator takes what its definition says, by place: whole numbers, texts, names and lists.",
      wrong: "validate luhn(true)", right: "validate luhn"),
    aboutDetector(
      "detector/confidence",
      """
      A confidence is how sure a find is, between 0 and 1: first without any context, then with a word
      of `near` before it and under a key of `named`, which can only make it surer.
      """,
      wrong: "confidence 0.5, near 0.3\n  near [\"badge\"] within 50",
      right: "confidence 0.5, near 0.9\n  near [\"badge\"] within 50"),
    aboutDetector(
      "detector/exclusion",
      """
      `exclude` names other detectors, or readings such as `epoch`, that win where they fit the same
      value. A detector does not exclude itself, and of two only one excludes the other.
      """,
      wrong: "exclude badge", right: "validate luhn"),
    PageText.aboutText(
      "detector/incomplete",
      """
      A detector says its category, a `pattern` or a reader to `recognize` by, how sure it is, and at
      least one example and one counter-example: what is not tried out does not compile.
      """,
      wrong: detector("example \"A-1234\""),
      right: detector("example \"A-1234\"\n  counter \"A-12\"")),
    PageText.aboutText(
      "detector/pattern",
      """
      A detector's pattern runs on any text there is, so it must not run away: repeats within repeats,
      repeats that share out one text in many ways, unbounded look-around, back-references, recursion
      and patterns that can match nothing are refused.
      """,
      wrong: whole("pattern /(?:[A-Z]+-?)+[0-9]{4}/"),
      right: whole("pattern /(?<![A-Z])[A-Z]{1,8}-[0-9]{4}/")),
    aboutDetector(
      "detector/region",
      "A region is `world`, or two-letter codes of countries (ISO 3166-1) in lower case.",
      wrong: "region uk", right: "region gb, ie"),
    PageText.aboutText(
      "detector/unknown-reader",
      "Beside patterns there are readers of the library: `person_names` and `street_addresses`.",
      wrong: whole("recognize person_name"), right: whole("recognize person_names")),
    aboutDetector(
      "detector/unknown-validator",
      "Validators come from a closed library; this name is not in it.",
      wrong: "validate luhm", right: "validate luhn"),
    aboutDetector(
      "detector/words",
      "The words, names and examples of a detector are given once and are not empty.",
      wrong: "named [\"badge\", \"Badge\"]", right: "named [\"badge\", \"badge_number\"]"),
    aboutMask(
      "mask/arguments",
      """
      An operator's arguments are named, and each has its kind. Whatever needs a key names one:
      nothing is masked by a digest that anyone can compute.
      """,
      wrong: "contact.email pseudonym", right: "contact.email pseudonym(key: \"support\")"),
    aboutMask(
      "mask/card-digits",
      "Of a payment card's number at most the first six and the last four digits may be shown.",
      wrong: "financial.* partial(first: 8, last: 4)",
      right: "financial.* partial(first: 6, last: 4)"),
    aboutMask(
      "mask/duplicate-category",
      """
      A category has one line, which covers what lies in it; the longest category that fits decides,
      wherever it stands.
      """,
      wrong: "government redact\n  government.* keep",
      right: "government redact\n  government.tax_id keep"),
    PageText.aboutText(
      "mask/no-otherwise",
      "A mask says what becomes of every category: those without a line go by `otherwise`.",
      wrong: "mask desk \"Desk\" {\n  contact.email redact\n}\n",
      right: "mask desk \"Desk\" {\n  contact.email redact\n  otherwise keep\n}\n"),
    aboutMask(
      "mask/refused-operator",
      """
      Other tools have this operator, and it does not protect: a digest without a key is undone by
      trying all values, and FF3 was withdrawn by NIST.
      """,
      wrong: "contact.email hash", right: "contact.email pseudonym(key: \"support\")"),
    aboutMask(
      "mask/unknown-operator", "A mask's operators are a closed list; this word is not in it.",
      wrong: "contact.email redcat", right: "contact.email redact"),
    PageText.aboutRule(
      "privacy/no-detectors",
      """
      `personal(x)` asks the detectors for the category of personal data in a text. Where a program is
      evaluated without any, the answer would always be that there is none, so the rule is refused. The
      command has detectors; this is said where the library is used without.
      """,
      wrong: "must personal(u.status) is missing",
      right: "must not u.status matches /[0-9]{9}/"),
    aboutMask(
      "privacy/unknown-category",
      """
      Categories of personal data form a tree that the language knows. In a detector or a mask another
      name is an error, for nothing would ever be found or masked under it; at a field it is a
      warning, for the tag protects the field all the same.
      """,
      wrong: "contact.emial redact", right: "contact.email redact"),
  ]

  private static func whole(_ recognition: String) -> String {
    "detector badge \"Badge number\" {\n  category employment.employee_id\n  \(recognition)\n"
      + "  confidence 0.5\n  example \"A-1234\"\n  counter \"A-12\"\n}\n"
  }

  private static func detector(_ clauses: String) -> String {
    "detector badge \"Badge number\" {\n  category employment.employee_id\n"
      + "  pattern /\\b[A-Z]-[0-9]{4}\\b/\n  confidence 0.5\n  \(clauses)\n}\n"
  }

  /// The clause stands in place of the confidence when it is one.
  private static func aboutDetector(
    _ id: String, _ meaning: String, wrong: String, right: String
  ) -> ExplainPage {
    func text(_ clause: String) -> String {
      let confidence = clause.hasPrefix("confidence") ? "" : "  confidence 0.5\n"
      return "detector badge \"Badge number\" {\n  category employment.employee_id\n"
        + "  pattern /\\b[A-Z]-[0-9]{4}\\b/\n\(confidence)  \(clause)\n"
        + "  example \"A-1234\"\n  counter \"A-12\"\n}\n"
    }
    return PageText.aboutText(id, meaning, wrong: text(wrong), right: text(right))
  }

  private static func aboutMask(
    _ id: String, _ meaning: String, wrong: String, right: String
  ) -> ExplainPage {
    func text(_ lines: String) -> String {
      "mask desk \"What the support desk may see\" {\n  \(lines)\n  otherwise redact\n}\n"
    }
    return PageText.aboutText(id, meaning, wrong: text(wrong), right: text(right))
  }
}
