import WritDiagnostics
import WritYAML

/// Puts variables of the environment where `${NAME}` stands in a value; `$${` is a plain `${`.
struct Substitution {
  let environment: (String) -> String?
  let log: DiagnosticLog

  func apply(to node: YAMLNode) -> YAMLNode { node.mapScalars { apply(to: $0) } }

  private func apply(to scalar: YAMLScalar) -> YAMLScalar {
    guard scalar.text.utf8.contains(0x24) else { return scalar }
    var result = scalar
    result.text = ""
    var rest = Array(scalar.text.unicodeScalars)[...]
    while let next = rest.first {
      if rest.starts(with: ["$", "$", "{"]) {
        result.text += "${"
        rest = rest.dropFirst(3)
      } else if rest.starts(with: ["$", "{"]) {
        let name = rest.dropFirst(2).prefix { $0 != "}" }
        let isClosed = 2 + name.count < rest.count
        rest = rest.dropFirst(2 + name.count + 1)
        var text = ""
        text.unicodeScalars.append(contentsOf: name)
        result.text += value(of: text, isClosed: isClosed, at: scalar.place)
        result.isSubstituted = true
      } else {
        result.text.unicodeScalars.append(next)
        rest = rest.dropFirst()
      }
    }
    return result
  }

  /// What can't be replaced is reported and stays, so that it is not reported again as empty.
  private func value(of name: String, isClosed: Bool, at place: Place) -> String {
    guard isClosed, DottedName.isValid(name, parts: 1...1) else {
      log.report(
        "config/syntax", "`${` has to be followed by a variable's name and `}`", at: place,
        help: ["write `$${` for the characters themselves"])
      return "${\(name)}"
    }
    if let value = environment(name) { return value }
    log.report(
      "config/missing-variable", "the environment has no variable `\(name)`", at: place,
      help: ["set it, or write `$${` for the characters themselves"])
    return "${\(name)}"
  }
}
