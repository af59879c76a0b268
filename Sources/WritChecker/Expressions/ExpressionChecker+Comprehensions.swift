import WritDiagnostics
import WritSyntax
import WritValues

extension ExpressionChecker {
  func comprehension(
    _ syntax: ExpressionSyntax.Comprehension, _ span: Span
  ) -> CheckedExpression {
    guard let function = Comprehension.Function(rawValue: syntax.function.text) else {
      let known = Comprehension.Function.allCases.map(\.rawValue)
      return fail(
        CheckerDiagnostics.unknownFunction(
          syntax.function.text, at: place(syntax.function.span), known: known), span)
    }
    guard let variable = syntax.variable, let source = syntax.source else {
      return group(function, syntax, span)
    }
    let element: ValueType
    let from: Comprehension.Source
    var labels = DataLabels.none
    switch namedDataset(source) {
    case .dataset(let index):
      frame.uses.datasets.insert(index)
      from = .dataset(index)
      element = .row(program.datasets[index].schema.name)
    case .broken: return poison(span)
    case .none:
      let collection = infer(source)
      if collection.type.isPoison { return poison(span) }
      if collection.type.isJSON {
        return fail(CheckerDiagnostics.needsItems(at: collection.place), span)
      }
      guard let type = elementType(collection.type) else {
        return fail(sourceMistake(source, collection), span)
      }
      from = .collection(collection)
      element = type
      labels = collection.labels
    }
    checkShadowing(variable)
    let slot = frame.newSlot()
    variables.append(
      Variable(name: variable.text, slot: slot, type: element, origin: .bound, labels: labels))
    defer { variables.removeLast() }
    return finish(function, syntax, from, slot: slot, element: element, span)
  }

  private func sourceMistake(
    _ source: ExpressionSyntax, _ collection: CheckedExpression
  ) -> Diagnostic {
    CheckerDiagnostics.notACollection(collection.type, at: collection.place)
  }

  /// A name has one meaning at a place.
  func checkShadowing(_ name: Name) {
    let isTaken =
      isLocal(name.text)
      || {
        switch program.entry(name.text, in: file) {
        case .param, .let, .dataset: true
        case .define, nil: false
        }
      }()
    if isTaken { program.report(CheckerDiagnostics.shadows(name.text, at: place(name.span))) }
  }

  // MARK: Groups

  /// `count(e where c)`: over the rows of the group or window.
  private func group(
    _ function: Comprehension.Function, _ syntax: ExpressionSyntax.Comprehension, _ span: Span
  ) -> CheckedExpression {
    guard let rule, rule.isGrouped, let dataset = rule.rowDataset else {
      return fail(
        CheckerDiagnostics.noGroup(function.rawValue, at: place(syntax.function.span)), span)
    }
    switch mode {
    case .groups: break
    case .rows:
      return fail(
        CheckerDiagnostics.notHere(
          "\(function.rawValue)(…)", "a group's rows are known after grouping, in `when` and below",
          at: place(syntax.function.span)), span)
    case .aggregate:
      return fail(
        CheckerDiagnostics.notHere(
          "\(function.rawValue)(…)", "an aggregate of a group holds no other",
          at: place(syntax.function.span)), span)
    }
    mode = .aggregate
    defer { mode = .groups }
    frame.uses.datasets.insert(dataset)
    let element = ValueType.row(program.datasets[dataset].schema.name)
    return finish(function, syntax, .group, slot: rule.rowSlot, element: element, span)
  }

  /// `count(e)`, `min(e.time)` over a group; `sum(xs)`, `min(xs)`, `first(xs)` over a collection.
  func shortAggregate(
    _ function: Comprehension.Function, _ arguments: [ExpressionSyntax], _ span: Span
  ) -> CheckedExpression? {
    let level = function == .quantile && arguments.count == 2 ? arguments[0] : nil
    guard let value = arguments.last, arguments.count == (level == nil ? 1 : 2) else {
      if CheckedExpression.Function(rawValue: function.rawValue) != nil { return nil }
      return fail(CheckerDiagnostics.shape(of: function, at: place(span)), span)
    }
    let name = Name(function.rawValue, span)
    if let rule, rule.isGrouped, mode != .aggregate, let row = rule.rowName,
      value.mentions(row), !variables.contains(where: { $0.name == row && $0.origin == .bound })
    {
      let syntax = ExpressionSyntax.Comprehension(function: name, level: level, value: value)
      return group(function, syntax, span)
    }
    switch function {
    case .count: return nil
    case .sum, .min, .max, .avg, .distinct, .quantile, .first, .last, .one:
      return overCollection(function, level, value, span)
    case .exists, .none, .every, .any, .share:
      return fail(CheckerDiagnostics.shape(of: function, at: place(span)), span)
    }
  }

