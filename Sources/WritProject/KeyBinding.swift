public import WritDiagnostics
import WritYAML

/// Where one named key is: an entry of `keys` in `writ.yaml`. The key itself never stands there.
public struct KeyBinding: Sendable {
  public enum Source: Sendable {
    /// A file, relative to the project.
    case file(Located<String>)
    /// A variable of the environment that holds the line of such a file.
    case environment(Located<String>)
  }

  /// As a mask says it: `support`.
  public var name: Located<String>
  public var source: Source

  static let keys = ["file", "env"]

  /// Nil after mistakes that were reported.
  static func read(_ entry: YAMLMapping.Entry, log: DiagnosticLog) -> KeyBinding? {
    let name = Located(entry.key.text, at: entry.key.place)
    guard isName(name.value) else {
      log.report(
        "config/wrong-type", "`\(name.value)` can't name a key", at: name.place,
        help: [
          "use lower-case letters, digits, `_` and `-`, beginning with a letter, at most 64"
        ])
      return nil
    }
    if case .scalar(let scalar) = entry.value, !scalar.isNull {
      // A text may be the key itself: without a place no line is shown.
      log.report(
        "config/plain-key", "`keys.\(name.value)` in `writ.yaml` has to say where the key is",
        at: nil, help: ["write `\(name.value): { file: keys/\(name.value).key }`"])
      return nil
    }
    guard
      let reader = MappingReader(entry.value, subject: "a key", keys: keys, log: log)
    else { return nil }
    if reader.has("file"), let place = reader.place(ofKey: "env") {
      log.report(
        "config/unused-key", "a key comes from a file or from the environment, not from both",
        at: place)
      return nil
    }
    if reader.has("env") {
      return environment(reader, of: name.value, log: log).map {
        KeyBinding(name: name, source: .environment($0))
      }
    }
    return reader.text("file", required: true).map { KeyBinding(name: name, source: .file($0)) }
  }

  /// The variable's name: `${NAME}` would put the key itself there.
  private static func environment(
    _ reader: MappingReader, of name: String, log: DiagnosticLog
  ) -> Located<String>? {
    guard let scalar = reader.scalar("env") else { return nil }
    if !scalar.isSubstituted, DottedName.isValid(scalar.text, parts: 1...1) {
      return Located(scalar.text, at: scalar.place)
    }
    log.report(
      "config/plain-key", "`keys.\(name).env` in `writ.yaml` has to be the name of a variable",
      at: nil,
      help: ["write `env: WRIT_KEY`, without `$`"])
    return nil
  }

  private static func isName(_ name: String) -> Bool {
    guard let first = name.utf8.first, name.utf8.count <= 64 else { return false }
    return (0x61...0x7A).contains(first)
      && name.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F || $0 == 0x2D
      }
  }
}
