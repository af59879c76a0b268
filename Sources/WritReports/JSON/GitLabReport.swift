public import WritAssessment
import WritModel
import WritValues

/// GitLab code quality JSON: an issue for each open finding and each rule that could not tell.
public struct GitLabReport: Sendable {
  private let assessment: Assessment
  private let options: ReportOptions

  public init(_ assessment: Assessment, _ options: ReportOptions = ReportOptions()) {
    self.assessment = assessment
    self.options = options
  }

  public var text: String {
    var issues: [JSONValue] = []
    for rule in assessment.rules {
      for finding in rule.findings where finding.disposition == .open {
        let name = MemberName(finding, showsKeys: options.showsKeys)
        let read = MemberName.place(of: finding)
        issues.append(
          issue(
            rule, "\(FindingWords.message(finding)) [\(name.label)]",
            fingerprint: finding.fingerprint, path: read?.input ?? rule.place?.source,
            line: read?.line ?? Int64(rule.place?.line ?? 1)))
      }
      if !rule.status.isThrough, let summary = FindingWords.summary(rule) {
        issues.append(
          issue(
            rule, summary, fingerprint: "rule:\(rule.id)", path: rule.place?.source,
            line: Int64(rule.place?.line ?? 1)))
      }
    }
    return JSONValue.array(issues).pretty() + "\n"
  }

  private func issue(
    _ rule: AssessedRule, _ description: String, fingerprint: String, path: String?, line: Int64
  ) -> JSONValue {
    [
      "description": .text(PrintableText.line("\(rule.title): \(description)")),
      "check_name": .text(rule.id),
      "fingerprint": .text(fingerprint),
      "severity": .text(severity(rule.severity)),
      "location": [
        "path": .text(SourcePath.shown(path ?? "writ.yaml")),
        "lines": ["begin": .int(max(1, line))],
      ],
    ]
  }

  private func severity(_ severity: Severity) -> String {
    switch severity {
    case .info: "info"
    case .low: "minor"
    case .medium: "major"
    case .high: "critical"
    case .critical: "blocker"
    }
  }
}
