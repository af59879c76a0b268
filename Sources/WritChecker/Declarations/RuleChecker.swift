import WritDiagnostics
import WritModel
import WritSyntax
import WritValues

extension ProgramChecker {
  func checkRules() {
    for file in files {
      for case .rule(let syntax) in file.tree.file.declarations {
        let place = file.place(syntax.name.span)
        // A second rule of the name was told; it is checked, but not kept.
        let isFirst = modules[file.module]?.rules[syntax.name.text] == place
        let checker = RuleChecker(self, file: file, syntax: syntax)
        if let rule = checker.check(), isFirst { rules.append(rule) }
      }
    }
  }
}

/// Checks one rule.
final class RuleChecker {
  private let program: ProgramChecker
  private let file: SourceFile
  private let syntax: RuleSyntax
  private let clauses: RuleClauses
  private let frame = Frame()
  private let scope = RuleScope()
  private let expressions: ExpressionChecker
  /// The parser told a mistake within; what is absent may just be lost.
  private let isTorn: Bool
  private var rule: CheckedRule

  init(_ program: ProgramChecker, file: SourceFile, syntax: RuleSyntax) {
    self.program = program
    self.file = file
    self.syntax = syntax
    clauses = RuleClauses(syntax)
    expressions = ExpressionChecker(program, file: file, frame: frame, rule: scope)
    isTorn = file.hasSyntaxError(in: syntax.span)
    rule = CheckedRule(
      id: program.id(syntax.name.text, in: file), title: syntax.title?.value ?? syntax.name.text,
      severity: .info, place: file.place(syntax.name.span))
  }

  /// The rule, or nil when a mistake makes it unusable.
  func check() -> CheckedRule? {
    let errors = program.sink.errorCount
    checkHead()
    checkPopulation()
    declareLets()
    checkRows()
    checkMembers()
    checkShown()
    checkUnusedLets()
    checkCrossJoins()
    guard !isTorn, !frame.isBroken, program.sink.errorCount == errors else { return nil }
    rule.slotCount = frame.slotCount
    rule.reads = frame.uses.datasets.sorted()
    rule.readsPersonalData = frame.uses.readsPersonalData
    rule.canonicalText = canonicalText()
    rule.summary = summary()
    return rule
  }

  private func place(_ span: Span) -> Place { file.place(span) }

  private func report(_ diagnostic: Diagnostic) { program.report(diagnostic) }

  // MARK: Head

  private func checkHead() {
    for (word, span) in clauses.repeated {
      report(CheckerDiagnostics.duplicateClause(word, at: place(span)))
    }
    if let word = clauses.severity {
      if let severity = Severity(rawValue: word.text) {
        rule.severity = severity
      } else {
        report(
          CheckerDiagnostics.unknownSeverity(
            word.text, at: place(word.span), known: Severity.allCases.map(\.rawValue)))
      }
    } else if !isTorn {
      report(CheckerDiagnostics.noSeverity(syntax.name.text, at: place(syntax.name.span)))
    }
    if clauses.musts.isEmpty, !isTorn {
      report(CheckerDiagnostics.noMust(syntax.name.text, at: place(syntax.name.span)))
    }
    for text in clauses.covers { checkControl(text) }
    rule.tags = clauses.tags
    rule.owner = clauses.owner
    rule.rationale = clauses.rationale
    rule.references = clauses.references
    rule.allowsEmpty = clauses.allowsEmpty
  }

  private func checkControl(_ text: TextLiteral) {
    guard let id = ControlID(parsing: text.value) else {
      report(CheckerDiagnostics.malformedControl(text.value, at: place(text.span)))
      return
    }
    guard program.knownControl(id) else {
      let known = program.environment.knownControls ?? []
      report(
        CheckerDiagnostics.unknownControl(
          text.value, at: place(text.span), known: known.map(\.description)))
      return
    }
    if !rule.covers.contains(id) { rule.covers.append(id) }
  }

  // MARK: Members

  private func checkPopulation() {
    // Slot 0 is the row's, also where there is none.
    rule.rowSlot = frame.newSlot()
    guard let (variable, dataset) = clauses.population else {
      if !isTorn { checkNoPopulation() }
      return
    }
    expressions.checkShadowing(variable)
    rule.rowName = variable.text
    scope.rowName = variable.text
    scope.rowSlot = rule.rowSlot
    guard let index = program.dataset(dataset, in: file), program.datasets[index].isUsable else {
      frame.isBroken = true
      expressions.variables.append(
        ExpressionChecker.Variable(
          name: variable.text, slot: rule.rowSlot, type: .poison, origin: .population))
      scope.isGrouped = clauses.group != nil || clauses.window != nil
      return
    }
    rule.dataset = index
    scope.rowDataset = index
    frame.uses.datasets.insert(index)
    expressions.variables.append(
      ExpressionChecker.Variable(
        name: variable.text, slot: rule.rowSlot,
        type: .row(program.datasets[index].schema.name), origin: .population))
  }

