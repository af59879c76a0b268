/// The words of the language.
public enum Vocabulary {
  /// Words of expressions: none names a variable, group, param, let, define or dataset.
  public static let reserved: Set<String> = operators.union(literals).union(functions)

  /// Words that stand between or before operands and are never an operand.
  static let operators: Set<String> = [
    "and", "as", "between", "by", "contains", "else", "ends_with", "for", "if", "in", "intersect",
    "is", "known", "matches", "missing", "not", "of", "or", "starts_with", "subset", "then",
    "union", "where",
  ]

  static let literals: Set<String> = ["false", "null", "true"]

  static let functions: Set<String> = comprehensions.union([
    "abs", "age", "ceil", "date", "decimal", "floor", "hour", "int", "ip", "items", "json",
    "length", "lower", "mode_within", "nfc", "now", "period", "replace", "round", "split", "text",
    "time", "trim", "upper", "weekday",
  ])

  /// Functions that walk over rows.
  static let comprehensions: Set<String> = walkers.union(aggregates)

  /// `exists(e in SOURCE where …)`
  static let walkers: Set<String> = [
    "any", "count", "every", "exists", "first", "last", "none", "one",
  ]

  /// `sum(x for e in SOURCE where …)`
  static let aggregates: Set<String> = [
    "avg", "count", "distinct", "max", "min", "quantile", "share", "sum",
  ]

  static let declarations: [String] = [
    "dataset", "define", "detector", "erasure", "import", "let", "mask", "module", "param",
    "retention", "rule", "test",
  ]

  static let ruleClauses: [String] = [
    "allow", "covers", "each", "evidence", "fix", "for", "group", "let", "must", "owner",
    "rationale", "references", "say", "severity", "tags", "tolerate", "when", "where", "window",
    "within",
  ]

  static let datasetClauses: [String] = [
    "complete", "fresh", "key", "lateness", "order", "valid",
  ]

  static let detectorClauses: [String] = [
    "category", "confidence", "counter", "example", "exclude", "named", "near", "pattern",
    "recognize", "region", "validate",
  ]

  static let testClauses: [String] = ["expect", "given", "now", "param", "period"]
}
