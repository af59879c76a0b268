import WritDiagnostics

extension TokenParser {
  /// A clause of a rule; an expression that can't be read leaves its clause in place.
  mutating func ruleClause(_ word: String) throws(Unparsable) -> RuleSyntax.Clause {
    if word == "let" { return .let(try letDeclaration(span.start)) }
    advance()
    switch word {
    case "severity": return .severity(try anyName("info, low, medium, high or critical"))
    case "covers": return .covers(try textList("a control such as \"soc2:CC6.1\""))
    case "tags": return .tags(try textList("a tag in quotes"))
    case "owner": return .owner(try expectText("the owner in quotes"))
    case "rationale": return .rationale(try expectText("the rationale in quotes"))
    case "references": return .references(try textList("a reference in quotes"))
    case "for":
      let variable = try newName("variable")
      try expectWord("in")
      return .population(variable: variable, dataset: try dottedName("a dataset"))
    case "each": return try each()
    case "where": return .where(expressionOrSkip())
    case "group": return try group()
    case "window": return try window()
    case "when": return .when(expressionOrSkip())
    case "must": return .must(expressionOrSkip())
    case "within": return within()
    case "allow":
      if takeWord("empty") { return .allowEmpty }
      if takeWord("cross") { return .allowCross }
      throw unexpected("`empty` or `cross`")
    case "tolerate": return .tolerate(try binary(.sign))
    case "say": return .say(try message())
    case "fix": return .fix(try message())
    default: return .evidence(try evidence())
    }
  }

  /// A message is a text, or an expression that gives one.
  private mutating func message() throws(Unparsable) -> ExpressionSyntax { expressionOrSkip() }

  private mutating func evidence() throws(Unparsable) -> [ExpressionSyntax] {
    var items = [expressionOrSkip()]
    while take(.comma) { items.append(try expression()) }
    return items
  }

  /// `each VAR in period by 3mo`
  private mutating func each() throws(Unparsable) -> RuleSyntax.Clause {
    let variable = try newName("variable")
    try expectWord("in")
    try expectWord("period")
    try expectWord("by")
    return .each(variable: variable, step: expressionOrSkip())
  }

  /// `group by a = EXPR, b = EXPR`
  private mutating func group() throws(Unparsable) -> RuleSyntax.Clause {
    try expectWord("by")
    var keys: [RuleSyntax.GroupKey] = []
    repeat {
      guard kind == .word, kind(1) == .assign else {
        throw unexpected(
          "a name and `=` before what to group by", help: ["write `group by user = e.actor`"])
      }
      let name = try newName("group")
      advance()
      keys.append(RuleSyntax.GroupKey(name: name, value: try expression()))
    } while take(.comma)
    return .group(keys)
  }

  /// The lengths bind tighter than comparison: `in` names the zone.
  private mutating func window() throws(Unparsable) -> RuleSyntax.Clause {
    if takeWord("sliding") { return .window(.sliding(try binary(.sum))) }
    if takeWord("tumbling") {
      let length = try binary(.sum)
      let zone = takeWord("in") ? try expectText("a time zone in quotes") : nil
      return .window(.tumbling(length, zone: zone))
    }
    if takeWord("session") {
      try expectWord("gap")
      return .window(.session(gap: try binary(.sum)))
    }
    throw unexpected("`sliding`, `tumbling` or `session`")
  }

  /// `within 24h after TIME`
  private mutating func within() -> RuleSyntax.Clause {
    let start = span.start
    let depth = open.count
    do {
      let length = try expression()
      try expectWord("after")
      return .within(length, after: expressionOrSkip())
    } catch {
      skipToClause(depth: depth)
      let missing = ExpressionSyntax(.error, span(from: start))
      return .within(missing, after: missing)
    }
  }
}