  private func checkNoPopulation() {
    if let (_, span) = clauses.group {
      report(CheckerDiagnostics.needsPopulation("group by", at: place(span)))
    }
    if let (_, span) = clauses.window {
      report(CheckerDiagnostics.needsPopulation("window", at: place(span)))
    }
    if let condition = clauses.condition {
      report(CheckerDiagnostics.needsPopulation("where", at: place(condition.span)))
    }
  }

  private func declareLets() {
    if let (variable, step) = clauses.each {
      expressions.checkShadowing(variable)
      scope.stepName = variable.text
      rule.step = checkStep(step)
    }
    for one in clauses.lets {
      expressions.checkShadowing(one.name)
      if scope.lets[one.name.text] == nil {
        scope.lets[one.name.text] = RuleScope.Let(syntax: one)
      }
    }
    scope.hasDeadline = clauses.within != nil || clauses.each != nil
  }

  private func checkStep(_ syntax: ExpressionSyntax) -> CheckedRule.Step? {
    switch syntax.kind {
    case .duration(let value) where value > 0: return .microseconds(value)
    case .months(let value) where value > 0: return .months(value)
    case .error: return nil
    default:
      report(
        CheckerDiagnostics.notLiteral(
          "the step of `each`", "a positive duration or months like `3mo`", at: place(syntax.span)))
      return nil
    }
  }

  private func checkRows() {
    scope.isGrouped = clauses.group != nil || clauses.window != nil
    rule.isGrouped = scope.isGrouped
    rule.condition = clauses.condition.map { expressions.condition($0) }
    for key in clauses.group?.keys ?? [] {
      let value = expressions.infer(key.value)
      if !value.type.isPoison, !isKey(value.type) {
        report(CheckerDiagnostics.groupKeyType(value.type, at: value.place))
      }
      if scope.groupNames.contains(key.name.text) || expressions.isLocal(key.name.text) {
        report(CheckerDiagnostics.shadows(key.name.text, at: place(key.name.span)))
      } else {
        expressions.checkShadowing(key.name)
      }
      rule.group.append(CheckedRule.GroupKey(name: key.name.text, value: value))
    }
    scope.groupNames = rule.group.map(\.name)
    scope.groupKeys = rule.group
    if let (window, span) = clauses.window { rule.window = checkWindow(window, span) }
    scope.hasWindow = clauses.window != nil
    if scope.isGrouped { expressions.mode = .groups }
  }

  private func isKey(_ type: ValueType) -> Bool {
    switch type {
    case .list, .set, .map, .record, .json: false
    default: true
    }
  }

  private func checkWindow(_ syntax: WindowSyntax, _ span: Span) -> CheckedRule.Window? {
    if let index = scope.rowDataset, program.datasets[index].schema.order == nil,
      program.datasets[index].syntax.orderBy == nil
    {
      let name = program.datasets[index].schema.name.name
      report(CheckerDiagnostics.noOrder(name, at: place(span)))
    }
    switch syntax {
    case .sliding(let size): return positive(size, "the window").map { .sliding($0) }
    case .session(let gap): return positive(gap, "the gap").map { .session($0) }
    case .tumbling(let size, let zone):
      if let zone, !program.environment.knownZone(zone.value) {
        report(CheckerDiagnostics.unknownZone(zone.value, at: place(zone.span)))
      }
      if case .months(let months) = size.kind, months > 0 {
        return .tumbling(.months(months), zone: zone?.value)
      }
      let day: Int64 = 86_400_000_000
      return positive(size, "the window").map { length in
        let step: CheckedRule.TumblingStep =
          length.isMultiple(of: day) ? .days(length / day) : .microseconds(length)
        return .tumbling(step, zone: zone?.value)
      }
    }
  }

  private func positive(_ syntax: ExpressionSyntax, _ what: String) -> Int64? {
    switch syntax.kind {
    case .duration(let value) where value > 0: return value
    case .error: return nil
    case .months:
      report(CheckerDiagnostics.monthsAsDuration(at: place(syntax.span)))
      return nil
    default:
      report(
        CheckerDiagnostics.notLiteral(
          what, "a positive duration like `5m`", at: place(syntax.span)))
      return nil
    }
  }

