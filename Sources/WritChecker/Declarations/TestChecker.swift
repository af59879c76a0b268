import WritDiagnostics
import WritModel
import WritSyntax
import WritValues

extension ProgramChecker {
  func checkTests() {
    for file in files {
      for case .test(let syntax) in file.tree.file.declarations {
        var checker = TestChecker(self, file: file, syntax: syntax)
        if let test = checker.check() { tests.append(test) }
      }
    }
  }
}

/// Checks one test.
struct TestChecker {
  private let program: ProgramChecker
  private let file: SourceFile
  private let syntax: TestSyntax
  private var test: CheckedTest
  private var rule: CheckedRule?
  private var seen: Set<String> = []

  init(_ program: ProgramChecker, file: SourceFile, syntax: TestSyntax) {
    self.program = program
    self.file = file
    self.syntax = syntax
    test = CheckedTest(
      rule: program.id(syntax.rule.text, in: file), title: syntax.title?.value ?? "",
      place: file.place(syntax.rule.span))
  }

  /// The test, or nil when it or its rule can't be used.
  mutating func check() -> CheckedTest? {
    let errors = program.sink.errorCount
    guard findRule() else { return nil }
    let isTorn = file.hasSyntaxError(in: syntax.span)
    for (clause, span) in syntax.clauses { check(clause, span) }
    if test.expectations.isEmpty, test.expectedStatuses.isEmpty, !isTorn,
      program.sink.errorCount == errors
    {
      program.report(CheckerDiagnostics.noExpectation(at: file.place(syntax.rule.span)))
    }
    return isTorn || rule == nil || program.sink.errorCount != errors ? nil : test
  }

  private mutating func findRule() -> Bool {
    let name = syntax.rule.text
    rule = program.rules.first { $0.id == test.rule }
    if rule != nil || program.modules[file.module]?.rules[name] != nil { return true }
    // The rule may have been lost to a mistake of syntax.
    if file.isBroken { return false }
    program.report(
      CheckerDiagnostics.unknownRule(
        name, at: file.place(syntax.rule.span),
        known: program.modules[file.module]?.rules.keys.sorted() ?? []))
    return false
  }

  private mutating func check(_ clause: TestSyntax.Clause, _ span: Span) {
    switch clause {
    case .now(let time):
      once("now", span)
      test.now = self.time(time, "`now`")
    case .period(let from, let to):
      once("period", span)
      guard let start = time(from, "the period's start"), let end = time(to, "the period's end")
      else { return }
      if start >= end {
        program.report(CheckerDiagnostics.emptyPeriod(at: file.place(span)))
        return
      }
      test.period = (start, end)
    case .param(let name, let value): param(name, value)
    case .given(let dataset, let collected, let rows): given(dataset, collected, rows, span)
    case .expect(let outcome, let key, let because): expect(outcome, key, because, span)
    case .expectStatus(let word):
      guard let status = RuleStatus(rawValue: word.text) else {
        program.report(
          CheckerDiagnostics.unknownStatus(
            word.text, at: file.place(word.span), known: RuleStatus.allCases.map(\.rawValue)))
        return
      }
      test.expectedStatuses.append((status, file.place(span)))
    }
  }

  private mutating func once(_ word: String, _ span: Span) {
    if !seen.insert(word).inserted {
      program.report(CheckerDiagnostics.duplicateClause(word, at: file.place(span)))
    }
  }

  private func time(_ syntax: ExpressionSyntax, _ what: String) -> Timestamp? {
    guard case .time(let time) = program.literal(syntax, .time, of: what, in: file) else {
      return nil
    }
    return time
  }

  private mutating func param(_ name: Name, _ value: ExpressionSyntax) {
    once("param \(name.text)", name.span)
    switch program.lookUp(name, in: file) {
    case .found(.param(let index)):
      program.params[index].isUsed = true
      let param = program.params[index]
      guard param.isUsable else { return }
      test.params[index] = program.literal(
        value, param.checked.type, of: "`\(name.text)`", in: file)
    case .found, .unknown:
      let known = program.modules[file.module]?.names {
        if case .param = $0 { true } else { false }
      }
      program.report(
        CheckerDiagnostics.unknownName(
          name.text, at: file.place(name.span), known: known ?? [],
          help: ["a test sets a `param` of the module"]))
    case .told: break
    }
  }

  private mutating func given(
    _ name: Name, _ collected: ExpressionSyntax?, _ rows: [ExpressionSyntax], _ span: Span
  ) {
    once("given \(name.text)", span)
    let time = collected.flatMap { self.time($0, "`collected`") }
    guard let index = program.dataset(name, in: file), program.datasets[index].isUsable else {
      return
    }
    let reader = RowLiteral(program: program, file: file)
    var given = CheckedTest.Given(dataset: index, collected: time, rows: [], places: [])
    for row in rows {
      guard let data = reader.row(row, of: index) else { continue }
      given.rows.append(data)
      given.places.append(file.place(row.span))
    }
    test.given.append(given)
  }

  private mutating func expect(
    _ word: Name, _ key: ExpressionSyntax, _ because: [TestSyntax.CauseSyntax], _ span: Span
  ) {
    var causes: [Cause] = []
    for cause in because {
      guard let kind = Cause.Kind(rawValue: cause.kind.text) else {
        program.report(
          CheckerDiagnostics.unknownCause(
            cause.kind.text, at: file.place(cause.kind.span),
            known: Cause.Kind.allCases.map(\.rawValue)))
        continue
      }
      causes.append(Cause(kind, cause.detail))
    }
    guard let outcome = Outcome(rawValue: word.text) else {
      program.report(
        CheckerDiagnostics.unknownOutcome(
          word.text, at: file.place(word.span), known: Outcome.allCases.map(\.rawValue)))
      return
    }
    guard let parts = keyParts(key) else { return }
    test.expectations.append(
      CheckedTest.Expectation(
        outcome: outcome, key: parts, causes: causes, place: file.place(span)))
  }

  // MARK: Keys

  private func keyParts(_ syntax: ExpressionSyntax) -> [String]? {
    var parts = [syntax]
    if case .list(let all) = syntax.kind { parts = all }
    let types = partTypes()
    var shown: [String] = []
    for (index, part) in parts.enumerated() {
      let type = types.count == parts.count ? types[index] : nil
      guard let text = keyPart(part, type) else { return nil }
      shown.append(text)
    }
    return shown
  }

  /// What the parts of a member's key are made of; empty where it can't be told.
  private func partTypes() -> [ValueType] {
    guard let rule, rule.step == nil else { return [] }
    if rule.isGrouped { return rule.group.map { program.scalarBase($0.value.type) } }
    guard let dataset = rule.dataset else { return [] }
    switch program.keyBase(program.datasets[dataset].schema.name) {
    case .tuple(let parts): return parts
    case let base: return [base]
    }
  }

  /// Written as the engine shows it: an address or a time in its one form.
  private func keyPart(_ syntax: ExpressionSyntax, _ type: ValueType?) -> String? {
    let checker = ExpressionChecker(program, file: file, frame: Frame())
    let node = checker.infer(syntax)
    guard case .constant(let value) = node.kind else {
      if !node.type.isPoison {
        program.report(
          CheckerDiagnostics.notLiteral("a key", "a literal", at: file.place(syntax.span)))
      }
      return nil
    }
    if case .text(let text) = value, let type,
      case .value(let typed) = LiteralTyping.read(text.string, as: type)
    {
      return typed.description
    }
    return value.description
  }
}
