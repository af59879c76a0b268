import WritDiagnostics
import WritSyntax
import WritValues

/// Resolves the names of expressions and gives them their types.
///
/// `infer` finds a type from within and takes a hint for literals; `check` asks for one type and
/// converts what may be converted. A mistake is told once and leaves a node of type `.poison`.
final class ExpressionChecker {
  struct Variable {
    enum Origin { case population, bound, parameter }

    var name: String
    var slot: Int
    var type: ValueType
    var origin: Origin
    /// What the elements of a collection give away.
    var labels = DataLabels.none
  }

  let program: ProgramChecker
  let file: SourceFile
  let frame: Frame
  /// Innermost last.
  var variables: [Variable]
  let rule: RuleScope?
  var mode: ScopeMode

  init(
    _ program: ProgramChecker, file: SourceFile, frame: Frame, variables: [Variable] = [],
    rule: RuleScope? = nil, mode: ScopeMode = .rows
  ) {
    self.program = program
    self.file = file
    self.frame = frame
    self.variables = variables
    self.rule = rule
    self.mode = mode
  }

  // MARK: Entry points

  /// The expression with the type it has of itself; literals take that of the hint.
  func infer(_ syntax: ExpressionSyntax, hint: ValueType? = nil) -> CheckedExpression {
    // The parser bounds nesting; lets and defines add to it.
    program.depth += 1
    defer { program.depth -= 1 }
    if program.depth > ExpressionFacts.depthLimit {
      return fail(CheckerDiagnostics.tooDeep(at: place(syntax.span)), syntax.span)
    }
    let node = inferKind(syntax, hint: hint)
    if node.facts.depth > ExpressionFacts.depthLimit {
      return fail(CheckerDiagnostics.tooDeep(at: place(syntax.span)), syntax.span)
    }
    if node.facts.size > ExpressionFacts.sizeLimit {
      return fail(CheckerDiagnostics.tooLarge(at: place(syntax.span)), syntax.span)
    }
    return node
  }

  /// The expression as a value of the type, or poison after a told mistake.
  func check(_ syntax: ExpressionSyntax, _ type: ValueType) -> CheckedExpression {
    convert(infer(syntax, hint: type), to: type)
  }

  /// A condition: nothing but a bool is true or false.
  func condition(_ syntax: ExpressionSyntax) -> CheckedExpression {
    let node = infer(syntax, hint: .bool)
    if case .bool = node.type { return node }
    if node.type.isPoison { return node }
    if node.type.isJSON { return convert(node, to: .bool) }
    return fail(CheckerDiagnostics.notACondition(node.type, at: node.place), syntax.span)
  }

  private func inferKind(_ syntax: ExpressionSyntax, hint: ValueType?) -> CheckedExpression {
    let span = syntax.span
    switch syntax.kind {
    case .bool(let value): return constant(.bool(value), .bool, span)
    case .int(let value): return integer(value, hint: hint, span)
    case .decimal(let value), .percent(let value): return constant(.decimal(value), .decimal, span)
    case .duration(let value): return constant(.duration(value), .duration, span)
    case .months(let value): return constant(.months(value), .months, span)
    case .bytes(let value): return constant(.bytes(value), .bytes, span)
    case .time(let value): return constant(.time(value), .time, span)
    case .text(let parts): return text(parts, hint: hint, span)
    case .list(let elements): return list(elements, hint: hint, span)
    case .regex: return fail(CheckerDiagnostics.misplacedRegex(at: place(span)), span)
    case .record, .null:
      // Outside tests the parser has told it.
      if file.hasSyntaxError(in: span) { return poison(span) }
      return fail(CheckerDiagnostics.misplaced(place(span)), span)
    case .name(let name):
      let node = self.name(name, span)
      guard let hint, !node.type.isPoison, isWrittenAsText(hint),
        let literal = literal(behind: syntax)
      else { return node }
      return ExpressionChecker(program, file: literal.file, frame: frame)
        .infer(literal.syntax, hint: hint)
    case .member(let base, let name): return member(base, name, span)
    case .subscript_(let base, let key): return entry(base, key, span)
    case .call(let name, let arguments): return call(name, arguments, hint: hint, span)
    case .comprehension(let comprehension): return self.comprehension(comprehension, span)
    case .not(let operand): return not(condition(operand), span)
    case .negate(let operand): return negate(operand, hint: hint, span)
    case .binary(let operation, let left, let right):
      return binary(operation, left, right, hint: hint, span)
    case .between(let value, let low, let high): return between(value, low, high, span)
    case .isKnown(let operand): return presence(operand, span) { .isKnown($0) }
    case .isMissing(let operand): return presence(operand, span) { .isMissing($0) }
    case .choice(let condition, let then, let otherwise):
      return choice(condition, then, otherwise, hint: hint, span)
    case .asOf: return fail(CheckerDiagnostics.notYet("as of", name: nil, at: place(span)), span)
    case .error: return poison(span)
    }
  }

  // MARK: Nodes

  func place(_ span: Span) -> Place { file.place(span) }

  func node(
    _ kind: CheckedExpression.Kind, _ type: ValueType, _ span: Span, labels: DataLabels = .none
  ) -> CheckedExpression {
    CheckedExpression(kind, type: type, place: place(span), labels: labels)
  }

  func constant(_ value: Value, _ type: ValueType, _ span: Span) -> CheckedExpression {
    node(.constant(value), type, span)
  }

  /// A node that fits everywhere; the frame it is in can't be used.
  func poison(_ span: Span) -> CheckedExpression {
    frame.isBroken = true
    return node(.list([]), .poison, span)
  }

