import _WritTestSupport

/// Texts with planted values and with what comes close to them.
enum SampleText {
  static let values = [
    "mara.voss@example.com", "a@b.co", "x.y+z@mail.example.org", "@nobody", "foo@bar",
    "4111 1111 1111 1111", "4111-1111-1111-1111", "4111111111111111", "378282246310005",
    "4111 1111 1111 1112", "GB82 WEST 1234 5698 7654 32", "GB82WEST12345698765432",
    "DE89370400440532013000", "DE00370400440532013000", "536-90-4399", "000-12-3456",
    "536904399", "943 476 5919", "9434765919", "943-476-5918", "1234567893", "1609459200",
    "+1-202-555-0123", "+49 30 901820", "192.0.2.17", "192.0.2.256", "1.2.3.4.5",
    "2001:db8:0:1:2:3:4:5", "00:1b:44:11:3a:b7", "00-1B-44-11-3A-B7", "AKIAIOSFODNN7EXAMPLE",
    "AKIAABCDEFGHIJKLMNOP", "ghp_0123456789abcdefghijABCDEFGHIJ012345",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N",
    "AB123456C", "ab 12 34 56 d", "postgres://svc:s3cr3t@db.example.com:5432/app",
    "1NEDqZPvTWRaoho48qXuLLsrYomMXPABfD", "password=hunter22!", "Passwd: \"correct horse\"",
    "1985-04-12", "2026-01-31T10:00:00Z", "RSSMRA85T10A562S", "rssmra85t10a562s", "44051401359",
    "11010519491231002X", "SW1A 1AA", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "Frau Öztürk",
    "Herr Müller", "www.example.com", "a.b.c.d.e", "0ed904759531985d",
    "e8e25d94-81e7-436f-a099-6f031600a35a",
    "-----BEGIN RSA PRIVATE KEY-----\nMIIBOgIBAAJBAKj34GkxFhD90vcNLYLInFEX6Ppy1tPf\n"
      + "-----END RSA PRIVATE KEY-----",
  ]

  static let words = [
    "the", "card", "visa", "ssn", "SSN:", "social security number", "nhs", "patient", "born",
    "dob=", "\"dob\": \"", "né le", "order", "sku", "version", "customer_ssn=", "<pesel>", "PESEL",
    "身份证号码：", "user", "request", "handler", "cache", "-", "(", ")", ",", ".", ";", "=", ":",
    "\"", "\n", "\r\n", "\t", "12", "7", "v", "é", "\u{1F600}", "aws secret", "IBAN", "iban:",
    "nino", "date of birth", "account", "provider", "NPI", "@", "://", "+", "_",
  ]

  /// Values, near misses, words and broken bytes in any order.
  static func random(_ generator: inout SeededGenerator, pieces: Int) -> [UInt8] {
    var text: [UInt8] = []
    for _ in 0..<pieces {
      switch Int.random(in: 0..<20, using: &generator) {
      case 0..<6: text += Array(values.randomElement(using: &generator)?.utf8 ?? "".utf8)
      case 6..<13: text += Array(words.randomElement(using: &generator)?.utf8 ?? "".utf8)
      case 13: text.append(UInt8.random(in: 0...255, using: &generator))
      case 14:
        for _ in 0..<Int.random(in: 1...20, using: &generator) {
          text.append(UInt8.random(in: 0x30...0x39, using: &generator))
        }
      case 15: mutate(&text, &generator)
      default: text.append(0x20)
      }
      if Bool.random(using: &generator) { text.append(0x20) }
    }
    return text
  }

  private static func mutate(_ text: inout [UInt8], _ generator: inout SeededGenerator) {
    guard let place = text.indices.randomElement(using: &generator) else { return }
    switch Int.random(in: 0..<3, using: &generator) {
    case 0: text.remove(at: place)
    case 1: text[place] = UInt8.random(in: 0x20...0x7E, using: &generator)
    default: text.insert(UInt8.random(in: 0x20...0x7E, using: &generator), at: place)
    }
  }
}
