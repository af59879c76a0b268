import WritCrypto
import WritModel

/// Reads the named arguments of an operation; what nobody asked for is an error at the end.
struct OperationArguments {
  private let operation: MaskDefinition.Operation
  private var asked: Set<String> = []

  init(_ operation: MaskDefinition.Operation) { self.operation = operation }

  private mutating func take(_ name: String) -> MaskDefinition.Operation.Argument? {
    asked.insert(name)
    return operation.arguments[name]
  }

  private func problem(_ message: String, help: String? = nil) -> MaskProblem {
    MaskProblem(.wrongArgument, "`\(operation.name)`: \(message)", help: help)
  }

  func finish() throws(MaskProblem) {
    let others = operation.arguments.keys.filter { !asked.contains($0) }.sorted()
    guard let other = others.first else { return }
    let known = asked.sorted().joined(separator: ", ")
    throw problem(
      "there is no argument `\(other)`", help: known.isEmpty ? "it takes none" : "it takes \(known)"
    )
  }

  mutating func text(_ name: String, isRequired: Bool = false) throws(MaskProblem) -> String? {
    switch take(name) {
    case .text(let text): return text
    case nil where !isRequired: return nil
    default: throw problem("`\(name)` has to be a text", help: "write `\(name): \"…\"`")
    }
  }

  mutating func count(_ name: String) throws(MaskProblem) -> Int? {
    switch take(name) {
    case nil: return nil
    case .integer(let value) where 0...1000 ~= value: return Int(value)
    default: throw problem("`\(name)` has to be a number from 0 to 1000")
    }
  }

  mutating func flag(_ name: String) throws(MaskProblem) -> Bool? {
    switch take(name) {
    case nil: return nil
    case .flag(let value): return value
    default: throw problem("`\(name)` has to be `true` or `false`")
    }
  }

  mutating func key(_ name: String = "key") throws(MaskProblem) -> String {
    guard let key = try text(name), KeyFile.isName(key) else {
      throw problem(
        "needs the name of a key; nothing is masked without one",
        help: "write `\(operation.name)(\(name): \"support\")` and name the key in `writ.yaml`")
    }
    return key
  }

  mutating func domain() throws(MaskProblem) -> JoinDomain? {
    guard let name = try text("domain") else { return nil }
    guard let domain = JoinDomain(name) else {
      throw problem("`\(name)` can't name a domain", help: "use letters, digits, `_`, `-` and `.`")
    }
    return domain
  }

  /// As a number or a duration of whole days.
  mutating func days() throws(MaskProblem) -> Int {
    let day: Int64 = 86_400_000_000
    switch take("days") {
    case .integer(let value) where 1...36_500 ~= value: return Int(value)
    case .duration(let value) where value % day == 0 && 1...36_500 ~= value / day:
      return Int(value / day)
    default:
      throw problem("`days` has to be a number from 1 to 36500", help: "write `days: 180`")
    }
  }

  mutating func order() throws(MaskProblem) -> DateOrder? {
    guard let name = try text("order") else { return nil }
    guard let order = DateOrder(rawValue: name) else {
      throw problem("`order` has to be \"dmy\" or \"mdy\"")
    }
    return order
  }

  mutating func level() throws(MaskProblem) -> Generalization {
    let name = try text("to", isRequired: true) ?? ""
    guard let level = Generalization(name) else {
      throw problem(
        "`\(name)` is no level",
        help: "there are year, month, decade, prefix:N, bucket:N, country, domain, network")
    }
    return level
  }
}