  private func overCollection(
    _ function: Comprehension.Function, _ level: ExpressionSyntax?, _ syntax: ExpressionSyntax,
    _ span: Span
  ) -> CheckedExpression {
    if case .dataset = namedDataset(syntax) {
      return fail(CheckerDiagnostics.shape(of: function, at: place(span)), span)
    }
    let collection = infer(syntax)
    if collection.type.isPoison { return poison(span) }
    if collection.type.isJSON {
      return fail(CheckerDiagnostics.needsItems(at: collection.place), span)
    }
    guard let element = elementType(collection.type) else {
      return fail(CheckerDiagnostics.notACollection(collection.type, at: collection.place), span)
    }
    let slot = frame.newSlot()
    let item = node(.slot(slot), element, syntax.span, labels: collection.labels)
    var value: CheckedExpression?
    var type = element
    switch function {
    case .first, .last, .one: break
    default:
      guard let (checked, result) = valued(function, item) else { return poison(span) }
      (value, type) = (checked, result)
    }
    let labels = function == .distinct ? DataLabels.none : collection.labels
    return make(
      Comprehension(
        function: function, source: .collection(collection), slot: slot, condition: nil,
        value: value, level: level.flatMap(checkLevel), isCorrelated: true), type, labels, span)
  }

  /// `count(DATASET)`
  func wholeCount(of dataset: Int, _ span: Span) -> CheckedExpression {
    frame.uses.datasets.insert(dataset)
    return make(
      Comprehension(
        function: .count, source: .dataset(dataset), slot: frame.newSlot(), condition: nil,
        isCorrelated: false), .int, .none, span)
  }

  // MARK: Common

  private func finish(
    _ function: Comprehension.Function, _ syntax: ExpressionSyntax.Comprehension,
    _ source: Comprehension.Source, slot: Int, element: ValueType, _ span: Span
  ) -> CheckedExpression {
    let takesRow: Bool
    switch function {
    case .exists, .none, .every, .any, .first, .last, .one, .count: takesRow = true
    case .sum, .min, .max, .avg, .distinct, .quantile, .share: takesRow = false
    }
    var condition = syntax.condition.map { self.condition($0) }
    var value: CheckedExpression?
    var type = element
    var labels = DataLabels.none
    if takesRow {
      if let written = syntax.value, !(syntax.variable == nil && written.isName(rule?.rowName)) {
        return fail(CheckerDiagnostics.shape(of: function, at: place(span)), span)
      }
      let body = syntax.body.map { self.condition($0) }
      if function == .every {
        guard let body else {
          return fail(CheckerDiagnostics.shape(of: function, at: place(span)), span)
        }
        value = body
      } else if let body {
        condition =
          condition.map { node(.and($0, body), .bool, $0.place.span.joined(body.place.span)) }
          ?? body
      }
      switch function {
      case .first, .last, .one: labels = elementLabels(slot, element)
      case .count: type = .int
      default: type = .bool
      }
    } else {
      guard let written = syntax.value, syntax.body == nil else {
        return fail(CheckerDiagnostics.shape(of: function, at: place(span)), span)
      }
      guard let (checked, result) = valued(function, infer(written)) else { return poison(span) }
      (value, type) = (checked, result)
      if function != .distinct, function != .share { labels = shownLabels(checked) }
    }
    let by = syntax.by.flatMap { checkOrder($0, function) }
    let level = syntax.level.flatMap(checkLevel)
    if function == .quantile, level == nil { return poison(span) }
    let comprehension = joined(
      Comprehension(
        function: function, source: source, slot: slot, condition: condition, value: value,
        by: by, level: level, isCorrelated: true), span)
    return make(comprehension, type, labels, span)
  }

  private func elementLabels(_ slot: Int, _ element: ValueType) -> DataLabels {
    if case .row(let dataset) = element { return program.keyLabels(dataset) }
    return variables.last { $0.slot == slot }?.labels ?? .none
  }

  private func make(
    _ comprehension: Comprehension, _ type: ValueType, _ labels: DataLabels, _ span: Span
  ) -> CheckedExpression {
    node(.comprehension(comprehension), type, span, labels: labels)
  }

  /// Whether it depends on the member, and the equalities by which its rows are found.
  private func joined(_ comprehension: Comprehension, _ span: Span) -> Comprehension {
    let facts = comprehension.free
    guard case .dataset(let dataset) = comprehension.source else {
      if case .group = comprehension.source { return comprehension }
      return comprehension.with(joins: [], isCorrelated: !facts.isConstant)
    }
    let analysis = JoinAnalysis { [program] in program.defines[$0].checked }
    let joined = comprehension.with(
      joins: facts.isConstant ? [] : analysis.joins(of: comprehension),
      isCorrelated: !facts.isConstant)
    if joined.isCross {
      frame.crossJoins.append(
        CrossJoin(place: place(span), outer: outerName(facts), dataset: dataset))
    }
    return joined
  }

