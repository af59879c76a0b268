import WritModel
import WritValues

/// Collects what no verdict stands on: datasets, rejects, rules, then controls.
enum UntestedList {
  static func collect(
    datasets: [AssessedDataset], rules: [AssessedRule], notRun: [String],
    frameworks: [FrameworkScore]
  ) -> [Untested] {
    var list: [Untested] = []
    for dataset in datasets where dataset.state != .delivered {
      let state = dataset.state == .stale ? "stale" : "not delivered"
      list.append(
        Untested(
          kind: .dataset, subject: dataset.name,
          reason: dataset.reason.isEmpty ? state : "\(state): \(dataset.reason)"))
    }
    for dataset in datasets where dataset.rejectedRows > 0 {
      list.append(
        Untested(
          kind: .rejects, subject: dataset.name,
          reason: "\(dataset.rejectedRows) of \(dataset.rows) rows rejected"))
    }
    for rule in rules {
      guard let reason = reason(for: rule) else { continue }
      list.append(Untested(kind: .rule, subject: rule.id, reason: reason))
    }
    for rule in notRun {
      list.append(Untested(kind: .rule, subject: rule, reason: Untested.notRun))
    }
    for framework in frameworks {
      for result in framework.controls where result.state == .notEvaluated {
        list.append(
          Untested(
            kind: .control, subject: result.control.id.description, reason: result.reason))
      }
    }
    return list
  }

  private static func reason(for rule: AssessedRule) -> String? {
    if let error = rule.error { return "could not run: \(error)" }
    if rule.status == .empty { return "no members" }
    var parts = rule.blindDatasets.map { blind in
      "\(blind.cause)" + (blind.reason.isEmpty ? "" : ": \(blind.reason)")
    }
    if rule.ledger.noData > 0 {
      var causes = rule.causeCounts.prefix(3).map { "\($0.cause): \($0.count)" }
      let rest = rule.causeCounts.count - causes.count
      if rest > 0 { causes.append("and \(rest) more") }
      parts.append(
        "no data for \(rule.ledger.noData) of \(rule.ledger.members) members"
          + (causes.isEmpty ? "" : " (\(causes.joined(separator: ", ")))"))
    }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}
