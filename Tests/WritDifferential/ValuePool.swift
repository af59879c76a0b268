/// Few values of each type, so that they meet, and the extremes among them. As text: the same words stand in
/// policies and in data.
package enum ValuePool {
  static let texts = [
    "a", "b", "ab", "", "A", "a b", " a ", "10", "true", "é", "e\u{301}", "ß", "😀", "𝒳y", "a\nb",
    "t\tt", "q\"q", "b\\b", "k0", "k1", "10.0.0.1", "2026-02-01", "1.10.0", "on", "x,y", "{}", "-0",
    "\u{FEFF}a", "İ", "ǆ", "null", "[1,2]", "{\"a\":1}", "owner", "\u{0}z",
  ]
  static let ints = [
    "0", "1", "2", "3", "7", "10", "-1", "-7", "416", "420", "9223372036854775807",
    "-9223372036854775808", "4611686018427387904", "1000000000000", "86400",
  ]
  static let decimals = [
    "0", "1", "0.5", "1.5", "2.5", "-0.5", "0.000001", "-0.000001", "999999999999.999999",
    "-999999999999.999999", "0.1", "0.333333", "3", "7.25", "100",
  ]
  static let times = [
    "2026-03-01T12:00:00Z", "2026-03-01T11:59:59.999999Z", "2026-03-01T12:00:00.000001Z",
    "2026-03-01T11:50:00Z", "2026-02-28T23:30:00Z", "2026-03-01T00:00:00Z", "2026-02-01T00:00:00Z",
    "2026-01-31T10:00:00Z", "2025-12-31T23:59:59Z", "2025-07-01T00:00:00Z", "2026-03-29T01:30:00Z",
    "2024-02-29T12:00:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z",
    "1970-01-01T00:00:00Z", "2026-03-08T00:00:00Z", "2026-03-02T00:00:00Z",
  ]
  static let durations = [
    "0s", "1s", "1us", "5m", "10m", "1h", "90m", "1d", "30d", "365d", "2h30m", "1.5s", "1w",
    "106751991d",
  ]
  static let months = ["0mo", "1mo", "3mo", "12mo", "1y6mo", "25mo", "1y", "99999y"]
  static let bytes = ["0B", "1B", "1kB", "1KiB", "10MiB", "10MB", "1TiB", "8388607TiB"]
  static let addresses = [
    "10.0.0.1", "10.0.0.2", "10.0.1.1", "192.168.0.1", "::1", "2001:db8::1", "::ffff:10.0.0.1",
    "255.255.255.255", "0.0.0.0", "fe80::1",
  ]
  static let networks = [
    "10.0.0.0/8", "10.0.0.0/24", "0.0.0.0/0", "10.0.0.1/32", "2001:db8::/32", "::/0", "::1/128",
    "192.168.0.0/16",
  ]
  static let patterns = [
    "/a/", "/^a/", "/b$/", "/^$/", "/[0-9]+/", "/\\d/", "/\\w\\s/", "/A/i", "/é/", "/^.$/",
    "/^k[0-4]$/", "/(a|b){1,3}/", "/\\./", "/ß/i", "/^[^a]*$/", "/\\ba/",
  ]
  package static let zones = ["UTC", "Middle/Dst", "Far/East"]

  static func versions(_ scheme: String) -> [String] {
    switch scheme {
    case "deb": ["1.0", "1.0-1", "1:0.5", "1.0~rc1", "1.0+b1", "2.10", "2.9"]
    case "rpm": ["1.0", "1.0-1", "1:0.5", "1.0~rc1", "1.0^b1", "2.10", "2.9-3.el9"]
    case "pep440": ["1.0", "1.0.0", "1!0.5", "1.0rc1", "1.0.post1", "2.10", "1.0.dev3"]
    default: ["1.0.0", "1.0.0-rc.1", "1.0.0+b.1", "2.10.0", "2.9.0", "0.0.1", "1.0.0-rc.2"]
    }
  }

  /// Raw values of a scalar type, without quotes.
  static func raw(_ type: GeneratedType, in schema: GeneratedSchema) -> [String] {
    switch type {
    case .text: texts
    case .bool: ["true", "false"]
    case .int: ints
    case .decimal: decimals
    case .time: times
    case .duration: durations
    case .months: months
    case .bytes: bytes
    case .ip: addresses
    case .network: networks
    case .version(let scheme): versions(scheme)
    case .words(let list): schema.wordLists[list]
    default: []
    }
  }

  /// The text literal of a policy.
  static func quoted(_ raw: String) -> String {
    var result = "\""
    for scalar in raw.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "{": result += "{{"
      case "}": result += "}}"
      case "\u{0}"..<" ", "\u{FEFF}": result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// The key that stands for a number among those of a dataset, as raw parts.
  static func key(_ number: Int, of dataset: Int, in schema: GeneratedSchema) -> [String] {
    let table = schema.datasets[dataset]
    if table.key.count == 1 {
      return [keyPart(table.fields[table.key[0]].type, number, in: schema)]
    }
    return [
      keyPart(table.fields[table.key[0]].type, number / 2, in: schema),
      keyPart(table.fields[table.key[1]].type, number % 2, in: schema),
    ]
  }

  private static func keyPart(
    _ type: GeneratedType, _ number: Int, in schema: GeneratedSchema
  ) -> String {
    switch type {
    case .text: return "k\(number)"
    case .int: return "\(number)"
    case .bool: return number.isMultiple(of: 2) ? "true" : "false"
    case .ip: return number == 3 ? "::ffff:10.0.0.3" : "10.0.0.\(number % 250)"
    case .network: return "10.\(number % 250).0.0/16"
    case .time: return "2026-01-0\(1 + number % 9)T0\(number / 9 % 9):00:00Z"
    case .duration: return "\(number)m"
    case .version(let scheme): return scheme == "semver" ? "1.\(number).0" : "1.\(number)"
    case .words(let list):
      let words = schema.wordLists[list]
      return words[number % max(1, words.count)]
    case .key(let target): return key(number, of: target, in: schema).first ?? "k0"
    default: return "k\(number)"
    }
  }
}
