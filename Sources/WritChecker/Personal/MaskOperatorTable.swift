/// The operators of masks and what each takes.
struct MaskOperatorTable {
  enum Kind: String {
    case count = "a whole number from 0 to 1000"
    case flag = "`true` or `false`"
    case text = "a text"
    /// The name of a key, a vault or a domain: letters, digits, `_`, `-`, `.`.
    case name = "a name in quotes"
    case days = "a number of days from 1 to 36500"
    case order = "\"dmy\" or \"mdy\""
    case level = "a level: year, month, decade, prefix:N, bucket:N, country, domain or network"
  }

  struct Argument {
    var name: String
    var kind: Kind
    var isRequired = false
  }

  struct Operator {
    var name: String
    var arguments: [Argument]
    /// How it is written, for help.
    var usage: String
  }

  static let operators: [Operator] = [
    Operator(name: "keep", arguments: [], usage: "keep"),
    Operator(name: "redact", arguments: [], usage: "redact"),
    Operator(name: "suppress", arguments: [], usage: "suppress"),
    Operator(name: "number", arguments: [], usage: "number"),
    Operator(
      name: "replace", arguments: [Argument(name: "text", kind: .text, isRequired: true)],
      usage: "replace(text: \"…\")"),
    Operator(
      name: "partial",
      arguments: [
        Argument(name: "first", kind: .count), Argument(name: "last", kind: .count),
        Argument(name: "domain", kind: .flag),
      ], usage: "partial(last: 4)"),
    keyed("pseudonym"), keyed("encrypt_format"), keyed("token"), keyed("synthetic"),
    Operator(
      name: "vault",
      arguments: [
        Argument(name: "name", kind: .name, isRequired: true),
        Argument(name: "domain", kind: .name),
      ], usage: "vault(name: \"support\")"),
    Operator(
      name: "shift_date",
      arguments: [
        Argument(name: "key", kind: .name, isRequired: true),
        Argument(name: "days", kind: .days, isRequired: true), Argument(name: "by", kind: .text),
        Argument(name: "order", kind: .order),
      ], usage: "shift_date(key: \"support\", days: 30)"),
    Operator(
      name: "generalize", arguments: [Argument(name: "to", kind: .level, isRequired: true)],
      usage: "generalize(to: \"year\")"),
  ]

  private static func keyed(_ name: String) -> Operator {
    Operator(
      name: name,
      arguments: [
        Argument(name: "key", kind: .name, isRequired: true), Argument(name: "domain", kind: .name),
      ], usage: "\(name)(key: \"support\")")
  }

  /// Operators that other tools have and this language refuses: why, and what to write.
  static let refused: [String: (reason: String, help: String)] = {
    let digest = (
      reason: "a digest without a key is undone by trying all values",
      help: "write `pseudonym(key: \"…\")`"
    )
    let ff3 = (
      reason: "NIST withdrew FF3; FF1 stands", help: "write `encrypt_format(key: \"…\")`"
    )
    var table = Dictionary(
      uniqueKeysWithValues: ["hash", "digest", "md5", "sha1", "sha256", "sha512"].map {
        ($0, digest)
      })
    for name in ["ff3", "ff3_1", "fpe"] { table[name] = ff3 }
    return table
  }()

  /// The first 6 and last 4 digits of a payment card may be shown (PCI DSS 4.0, 3.4.1).
  static let cardFirst: Int64 = 6
  static let cardLast: Int64 = 4
}