  private func checkMembers() {
    if let (duration, after) = clauses.within {
      // The deadline can't be read while it is being said.
      let hasDeadline = scope.hasDeadline
      scope.hasDeadline = false
      let length = expressions.infer(duration)
      let start = expressions.check(after, .time)
      scope.hasDeadline = hasDeadline
      let checked = length.type == .months ? length : expressions.convert(length, to: .duration)
      rule.deadline = CheckedRule.Deadline(duration: checked, after: start)
    }
    rule.when = clauses.when.map { expressions.condition($0) }
    rule.musts = clauses.musts.map { expressions.condition($0) }
    rule.tolerance = clauses.tolerance.flatMap(checkTolerance)
  }

  private func checkTolerance(_ syntax: ExpressionSyntax) -> CheckedRule.Tolerance? {
    switch syntax.kind {
    case .int(let count) where count >= 0: return .count(count)
    case .percent(let share) where share.millionths >= 0 && share.millionths <= 1_000_000:
      return .share(share)
    case .error: return nil
    default:
      report(CheckerDiagnostics.badTolerance(at: place(syntax.span)))
      return nil
    }
  }

  // MARK: What is shown

  private func checkShown() {
    rule.say = clauses.say.map(checkMessage)
    rule.fix = clauses.fix.map(checkMessage)
    rule.evidence = clauses.evidence.map { one in
      let value = expressions.infer(one)
      checkPrintable(value)
      return value
    }
  }

  private func checkMessage(_ syntax: ExpressionSyntax) -> CheckedExpression {
    let value = expressions.check(syntax, .text)
    checkPrintable(value)
    return value
  }

  /// What is personal or secret is printed masked or not at all.
  private func checkPrintable(_ value: CheckedExpression) {
    if case .template(let parts) = value.kind {
      for part in parts { checkPrintable(part) }
      return
    }
    let labels = expressions.shownLabels(value)
    if labels.isEmpty { return }
    report(CheckerDiagnostics.unmasked(labels, value.place))
  }

  // MARK: Ends

  private func checkUnusedLets() {
    for one in clauses.lets {
      let name = one.name.text
      guard let known = scope.lets[name], !known.isUsed else { continue }
      if !isTorn { report(CheckerDiagnostics.unused("let `\(name)`", at: place(one.name.span))) }
      checkUnused(known.syntax)
    }
  }

  /// An unused let may be meant for rows or for groups: its mistakes are those of the better fit.
  private func checkUnused(_ one: LetSyntax) {
    // What only it reads, the rule does not.
    let uses = frame.uses
    defer { frame.uses = uses }
    if scope.isGrouped {
      let wasBroken = frame.isBroken
      frame.isBroken = false
      expressions.mode = .rows
      program.sink.mute()
      _ = expressions.infer(one.value)
      program.sink.unmute()
      let fitsRows = !frame.isBroken
      frame.isBroken = wasBroken
      if fitsRows { return }
      expressions.mode = .groups
    }
    _ = expressions.infer(one.value)
  }

  private func checkCrossJoins() {
    if clauses.allowsCross { return }
    for join in frame.crossJoins {
      let inner = program.datasets[join.dataset].schema.name.name
      report(CheckerDiagnostics.crossJoin(outer: join.outer, inner: inner, at: join.place))
    }
  }

  /// The rule's tokens, then those of the lets and defines it uses and the ids of its params; with `personal(x)` those
  /// of all detectors.
  private func canonicalText() -> String {
    let uses = frame.uses
    var lines = [file.tree.canonicalText(syntax.span)]
    var used = uses.defines.map { index -> (String, String) in
      let define = program.defines[index]
      return (define.id, define.file.tree.canonicalText(define.syntax.span))
    }
    used += uses.lets.map { index in
      let one = program.lets[index]
      return (one.id, one.file.tree.canonicalText(one.syntax.span))
    }
    lines += used.sorted { $0.0 < $1.0 }.map { "\($0.0): \($0.1)" }
    lines += uses.params.map { "param \(program.params[$0].checked.id)" }.sorted()
    if uses.readsPersonalData { lines += program.canonicalDetectors }
    return lines.joined(separator: "\n")
  }

  /// The `///` lines right above the rule.
  private func summary() -> String {
    let source = file.tree.source
    var line = source.position(at: syntax.span.start).line - 1
    var texts: [String] = []
    while line >= 1 {
      let range = source.range(ofLine: line)
      let text = String(decoding: source.bytes[range], as: UTF8.self)
      let trimmed = text.drop { $0 == " " || $0 == "\t" }
      guard trimmed.hasPrefix("///") else { break }
      let words = trimmed.dropFirst(3)
      texts.append(String(words.first == " " ? words.dropFirst() : words))
      line -= 1
    }
    return texts.reversed().joined(separator: "\n")
  }
}
