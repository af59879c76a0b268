/// A rule of a case, clause by clause, so that clauses can be taken out of it.
package struct GeneratedRule: Sendable {
  package struct Named: Sendable {
    package var name: String
    package var value: GeneratedExpression
  }

  package var name: String
  package var severity = "low"
  package var population: (variable: String, dataset: String)?
  package var each: (variable: String, step: String)?
  package var lets: [Named] = []
  package var condition: GeneratedExpression?
  package var groups: [Named] = []
  package var window: String?
  package var when: GeneratedExpression?
  package var musts: [GeneratedExpression] = []
  package var within: (length: GeneratedExpression, after: GeneratedExpression)?
  /// `allow empty`, `allow cross`, `tolerate 3`
  package var allowances: [String] = []
  package var say: GeneratedExpression?
  package var fix: GeneratedExpression?
  package var evidence: [GeneratedExpression] = []

  package init(name: String) { self.name = name }

  /// The forms of clauses it has, for the count of what was generated.
  package var clauses: [String] {
    var found = ["must"]
    if population != nil { found.append("for") } else { found.append("rule without for") }
    if each != nil { found.append("each") }
    if !lets.isEmpty { found.append("let") }
    if condition != nil { found.append("where") }
    if !groups.isEmpty { found.append("group by") }
    if let window {
      found.append("window " + (window.split(separator: " ").first.map(String.init) ?? ""))
    }
    if when != nil { found.append("when") }
    if within != nil { found.append("within") }
    if say != nil { found.append("say") }
    if fix != nil { found.append("fix") }
    if !evidence.isEmpty { found.append("evidence") }
    return found + allowances.map { $0.hasPrefix("tolerate") ? "tolerate" : $0 }
  }

  package var expressions: [GeneratedExpression] {
    let single = [condition, when, within?.length, within?.after, say, fix].compactMap { $0 }
    return single + lets.map(\.value) + groups.map(\.value) + musts + evidence
  }

  package var text: String {
    var lines = ["rule \(name) \"Rule \(name)\" {", "  severity \(severity)"]
    if let population { lines.append("  for \(population.variable) in \(population.dataset)") }
    if let each { lines.append("  each \(each.variable) in period by \(each.step)") }
    for one in lets { lines.append("  let \(one.name) = \(one.value.text)") }
    if let condition { lines.append("  where \(condition.text)") }
    if !groups.isEmpty {
      let keys = groups.map { "\($0.name) = \($0.value.text)" }
      lines.append("  group by \(keys.joined(separator: ", "))")
    }
    if let window { lines.append("  window \(window)") }
    if let when { lines.append("  when \(when.text)") }
    for must in musts { lines.append("  must \(must.text)") }
    if let within { lines.append("  within \(within.length.text) after \(within.after.text)") }
    for allowance in allowances { lines.append("  \(allowance)") }
    if let say { lines.append("  say \(say.text)") }
    if let fix { lines.append("  fix \(fix.text)") }
    if !evidence.isEmpty {
      lines.append("  evidence \(evidence.map(\.text).joined(separator: ", "))")
    }
    return lines.joined(separator: "\n") + "\n}\n"
  }

  /// Rules that say less: a clause gone, a condition simpler.
  func simplifications(_ literal: (GeneratedType) -> [String]) -> [GeneratedRule] {
    var found: [GeneratedRule] = []
    func with(_ change: (inout GeneratedRule) -> Void) {
      var copy = self
      change(&copy)
      found.append(copy)
    }
    if say != nil { with { $0.say = nil } }
    if fix != nil { with { $0.fix = nil } }
    if !evidence.isEmpty { with { $0.evidence = [] } }
    if allowances.contains(where: { $0 != "allow cross" }) {
      with { $0.allowances.removeAll { $0 != "allow cross" } }
    }
    if allowances.contains("allow cross") {
      with { $0.allowances.removeAll { $0 == "allow cross" } }
    }
    if within != nil { with { $0.within = nil } }
    if window != nil { with { $0.window = nil } }
    if when != nil { with { $0.when = nil } }
    if condition != nil { with { $0.condition = nil } }
    if each != nil { with { $0.each = nil } }
    for index in lets.indices { with { $0.lets.remove(at: index) } }
    for index in groups.indices { with { $0.groups.remove(at: index) } }
    if musts.count > 1 { for index in musts.indices { with { $0.musts.remove(at: index) } } }
    for index in evidence.indices where evidence.count > 1 {
      with { $0.evidence.remove(at: index) }
    }
    for (index, must) in musts.enumerated() {
      for simpler in must.simplifications(literal) { with { $0.musts[index] = simpler } }
    }
    for simpler in when?.simplifications(literal) ?? [] { with { $0.when = simpler } }
    for simpler in condition?.simplifications(literal) ?? [] { with { $0.condition = simpler } }
    for (index, key) in groups.enumerated() {
      for simpler in key.value.simplifications(literal) {
        with { $0.groups[index].value = simpler }
      }
    }
    for (index, one) in lets.enumerated() {
      for simpler in one.value.simplifications(literal) { with { $0.lets[index].value = simpler } }
    }
    for simpler in within?.length.simplifications(literal) ?? [] {
      with { $0.within?.length = simpler }
    }
    for simpler in within?.after.simplifications(literal) ?? [] {
      with { $0.within?.after = simpler }
    }
    for simpler in say?.simplifications(literal) ?? [] { with { $0.say = simpler } }
    for simpler in fix?.simplifications(literal) ?? [] { with { $0.fix = simpler } }
    for (index, one) in evidence.enumerated() {
      for simpler in one.simplifications(literal) { with { $0.evidence[index] = simpler } }
    }
    return found
  }
}
