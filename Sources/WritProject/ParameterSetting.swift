public import WritDiagnostics
import WritYAML

/// A value that `writ.yaml` gives a parameter. It stays text: the checker knows the type it has to
/// have.
public struct ParameterSetting: Sendable {
  /// A list is for parameters that are lists or sets.
  public enum Value: Hashable, Sendable {
    case one(Located<String>)
    case many([Located<String>])
  }

  /// Full name, module and parameter: `access.dormant_after`.
  public var name: Located<String>
  public var value: Value
  /// Whether a part of it came from the environment and must not be shown.
  public var isSubstituted: Bool

  public init(name: Located<String>, value: Value, isSubstituted: Bool = false) {
    self.name = name
    self.value = value
    self.isSubstituted = isSubstituted
  }

  static func read(_ reader: MappingReader, log: DiagnosticLog) -> [ParameterSetting] {
    (reader.map("params") ?? []).compactMap { entry in
      guard DottedName.isValid(entry.key.text, parts: 2...Int.max) else {
        log.report(
          "config/wrong-type", "`\(entry.key.text)` is not the full name of a parameter",
          at: entry.key.place, help: ["write module and name: `access.dormant_after`"])
        return nil
      }
      let name = Located(entry.key.text, at: entry.key.place)
      switch entry.value {
      case .scalar(let scalar) where !scalar.isNull:
        return ParameterSetting(
          name: name, value: .one(Located(scalar.text, at: scalar.place)),
          isSubstituted: scalar.isSubstituted)
      case .sequence(let nodes, _):
        var scalars: [YAMLScalar] = []
        for node in nodes {
          guard case .scalar(let scalar) = node, !scalar.isNull else {
            log.report(
              "config/wrong-type", "each item of `params.\(entry.key.text)` has to be a text",
              at: node.place, label: "this is \(node.kind)")
            return nil
          }
          scalars.append(scalar)
        }
        return ParameterSetting(
          name: name, value: .many(scalars.map { Located($0.text, at: $0.place) }),
          isSubstituted: scalars.contains(where: \.isSubstituted))
      default:
        log.report(
          "config/wrong-type", "`params.\(entry.key.text)` has to be a text or a list of texts",
          at: entry.value.place, label: "this is \(entry.value.kind)")
        return nil
      }
    }
  }
}
