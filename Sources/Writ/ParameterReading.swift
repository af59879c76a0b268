import WritChecker
import WritDiagnostics
import WritProject
import WritValues
import WritYAML

/// Reads the values that `writ.yaml` gives to params, by the type each param declares.
struct ParameterReading {
  let program: CheckedProgram
  /// Policies were named on the command line: settings for modules that are not among them rest.
  let isPartial: Bool

  func read(
    _ settings: [ParameterSetting]
  ) -> (values: [Int: Value], diagnostics: [Diagnostic]) {
    var values: [Int: Value] = [:]
    var diagnostics: [Diagnostic] = []
    for setting in settings {
      guard let index = program.params.firstIndex(where: { $0.id == setting.name.value }) else {
        if isPartial, !isLoaded(setting.name.value) { continue }
        let near = Suggestion.nearest(to: setting.name.value, among: program.params.map(\.id))
        diagnostics.append(
          Diagnostic(
            "config/unknown-param", "no policy declares a param `\(setting.name.value)`",
            at: setting.name.place, help: near.map { ["did you mean `\($0)`?"] } ?? []))
        continue
      }
      let param = program.params[index]
      let value: Value? =
        switch setting.value {
        case .one(let text): ParamReader.value(text.value, of: param, in: program)
        case .many(let texts): ParamReader.value(texts.map(\.value), of: param, in: program)
        }
      if let value {
        values[index] = value
      } else {
        diagnostics.append(
          Diagnostic(
            "config/wrong-type",
            "the value of `\(setting.name.value)` is not \(Self.article(param.type))",
            at: setting.name.place,
            help: ["the policy's own value is `\(param.value)`"]))
      }
    }
    return (values, diagnostics)
  }

  /// Whether some rule or param of the param's module is there.
  private func isLoaded(_ param: String) -> Bool {
    let module = param.prefix { $0 != "." } + "."
    return program.params.contains { $0.id.hasPrefix(module) }
      || program.rules.contains { $0.id.hasPrefix(module) }
  }

  private static func article(_ type: ValueType) -> String {
    switch type {
    case .bool: "true or false"
    case .int: "a whole number"
    case .decimal: "a number"
    case .time: "a time"
    case .duration: "a duration such as `90d`"
    case .months: "a number of months such as `3mo`"
    case .bytes: "a size such as `10MiB`"
    case .ip: "an address"
    case .network: "a network"
    case .closedSet(let set): "one of \(set.words.map(\.string).joined(separator: ", "))"
    case .list, .set: "a list of values of its type"
    default: "a value of its type"
    }
  }
}
