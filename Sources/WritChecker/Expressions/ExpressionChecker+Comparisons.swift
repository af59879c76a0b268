import WritDiagnostics
import WritSyntax
import WritValues

extension ExpressionChecker {
  func compare(
    _ comparison: CheckedExpression.Comparison, _ left: ExpressionSyntax,
    _ right: ExpressionSyntax, _ span: Span
  ) -> CheckedExpression {
    let (one, two) = inferred(left, right)
    if let months = inMonths(comparison, one, two, span) { return months }
    guard let (first, second) = aligned(one, two, span) else { return poison(span) }
    if comparison != .equal, comparison != .notEqual, !isOrdered(first.type) {
      return fail(CheckerDiagnostics.notOrdered(first.type, at: place(span)), span)
    }
    return node(.compare(comparison, first, second), .bool, span)
  }

  /// Both sides, each literal with the type of the other.
  private func inferred(
    _ left: ExpressionSyntax, _ right: ExpressionSyntax
  ) -> (CheckedExpression, CheckedExpression) {
    if isAdaptable(left), !isAdaptable(right) {
      let two = infer(right)
      return (infer(left, hint: two.type), two)
    }
    let one = infer(left)
    return (one, infer(right, hint: one.type))
  }

  // MARK: Months

  /// `age(t) <= 3mo`, from either side.
  private func inMonths(
    _ comparison: CheckedExpression.Comparison, _ left: CheckedExpression,
    _ right: CheckedExpression, _ span: Span
  ) -> CheckedExpression? {
    if case .months = right.type, case .function(.age, let arguments) = left.kind,
      let time = arguments.first
    {
      return node(.ageInMonths(comparison, time: time, months: right), .bool, span)
    }
    if case .months = left.type, case .function(.age, let arguments) = right.kind,
      let time = arguments.first
    {
      return node(.ageInMonths(comparison.flipped, time: time, months: left), .bool, span)
    }
    return nil
  }

  func between(
    _ value: ExpressionSyntax, _ low: ExpressionSyntax, _ high: ExpressionSyntax, _ span: Span
  ) -> CheckedExpression {
    let (subject, least) = inferred(value, low)
    let most = infer(high, hint: subject.type.isJSON ? least.type : subject.type)
    if let above = inMonths(.greaterOrEqual, subject, least, span),
      let below = inMonths(.lessOrEqual, subject, most, span)
    {
      return node(.and(above, below), .bool, span)
    }
    guard let (first, second) = aligned(subject, least, span),
      let (_, third) = aligned(first, most, span)
    else { return poison(span) }
    if !isOrdered(first.type) {
      return fail(CheckerDiagnostics.notOrdered(first.type, at: place(span)), span)
    }
    return node(.between(first, second, third), .bool, span)
  }

  // MARK: Alignment

  func isNumber(_ type: ValueType) -> Bool { type == .int || type == .decimal }

  func isOrdered(_ type: ValueType) -> Bool {
    switch type {
    case .int, .decimal, .time, .duration, .months, .bytes, .text, .version, .ip, .poison: true
    case .key(_, let base): isOrdered(base)
    default: false
    }
  }

  /// Both sides as values that compare; nil after a told mistake.
  func aligned(
    _ one: CheckedExpression, _ two: CheckedExpression, _ span: Span
  ) -> (CheckedExpression, CheckedExpression)? {
    if one.type.isPoison || two.type.isPoison { return (one, two) }
    if one.type.isJSON || two.type.isJSON {
      if one.type.isJSON, two.type.isJSON {
        frame.isBroken = true
        program.report(CheckerDiagnostics.needsType(at: place(span)))
        return nil
      }
      return one.type.isJSON
        ? (read(one, as: jsonTarget(two.type)), two) : (one, read(two, as: jsonTarget(one.type)))
    }
    if isNumber(one.type), isNumber(two.type) {
      return (number(one, beside: two.type), number(two, beside: one.type))
    }
    if canCompare(one, two) { return (one, two) }
    frame.isBroken = true
    program.report(incomparable(one, two, span))
    return nil
  }

