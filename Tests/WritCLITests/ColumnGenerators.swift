import WritPrivacy
import _WritTestSupport

/// Cells of columns, drawn: numbers with their check digits, names, and what only looks like one.
struct ColumnGenerators {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  struct Kind: Sendable {
    var type: String
    /// Names that tell; the first is used with dirt.
    var names: [String]
    /// Its values alone tell it.
    var isPlain = false
    var cell: @Sendable (inout ColumnGenerators) -> String
  }

  // MARK: Parts

  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }

  mutating func one(_ words: String) -> String {
    let all = words.split(separator: " ").map(String.init)
    return all[below(all.count)]
  }

  mutating func digits(_ count: Int) -> String {
    (0..<count).map { _ in String(below(10)) }.joined()
  }

  mutating func letters(_ count: Int, of alphabet: String = "ABCDEFGHJKLMNPRSTUVWXYZ") -> String {
    let all = Array(alphabet)
    return String((0..<count).map { _ in all[below(all.count)] })
  }

  private func weighted(_ digits: String, _ weights: [Int]) -> Int {
    zip(digits.compactMap(\.wholeNumberValue), weights).reduce(0) { $0 + $1.0 * $1.1 }
  }

  func luhn(_ digits: String) -> String {
    var sum = 0
    for (index, digit) in digits.reversed().compactMap(\.wholeNumberValue).enumerated() {
      let value = index % 2 == 0 ? digit * 2 : digit
      sum += value > 9 ? value - 9 : value
    }
    return digits + String((10 - sum % 10) % 10)
  }

  mutating func date(_ years: ClosedRange<Int>) -> String {
    let year = Int.random(in: years, using: &random)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(below(12) + 1))-\(two(below(28) + 1))"
  }

  mutating func firstName() -> String {
    one(
      "Anna Peter Maria John Laura Thomas James Emma David Julia Michael Sarah Daniel Elena Marco")
  }

  mutating func lastName() -> String {
    one("Smith Johnson Garcia Rossi Novak Hansen Silva Fernandez Martin Weber Brown Wilson Taylor")
  }

  mutating func iban() -> String {
    let account = digits(18)
    var rest = 0
    for digit in account + "131400" { rest = (rest * 10 + (digit.wholeNumberValue ?? 0)) % 97 }
    let check = 98 - rest
    return "DE" + (check < 10 ? "0" : "") + String(check) + account
  }

  mutating func nhsNumber() -> String {
    while true {
      let front = one("4 5 6 7") + digits(8)
      let check = (11 - weighted(front, Array((2...10).reversed())) % 11) % 11
      if check < 10 { return front + String(check) }
    }
  }

  mutating func bsn() -> String {
    while true {
      let front = String(below(9) + 1) + digits(7)
      let check = weighted(front, Array((2...9).reversed())) % 11
      if check < 10 { return front + String(check) }
    }
  }

  mutating func pesel() -> String {
    let front = date(1_930...1_999).filter(\.isNumber).dropFirst(2) + digits(4)
    return front
      + String((10 - weighted(String(front), [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10) % 10)
  }

  mutating func dni() -> String {
    let front = digits(8)
    let letters = Array("TRWAGMYFPDXBNJZSQVHLCKE")
    return front + String(letters[(Int(front) ?? 0) % 23])
  }

  mutating func words() -> String {
    (0..<(4 + below(8))).map { _ in
      one(
        "printer cable order the was delivered late please check screen new system update works fine"
      )
    }.joined(separator: " ")
  }

  // MARK: Columns

  static let kinds: [Kind] = [
    Kind(
      type: "email_address", names: ["cust_email", "E-Mail-Adresse", "contactEmail"], isPlain: true
    ) {
      "\($0.firstName()).\($0.lastName())\($0.below(99))@example.org".lowercased()
    },
    Kind(type: "phone_number", names: ["mobile_no", "Telefonnummer"], isPlain: true) {
      "+49 30 " + $0.digits(6)
    },
    Kind(type: "payment_card", names: ["cc_num", "creditCardNo"], isPlain: true) {
      $0.luhn("4" + $0.digits(14))
    },
    Kind(type: "iban", names: ["bank_iban"], isPlain: true) { $0.iban() },
    Kind(type: "us_ssn", names: ["ssn", "social_security_no"], isPlain: true) {
      "\(100 + $0.below(500))-\(10 + $0.below(89))-\(1_000 + $0.below(8_999))"
    },
    Kind(type: "ipv4_address", names: ["client_ip"], isPlain: true) {
      "192.\($0.below(255)).\($0.below(255)).\(1 + $0.below(254))"
    },
    Kind(type: "uk_nhs_number", names: ["nhs_no"], isPlain: true) { $0.nhsNumber() },
    Kind(type: "nl_bsn", names: ["bsn"], isPlain: true) { $0.bsn() },
    Kind(type: "pl_pesel", names: ["PESEL"], isPlain: true) { $0.pesel() },
    Kind(type: "es_dni", names: ["nif"], isPlain: true) { $0.dni() },
    Kind(type: "person_name", names: ["customerName", "full_name"], isPlain: true) {
      "\($0.firstName()) \($0.lastName())"
    },
    Kind(type: "person_name", names: ["fname", "Vorname"]) { $0.firstName() },
    Kind(type: "street_address", names: ["addr_line1", "address"], isPlain: true) {
      "\(1 + $0.below(990)) \($0.one("Elm Oak Maple Park Church Mill Lake")) \($0.one("Street Road Avenue"))"
    },
    Kind(type: "birth_date", names: ["dob", "Geburtsdatum"], isPlain: true) {
      $0.date(1_935...2_006)
    },
    Kind(type: "city", names: ["town", "Wohnort"]) {
      $0.one("Hamburg Lyon Boston Leeds Porto Oslo")
    },
    Kind(type: "postal_code", names: ["zip", "PLZ"]) { $0.digits(5) },
    Kind(type: "gender", names: ["sex", "Geschlecht"], isPlain: true) { $0.one("M F") },
    Kind(type: "age", names: ["patient_age"]) { String(18 + $0.below(70)) },
    Kind(type: "passport_number", names: ["passport_no"]) { $0.letters(1) + $0.digits(8) },
    Kind(type: "medical_record_number", names: ["mrn"]) { $0.digits(8) },
    Kind(type: "marital_status", names: ["marital_status"]) { $0.one("single married divorced") },
  ]

  /// No personal data, whatever it looks like.
  static let others: [(name: String, cell: @Sendable (inout ColumnGenerators) -> String)] = [
    ("order_id", { String(100_000_000 + $0.below(800_000_000)) }),
    ("ref9", { $0.digits(9) }), ("ref10", { "1" + $0.digits(9) }),
    ("ref11", { "3" + $0.digits(10) }),
    ("ref13", { $0.digits(13) }), ("ref16", { "4" + $0.digits(15) }), ("batch", { $0.digits(6) }),
    ("md5", { $0.letters(32, of: "0123456789abcdef") }),
    ("created_ts", { String(1_700_000_000 + $0.below(9_999_999)) }),
    ("price", { "\($0.below(900)).\(10 + $0.below(89))" }),
    ("part_no", { "\($0.letters(2))-\($0.digits(4))-\($0.letters(1))" }),
    ("sku", { $0.letters(1) + $0.digits(6) }), ("order_date", { $0.date(2_019...2_025) }),
    (
      "uuid",
      {
        let hex = "0123456789abcdef"
        return "\($0.letters(8, of: hex))-0a1b-4c2d-8e3f-\($0.letters(12, of: hex))"
      }
    ),
    ("comment", { $0.words() }), ("status", { $0.one("open closed pending") }),
    ("version", { "\($0.below(9)).\($0.below(20)).\($0.below(30))" }),
    ("product_name", { "\($0.one("Steel Smart Mini")) \($0.one("Chair Lamp Table"))" }),
    ("quantity", { String($0.below(100)) }), ("active", { $0.one("true false") }),
    ("size", { $0.one("S M L XL") }), ("time", { "\(10 + $0.below(13)):\(10 + $0.below(49))" }),
  ]

  mutating func sample(
    _ count: Int, isDirty: Bool = false, _ cell: (inout ColumnGenerators) -> String
  ) -> CellSample {
    var sample = CellSample()
    for _ in 0..<count {
      let value = cell(&self)
      let turn = isDirty ? below(20) : 20
      let written =
        switch turn {
        case 0, 1: ""
        case 2: "N/A"
        case 3: String(value.dropLast(2)) + "#"
        case 4: "see notes"
        default: value
        }
      sample.add(Array(written.utf8))
    }
    return sample
  }
}
