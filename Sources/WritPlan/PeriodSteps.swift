package import WritChecker
package import WritValues

/// The steps of `each … in period`.
package enum PeriodSteps {
  /// Half-open steps from the period's start; the last one ends with the period. Nil where there are too many or one has
  /// no end.
  package static func steps(
    _ step: CheckedRule.Step?, _ period: (start: Timestamp, end: Timestamp)?
  ) -> [(start: Timestamp, end: Timestamp)]? {
    guard let step, let period else { return nil }
    var steps: [(start: Timestamp, end: Timestamp)] = []
    var count: Int64 = 0
    func bound(_ count: Int64) -> Timestamp? {
      switch step {
      case .microseconds(let span):
        let (offset, overflow) = span.multipliedReportingOverflow(by: count)
        return overflow ? nil : period.start.adding(microseconds: offset)
      case .months(let months):
        let (offset, overflow) = months.multipliedReportingOverflow(by: count)
        return overflow ? nil : period.start.adding(months: offset)
      }
    }
    // Years of minutes would be a mistake in the step, not an audit.
    while steps.count <= 100_000, let start = bound(count), start < period.end {
      guard let end = bound(count + 1), end > start else { return nil }
      steps.append((start, min(end, period.end)))
      count += 1
    }
    return steps.count <= 100_000 ? steps : nil
  }
}
