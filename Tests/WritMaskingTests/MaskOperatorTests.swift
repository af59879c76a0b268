import Testing
import WritCrypto
import WritMasking
import WritModel
import WritValidators
import _WritTestSupport

@Suite struct MaskOperatorTests {
  typealias Operation = MaskDefinition.Operation

  private static let recognizable: [Operation] = [
    .init("redact"), .init("replace", ["text": .text("nobody@example.com")]), .init("number"),
    .init("partial", ["last": .integer(4)]), .init("partial", ["first": .integer(1)]),
    .init("partial", ["domain": .flag(true), "first": .integer(1)]), .init("partial"),
    .init("pseudonym", ["key": .text("k")]), .init("token", ["key": .text("k")]),
    .init("suppress"), .init("keep"),
  ]

  private static let values = [
    ("email_address", "contact.email", "ada.lovelace@example.com"),
    ("payment_card", "financial.card", "4111 1111 1111 1111"),
    ("person_name", "person.name", "Zoë Åkesson-Müller"), ("person_name", "person.name", "Bo"),
    ("us_ssn", "government.social_security", "536-90-4399"), ("pin", "credential.pin", "1234"),
    ("note", "x.y", "*"), ("note", "x.y", "a b c d e f g"), ("note", "x.y", "AB1234"),
  ]

  @Test(arguments: recognizable.indices)
  func theSecondPassChangesNothing(_ index: Int) throws {
    let mask = try mask(Self.recognizable[index])
    #expect(mask.isRecognizable)
    for (detector, category, value) in Self.values {
      let context = try context(detector, category)
      let once = Masker(mask).apply(bytes(value), context).bytes
      let twice = Masker(mask).apply(once, context).bytes
      #expect(twice == once, "\(Self.recognizable[index].name): \(text(once)) \(text(twice))")
    }
  }

  @Test(arguments: [
    (
      "partial", ["last": Operation.Argument.integer(4)], "financial.card", "4111 1111 1111 1111",
      "**** **** **** 1111"
    ),
    (
      "partial", ["first": .integer(6), "last": .integer(4)], "financial.card",
      "4111-1111-1111-1234", "4111-11**-****-1234"
    ),
    // No more of a card than is allowed.
    (
      "partial", ["first": .integer(10), "last": .integer(5)], "financial.card", "4111111111111234",
      "411111******1234"
    ),
    (
      "partial", ["domain": .flag(true)], "contact.email", "ada.lovelace@example.com",
      "***.********@example.com"
    ),
    (
      "partial", ["first": .integer(1), "domain": .flag(true)], "contact.email",
      "lovelace@example.com", "l*******@example.com"
    ),
    ("partial", ["domain": .flag(true)], "contact.email", "lovelace", "********"),
    ("partial", ["last": .integer(4)], "x.pin", "1234", "****"),
    ("partial", ["last": .integer(4)], "x.pin", "123456", "******"),
    ("partial", ["first": .integer(1)], "person.name", "Zoë Åkesson", "Z** *******"),
    ("partial", [:], "person.name", "Bo", "**"),
    ("redact", [:], "contact.email", "a@example.com", "[DETECTOR_1]"),
    ("replace", ["text": .text("x")], "contact.email", "a@example.com", "x"),
    ("suppress", [:], "contact.email", "a@example.com", ""),
    ("keep", [:], "contact.email", "a@example.com", "a@example.com"),
    ("number", [:], "person.name", "Ada", "<DETECTOR_1_1>"),
    ("generalize", ["to": .text("year")], "person.birth_date", "1985-03-17", "1985"),
    ("generalize", ["to": .text("month")], "person.birth_date", "17 March 1985", "1985-03"),
    ("generalize", ["to": .text("decade")], "person.birth_date", "17.3.1985", "1980-1989"),
    ("generalize", ["to": .text("prefix:3")], "contact.address", "02139-4307", "021**-****"),
    ("generalize", ["to": .text("bucket:10")], "person.age", "34", "30-39"),
    ("generalize", ["to": .text("bucket:10")], "person.age", "-1", "-10..-1"),
    ("generalize", ["to": .text("country")], "contact.phone", "+49 30 123456", "+49"),
    ("generalize", ["to": .text("country")], "contact.phone", "001 202 5550143", "+1"),
    ("generalize", ["to": .text("country")], "contact.phone", "+353 1 5550143", "+353"),
    ("generalize", ["to": .text("country")], "financial.iban", "GB82 WEST 1234 5698", "GB"),
    ("generalize", ["to": .text("domain")], "contact.email", "ada@example.com", "@example.com"),
    ("generalize", ["to": .text("network")], "online.ip_address", "192.0.2.77", "192.0.2.0/24"),
    (
      "generalize", ["to": .text("network")], "online.ip_address", "2001:db8:1:2::5",
      "2001:db8:1::/48"
    ),
  ])
  func examples(
    _ name: String, _ arguments: [String: Operation.Argument], _ category: String, _ value: String,
    _ expected: String
  ) throws {
    let masker = try masker(.init(name, arguments))
    let context = try context("detector_1", category)
    let masked = masker.apply(bytes(value), context)
    #expect(text(masked.bytes) == expected)
    if case .refused = masked.outcome { Issue.record("refused") }
    if name == "generalize" {
      #expect(text(masker.apply(masked.bytes, context).bytes) == expected, "second pass")
    }
  }

