import Testing
import WritChecker
import WritDiagnostics
import WritModel
import WritSyntax

@Suite struct PersonalDataTests {
  // MARK: Detectors

  private static let whole = """
    module cards

    detector payment_card "Payment card number" {
      category   financial.card
      region     de, at
      pattern    /\\b(?:\\d[ -]?){12,18}\\d\\b/i
      validate   luhn, weighted([3, 7, -1], 10), date("YYMMDD")
      exclude    epoch, badge
      near       ["card", "visa"] within 50
      near       ["number"] within 20
      named      ["card", "pan"]
      confidence 0.5, near 0.95, named 95%
      example    "4111 1111 1111 1111", "{{4111111111111111}}"
      counter    "4111 1111 1111 1112"
    }

    detector badge {
      category   employment.employee_id
      recognize  person_names
      confidence 0.25
      example    "A-1234"
      counter    "A-12"
    }

    mask desk "Desk" {
      financial.card  partial(first: 6, last: 4)
      contact.email   partial(domain: true)
      government.*    redact
      person.birth_date shift_date(key: "support", days: 30d, by: "customer")
      person.name     pseudonym(key: "support", domain: "people")
      otherwise       keep
    }

    """

  @Test func aDetectorEndsAsItsDefinition() throws {
    let result = Checking.check(Self.whole)
    #expect(result.diagnostics == [])
    #expect(result.program.detectors.map(\.definition.name) == ["badge", "payment_card"])
    let card = try #require(result.program.detectors.last)
    #expect(
      card.definition
        == DetectorDefinition(
          name: "payment_card", title: "Payment card number",
          category: DataCategory("financial.card"), regions: ["de", "at"],
          recognition: .pattern(source: #"\b(?:\d[ -]?){12,18}\d\b"#, flags: "i"),
          validators: [
            ValidatorCall("luhn"),
            ValidatorCall(
              "weighted", [.list([.integer(3), .integer(7), .integer(-1)]), .integer(10)]),
            ValidatorCall("date", [.text("YYMMDD")]),
          ], exclusions: ["epoch", "badge"],
          near: [
            .init(words: ["card", "visa"], within: 50), .init(words: ["number"], within: 20),
          ], named: ["card", "pan"],
          confidence: .init(bare: 500_000, near: 950_000, named: 950_000),
          examples: ["4111 1111 1111 1111", "{4111111111111111}"],
          counters: ["4111 1111 1111 1112"]))
    #expect(card.module == "cards")
    #expect(card.place.text == "payment_card")
    #expect(card.categoryPlace.text == "financial.card")
    #expect(card.recognitionPlace.text == #"/\b(?:\d[ -]?){12,18}\d\b/i"#)
    #expect(card.validatorPlaces.map(\.text).last == "date(\"YYMMDD\")")
    #expect(card.exclusionPlaces.map(\.text) == ["epoch", "badge"])
    #expect(card.examplePlaces.map(\.text).first == "\"4111 1111 1111 1111\"")
    #expect(card.counterPlaces.map(\.text) == ["\"4111 1111 1111 1112\""])
    let badge = try #require(result.program.detectors.first?.definition)
    #expect(badge.title == "badge")
    #expect(badge.regions == ["world"])
    #expect(badge.recognition == .reader("person_names"))
    #expect(badge.confidence == .init(bare: 250_000))
  }

