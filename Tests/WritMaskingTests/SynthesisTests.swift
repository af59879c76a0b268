import Testing
import WritCrypto
import WritMasking
import WritModel
import WritValidators
import WritValues
import _WritTestSupport

@Suite struct SynthesisTests {
  private static let operation = MaskDefinition.Operation("synthetic", ["key": .text("k")])

  private func made(
    _ value: String, _ detector: String, _ category: String, _ validators: [String] = []
  )
    throws -> String
  {
    let masked = try masker(Self.operation).apply(
      bytes(value), context(detector, category, validators))
    #expect(masked.outcome == .masked, "\(value): \(masked.outcome)")
    return text(masked.bytes)
  }

  @Test func equalValuesStayEqualAndKeysDecide() throws {
    let one = try made("ada@work.invalid", "email_address", "contact.email")
    #expect(try made("ADA@work.invalid", "email_address", "contact.email") == one)
    #expect(try made("bo@work.invalid", "email_address", "contact.email") != one)
    let other = try masker(Self.operation, keys: ["k": key("other")])
      .apply(bytes("ada@work.invalid"), context("email_address", "contact.email"))
    #expect(text(other.bytes) != one)
  }

  /// Every value lies in a range that its authority sets aside.
  @Test func valuesReachNobody() throws {
    var generator = SeededGenerator(seed: 41)
    let networks = ["192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24"].compactMap {
      Network(parsing: $0)
    }
    let documentation = try #require(Network(parsing: "2001:db8::/32"))
    for _ in 0..<200 {
      let number = Int.random(in: 1_000_000...9_999_999, using: &generator)
      let email = try made("u\(number)@work.invalid", "email_address", "contact.email")
      #expect(email.contains(/^[a-z]+\.[a-z]+\.[a-z2-7]{8}@example\.(com|org|net)$/), "\(email)")
      let phone = try made(
        "(312) \(number / 10000)-\(number % 10000 + 1000)", "phone", "contact.phone")
      #expect(phone.contains(/55501[0-9]{2}$|555-01[0-9]{2}$/), "\(phone)")
      let abroad = try made("+44 7911 \(number % 1_000_000)", "phone", "contact.phone")
      #expect(abroad.filter(\.isNumber).hasPrefix("447700900"), "\(abroad)")
      let address = try made("10.\(number % 200).1.2", "ip_address", "online.ip_address")
      let parsed = try #require(IPAddress(parsing: address))
      #expect(networks.contains { $0.contains(parsed) })
      let long = try made("fe80::\(number % 9999)", "ip_address", "online.ip_address")
      #expect(documentation.contains(try #require(IPAddress(parsing: long))), "\(long)")
      let mac = try made("02-42-AC-11-00-\(number % 90 + 10)", "mac_address", "device.mac_address")
      #expect(mac.hasPrefix("00-00-5E-00-53-") && mac.count == 17)
      let card = try made("5105 1051 0510 5100", "payment_card", "financial.card")
      #expect(try validator("luhn").acceptsMatch(bytes(card)) && card.count == 19)
    }
  }

  @Test(arguments: [
    "12", "+", "00", "+7", "phone", "+49 30 1234567", "+33 6 12 34 56 78", "020 7946 0000",
    "\u{E4}",
    "+999", "+0", "-", "1234567890123456789012345",
  ])
  func anyPhoneIsReplacedByOneForExamples(_ value: String) throws {
    let made = try made(value, "phone", "contact.phone").filter(\.isNumber)
    #expect(
      ["55501", "7700900", "63998", "3023125"].contains { made.contains($0) }, "\(value): \(made)")
  }

  @Test func namesKeepTheirCount() throws {
    #expect(try made("Ada", "person_name", "person.name").split(separator: " ").count == 1)
    #expect(
      try made("Ada Byron Lovelace", "person_name", "person.name").split(separator: " ").count == 2)
    #expect(try made("1 High St", "street_address", "contact.address.street").hasSuffix("Street"))
  }

  @Test func whatHasNoRangeIsRefused() throws {
    let masked = try masker(Self.operation)
      .apply(bytes("536-90-4399"), context("us_ssn", "government.social_security"))
    #expect(masked.outcome == .refused(.noReservedRange) && masked.bytes == bytes("[US_SSN]"))
  }
}
