import Testing
import WritModel
import _WritTestSupport

@testable import WritValidators

@Suite("Validators: what each system promises, on random values")
struct ValidatorPropertyTests {
  static func bind(_ name: String) throws -> Validator {
    try ValidatorLibrary.bind(ValidatorCall(name)).get()
  }

  static func digits(_ count: Int, _ generator: inout SeededGenerator) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: 0x30...0x39, using: &generator) }
  }

  /// Systems that find every change of one character.
  @Test(
    "a single wrong digit is always found",
    arguments: [
      ("luhn", 16), ("verhoeff", 12), ("damm", 9), ("mod11_10", 11), ("mod11_2", 18),
      ("mod97_10", 20), ("us_aba", 9), ("uk_nhs", 10), ("ch_ahv", 13), ("pl_nip", 10),
      ("in_aadhaar", 12), ("hr_oib", 11), ("au_abn", 11), ("mod97_complement", 15),
    ])
  func singleError(_ name: String, _ length: Int) throws {
    let validator = try Self.bind(name)
    var generator = SeededGenerator(seed: 7)
    var proven = 0
    while proven < 40 {
      var value = Self.digits(length, &generator)
      if name == "ch_ahv" { value.replaceSubrange(0..<3, with: Array("756".utf8)) }
      guard let right = validator.repaired(value) else { continue }
      proven += 1
      for index in right.indices where right[index] < 0x3A {
        for digit in UInt8(0x30)...0x39 where digit != right[index] {
          var wrong = right
          wrong[index] = digit
          #expect(!validator.accepts(wrong), "\(name) \(String(decoding: wrong, as: UTF8.self))")
        }
      }
    }
  }

  @Test(
    "two neighbors changed round are always found",
    arguments: [("verhoeff", 12), ("damm", 9), ("mod97_10", 20), ("mod11_2", 18), ("uk_nhs", 10)])
  func transposition(_ name: String, _ length: Int) throws {
    let validator = try Self.bind(name)
    var generator = SeededGenerator(seed: 11)
    var proven = 0
    while proven < 200 {
      guard let right = validator.repaired(Self.digits(length, &generator)) else { continue }
      proven += 1
      for index in right.indices.dropLast() where right[index] != right[index + 1] {
        var wrong = right
        wrong.swapAt(index, index + 1)
        #expect(!validator.accepts(wrong), "\(name) \(String(decoding: wrong, as: UTF8.self))")
      }
    }
  }

  @Test("an IBAN with one wrong character is refused")
  func accounts() throws {
    let validator = try Self.bind("iban")
    let right = Array("DE89370400440532013000".utf8)
    for index in right.indices.dropFirst(2) {
      for digit in UInt8(0x30)...0x39 where digit != right[index] {
        var wrong = right
        wrong[index] = digit
        #expect(!validator.accepts(wrong))
      }
    }
  }

  @Test("nothing crashes on any bytes, and a value of the wrong length is refused")
  func anyBytes() {
    var generator = SeededGenerator(seed: 3)
    let alphabets: [[UInt8]] = [
      Array("0123456789".utf8), Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8),
      Array("0x1:.-+<@ azAZ09/$%{}_=é\u{0}".utf8), Array(0...255),
    ]
    let validators =
      ValidatorLibrary.entries.compactMap { try? $0.bind(ValidatorArguments.sample($0.signature)) }
      + ValidatorLibrary.readings.values
    #expect(validators.count > ValidatorLibrary.entries.count)
    for validator in validators {
      for alphabet in alphabets {
        for length in Array(0...44) + [90, 128] {
          let value = (0..<length).compactMap { _ in alphabet.randomElement(using: &generator) }
          let isAccepted = validator.accepts(value)
          if length == 0 { #expect(!isAccepted) }
          if length < 20 { _ = validator.repaired(value) }
        }
      }
    }
  }

  @Test("the reading of a match drops what the validator does not take")
  func readings() {
    let match = Array("ab-12 3/x.9é".utf8)
    #expect(Validator.Reading.digits.read(match) == Array("1239".utf8))
    #expect(Validator.Reading.compact.read(match) == Array("AB123X9".utf8))
    #expect(Validator.Reading.raw.read(match) == match)
    let small = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 4)
    defer { small.deallocate() }
    match.withUnsafeBufferPointer { bytes in
      #expect(Validator.Reading.digits.read(bytes, into: small) == 4)
      #expect(Validator.Reading.compact.read(bytes, into: small) == nil)
    }
  }

  /// Shares of random numbers that pass, in percent, as the systems' arithmetic foretells.
  @Test(
    "the false-pass rate is what the arithmetic foretells",
    arguments: [
      ("us_ssn", 9, 87.0...90), ("us_ein", 9, 80...86), ("fr_siren", 9, 9...11),
      ("il_id", 9, 9...11), ("pl_regon", 9, 9...11), ("cz_rc", 9, 7...9),
      ("uk_nhs", 10, 8...10), ("uk_utr", 10, 9...11), ("pl_nip", 10, 7.5...10),
      ("ru_inn", 10, 9...11), ("kr_brn", 10, 8...11), ("hr_oib", 11, 9...11),
      ("pl_pesel", 11, 1.4...2.4), ("br_cpf", 11, 0.7...1.3), ("tr_tckn", 11, 0.7...1.1),
      ("in_aadhaar", 12, 7...9), ("pk_cnic", 13, 65...75), ("th_pin", 13, 7...9),
      ("mod97_complement", 15, 0.8...1.3),
    ])
  func falsePass(_ name: String, _ length: Int, _ percent: ClosedRange<Double>) throws {
    let rate = try Self.bind(name).falsePassRate(shape: .digits(length)) * 100
    #expect(percent.contains(rate), "\(name): \(rate)")
  }

  @Test("cards: one random number of sixteen digits in about thirty passes")
  func cards() throws {
    let luhn = try Self.bind("luhn")
    let issuer = try Self.bind("card_issuer")
    let shape = TokenShape(like: Array("4111111111111111".utf8))
    #expect(abs(luhn.falsePassRate(shape: shape) - 0.1) < 0.01)
    #expect((0.25...0.45).contains(issuer.falsePassRate(shape: shape)))
  }

  @Test("a shape keeps what is neither digit nor letter")
  func shape() {
    #expect(
      TokenShape(like: Array("aB1-".utf8)).places == [.lower, .upper, .digit, .fixed(0x2D)])
    #expect(TokenShape.digits(2).places == [.digit, .digit])
  }
}

extension ValidatorArguments {
  /// A call that binds, for walking through the library.
  static func sample(_ signature: ValidatorSignature) throws(ValidatorProblem) -> Self {
    let arguments: [ValidatorCall.Argument] =
      switch signature.name {
      case "weighted": [.list([.integer(3), .integer(7), .integer(1)]), .integer(10)]
      case "mod11": [.list([.integer(4), .integer(3), .integer(2)])]
      case "length": [.integer(3), .integer(30)]
      case "prefix": [.list([.text("12"), .text("A")])]
      case "range": [.integer(1), .integer(3), .list([.integer(5), .integer(500)])]
      case "date": [.text("YYYYMMDD"), .integer(1)]
      case "entropy": [.integer(20)]
      default: []
      }
    return try Self(ValidatorCall(signature.name, arguments), signature)
  }
}
