import Foundation
import WritDifferential

/// The engines a run holds against the reference: all, or those of `--engines`.
struct EngineChoice {
  struct Mistake: Error, CustomStringConvertible {
    var description: String
  }

  private var names = ["native", "sqlite", "postgres"]
  /// PostgreSQL takes the cases whose seeds this divides: it is by far the slowest.
  private var postgresStride: UInt64 = 1

  /// Takes its options out of the arguments.
  ///
  /// - Throws: `Mistake`
  init(taking arguments: inout [String]) throws {
    if let text = try Self.take("--engines", from: &arguments) {
      let known = names
      names = text.split(separator: ",").map(String.init)
      if let other = names.first(where: { !known.contains($0) }) {
        throw Mistake(description: "`\(other)` is none of \(known.joined(separator: ", "))")
      }
    }
    // A case that is named is run by all.
    let amount = arguments.count > 1 ? arguments[1] : ""
    let isMany = Int(amount) != nil || amount.hasSuffix("s") && Double(amount.dropLast()) != nil
    postgresStride = isMany ? 10 : 1
    if let text = try Self.take("--postgres-every", from: &arguments) {
      guard let stride = UInt64(text), stride > 0 else {
        throw Mistake(description: "`--postgres-every \(text)` is no number of cases")
      }
      postgresStride = stride
    }
  }

  private static func take(_ option: String, from arguments: inout [String]) throws -> String? {
    guard let index = arguments.firstIndex(of: option) else { return nil }
    guard index + 1 < arguments.count else {
      throw Mistake(description: "`\(option)` needs a value")
    }
    defer { arguments.removeSubrange(index...(index + 1)) }
    return arguments[index + 1]
  }

  /// - Throws: where PostgreSQL is expected and does not start.
  func engines() throws -> [any DifferentialEngine] {
    var found: [any DifferentialEngine] = []
    for name in names {
      switch name {
      case "native": found.append(NativeEngine())
      case "sqlite": found.append(SQLEngine.sqlite)
      default:
        let url = ProcessInfo.processInfo.environment["WRIT_PGURL"]
        if let postgres = try SQLEngine.postgres(url: url, stride: postgresStride) {
          found.append(postgres)
        } else {
          Output.say("fuzz: differential: PostgreSQL is absent and not compared")
        }
      }
    }
    return found
  }
}
