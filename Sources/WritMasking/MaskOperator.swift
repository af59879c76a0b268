package import WritModel

/// An operation of a mask with its arguments read.
package enum MaskOperator: Hashable, Sendable {
  case keep
  case redact
  case replace(text: String)
  case number
  case partial(first: Int, last: Int, keepsDomain: Bool)
  case pseudonym(key: String, domain: JoinDomain?)
  case encryptFormat(key: String, domain: JoinDomain?)
  case token(key: String, domain: JoinDomain?)
  case vault(name: String, domain: JoinDomain?)
  case shiftDate(key: String, days: Int, by: String?, order: DateOrder?)
  case generalize(Generalization)
  case synthetic(key: String, domain: JoinDomain?)
  case suppress

  /// The names that `init` knows, in the order of the reference.
  package static let names = [
    "keep", "redact", "replace", "number", "partial", "pseudonym", "encrypt_format", "token",
    "vault", "shift_date", "generalize", "synthetic", "suppress",
  ]

  /// The key it needs; a vault is sealed with the key of its own name.
  package var keyName: String? {
    switch self {
    case .pseudonym(let key, _), .encryptFormat(let key, _), .token(let key, _),
      .shiftDate(let key, _, _, _), .synthetic(let key, _):
      key
    case .vault(let name, _): name
    case .keep, .redact, .replace, .number, .partial, .generalize, .suppress: nil
    }
  }

  /// Whether the value can be had back with the key.
  package var isReversible: Bool {
    switch self {
    case .encryptFormat, .token, .vault, .shiftDate: true
    default: false
    }
  }

  /// Whether a masked value can be told from a plain one by itself. Where it can't, only `MaskManifest` keeps a file
  /// from being masked twice.
  package var isRecognizable: Bool {
    switch self {
    case .encryptFormat, .shiftDate, .synthetic: false
    default: true
    }
  }

  package init(_ operation: MaskDefinition.Operation) throws(MaskProblem) {
    var arguments = OperationArguments(operation)
    switch operation.name {
    case "keep": self = .keep
    case "redact": self = .redact
    case "suppress": self = .suppress
    case "number": self = .number
    case "replace":
      self = .replace(text: try arguments.text("text", isRequired: true) ?? "")
    case "partial":
      self = .partial(
        first: try arguments.count("first") ?? 0, last: try arguments.count("last") ?? 0,
        keepsDomain: try arguments.flag("domain") ?? false)
    case "pseudonym":
      self = .pseudonym(key: try arguments.key(), domain: try arguments.domain())
    case "encrypt_format":
      self = .encryptFormat(key: try arguments.key(), domain: try arguments.domain())
    case "token": self = .token(key: try arguments.key(), domain: try arguments.domain())
    case "synthetic": self = .synthetic(key: try arguments.key(), domain: try arguments.domain())
    case "vault":
      self = .vault(name: try arguments.key("name"), domain: try arguments.domain())
    case "shift_date":
      self = .shiftDate(
        key: try arguments.key(), days: try arguments.days(), by: try arguments.text("by"),
        order: try arguments.order())
    case "generalize": self = .generalize(try arguments.level())
    default: throw Self.problem(operation.name)
    }
    try arguments.finish()
  }

  private static func problem(_ name: String) -> MaskProblem {
    switch name {
    case "hash", "digest", "md5", "sha1", "sha256", "sha512":
      MaskProblem(
        .refusedOperator,
        "`\(name)` is refused: a digest without a key is undone by trying all values",
        help: "use `pseudonym(key: \"NAME\")`")
    case "ff3", "ff3_1", "fpe":
      MaskProblem(
        .refusedOperator, "`\(name)` is refused: NIST withdrew FF3, only FF1 stands",
        help: "use `encrypt_format(key: \"NAME\")`")
    default:
      MaskProblem(
        .unknownOperator, "there is no mask operator `\(name)`",
        help: "there are \(names.joined(separator: ", "))")
    }
  }
}

/// Day before month, or after it, where a date does not tell.
package enum DateOrder: String, Hashable, Sendable, CaseIterable {
  case dmy, mdy
}