  /// An integer literal beside a decimal is one.
  private func number(_ node: CheckedExpression, beside type: ValueType) -> CheckedExpression {
    // One beyond a decimal's digits compares as it is.
    if type == .decimal, case .constant(.int(let value)) = node.kind, Decimal(value) != nil {
      return asDecimal(node)
    }
    return node
  }

  private func canCompare(_ one: CheckedExpression, _ two: CheckedExpression) -> Bool {
    let shared = nominals(one).intersection(nominals(two))
    if !shared.isEmpty { return true }
    if isNominal(one.type), isNominal(two.type) { return false }
    if isNominal(one.type) { return keyCompares(one, with: two) }
    if isNominal(two.type) { return keyCompares(two, with: one) }
    if case .closedSet(let left) = one.type, case .closedSet(let right) = two.type {
      return !Set(left.words).isDisjoint(with: right.words)
    }
    return isSame(one.type, two.type) || isSame(two.type, one.type)
  }

  /// A key field may be used as what it is made of; a reference only meets literals.
  private func keyCompares(_ key: CheckedExpression, with other: CheckedExpression) -> Bool {
    switch key.type {
    case .key(_, let base):
      if isNumber(base), isNumber(other.type) { return true }
      return isSame(base, other.type) || isSame(other.type, base)
    case .reference(let dataset), .row(let dataset):
      guard case .constant = other.kind else { return false }
      return isSame(other.type, program.keyBase(dataset))
    default: return false
    }
  }

  private func incomparable(
    _ one: CheckedExpression, _ two: CheckedExpression, _ span: Span
  ) -> Diagnostic {
    let place = place(span)
    if isNominal(one.type), isNominal(two.type) {
      return CheckerDiagnostics.keyMismatch(one.type, two.type, at: place)
    }
    switch (one.type, two.type) {
    case (.months, .duration), (.duration, .months):
      return CheckerDiagnostics.unitMismatch(one.type, two.type, at: place)
    case (.closedSet(let left), .closedSet(let right)):
      return CheckerDiagnostics.disjointSets(left.name, right.name, at: place)
    case (.reference, let other), (.row, let other):
      return CheckerDiagnostics.incomparable(
        one.type, other, at: place, help: [CheckerDiagnostics.useText])
    case (let other, .reference), (let other, .row):
      return CheckerDiagnostics.incomparable(
        other, two.type, at: place, help: [CheckerDiagnostics.useText])
    case (.ip, .network), (.network, .ip):
      return CheckerDiagnostics.incomparable(
        one.type, two.type, at: place, help: ["use `ADDRESS in NETWORK`"])
    default:
      return CheckerDiagnostics.incomparable(one.type, two.type, at: place, help: [])
    }
  }

  // MARK: Membership

  func membership(
    _ left: ExpressionSyntax, _ right: ExpressionSyntax, _ span: Span
  ) -> CheckedExpression {
    if case .name(let word) = right.kind {
      if let rule, rule.stepName == word, !variables.contains(where: { $0.name == word }) {
        return within(left, .stepStart, .stepEnd, right.span, span)
      }
      if word == "period", !isLocal(word) {
        return within(left, .periodStart, .periodEnd, right.span, span)
      }
    }
    switch namedDataset(right) {
    case .dataset(let index):
      frame.uses.datasets.insert(index)
      let name = program.datasets[index].schema.name
      let key = check(left, .reference(name))
      return node(.inDataset(key, dataset: index), .bool, span)
    case .broken:
      _ = infer(left)
      return poison(span)
    case .none: break
    }
    let collection: CheckedExpression
    let element: CheckedExpression
    if isAdaptable(right) {
      element = infer(left)
      collection = infer(right, hint: memberHint(element.type, right))
    } else {
      collection = infer(right)
      element = infer(left, hint: elementHint(collection.type))
    }
    return membership(element, collection, span)
  }

