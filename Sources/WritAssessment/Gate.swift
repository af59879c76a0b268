import WritModel

/// Decides which rules close the gate and with which exit code the run ends.
struct Gate {
  var options: GateOptions

  /// Sets `isBlocking` and `gateReason` of a rule whose status is settled.
  func judge(_ rule: inout AssessedRule) {
    switch rule.status {
    case .pass, .waived, .notApplicable, .pending:
      rule.isBlocking = false
      rule.gateReason = ""
    case .error:
      rule.isBlocking = true
      rule.gateReason = "it could not run"
    case .fail:
      if let floor = options.failOn {
        rule.isBlocking = rule.severity >= floor
        rule.gateReason = reason(rule, floor)
      } else {
        rule.isBlocking = false
        rule.gateReason = "no failure blocks (--fail-on never)"
      }
    case .noData, .empty:
      let floor = options.noDataFrom
      rule.isBlocking = rule.severity >= floor && options.noData == .fail
      rule.gateReason =
        options.noData == .warn && rule.severity >= floor
        ? "what can't be told only warns (--no-data warn)" : reason(rule, floor)
    }
  }

  /// The exit code of judged rules; rejected rows anywhere are never silent.
  func decide(rules: [AssessedRule], datasets: [AssessedDataset]) -> ExitDecision {
    var decisions: [ExitDecision] = []
    func add(_ code: Int32, _ reason: String) {
      decisions.append(ExitDecision(code: code, reason: reason))
    }
    let errors = rules.filter { $0.status == .error }
    if !errors.isEmpty { add(5, "\(named(errors)) could not run") }
    let failures = rules.filter { $0.isBlocking && $0.status == .fail }
    if let floor = options.failOn, !failures.isEmpty {
      add(1, "\(named(failures)) \(failures.count == 1 ? "fails" : "fail")\(scope(floor))")
    }
    let isNothing = !rules.contains(where: Self.isEvaluated)
    if isNothing {
      add(2, rules.isEmpty ? "nothing was evaluated: no rule" : "nothing was evaluated")
    }
    if options.noData == .fail {
      let untold = rules.filter { $0.isBlocking && ($0.status == .noData || $0.status == .empty) }
      if !untold.isEmpty {
        add(2, "\(named(untold)) can't be told\(scope(options.noDataFrom))")
      }
      let rejected = datasets.filter { $0.rejectedRows > 0 }
      if !rejected.isEmpty {
        let rows = rejected.reduce(Int64(0)) { $0 &+ $1.rejectedRows }
        let names = rejected.map(\.name).joined(separator: ", ")
        add(2, "\(rows) \(rows == 1 ? "row is" : "rows are") rejected in \(names)")
      }
    }
    return ExitDecision.combine(decisions)
  }

  /// Whether the rule gave a verdict about anything: a declared-empty population is one.
  static func isEvaluated(_ rule: AssessedRule) -> Bool {
    switch rule.status {
    case .pass, .fail, .waived, .notApplicable, .pending: true
    case .noData: rule.ledger.members > rule.ledger.noData
    case .error, .empty: false
    }
  }

  private func reason(_ rule: AssessedRule, _ floor: Severity) -> String {
    rule.severity >= floor
      ? "\(rule.severity.rawValue) blocks from \(floor.rawValue)"
      : "\(rule.severity.rawValue) is below \(floor.rawValue)"
  }

  private func scope(_ floor: Severity) -> String {
    floor == .critical ? " at critical" : " at \(floor.rawValue) or above"
  }

  private func named(_ rules: [AssessedRule]) -> String {
    guard let first = rules.first else { return "no rule" }
    return rules.count == 1 ? first.id : "\(rules.count) rules"
  }
}