  func fail(_ diagnostic: Diagnostic, _ span: Span) -> CheckedExpression {
    program.report(diagnostic)
    return poison(span)
  }

  func not(_ operand: CheckedExpression, _ span: Span) -> CheckedExpression {
    node(.not(operand), .bool, span)
  }

  // MARK: Conversion

  /// What stands where a value of `type` is asked for.
  func convert(_ node: CheckedExpression, to type: ValueType) -> CheckedExpression {
    if let converted = converted(node, to: type) { return converted }
    frame.isBroken = true
    program.report(mismatch(node, type))
    return CheckedExpression(.list([]), type: .poison, place: node.place)
  }

  private func mismatch(_ node: CheckedExpression, _ type: ValueType) -> Diagnostic {
    switch (node.type, type) {
    case (.months, .duration), (.duration, .months):
      return CheckerDiagnostics.unitMismatch(node.type, type, at: node.place)
    default: break
    }
    if isNominal(type), isNominal(node.type) {
      return CheckerDiagnostics.keyMismatch(node.type, type, at: node.place)
    }
    return CheckerDiagnostics.mismatch(expected: type, found: node.type, at: node.place)
  }

  /// Nil when the value can't stand there.
  func converted(_ node: CheckedExpression, to type: ValueType) -> CheckedExpression? {
    if node.type.isPoison || type.isPoison { return node }
    if case .row(let dataset) = type, node.type == type { return rowOf(node, dataset) }
    if node.type == type { return node }
    switch (node.type, type) {
    case (.json, .row(let dataset)):
      return followed(read(node, as: jsonTarget(.reference(dataset))), dataset)
    case (.json, _): return read(node, as: jsonTarget(type))
    case (.int, .decimal): return asDecimal(node)
    case (.reference(let from), .row(let to)) where from == to,
      (.key(let from, _), .row(let to)) where from == to:
      return followed(node, to)
    case (_, .row): return nil
    default: return fits(node, type) ? node : nil
    }
  }

  /// Whether values of the node's type are values of the other without any change.
  private func fits(_ node: CheckedExpression, _ type: ValueType) -> Bool {
    if case .reference(let dataset) = type, nominals(node).contains(dataset) { return true }
    if case .key(let dataset, _) = type, nominals(node).contains(dataset) { return true }
    if case .reference(let dataset) = type, case .constant = node.kind {
      return node.type == program.keyBase(dataset)
    }
    return isSame(node.type, type)
  }

  func isSame(_ from: ValueType, _ to: ValueType) -> Bool {
    if from == to || from.isPoison || to.isPoison { return true }
    switch (from, to) {
    case (.closedSet, .text): return true
    case (.closedSet(let one), .closedSet(let two)):
      return Set(one.words).isSubset(of: two.words)
    case (.row(let one), .reference(let two)), (.key(let one, _), .reference(let two)),
      (.reference(let one), .key(let two, _)), (.row(let one), .key(let two, _)):
      return one == two
    case (.key(_, let base), _) where !isNominal(to): return isSame(base, to)
    case (.list(let one), .list(let two)), (.set(let one), .set(let two)),
      (.map(let one), .map(let two)):
      return isSame(one, two)
    default: return false
    }
  }

  /// What a json value is read as where the type is asked for.
  func jsonTarget(_ type: ValueType) -> ValueType {
    switch type {
    case .closedSet: .text
    case .key(_, let base): jsonTarget(base)
    case .row(let dataset), .reference(let dataset): keyTarget(dataset)
    case .list(let element): .list(jsonTarget(element))
    case .set(let element): .set(jsonTarget(element))
    default: type
    }
  }

  private func keyTarget(_ dataset: DatasetName) -> ValueType {
    let base = program.keyBase(dataset)
    if case .tuple = base { return .reference(dataset) }
    return jsonTarget(base)
  }

  func read(_ node: CheckedExpression, as type: ValueType) -> CheckedExpression {
    CheckedExpression(.jsonAs(node), type: type, place: node.place, labels: node.labels)
  }

  func asDecimal(_ node: CheckedExpression) -> CheckedExpression {
    if case .constant(.int(let value)) = node.kind, let decimal = Decimal(value) {
      return CheckedExpression(.constant(.decimal(decimal)), type: .decimal, place: node.place)
    }
    return CheckedExpression(
      .function(.decimal, [node]), type: .decimal, place: node.place, labels: node.labels)
  }

  // MARK: Keys

  func isNominal(_ type: ValueType) -> Bool {
    switch type {
    case .key, .reference, .row: true
    default: false
    }
  }

  /// The datasets whose key the node is; a key that is a reference is the key of both.
  func nominals(_ node: CheckedExpression) -> Set<DatasetName> {
    var names: Set<DatasetName> = []
    if case .field(_, let dataset, let index) = node.kind {
      let schema = program.datasets[dataset].schema
      if schema.key == [index] { names.insert(schema.name) }
    }
    switch node.type {
    case .key(let dataset, _), .reference(let dataset), .row(let dataset): names.insert(dataset)
    default: break
    }
    // A row of a dataset whose key is a reference is that reference, too.
    var pending = Array(names)
    while let name = pending.popLast() {
      guard let index = program.datasetIndices[name] else { continue }
      let schema = program.datasets[index].schema
      guard schema.key.count == 1, let only = schema.key.first, case .row = node.type,
        case .reference(let target) = schema.fields[only].type
      else { continue }
      if names.insert(target).inserted { pending.append(target) }
    }
    return names
  }
}
