import WritDiagnostics
import WritSyntax
import WritValues

extension ExpressionChecker {
  func name(_ name: String, _ span: Span) -> CheckedExpression {
    if let variable = variables.last(where: { $0.name == name }) {
      return self.variable(variable, span)
    }
    if let rule, rule.lets[name] != nil { return ruleLet(name, rule, span) }
    if let rule, let index = rule.groupNames.firstIndex(of: name) {
      guard mode != .rows, rule.groupKeys.indices.contains(index) else {
        return fail(
          CheckerDiagnostics.notHere(
            name, "a group's key is known after grouping, in `when` and below", at: place(span)),
          span)
      }
      let value = rule.groupKeys[index].value
      return node(.groupKey(index), value.type, span, labels: shownLabels(value))
    }
    if let rule, rule.stepName == name {
      return fail(CheckerDiagnostics.stepAsValue(name, at: place(span)), span)
    }
    switch program.lookUp(Name(name, span), in: file) {
    case .found(let entry): return self.entry(entry, name, span)
    case .told: return poison(span)
    case .unknown: return special(name, span) ?? unknown(name, span)
    }
  }

  private func variable(_ variable: Variable, _ span: Span) -> CheckedExpression {
    if variable.origin == .population, mode == .groups {
      return fail(CheckerDiagnostics.rowAfterGroup(variable.name, at: place(span)), span)
    }
    var labels = DataLabels.none
    if case .reference(let dataset) = variable.type { labels = program.keyLabels(dataset) }
    return node(
      .slot(variable.slot), variable.type, span, labels: labels.union(variable.labels))
  }

  private func entry(_ entry: Module.Entry, _ name: String, _ span: Span) -> CheckedExpression {
    switch entry {
    case .param(let index): return param(index, span)
    case .let(let index): return moduleLet(index, span)
    case .dataset:
      return fail(CheckerDiagnostics.datasetAsValue(name, at: place(span)), span)
    case .define:
      return fail(CheckerDiagnostics.defineAsValue(name, at: place(span)), span)
    }
  }

  func param(_ index: Int, _ span: Span) -> CheckedExpression {
    program.params[index].isUsed = true
    frame.uses.params.insert(index)
    if !program.params[index].isUsable { return poison(span) }
    return node(.param(index), program.params[index].checked.type, span)
  }

  /// Words that are names only where a rule gives them a meaning.
  private func special(_ name: String, _ span: Span) -> CheckedExpression? {
    switch name {
    case "now": return node(.now, .time, span)
    case "deadline":
      guard let rule, rule.hasDeadline else {
        return fail(
          CheckerDiagnostics.notHere(
            name, "only a rule with `within` or `each` has a deadline", at: place(span)), span)
      }
      if mode == .rows, rule.isGrouped {
        return fail(
          CheckerDiagnostics.notHere(
            name, "a group's deadline is known after grouping", at: place(span)),
          span)
      }
      return node(.deadline, .time, span)
    case "period", "window":
      return fail(CheckerDiagnostics.intervalAsValue(name, at: place(span)), span)
    default:
      if file.imports(name) {
        return fail(CheckerDiagnostics.moduleAsValue(name, at: place(span)), span)
      }
      return nil
    }
  }

  private func unknown(_ name: String, _ span: Span) -> CheckedExpression {
    var help: [String] = []
    for variable in variables.reversed() {
      if case .row(let dataset) = variable.type, let index = program.datasetIndices[dataset],
        program.datasets[index].schema.index(of: name) != nil
      {
        help.append("`\(name)` is a field: write `\(variable.name).\(name)`")
        break
      }
    }
    return fail(
      CheckerDiagnostics.unknownName(name, at: place(span), known: knownNames(), help: help), span)
  }

  /// All names that would have meant something here.
  private func knownNames() -> [String] {
    var names = variables.map(\.name)
    if let rule { names += rule.lets.keys.sorted() + rule.groupNames }
    names += program.modules[file.module]?.names { _ in true } ?? []
    return names + ["now"]
  }

  // MARK: Lets

  /// A rule's let is checked once for each place in the rule's life that uses it.
  private func ruleLet(_ name: String, _ rule: RuleScope, _ span: Span) -> CheckedExpression {
    guard let known = rule.lets[name] else { return poison(span) }
    rule.lets[name]?.isUsed = true
    if let checked = known.checked[mode] { return checked }
    if !known.checking.isEmpty {
      return fail(CheckerDiagnostics.recursion("let `\(name)`", at: place(span)), span)
    }
    rule.lets[name]?.checking.insert(mode)
    // Variables bound around the use are not in sight of the let.
    let inner = ExpressionChecker(
      program, file: file, frame: frame,
      variables: variables.filter { $0.origin == .population }, rule: rule, mode: mode)
    let value = inner.infer(known.syntax.value)
    rule.lets[name]?.checking.remove(mode)
    rule.lets[name]?.checked[mode] = value
    return value
  }

  /// A module's let is checked anew in each frame, for its slots are the frame's.
  func moduleLet(_ index: Int, _ span: Span) -> CheckedExpression {
    program.lets[index].isUsed = true
    if let known = frame.lets[index] { return known }
    program.checkLet(index, from: place(span))
    guard program.lets[index].state == .checked else { return poison(span) }
    frame.uses.lets.insert(index)
    let declared = program.lets[index]
    let inner = ExpressionChecker(program, file: declared.file, frame: frame)
    let wasBroken = frame.isBroken
    frame.isBroken = false
    program.sink.mute()
    let value = inner.infer(declared.syntax.value)
    program.sink.unmute()
    if frame.isBroken {
      // By itself it was fine: what is too much is where it stands now.
      return fail(CheckerDiagnostics.tooDeep(at: place(span)), span)
    }
    frame.isBroken = wasBroken
    frame.lets[index] = value
    return value
  }

  // MARK: Datasets

  /// The dataset an expression names, where one may stand (`in DATASET`, a comprehension's source).
  func namedDataset(_ syntax: ExpressionSyntax) -> DatasetNaming {
    switch syntax.kind {
    case .name(let name):
      if isLocal(name) { return .none }
      guard case .found(.dataset(let index)) = program.lookUp(Name(name, syntax.span), in: file)
      else { return .none }
      return use(index)
    case .member(let base, let name):
      guard case .name(let module) = base.kind, isModule(module) else { return .none }
      let whole = place(syntax.span)
      switch program.lookUp(name.text, of: module, at: whole, in: file) {
      case .found(.dataset(let index)): return use(index)
      case .found: return .none
      case .unknown:
        program.report(
          CheckerDiagnostics.unknownDataset(
            "\(module).\(name.text)", at: whole, known: program.datasetNames(in: file)))
        return .broken
      case .told: return .broken
      }
    default: return .none
    }
  }

  enum DatasetNaming {
    case dataset(Int)
    /// Some other expression.
    case none
    /// A dataset that can't be used; told already.
    case broken
  }

  private func use(_ index: Int) -> DatasetNaming {
    guard program.datasets[index].isUsable else { return .broken }
    return .dataset(index)
  }

  func isLocal(_ name: String) -> Bool {
    variables.contains { $0.name == name } || rule?.lets[name] != nil
      || rule?.groupNames.contains(name) ?? false || rule?.stepName == name
  }

  /// Whether the word before a dot names a module here.
  func isModule(_ name: String) -> Bool {
    if isLocal(name) || program.entry(name, in: file) != nil { return false }
    return file.imports(name) || program.modules[name] != nil
  }
}