  /// The innermost of what the rows are held against.
  private func outerName(_ facts: ExpressionFacts) -> String {
    let outer = variables.last { facts.slots.contains($0.slot) }
    switch outer?.type {
    case .row(let dataset), .reference(let dataset), .key(let dataset, _): return dataset.name
    default: return outer?.name ?? "the groups"
    }
  }

  /// What is summed, compared or shared, and the type of the result.
  private func valued(
    _ function: Comprehension.Function, _ written: CheckedExpression
  ) -> (CheckedExpression, ValueType)? {
    var value = written
    if value.type.isPoison { return nil }
    if function == .share {
      if value.type.isJSON { value = read(value, as: .bool) }
      guard value.type == .bool else {
        frame.isBroken = true
        program.report(CheckerDiagnostics.notACondition(value.type, at: value.place))
        return nil
      }
      return (value, .decimal)
    }
    if function == .distinct { return (value, .int) }
    if value.type.isJSON { value = read(value, as: .decimal) }
    let base: ValueType
    if case .key(_, let inner) = value.type { base = inner } else { base = value.type }
    let isMeasure: Bool
    switch base {
    case .int, .decimal, .duration, .bytes: isMeasure = true
    default: isMeasure = false
    }
    switch function {
    case .sum where isMeasure: return (value, base)
    case .avg where isMeasure: return (value, base == .int ? .decimal : base)
    case .min where isOrdered(base), .max where isOrdered(base), .quantile where isOrdered(base):
      return (value, value.type)
    default:
      frame.isBroken = true
      program.report(
        CheckerDiagnostics.cannotAggregate(function.rawValue, value.type, at: value.place))
      return nil
    }
  }

  private func checkOrder(
    _ syntax: ExpressionSyntax, _ function: Comprehension.Function
  ) -> CheckedExpression? {
    let value = infer(syntax)
    if value.type.isPoison { return nil }
    guard function == .first || function == .last else {
      program.report(CheckerDiagnostics.misplacedBy(function.rawValue, at: place(syntax.span)))
      frame.isBroken = true
      return nil
    }
    if value.type.isJSON {
      program.report(CheckerDiagnostics.needsType(at: value.place))
      frame.isBroken = true
      return nil
    }
    if !isOrdered(value.type) {
      program.report(CheckerDiagnostics.notOrdered(value.type, at: value.place))
      frame.isBroken = true
      return nil
    }
    return value
  }

  /// The 0.95 of `quantile`.
  private func checkLevel(_ syntax: ExpressionSyntax) -> CheckedExpression? {
    let level = check(syntax, .decimal)
    if case .constant(.decimal(let value)) = level.kind,
      value.millionths < 0 || value.millionths > 1_000_000
    {
      program.report(CheckerDiagnostics.badLevel(at: place(syntax.span)))
      frame.isBroken = true
      return nil
    }
    return level.type.isPoison ? nil : level
  }
}

extension Comprehension {
  func with(joins: [Join], isCorrelated: Bool) -> Comprehension {
    Comprehension(
      function: function, source: source, slot: slot, condition: condition, value: value, by: by,
      level: level, joins: joins, isCorrelated: isCorrelated)
  }
}

extension ExpressionSyntax {
  func isName(_ name: String?) -> Bool {
    if case .name(let own) = kind { own == name } else { false }
  }

  /// Whether the name stands anywhere within.
  func mentions(_ name: String) -> Bool {
    switch kind {
    case .name(let own): own == name
    case .bool, .int, .decimal, .percent, .duration, .months, .bytes, .time, .regex, .null, .error:
      false
    case .text(let parts):
      parts.contains {
        if case .interpolation(let inner) = $0 { inner.mentions(name) } else { false }
      }
    case .list(let all), .call(_, let all): all.contains { $0.mentions(name) }
    case .record(let fields): fields.contains { $0.value.mentions(name) }
    case .member(let one, _), .not(let one), .negate(let one), .isKnown(let one),
      .isMissing(let one):
      one.mentions(name)
    case .subscript_(let one, let two), .binary(_, let one, let two), .asOf(let one, let two):
      one.mentions(name) || two.mentions(name)
    case .between(let one, let two, let three), .choice(let one, let two, let three):
      one.mentions(name) || two.mentions(name) || three.mentions(name)
    case .comprehension(let inner):
      [inner.level, inner.value, inner.source, inner.condition, inner.body, inner.by]
        .contains { $0?.mentions(name) ?? false }
    }
  }
}
