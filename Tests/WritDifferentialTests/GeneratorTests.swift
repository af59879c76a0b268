import Testing
import WritDifferential

/// Every form of the language is invented often enough to be tested.
@Suite struct GeneratorTests {
  private static let forms: [String] = [
    // Literals, names, logic, choice
    "literal", "path", "list", "and", "or", "not", "if", "??", "interpolation",
    // Comparison, membership, presence
    "==", "!=", "<", "<=", ">", ">=", "between", "in list", "in collection", "in map", "in dataset",
    "in network", "in networks", "in period", "is known", "is missing", "json path",
    // Text
    "matches", "starts_with", "ends_with", "contains", "lower", "upper", "trim", "nfc", "length",
    "replace", "split", "first of split",
    // Numbers and amounts
    "+", "-", "*", "/", "%", "negate", "abs", "min of", "max of", "round", "floor", "ceil",
    "mode_within", "/ of amounts", "amount +", "amount -", "amount *", "amount /", "amount %",
    // Time
    "now", "clock", "deadline", "age", "age in months", "date", "hour", "weekday", "time +",
    "time -",
    "time - time",
    // Conversions
    "text()", "int()", "decimal()", "time()", "ip()", "json()", "items", "mask",
    // Collections
    "union", "intersect", "subset", "count of", "count dataset",
    // Joins
    "join", "join in probe", "join row contains", "join function", "define",
    // Clauses
    "for", "rule without for", "each", "let", "where", "group by", "when", "must", "within", "say",
    "fix", "evidence", "allow empty", "allow cross", "tolerate", "window sliding",
    "window tumbling",
    "window session", "param",
    // Data
    "data ndjson", "data json", "data csv", "data undelivered", "data in two files", "data broken",
  ]

  private static let overRows = [
    "exists", "none", "every", "any", "first", "last", "one", "count", "sum", "min", "max", "avg",
    "distinct", "quantile", "share",
  ]

  @Test func everyFormIsInvented() {
    var counts: [String: Int] = [:]
    for seed in UInt64(0)..<2000 { GeneratedCase(seed: seed).countForms(into: &counts) }
    for form in Self.forms {
      #expect(counts[form, default: 0] >= 4, "\(form)")
    }
    // Rare, for it takes long.
    #expect(counts["data large", default: 0] >= 1)
    for word in Self.overRows {
      for source in ["rows", "items"] {
        #expect(counts["\(word) \(source)", default: 0] >= 4, "\(word) \(source)")
      }
      if word == "every" || word == "any" { continue }
      #expect(counts["\(word) group", default: 0] >= 3, "\(word) group")
    }
  }
}
