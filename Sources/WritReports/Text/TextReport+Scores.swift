import WritAssessment
import WritModel
import WritValues

extension TextReport {
  /// One row a framework: the interval is headline, what is not evaluated counts against its floor.
  var frameworkLines: [String] {
    guard !assessment.frameworks.isEmpty else { return [] }
    var layout = ColumnLayout(
      [
        "framework", "floor", "ceiling", "coverage", "conformity", "freshness", "failed",
        "accepted", "attested", "n/a",
      ], left: 1)
    for score in assessment.frameworks {
      let tally = score.tally
      let isNothing = tally.applicable == 0
      layout.rows.append([
        "\(score.framework.id) \(score.framework.version)",
        isNothing ? "nothing applicable" : shown(tally.floor),
        isNothing ? "-" : shown(tally.ceiling), shown(tally.coverage), shown(tally.conformity),
        shown(score.freshness), String(tally.failed), String(tally.accepted),
        String(tally.attested), String(tally.notApplicable),
      ])
    }
    return [
      style.bold("Scores"),
      "  results of tests; a control that was not evaluated is never counted as passed",
    ] + layout.lines
  }

  var failedControlLines: [String] {
    var lines: [String] = []
    for score in assessment.frameworks {
      let failed = score.controls.filter { $0.state == .failed }
      let limit = max(0, options.findingLimit ?? failed.count)
      for result in failed.prefix(limit) {
        var line = "  \(result.control.id)  \(result.control.title): \(result.reason)"
        if result.isAccepted { line += " (accepted by waiver)" }
        lines.append(PrintableText.line(line))
      }
      if failed.count > limit {
        lines.append("  and \(failed.count - limit) more of \(score.framework.id)")
      }
    }
    return lines.isEmpty ? [] : [style.bold("Failed controls")] + lines
  }

  /// Everything no verdict stands on; rules nobody asked for and controls are gathered.
  var untestedLines: [String] {
    var lines: [String] = []
    for item in untestedItems {
      lines.append("  " + Self.line(item))
      if item.kind == .rejects { lines += rejectLines(item.subject) }
    }
    lines += (notRun + untestedControls).map { "  \($0)" }
    return lines.isEmpty ? [] : [style.bold("Not tested")] + lines
  }

  /// The same without indentation and single rejects.
  var untestedSummary: [String] { untestedItems.map(Self.line) + notRun + untestedControls }

  private static func line(_ item: Untested) -> String {
    let kind = item.kind == .rejects ? "dataset" : item.kind.rawValue
    return PrintableText.line("\(kind) \(item.subject): \(item.reason)")
  }

  /// What is told one by one.
  private var untestedItems: [Untested] {
    assessment.untested.filter {
      $0.kind != .control && !($0.kind == .rule && $0.reason == Untested.notRun)
    }
  }

  /// Rules that were not asked for: a few by name, many as one line.
  private var notRun: [String] {
    let rules = assessment.untested.filter { $0.kind == .rule && $0.reason == Untested.notRun }
    if rules.count <= 8 { return rules.map(Self.line) }
    let shown = rules.prefix(8).map(\.subject).joined(separator: ", ")
    return [
      PrintableText.line(
        "\(rules.count) rules, \(Untested.notRun): \(shown) and \(rules.count - 8) more")
    ]
  }

  private func rejectLines(_ dataset: String) -> [String] {
    guard let found = assessment.datasets.first(where: { Text($0.name) == Text(dataset) }) else {
      return []
    }
    let limit = min(5, found.rejects.count)
    var lines = found.rejects.prefix(limit).map { reject in
      PrintableText.line(
        "    \(SourcePath.shown(reject.input, line: Int64(reject.line))): \(reject.reason)")
    }
    if found.rejectedRows > Int64(limit) {
      lines.append("    and \(found.rejectedRows - Int64(limit)) more")
    }
    return lines
  }

  private var untestedControls: [String] {
    var lines: [String] = []
    for score in assessment.frameworks {
      var order: [String] = []
      var ids: [String: [String]] = [:]
      for result in score.controls where result.state == .notEvaluated {
        if ids[result.reason] == nil { order.append(result.reason) }
        ids[result.reason, default: []].append(result.control.id.id)
      }
      for reason in order {
        let all = ids[reason] ?? []
        let shown = all.prefix(8).joined(separator: ", ")
        let rest = all.count > 8 ? " and \(all.count - 8) more" : ""
        let head = "\(score.framework.id): \(all.count) of \(score.controls.count) controls"
        lines.append(PrintableText.line("\(head), \(reason): \(shown)\(rest)"))
      }
    }
    return lines
  }

  private func shown(_ fraction: Fraction?) -> String {
    guard let fraction else { return "-" }
    return "\(fraction.percent())% (\(fraction.numerator)/\(fraction.denominator))"
  }
}