  @Test(arguments: [
    ("year", "yesterday"), ("month", "03/04/1985"), ("prefix:5", "02139"), ("bucket:10", "34.5"),
    ("bucket:10", "9223372036854775807"), ("country", "030 123456"), ("country", ""),
    ("domain", "ada"), ("network", "host"), ("decade", "19850-1985"), ("bucket:10", "31-39"),
    ("bucket:10", "-9223372036854775808"), ("month", "1985-13"),
  ])
  func whatCanNotBeGeneralizedIsRedacted(_ level: String, _ value: String) throws {
    let masked = try masker(.init("generalize", ["to": .text(level)]))
      .apply(bytes(value), context("d", "x.y"))
    #expect(
      value.isEmpty ? masked.outcome == .kept : masked.bytes == bytes("[D]"),
      "\(text(masked.bytes))")
  }

  // MARK: Pseudonyms and tokens

  @Test func pseudonymsJoinWithinADomainOnly() throws {
    let keys = ["k": key("k"), "other": key("other")]
    func pseudonym(
      _ value: String, _ arguments: [String: Operation.Argument], _ detector: String = "a",
      _ category: String = "contact.email"
    ) throws -> String {
      text(
        try masker(.init("pseudonym", arguments), keys: keys)
          .apply(bytes(value), context(detector, category)).bytes)
    }
    let email = "ada@example.com"
    let one = try pseudonym(email, ["key": .text("k")])
    #expect(one.hasPrefix("pn_contact_email_") && one.count == "pn_contact_email_".count + 20)
    #expect(try pseudonym("Ada@Example.com", ["key": .text("k")]) == one)
    #expect(try pseudonym(email, ["key": .text("k")], "another_detector") == one)
    let others = try [
      pseudonym("adb@example.com", ["key": .text("k")]),
      pseudonym(email, ["key": .text("other")]),
      pseudonym(email, ["key": .text("k"), "domain": .text("crm.customer")]),
      pseudonym(email, ["key": .text("k")], "a", "person.name"),
    ].map { $0.suffix(20) }
    #expect(Set(others + [one.suffix(20)]).count == 5)
    #expect(
      try pseudonym(email, ["key": .text("k"), "domain": .text("customer")])
        == pseudonym(email, ["key": .text("k"), "domain": .text("customer")], "b", "x.z"))
  }

  /// What HMAC-SHA-256 of the derived key says: another program can make the same pseudonyms.
  @Test func aPseudonymIsTheDocumentedDigest() throws {
    let derived = try key("k").derived(for: "pseudonym", domain: "contact_email")
    let digest = try KeyedDigest(key: derived).digest(bytes("ada@example.com"))
    let masked = try masker(.init("pseudonym", ["key": .text("k")]))
      .apply(bytes("ada@example.com"), context("a", "contact.email")).bytes
    // The first 80 bits, five at a time.
    let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
    let bits = digest.prefix(10).flatMap { byte in (0..<8).map { byte >> (7 - $0) & 1 } }
    let body = stride(from: 0, to: 80, by: 5).map { start in
      alphabet[Int(bits[start..<start + 5].reduce(0) { $0 << 1 | $1 })]
    }
    #expect(masked.dropLast(4).suffix(16).elementsEqual(body))
  }

  @Test func whatOnlyLooksLikeAPseudonymIsMasked() throws {
    let context = try context("a", "contact.email")
    let masker = try masker(.init("pseudonym", ["key": .text("k")]))
    let real = masker.apply(bytes("ada@example.com"), context).bytes
    #expect(masker.apply(real, context).outcome == .alreadyMasked && masker.isMasked(real))
    var forged = real
    forged[forged.count - 7] = forged[forged.count - 7] == 0x61 ? 0x62 : 0x61
    #expect(masker.apply(forged, context).outcome == .masked && !masker.isMasked(forged))
    #expect(masker.apply(bytes("[SOMEBODY]"), context).outcome == .masked)
    #expect(masker.apply(bytes("<A_1234567>"), context).outcome == .masked)
    let foreign = try WritMaskingTests.masker(
      .init("pseudonym", ["key": .text("k")]), keys: ["k": key("other")])
    #expect(foreign.apply(real, context).outcome == .masked)
  }

  @Test func tokensComeBackAndAreAuthentic() throws {
    var generator = SeededGenerator(seed: 21)
    let mask = try mask(.init("token", ["key": .text("k")]))
    let (masker, unmasker) = (Masker(mask), Unmasker(mask))
    let context = try context("a", "person.name")
    for length in [1, 2, 3, 4, 5, 16, 100, 3000] {
      let value = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let token = masker.apply(value, context).bytes
      #expect(token.allSatisfy { (0x30...0x7A).contains($0) })
      #expect(masker.apply(value, context).bytes == token)
      #expect(try unmasker.value(ofToken: token) == value)
      #expect(try unmasker.value(of: token, context) == value)
      for _ in 0..<20 {
        var changed = token
        let index = Int.random(in: 0..<token.count, using: &generator)
        changed[index] = changed[index] == 0x62 ? 0x63 : 0x62
        #expect(throws: MaskRefusal.notOurs) { try unmasker.value(ofToken: changed) }
      }
    }
    let other = Unmasker(
      try WritMaskingTests.mask(.init("token", ["key": .text("k")]), keys: ["k": key("other")]))
    let token = masker.apply(bytes("Ada"), context).bytes
    #expect(throws: MaskRefusal.notOurs) { try other.value(ofToken: token) }
    #expect(throws: MaskRefusal.notOurs) { try unmasker.value(ofToken: bytes("Ada")) }
    #expect(throws: MaskRefusal.notOurs) { try unmasker.value(ofToken: []) }
  }

  // MARK: Numbers

  @Test func numbersFollowTheDocument() throws {
    let masker = try masker(.init("number"))
    let person = try context("person_name", "person.name")
    let card = try context("payment_card", "financial.card", ["luhn"])
    func apply(_ value: String, _ context: ValueContext) -> String {
      text(masker.apply(bytes(value), context).bytes)
    }
    #expect(apply("Ada", person) == "<PERSON_NAME_1>")
    #expect(apply("Bo", person) == "<PERSON_NAME_2>")
    #expect(apply("Ada", person) == "<PERSON_NAME_1>")
    #expect(apply("4111 1111 1111 1111", card) == "<PAYMENT_CARD_1>")
    #expect(apply("4111111111111111", card) == "<PAYMENT_CARD_1>")
    #expect(apply("<PERSON_NAME_7>", person) == "<PERSON_NAME_7>")
    #expect(apply("Cleo", person) == "<PERSON_NAME_8>")
    #expect(
      masker.numbers.entries.map { text($0.value) } == ["Ada", "Bo", "4111 1111 1111 1111", "Cleo"])
  }

  // MARK: Binding

  @Test(arguments: [
    (Operation("hash"), MaskProblem.Kind.refusedOperator), (Operation("sha256"), .refusedOperator),
    (Operation("ff3"), .refusedOperator), (Operation("redakt"), .unknownOperator),
    (Operation("pseudonym"), .wrongArgument),
    (Operation("token", ["key": .integer(3)]), .wrongArgument),
    (Operation("token", ["key": .text("Not A Name")]), .wrongArgument),
    (Operation("redact", ["key": .text("k")]), .wrongArgument),
    (Operation("replace"), .wrongArgument),
    (Operation("partial", ["first": .integer(-1)]), .wrongArgument),
    (Operation("partial", ["domain": .integer(1)]), .wrongArgument),
    (Operation("pseudonym", ["key": .text("k"), "domain": .text("a b")]), .wrongArgument),
    (Operation("shift_date", ["key": .text("k")]), .wrongArgument),
    (Operation("shift_date", ["key": .text("k"), "days": .integer(0)]), .wrongArgument),
    (Operation("shift_date", ["key": .text("k"), "days": .duration(3)]), .wrongArgument),
    (
      Operation("shift_date", ["key": .text("k"), "days": .integer(3), "order": .text("ymd")]),
      .wrongArgument
    ),
    (Operation("generalize", ["to": .text("bucket:1")]), .wrongArgument),
    (Operation("generalize", ["to": .text("prefix:x")]), .wrongArgument),
    (Operation("generalize", ["to": .text("week")]), .wrongArgument),
  ])
  func mistakesAreNamed(_ operation: Operation, _ kind: MaskProblem.Kind) {
    let definition = MaskDefinition(name: "m", title: "", lines: [], otherwise: operation)
    let bound = Mask.bind(definition, key: { _ in .success(key("k")) })
    #expect(bound.mask == nil && bound.problems.map(\.kind) == [kind], "\(bound.problems)")
    #expect(bound.problems.allSatisfy { !$0.description.isEmpty && !$0.isMissingKey })
  }

  @Test func aMissingKeyIsAnErrorOfItsOwn() {
    let definition = MaskDefinition(
      name: "m", title: "",
      lines: [
        .init(category: DataCategory("a"), operation: .init("pseudonym", ["key": .text("gone")]))
      ],
      otherwise: .init("token", ["key": .text("gone")]))
    let bound = Mask.bind(definition, key: { .failure(.absent(name: $0, path: "keys/gone.key")) })
    #expect(bound.mask == nil && bound.problems.count == 1)
    #expect(!bound.problems.contains { !$0.isMissingKey })
  }

  @Test func theLongestPathDecides() throws {
    let definition = MaskDefinition(
      name: "m", title: "",
      lines: [
        .init(category: DataCategory("a"), operation: .init("redact")),
        .init(category: DataCategory("a.b"), operation: .init("keep")),
      ], otherwise: .init("suppress"))
    let mask = try #require(Mask.bind(definition, key: { _ in .success(key("k")) }).mask)
    #expect(mask.operation(for: DataCategory("a.b.c")) == .keep)
    #expect(mask.operation(for: DataCategory("a.x")) == .redact)
    #expect(mask.operation(for: DataCategory("ab")) == .suppress)
  }
}
