import WritDiagnostics
import WritSyntax

/// A rule's clauses, sorted by what they say; those that may stand once are kept once.
struct RuleClauses {
  var severity: Name?
  var covers: [TextLiteral] = []
  var tags: [String] = []
  var owner: String?
  var rationale: String?
  var references: [String] = []
  var lets: [LetSyntax] = []
  var population: (variable: Name, dataset: Name)?
  var each: (variable: Name, step: ExpressionSyntax)?
  var condition: ExpressionSyntax?
  var group: (keys: [RuleSyntax.GroupKey], span: Span)?
  var window: (window: WindowSyntax, span: Span)?
  var when: ExpressionSyntax?
  var musts: [ExpressionSyntax] = []
  var within: (duration: ExpressionSyntax, after: ExpressionSyntax)?
  var allowsEmpty = false
  var allowsCross = false
  var tolerance: ExpressionSyntax?
  var say: ExpressionSyntax?
  var fix: ExpressionSyntax?
  var evidence: [ExpressionSyntax] = []
  /// Clauses that stand a second time, with what they are called.
  var repeated: [(word: String, span: Span)] = []

  init(_ rule: RuleSyntax) {
    var seen: Set<String> = []
    for (clause, span) in rule.clauses {
      if let word = clause.onceOnly, !seen.insert(word).inserted {
        repeated.append((word, span))
        continue
      }
      take(clause, span)
    }
  }

  private mutating func take(_ clause: RuleSyntax.Clause, _ span: Span) {
    switch clause {
    case .severity(let word): severity = word
    case .covers(let ids): covers += ids
    case .tags(let words): tags += words.map(\.value)
    case .owner(let text): owner = text.value
    case .rationale(let text): rationale = text.value
    case .references(let texts): references += texts.map(\.value)
    case .let(let syntax): lets.append(syntax)
    case .population(let variable, let dataset): population = (variable, dataset)
    case .each(let variable, let step): each = (variable, step)
    case .where(let syntax): condition = syntax
    case .group(let keys): group = (keys, span)
    case .window(let syntax): window = (syntax, span)
    case .when(let syntax): when = syntax
    case .must(let syntax): musts.append(syntax)
    case .within(let duration, let after): within = (duration, after)
    case .allowEmpty: allowsEmpty = true
    case .allowCross: allowsCross = true
    case .tolerate(let syntax): tolerance = syntax
    case .say(let syntax): say = syntax
    case .fix(let syntax): fix = syntax
    case .evidence(let all): evidence += all
    }
  }
}

extension RuleSyntax.Clause {
  /// The word of a clause that may stand once; nil for those that may repeat.
  fileprivate var onceOnly: String? {
    switch self {
    case .severity: "severity"
    case .owner: "owner"
    case .rationale: "rationale"
    case .population: "for"
    case .each: "each"
    case .where: "where"
    case .group: "group by"
    case .window: "window"
    case .when: "when"
    case .within: "within"
    case .allowEmpty: "allow empty"
    case .allowCross: "allow cross"
    case .tolerate: "tolerate"
    case .say: "say"
    case .fix: "fix"
    case .covers, .tags, .references, .let, .must, .evidence: nil
    }
  }
}