  /// A clause after those a detector must have; `confidence` and such stand in place of their own.
  private static let clauses: [(clause: String, said: [String])] = [
    ("region de, at", []),
    ("region world", []),
    ("region xx", ["detector/region: xx"]),
    ("region uk, DE", ["detector/region: uk", "detector/region: DE"]),
    ("region world, de", ["detector/region: de"]),
    ("region de, de", ["detector/words: de"]),
    ("region de region at", ["rule/duplicate-clause: region at"]),
    ("category contact.email", ["rule/duplicate-clause: category contact.email"]),
    ("pattern /b/", ["rule/duplicate-clause: pattern /b/"]),
    ("recognize person_names", ["detector/incomplete: person_names"]),
    ("validate luhm", ["detector/unknown-validator: luhm"]),
    ("validate luhn(1)", ["detector/arguments: luhn(1)"]),
    ("validate weighted([1])", ["detector/arguments: weighted([1])"]),
    ("validate weighted(1, 10)", ["detector/arguments: 1"]),
    ("validate weighted([1], 10, x, y)", ["detector/arguments: weighted([1], 10, x, y)"]),
    ("validate weighted([1], 10, x)", []),
    ("validate weighted([a: 1], 10)", ["detector/arguments: [a: 1]"]),
    ("validate weighted(weights: [1], 10)", ["detector/arguments: weights"]),
    ("validate date(2026-01-01)", ["detector/arguments: 2026-01-01"]),
    ("validate date(1.5)", ["detector/arguments: 1.5"]),
    ("validate luhn, luhn", []),
    ("exclude epoch", []),
    ("exclude epohc", ["detector/exclusion: epohc"]),
    ("exclude badge", ["detector/exclusion: badge"]),
    ("exclude epoch, epoch", ["detector/words: epoch"]),
    ("near [\"a\"] within 0", ["detector/words: 0"]),
    ("near [\"a\"] within 50B", ["detector/words: 50B"]),
    ("near [\"a\", \"A\"] within 50", ["detector/words: \"A\""]),
    ("near [\" \"] within 50", ["detector/words: \" \""]),
    ("near [\"a\"] within 50 near [\"b\"] within 20", []),
    ("named [\"a\"] named [\"b\"]", ["rule/duplicate-clause: named [\"b\"]"]),
    ("named [\"\"]", ["detector/words: \"\""]),
    ("confidence 0.9", ["rule/duplicate-clause: confidence 0.9"]),
    ("example \"A-1234\"", ["detector/words: \"A-1234\""]),
    ("counter \"A-1234\"", ["detector/words: \"A-1234\""]),
    ("counter \"\"", ["detector/words: \"\""]),
  ]

