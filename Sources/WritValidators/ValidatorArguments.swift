import WritModel

/// The arguments of a call, read by place.
struct ValidatorArguments {
  let call: ValidatorCall
  let signature: ValidatorSignature

  /// Arguments that the signature does not ask for, or leaves out what it needs, are refused.
  init(_ call: ValidatorCall, _ signature: ValidatorSignature) throws(ValidatorProblem) {
    self.call = call
    self.signature = signature
    let parameters = signature.parameters
    let required = parameters.count { !$0.isOptional }
    guard (required...parameters.count).contains(call.arguments.count) else {
      throw ValidatorProblem(
        "`\(call.name)` has \(call.arguments.count) arguments", help: "write \(usage)")
    }
    for (argument, parameter) in zip(call.arguments, parameters)
    where argument.kind != parameter.kind {
      throw ValidatorProblem(
        "`\(parameter.name)` of `\(call.name)` is a \(argument.kind.rawValue)",
        help: "it is a \(parameter.kind.rawValue): \(usage)")
    }
  }

  private var usage: String {
    let inside = signature.parameters.map { $0.isOptional ? "[\($0.name)]" : $0.name }
    return inside.isEmpty
      ? "`\(signature.name)`" : "`\(signature.name)(\(inside.joined(separator: ", ")))`"
  }

  private func argument(_ name: String) -> ValidatorCall.Argument? {
    guard let place = signature.parameters.firstIndex(where: { $0.name == name }),
      call.arguments.indices.contains(place)
    else { return nil }
    return call.arguments[place]
  }

  func integer(_ name: String) -> Int? {
    guard case .integer(let value)? = argument(name) else { return nil }
    return Int(exactly: value)
  }

  func integer(
    _ name: String, in range: ClosedRange<Int>, default value: Int
  ) throws(ValidatorProblem) -> Int {
    guard argument(name) != nil else { return value }
    guard let found = integer(name), range.contains(found) else {
      throw problem("`\(name)`", "lies outside \(range.lowerBound) to \(range.upperBound)")
    }
    return found
  }

  func text(_ name: String) -> String? {
    guard case .text(let value)? = argument(name) else { return nil }
    return value
  }

  func name(_ name: String) -> String? {
    guard case .name(let value)? = argument(name) else { return nil }
    return value
  }

  /// A list of integers, each within a range.
  func integers(_ name: String, in range: ClosedRange<Int>) throws(ValidatorProblem) -> [Int] {
    guard case .list(let items)? = argument(name) else { return [] }
    var values: [Int] = []
    for item in items {
      guard case .integer(let value) = item, let small = Int(exactly: value), range.contains(small)
      else {
        throw problem(
          "an item of `\(name)`",
          "is not an integer from \(range.lowerBound) to \(range.upperBound)")
      }
      values.append(small)
    }
    guard !values.isEmpty, values.count <= 64 else {
      throw problem("`\(name)`", "has \(values.count) items; it takes 1 to 64")
    }
    return values
  }

  /// A list of texts, each of at least one byte.
  func texts(_ name: String) throws(ValidatorProblem) -> [[UInt8]] {
    guard case .list(let items)? = argument(name) else { return [] }
    var values: [[UInt8]] = []
    for item in items {
      guard case .text(let value) = item, !value.isEmpty else {
        throw problem("an item of `\(name)`", "is not a text")
      }
      values.append(Array(value.utf8))
    }
    guard !values.isEmpty, values.count <= 512 else {
      throw problem("`\(name)`", "has \(values.count) items; it takes 1 to 512")
    }
    return values
  }

  func problem(_ what: String, _ why: String) -> ValidatorProblem {
    ValidatorProblem("\(what) of `\(call.name)` \(why)", help: "write \(usage)")
  }
}

extension ValidatorCall.Argument {
  fileprivate var kind: ValidatorSignature.Parameter.Kind {
    switch self {
    case .integer: .integer
    case .text: .text
    case .name: .name
    case .list: .list
    }
  }
}
