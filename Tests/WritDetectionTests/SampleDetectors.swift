import WritDetection
import WritModel

/// Detectors of many kinds, to scan with: they are not the project's own.
enum SampleDetectors {
  static func detector(
    _ name: String, _ pattern: String, flags: String = "", validate: [ValidatorCall] = [],
    exclude: [String] = [], near: [String] = [], within: Int = 50, named: [String] = [],
    _ bare: Int64, _ withContext: Int64? = nil
  ) -> DetectorDefinition {
    DetectorDefinition(
      name: name, title: name, category: DataCategory("person"), regions: ["world"],
      recognition: .pattern(source: pattern, flags: flags), validators: validate,
      exclusions: exclude,
      near: near.isEmpty ? [] : [.init(words: near, within: within)], named: named,
      confidence: .init(bare: bare, near: withContext, named: withContext), examples: [],
      counters: [])
  }

  private static let open = #"(?<![\w.-])"#
  private static let close = #"(?![\w-]|\.\d)"#

  static let all: [DetectorDefinition] = [
    detector(
      "email", #"(?<![\w.+-])[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}\b"#,
      990_000),
    detector(
      "card", open + #"\d(?:[ -]?\d){11,18}"# + close,
      validate: [ValidatorCall("luhn"), ValidatorCall("card_issuer")], exclude: ["epoch"],
      near: ["card", "visa", "pan"], named: ["card", "pan"], 600_000, 950_000),
    detector(
      "iban", open + #"[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?!\w)"#,
      validate: [ValidatorCall("iban")], near: ["iban", "account"], 950_000, 990_000),
    detector(
      "ssn", open + #"(?!000|666|9\d\d)\d{3}-(?!00)\d\d-(?!0000)\d{4}"# + close,
      validate: [ValidatorCall("us_ssn")], near: ["ssn", "social security number"],
      named: ["ssn"], 300_000, 950_000),
    detector(
      "ssn_plain", open + #"\d{9}"# + close, validate: [ValidatorCall("us_ssn")],
      near: ["ssn", "social security number"], named: ["ssn"], 20_000, 900_000),
    detector(
      "nhs", open + #"\d{3}[ -]?\d{3}[ -]?\d{4}"# + close, validate: [ValidatorCall("uk_nhs")],
      exclude: ["epoch"], near: ["nhs", "patient"], named: ["nhs_number"], 120_000, 950_000),
    detector(
      "npi", open + #"[12]\d{9}"# + close, validate: [ValidatorCall("us_npi")],
      near: ["npi", "provider"], 80_000, 930_000),
    detector(
      "phone",
      #"(?<![\w.+])\+[1-9]\d{0,2}[ .-]?(?:\(\d{1,4}\)|\d{1,4})(?:[ .-]?\d{2,4}){2,4}(?!\d)"#,
      850_000),
    detector(
      "ipv4",
      #"(?<![\w.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\w]|\.\d)"#,
      900_000),
    detector("ipv6", #"(?<![\w:])(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}(?![\w:])"#, 950_000),
    detector("mac", #"(?<![\w:-])(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}(?![\w:-])"#, 930_000),
    detector("aws_key", #"\b(?:AKIA|ASIA)[A-Z2-7]{16}\b"#, 980_000),
    detector("github", #"\bgh[pousr]_[A-Za-z0-9]{36}\b"#, 980_000),
    detector(
      "jwt", #"\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}"#, 970_000),
    detector(
      "pem",
      #"-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----[A-Za-z0-9+/=\s]+-----END [A-Z ]{0,20}PRIVATE KEY-----"#,
      990_000),
    detector(
      "nino", #"\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D]\b"#, flags: "i",
      near: ["nino", "national insurance"], 700_000, 960_000),
    detector(
      "url_credentials",
      #"\b[a-z][a-z0-9+.-]{2,15}://[^ \t/:@]{1,64}:[^ \t/@]{1,64}@[A-Za-z0-9.-]{1,128}"#, 960_000),
    detector(
      "bitcoin", #"\b(?:bc1[a-z0-9]{25,59}|[13][1-9A-HJ-NP-Za-km-z]{25,34})\b"#, 800_000),
    detector(
      "password",
      #"(?<![A-Za-z])(?:password|passwd|pwd)["']?\s{0,2}[=:]\s{0,2}["']?[^\s"',;&]{6,64}"#,
      flags: "i", validate: [], 850_000),
    detector(
      "birth_date", #"(?<![\w.:/-])(?:19|20)\d\d-[01]\d-[0-3]\d(?![\w:/-]|\.\d)"#,
      near: ["born", "date of birth", "dob", "geboren", "né le"], named: ["dob", "birth_date"],
      100_000, 930_000),
    detector(
      "codice_fiscale", #"\b[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z]\b"#, flags: "i",
      validate: [ValidatorCall("it_codice_fiscale")], 960_000),
    detector(
      "pesel", open + #"\d{11}"# + close, validate: [ValidatorCall("pl_pesel")],
      near: ["pesel"], named: ["pesel"], 550_000, 960_000),
    detector(
      "resident", open + #"\d{17}[\dX]"# + close, validate: [ValidatorCall("cn_ric")],
      near: ["身份证号码", "id card"], 850_000, 970_000),
    detector(
      "postcode", #"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b"#, validate: [ValidatorCall("uk_postcode")],
      near: ["postcode", "address"], 550_000, 900_000),
    detector(
      "aws_secret", #"(?<![A-Za-z0-9/+=])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])"#,
      near: ["aws", "secret"], named: ["aws_secret_access_key", "secret"], 30_000, 930_000),
    detector(
      "name_like", #"(?<=\bFrau |\bHerr )\p{Lu}\p{L}{1,20}"#, 800_000),
    detector("snail", #"[a-z]{1,30}\.[a-z]{1,30}\.[a-z]{1,30}"#, 700_000),
  ]

  static let set = Result { try DetectorSet.load(all).get() }
}