  @Test(arguments: clauses)
  func oneClause(clause: String, said: [String]) {
    #expect(
      Checking.said(
        """
        module m
        detector badge "Badge" {
          category employment.employee_id
          pattern /[A-Z]-[0-9]{4}/
          confidence 0.5
          example "A-1234"
          counter "A-12"
          \(clause)
        }

        """) == said)
  }

  private static let confidences: [(written: String, said: [String])] = [
    ("0.5, near 0.9, named 0.95", []),
    ("50%, near 90%", []),
    ("0", ["detector/confidence: 0"]),
    ("1", ["detector/confidence: 1"]),
    ("1.5", ["detector/confidence: 1.5"]),
    ("100%", ["detector/confidence: 100%"]),
    ("near 0.9", ["detector/confidence: confidence near 0.9"]),
    ("0.5, 0.6", ["detector/confidence: 0.6"]),
    ("0.5, far 0.9", ["detector/confidence: far"]),
    ("0.5, near 0.6, near 0.7", ["detector/confidence: near"]),
    ("0.5, near 0.4", ["detector/confidence: 0.4"]),
  ]

  @Test(arguments: confidences)
  func confidence(written: String, said: [String]) {
    #expect(
      Checking.said(
        """
        module m
        detector badge "Badge" {
          category employment.employee_id
          pattern /[A-Z]-[0-9]{4}/
          near ["badge"] within 30
          named ["badge"]
          confidence \(written)
          example "A-1234"
          counter "A-12"
        }

        """) == said)
  }

  private static let detectors: [(text: String, said: [String])] = [
    ("detector d { }", ["detector/incomplete: d"]),
    (
      "detector d { category contact.email recognize names confidence 0.5 example \"a\" counter \"b\" }",
      ["detector/unknown-reader: names"]
    ),
    (
      "detector d { category contact.emial pattern /a/ confidence 0.5 example \"a\" counter \"b\" }",
      ["privacy/unknown-category: contact.emial"]
    ),
    (
      #"detector d { category contact.email pattern /x(\d+)+/ confidence 0.5 example "a" counter "b" }"#,
      [#"detector/pattern: (\d+)+"#]
    ),
    (
      #"detector d { category contact.email pattern /a(?<=x*)/ confidence 0.5 example "a" counter "b" }"#,
      ["detector/pattern: (?<=x*)"]
    ),
    (
      #"detector d { category contact.email pattern /a/m confidence 0.5 example "a" counter "b" }"#,
      ["detector/pattern: /"]
    ),
    (
      "detector d { category contact.email pattern /a/ confidence 0.5, near 0.6 example \"a\" counter \"b\" }",
      ["detector/confidence: near"]
    ),
    (
      """
      detector d { category contact.email pattern /a/ exclude e confidence 0.5 example "a" counter "b" }
      detector e { category contact.email pattern /a/ exclude d confidence 0.5 example "a" counter "b" }
      detector d { category contact.email pattern /a/ confidence 0.5 example "a" counter "b" }
      """,
      ["detector/exclusion: e", "detector/exclusion: d", "name/duplicate: d"]
    ),
  ]

  @Test(arguments: detectors)
  func detectorMistakes(text: String, said: [String]) {
    let result = Checking.said("module m\n\(text)\n")
    #expect(result == said)
  }

  @Test func aTornDetectorIsToldOnceAndLeftOut() {
    let result = Checking.check("module m\ndetector d { category contact.email pattern /a }\n}\n")
    #expect(result.diagnostics.map(\.id).allSatisfy { $0.hasPrefix("syntax/") })
    #expect(result.program.detectors.isEmpty)
  }

  @Test func detectorsOfOtherModulesMayBeExcluded() {
    func detector(_ name: String, _ clause: String) -> String {
      """
      detector \(name) {
        category contact.email pattern /a/ confidence 0.5 example "a" counter "b" \(clause)
      }

      """
    }
    let said = Checking.said(
      "module one\n" + detector("mail", "exclude letter"), "module two\n" + detector("letter", ""))
    #expect(said == [])
    let twice = Checking.said(
      "module one\n" + detector("mail", ""), "module two\n" + detector("mail", ""))
    #expect(twice == ["name/duplicate: mail"])
  }

  @Test func withoutALibraryOnlyTheFormIsChecked() {
    let text = Self.whole.replacing("luhn", with: "anything(1, \"a\")")
    let tree = Parser.parse(SourceText(name: "m.writ", text: text))
    #expect(Checker.check([tree], environment: CheckEnvironment()).diagnostics == [])
  }

  // MARK: Masks

  @Test func aMaskEndsAsItsDefinition() throws {
    let mask = try #require(Checking.check(Self.whole).program.masks.first)
    #expect(
      mask.definition
        == MaskDefinition(
          name: "desk", title: "Desk",
          lines: [
            .init(
              category: DataCategory("financial.card"),
              operation: .init("partial", ["first": .integer(6), "last": .integer(4)])),
            .init(
              category: DataCategory("contact.email"),
              operation: .init("partial", ["domain": .flag(true)])),
            .init(category: DataCategory("government"), operation: .init("redact")),
            .init(
              category: DataCategory("person.birth_date"),
              operation: .init(
                "shift_date",
                [
                  "key": .text("support"), "days": .duration(30 * 86_400_000_000),
                  "by": .text("customer"),
                ])),
            .init(
              category: DataCategory("person.name"),
              operation: .init("pseudonym", ["key": .text("support"), "domain": .text("people")])),
          ], otherwise: .init("keep")))
    #expect(mask.place.text == "desk")
    #expect(mask.linePlaces.map(\.text)[2] == "redact")
    #expect(mask.otherwisePlace.text == "keep")
  }

  private static let lines: [(line: String, said: [String])] = [
    ("contact.email redact", []),
    ("contact.email suppress", []),
    ("contact.email number", []),
    ("contact.email replace(text: \"x\")", []),
    ("contact.email encrypt_format(key: \"a\", domain: \"b\")", []),
    ("contact.email token(key: \"a\")", []),
    ("contact.email vault(name: \"a\")", []),
    ("contact.email synthetic(key: \"a\")", []),
    ("contact.email shift_date(key: \"a\", days: 7, order: \"dmy\")", []),
    ("contact.email generalize(to: \"prefix:3\")", []),
    ("contact.email.* redact", []),
    ("contact.email redcat", ["mask/unknown-operator: redcat"]),
    ("contact.email hash", ["mask/refused-operator: hash"]),
    ("contact.email sha256(key: \"a\")", ["mask/refused-operator: sha256"]),
    ("contact.email ff3(key: \"a\")", ["mask/refused-operator: ff3"]),
    ("contact.email pseudonym", ["mask/arguments: pseudonym"]),
    (
      "contact.email encrypt_format(domain: \"b\")",
      ["mask/arguments: encrypt_format(domain: \"b\")"]
    ),
    ("contact.email pseudonym(key: \"\")", ["mask/arguments: \"\""]),
    ("contact.email pseudonym(key: \"a/b\")", ["mask/arguments: \"a/b\""]),
    ("contact.email pseudonym(key: a)", ["mask/arguments: a"]),
    ("contact.email pseudonym(\"a\")", ["mask/arguments: \"a\""]),
    ("contact.email pseudonym(key: \"a\", salt: \"b\")", ["mask/arguments: salt"]),
    ("contact.email pseudonym(key: \"a\", key: \"b\")", ["mask/arguments: key"]),
    ("contact.email replace", ["mask/arguments: replace"]),
    ("contact.email partial", ["mask/arguments: partial"]),
    ("contact.email partial(last: -1)", ["mask/arguments: -1"]),
    ("contact.email partial(last: \"4\")", ["mask/arguments: \"4\""]),
    ("contact.email partial(domain: yes)", ["mask/arguments: yes"]),
    ("contact.email redact(key: \"a\")", ["mask/arguments: key"]),
    ("contact.email shift_date(key: \"a\")", ["mask/arguments: shift_date(key: \"a\")"]),
    ("contact.email shift_date(key: \"a\", days: 0)", ["mask/arguments: 0"]),
    ("contact.email shift_date(key: \"a\", days: 36h)", ["mask/arguments: 36h"]),
    ("contact.email generalize(to: \"week\")", ["mask/arguments: \"week\""]),
    ("contact.email generalize(to: \"prefix:0\")", ["mask/arguments: \"prefix:0\""]),
    ("contact.email redact contact.email keep", ["mask/duplicate-category: contact.email"]),
    ("government redact government.* keep", ["mask/duplicate-category: government"]),
    ("contact.mail redact", ["privacy/unknown-category: contact.mail"]),
    ("email redact", ["privacy/unknown-category: email"]),
    ("otherwise keep", ["rule/duplicate-clause: otherwise redact"]),
    ("financial.card partial(first: 7)", ["mask/card-digits: partial(first: 7)"]),
    ("financial.card partial(last: 5)", ["mask/card-digits: partial(last: 5)"]),
    ("financial.* partial(last: 5)", ["mask/card-digits: partial(last: 5)"]),
    ("financial.* partial(last: 5) financial.card redact", []),
    ("financial.iban partial(last: 5)", []),
    (
      "financial.card redact financial.card.track partial(first: 9)",
      ["mask/card-digits: partial(first: 9)"]
    ),
  ]

  @Test(arguments: lines)
  func oneLine(line: String, said: [String]) {
    #expect(Checking.said("module m\nmask desk {\n  \(line)\n  otherwise redact\n}\n") == said)
  }

  @Test func aMaskSaysWhatBecomesOfTheRest() {
    #expect(
      Checking.said("module m\nmask desk { contact.email redact }\n") == [
        "mask/no-otherwise: desk"
      ])
    #expect(
      Checking.said("module m\nmask desk { otherwise partial(last: 5) }\n") == [
        "mask/card-digits: partial(last: 5)"
      ])
    #expect(
      Checking.said("module m\nmask a { otherwise keep }\nmask a { otherwise keep }\n") == [
        "name/duplicate: a"
      ])
  }

  // MARK: Categories

  @Test func anUnknownCategoryIsSuggested() {
    func help(_ written: String) -> [String] {
      Checking.check("module m\nmask a { \(written) keep otherwise keep }\n").diagnostics
        .flatMap(\.help)
    }
    #expect(help("contact.emial") == ["did you mean `contact.email`?"])
    #expect(help("finance.iban") == ["did you mean `financial.iban`?"])
    #expect(help("user.imei") == ["did you mean `device.imei`?"])
    #expect(help("vehicle.something_else").first?.contains("vehicle.plate") == true)
    #expect(help("nothing_at_all").first?.contains("account") == true)
  }

  /// What is tagged stays protected, whatever the tag says.
  @Test func anUnknownCategoryOfAFieldIsAWarning() {
    let result = Checking.check(
      """
      module m
      dataset users {
        key id
        id: text
        mail: text @personal(contact.emial)
        place: { street: text @personal(home.street) }
      }
      rule r "R" { severity low for u in users must u.id != "" say "{u.mail}" }

      """)
    #expect(
      result.diagnostics.map { "\($0.severity) \($0.id)" } == [
        "warning privacy/unknown-category", "warning privacy/unknown-category",
        "error privacy/unmasked",
      ])
  }

  @Test func theTreeIsOneTree() {
    let names = DataCategoryTree.names
    #expect(names == Set(names).sorted())
    #expect(names.count == DataCategoryTree.nodes.count)
    for node in DataCategoryTree.nodes {
      #expect(!node.title.isEmpty)
      #expect(node.fidesKey == "user" || node.fidesKey.hasPrefix("user."))
      let above = node.category.path.dropLast().joined(separator: ".")
      #expect(above.isEmpty || names.contains(above), "\(node.category)")
    }
  }

  @Test(arguments: [
    "contact.email", "contact.phone", "contact.address", "contact.address.street",
    "financial.card", "financial.iban", "financial.account", "government.tax_id",
    "government.national_id", "government.passport", "government.driver_license",
    "government.social_security", "person.name", "person.birth_date", "online.ip_address",
    "online.mac_address", "device.imei", "location.coordinates", "credential.password",
    "credential.api_key", "credential.private_key", "credential.token", "account.name",
    "online.address", "health.record",
  ])
  func theTreeHolds(_ name: String) {
    #expect(DataCategoryTree.contains(DataCategory(name)))
  }

  @Test func regionsAreCountries() {
    #expect(RegionCode.countries.count == 249)
    #expect(RegionCode.countries.allSatisfy { $0.utf8.count == 2 })
  }

  // MARK: personal(x)

  private static let asked: [(must: String, said: [String])] = [
    ("must personal(n.body) is missing", []),
    ("must personal(n.body) == \"contact.email\"", []),
    ("must personal(n.body) in [\"contact.email\", \"person.name\"]", []),
    ("must personal(n.body) starts_with \"contact.\"", []),
    ("must personal(n.data.text) is missing", []),
    ("must personal(n.body) == \"contact.emial\"", ["type/unknown-value: \"contact.emial\""]),
    ("must personal(n) is missing", ["type/mismatch: n"]),
    ("must personal(n.size) is missing", ["type/mismatch: n.size"]),
    // What was found is a word, not the value.
    ("must true say \"{n.id} holds {personal(n.body)}\"", []),
    ("must (text(personal(n.body)) ?? \"none\") == \"none\"", []),
    (
      "must (personal(n.body) ?? \"none\") == \"x\"",
      ["type/unknown-value: \"none\""]
    ),
    ("must true say \"{n.id} holds {n.body}\"", ["privacy/unmasked: n.body"]),
  ]

  @Test(arguments: asked)
  func asksForACategory(must: String, said: [String]) {
    let text = """
      module m
      dataset notes { key id id: text body: text @personal(content.message) data: json size: int }
      rule r "R" { severity low for n in notes \(must) }

      """
    let tree = Parser.parse(SourceText(name: "m.writ", text: text))
    var environment = Checking.environment
    environment.readsPersonalData = true
    let result = Checker.check([tree], environment: environment)
    #expect(result.diagnostics.map { "\($0.id): \($0.place?.text ?? "")" } == said)
    #expect(
      result.program.rules.allSatisfy { $0.readsPersonalData == must.contains("personal(") })
  }

  @Test func theDetectorsBelongToTheVersionOfARuleThatAsks() throws {
    func text(_ pattern: String) -> String {
      """
      module m
      detector d "D" {
        category contact.email pattern /\(pattern)/ confidence 0.5 example "a" counter "b"
      }
      dataset notes { key id id: text body: text }
      define kind(n: notes) = personal(n.body)
      rule asks "R" { severity low for n in notes must kind(n) is missing }
      rule other "R" { severity low for n in notes must n.body != "" }

      """
    }
    func canonical(_ pattern: String) -> [String] {
      var environment = Checking.environment
      environment.readsPersonalData = true
      let tree = Parser.parse(SourceText(name: "m.writ", text: text(pattern)))
      return Checker.check([tree], environment: environment).program.rules.map(\.canonicalText)
    }
    let (one, other) = (canonical("a"), canonical("aa"))
    try #require(one.count == 2 && other.count == 2)
    #expect(one[0] != other[0])
    #expect(one[1] == other[1])
  }
}
