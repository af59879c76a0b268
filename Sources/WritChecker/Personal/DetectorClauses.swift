import WritDiagnostics
import WritSyntax

/// A detector's clauses, sorted by what they say; those that may stand once are kept once.
struct DetectorClauses {
  var category: Name?
  var regions: [Name] = []
  var pattern: (source: String, flags: String, span: Span)?
  var reader: Name?
  var validators: [OperationSyntax] = []
  var exclusions: [Name] = []
  var near: [(words: [TextLiteral], within: ExpressionSyntax)] = []
  var named: [TextLiteral] = []
  var confidence: (values: [(word: Name?, value: ExpressionSyntax)], span: Span)?
  var examples: [TextLiteral] = []
  var counters: [TextLiteral] = []
  /// Clauses that stand a second time, with what they are called.
  var repeated: [(word: String, span: Span)] = []

  init(_ detector: DetectorSyntax) {
    var seen: Set<String> = []
    for (clause, span) in detector.clauses {
      if let word = clause.onceOnly, !seen.insert(word).inserted {
        repeated.append((word, span))
        continue
      }
      take(clause, span)
    }
  }

  private mutating func take(_ clause: DetectorSyntax.Clause, _ span: Span) {
    switch clause {
    case .category(let name): category = name
    case .region(let names): regions = names
    case .pattern(let source, let flags, let span): pattern = (source, flags, span)
    case .recognize(let name): reader = name
    case .validate(let calls): validators = calls
    case .exclude(let names): exclusions = names
    case .near(let words, let within): near.append((words, within))
    case .named(let texts): named = texts
    case .confidence(let values): confidence = (values, span)
    case .example(let texts): examples += texts
    case .counter(let texts): counters += texts
    }
  }
}

extension DetectorSyntax.Clause {
  /// The word of a clause that may stand once; nil for those that may repeat.
  fileprivate var onceOnly: String? {
    switch self {
    case .category: "category"
    case .region: "region"
    case .pattern: "pattern"
    case .recognize: "recognize"
    case .validate: "validate"
    case .exclude: "exclude"
    case .named: "named"
    case .confidence: "confidence"
    case .near, .example, .counter: nil
    }
  }
}
