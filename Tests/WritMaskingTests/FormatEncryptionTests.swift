import Testing
import WritCrypto
import WritMasking
import WritModel
import WritValidators
import _WritTestSupport

@Suite struct FormatEncryptionTests {
  private static let operation = MaskDefinition.Operation("encrypt_format", ["key": .text("k")])

  /// Valid values as authorities publish them, with the category and validators of their detectors.
  private static let samples: [(value: String, category: String, validators: [String])] = [
    ("4111 1111 1111 1111", "financial.card", ["luhn"]),
    ("4111-1111-1111-1111", "financial.card", ["luhn", "card_issuer"]),
    ("378282246310005", "financial.card", ["luhn", "card_issuer"]),
    ("6011111111111117", "financial.card", ["luhn"]),
    ("79927398713", "government.other", ["luhn"]),
    ("GB82 WEST 1234 5698 7654 32", "financial.iban", ["iban"]),
    ("DE89370400440532013000", "financial.iban", ["iban"]),
    ("FR1420041010050500013M02606", "financial.iban", ["iban"]),
    ("2341 2341 2346", "government.national_id", ["in_aadhaar"]),
    ("943 476 5919", "health.number", ["uk_nhs"]),
    ("1955839661", "government.tax_id", ["uk_utr"]),
    ("111000025", "financial.routing", ["us_aba"]),
    ("1234567893", "health.provider", ["us_npi"]),
    ("536-90-4399", "government.social_security", ["us_ssn"]),
    ("046 454 286", "government.social_security", ["luhn"]),
    ("US0378331005", "financial.isin", ["isin"]),
    ("5493001KJTIIGC8Y1R12", "organization.lei", ["lei"]),
    ("490154203237518", "device.imei", ["imei"]),
    ("1M8GDM9AXKP042788", "device.vin", ["vin"]),
    ("12345678Z", "government.national_id", ["es_nif"]),
    ("X1234567L", "government.national_id", ["es_nie"]),
    ("00743110157", "government.tax_id", ["it_partita_iva"]),
    ("36574261809", "government.tax_id", ["de_tax_id"]),
    ("111222333", "government.national_id", ["nl_bsn"]),
    ("756.9217.0769.85", "government.social_security", ["ch_ahv"]),
    ("44051401359", "government.national_id", ["pl_pesel"]),
    ("8567346215", "government.tax_id", ["pl_nip"]),
    ("501964843", "government.tax_id", ["pt_nif"]),
    ("33392005961", "government.tax_id", ["hr_oib"]),
    ("6433435F", "government.social_security", ["ie_pps"]),
    ("15108695088", "government.national_id", ["no_fnr"]),
    ("10000000146", "government.national_id", ["tr_tckn"]),
    ("112-233-445 95", "government.social_security", ["ru_snils"]),
    ("7503305044089", "government.national_id", ["za_id"]),
    ("A123456789", "government.national_id", ["tw_id"]),
    ("621498320257", "government.national_id", ["jp_my_number"]),
    ("S1234567D", "government.national_id", ["sg_nric"]),
    ("123 456 782", "government.tax_id", ["au_tfn"]),
    ("51 824 753 556", "organization.abn", ["au_abn"]),
    ("111.444.777-35", "government.tax_id", ["br_cpf"]),
    ("11.222.333/0001-81", "organization.cnpj", ["br_cnpj"]),
    ("20-05536168-2", "government.tax_id", ["ar_cuit"]),
    ("76086428-5", "government.tax_id", ["cl_rut"]),
    ("+1 202-555-0143", "contact.phone", []),
    ("ab12-CD34-ef56", "online.id", []),
  ]

  private func shape(_ value: [UInt8]) -> [UInt8] {
    value.map { byte in
      switch byte {
      // A check character may be a letter in one value and a digit in the next.
      case 0x30...0x39, 0x41...0x5A: 0x58
      case 0x61...0x7A: 0x78
      default: byte
      }
    }
  }