  /// `t in VAR`, half-open.
  private func within(
    _ left: ExpressionSyntax, _ start: CheckedExpression.Kind, _ end: CheckedExpression.Kind,
    _ right: Span, _ span: Span
  ) -> CheckedExpression {
    let time = check(left, .time)
    let after = node(.compare(.lessOrEqual, node(start, .time, right), time), .bool, span)
    let before = node(.compare(.less, time, node(end, .time, right)), .bool, span)
    return node(.and(after, before), .bool, span)
  }

  /// What a bare list or text on the right of `in` is; an address may be in networks.
  private func memberHint(_ element: ValueType, _ right: ExpressionSyntax) -> ValueType? {
    let type: ValueType
    switch element {
    case .json, .poison: return nil
    case .row(let dataset): type = .reference(dataset)
    default: type = element
    }
    let right = literal(behind: right)?.syntax ?? right
    let isList: Bool
    if case .list = right.kind { isList = true } else { isList = false }
    if program.scalarBase(type) == .ip {
      if !isList { return .network }
      return .list(holdsNetwork(right) ? .network : type)
    }
    return isList ? .list(type) : nil
  }

  private func holdsNetwork(_ written: ExpressionSyntax) -> Bool {
    let syntax = literal(behind: written)?.syntax ?? written
    return switch syntax.kind {
    case .list(let elements): elements.contains(where: holdsNetwork)
    case .text(let parts):
      parts.contains {
        if case .literal(let text) = $0 { text.utf8.contains(0x2F) } else { false }
      }
    default: false
    }
  }

  private func elementHint(_ collection: ValueType) -> ValueType? {
    switch collection {
    case .list(.network), .set(.network), .network: .ip
    case .list(let element), .set(let element): element
    case .map: .text
    default: nil
    }
  }

  private func membership(
    _ element: CheckedExpression, _ collection: CheckedExpression, _ span: Span
  ) -> CheckedExpression {
    if collection.type.isPoison || element.type.isPoison { return poison(span) }
    switch collection.type {
    case .map: return node(.inMap(asText(element), collection), .bool, span)
    case .network, .list(.network), .set(.network):
      if element.type == .network, collection.type != .network {
        return node(.inCollection(element, collection), .bool, span)
      }
      return node(.inNetwork(asAddress(element), collection), .bool, span)
    case .list(.json), .set(.json):
      return fail(CheckerDiagnostics.membersNeedType(at: place(span)), span)
    case .list(let type), .set(let type):
      // A stand-in of the elements' type, to ask whether the two compare.
      let stand = CheckedExpression(.list([]), type: type, place: collection.place)
      guard let (one, _) = aligned(element, asElement(stand, of: collection), span) else {
        return poison(span)
      }
      let member = one.type == .int && type == .decimal ? asDecimal(one) : one
      return node(.inCollection(member, collection), .bool, span)
    case .json:
      if element.type.isJSON {
        return fail(CheckerDiagnostics.needsType(at: place(span)), span)
      }
      let read = read(collection, as: .list(jsonTarget(element.type)))
      return node(.inCollection(element, read), .bool, span)
    case .text, .closedSet:
      return fail(CheckerDiagnostics.inText(at: place(span)), span)
    default:
      return fail(
        CheckerDiagnostics.notACollection(collection.type, at: collection.place), span)
    }
  }

  /// Elements of a literal list are literals: they meet references.
  private func asElement(
    _ stand: CheckedExpression, of collection: CheckedExpression
  ) -> CheckedExpression {
    guard case .constant(let value) = collection.kind else { return stand }
    return CheckedExpression(.constant(value), type: stand.type, place: stand.place)
  }

  private func asAddress(_ element: CheckedExpression) -> CheckedExpression {
    if program.scalarBase(element.type) == .ip { return element }
    return convert(element, to: .ip)
  }
}

extension CheckedExpression.Comparison {
  /// The comparison with its sides exchanged.
  var flipped: CheckedExpression.Comparison {
    switch self {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}
