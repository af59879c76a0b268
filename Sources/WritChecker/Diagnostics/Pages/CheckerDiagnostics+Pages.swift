public import WritDiagnostics

extension CheckerDiagnostics {
  /// One page for each id, sorted.
  public static let pages: [ExplainPage] =
    (datasetPages + namePages + personalPages + rulePages + testPages + typePages).sorted {
      $0.id < $1.id
    }
}