  @Test(arguments: samples.indices)
  func aValidValueBecomesAValidOneAndComesBack(_ index: Int) throws {
    let sample = Self.samples[index]
    let context = try context("d", sample.category, sample.validators)
    let value = bytes(sample.value)
    for validator in context.validators { #expect(validator.acceptsMatch(value)) }
    let mask = try mask(Self.operation)
    let masked = Masker(mask).apply(value, context)
    #expect(masked.outcome == .masked, "\(sample.value): \(masked.outcome)")
    #expect(masked.bytes != value)
    for validator in context.validators {
      #expect(validator.acceptsMatch(masked.bytes), "\(sample.value): \(text(masked.bytes))")
    }
    #expect(masked.bytes.count == value.count)
    #expect(shape(masked.bytes) == shape(value), "\(text(masked.bytes))")
    #expect(try Unmasker(mask).value(of: masked.bytes, context) == value)
    // Another thread's masker says the same.
    #expect(Masker(mask).apply(value, context).bytes == masked.bytes)
  }

  /// Random payloads of several systems, with the check characters computed.
  @Test(arguments: [
    ("luhn", 16), ("verhoeff", 12), ("damm", 11), ("mod11_10", 11), ("mod97_10", 18),
    ("uk_nhs", 10), ("us_aba", 9), ("nl_bsn", 9), ("br_cpf", 11), ("pl_nip", 10),
  ])
  func randomValidValuesComeBack(_ name: String, _ length: Int) throws {
    var generator = SeededGenerator(seed: 11)
    let validator = try validator(name)
    let context = ValueContext(
      detector: name, category: DataCategory("x.y"), validators: [validator])
    let mask = try mask(Self.operation)
    let (masker, unmasker) = (Masker(mask), Unmasker(mask))
    var seen: Set<[UInt8]> = []
    var count = 0
    while count < 60 {
      let random = (0..<length).map { _ in UInt8.random(in: 0x30...0x39, using: &generator) }
      guard let value = validator.repaired(random), seen.insert(value).inserted else { continue }
      count += 1
      let masked = masker.apply(value, context)
      #expect(masked.outcome == .masked && validator.accepts(masked.bytes))
      #expect(try unmasker.value(of: masked.bytes, context) == value)
    }
  }

  /// What no validator accepts becomes something that none accepts, so that it is known on the way back.
  @Test func invalidValuesStayInvalidAndComeBack() throws {
    var generator = SeededGenerator(seed: 12)
    let context = try context("card", "financial.card", ["luhn"])
    let luhn = try validator("luhn")
    let mask = try mask(Self.operation)
    let (masker, unmasker) = (Masker(mask), Unmasker(mask))
    var outputs: Set<[UInt8]> = []
    for _ in 0..<300 {
      let value = (0..<12).map { _ in UInt8.random(in: 0x30...0x39, using: &generator) }
      let masked = masker.apply(value, context).bytes
      #expect(luhn.accepts(masked) == luhn.accepts(value))
      #expect(try unmasker.value(of: masked, context) == value)
      outputs.insert(masked)
    }
    #expect(outputs.count == 300)
  }

  @Test func keysAndDomainsAreApart() throws {
    let context = try context("card", "financial.card", ["luhn"])
    let value = bytes("4111 1111 1111 1111")
    let keys = ["k": key("k"), "other": key("other")]
    func masked(_ arguments: [String: MaskDefinition.Operation.Argument]) throws -> [UInt8] {
      try masker(.init("encrypt_format", arguments), keys: keys).apply(value, context).bytes
    }
    let plain = try masked(["key": .text("k")])
    #expect(plain == (try masked(["key": .text("k"), "domain": .text("financial.card")])))
    #expect(plain != (try masked(["key": .text("k"), "domain": .text("shop")])))
    #expect(plain != (try masked(["key": .text("other")])))
    // Another spelling of the same number is the same number again.
    let joined = try masker(Self.operation).apply(bytes("4111111111111111"), context).bytes
    #expect(joined == plain.filter { $0 != 0x20 })
  }

  @Test func countryOfAnAccountStays() throws {
    let context = try context("iban", "financial.iban", ["iban"])
    let masked = try masker(Self.operation).apply(bytes("GB82WEST12345698765432"), context).bytes
    #expect(masked.starts(with: bytes("GB")))
  }

  @Test func whatFollowsTheAtStays() throws {
    let context = try context("email", "contact.email")
    let mask = try mask(Self.operation)
    let masked = Masker(mask).apply(bytes("ada.lovelace@example.com"), context)
    #expect(text(masked.bytes).hasSuffix("@example.com"))
    #expect(!text(masked.bytes).hasPrefix("ada"))
    #expect(
      try Unmasker(mask).value(of: masked.bytes, context) == bytes("ada.lovelace@example.com"))
  }

  @Test(arguments: [
    ("12345", MaskRefusal.tooFewValues), ("ada@example.com", .tooFewValues), ("-", .tooFewValues),
    ("Müller-Lüdenscheidt", .noFormat), ("abc\u{0}\u{FFFD}12345678", .noFormat),
    (
      String(repeating: "7", count: 600),
      .crypto(.badLength("a value to encrypt in its format has at most 512 characters"))
    ),
  ])
  func whatCanNotBeEncryptedIsRedacted(_ value: String, _ refusal: MaskRefusal) throws {
    let masked = try masker(Self.operation).apply(bytes(value), context("thing", "x.y"))
    #expect(masked.outcome == .refused(refusal))
    #expect(masked.bytes == bytes("[THING]"))
  }

  /// Mixed alphabets whose numbers meet no power of two.
  @Test func mixedValuesComeBack() throws {
    var generator = SeededGenerator(seed: 13)
    let context = try context("id", "x.y")
    let mask = try mask(Self.operation)
    let (masker, unmasker) = (Masker(mask), Unmasker(mask))
    let alphabets = ["0123456789", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz"]
    for length in [7, 8, 13, 31, 60] {
      for _ in 0..<12 {
        let value = (0..<length).map { _ -> UInt8 in
          let alphabet = Array(alphabets.randomElement(using: &generator)!.utf8)
          return alphabet.randomElement(using: &generator)!
        }
        let masked = masker.apply(value, context)
        #expect(masked.outcome == .masked)
        #expect(try unmasker.value(of: masked.bytes, context) == value)
      }
    }
  }
}
