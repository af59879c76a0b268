public import WritAssessment
import WritModel

/// Workflow annotations for GitHub: errors for what blocks, warnings for the rest that is open.
public struct GitHubReport: Sendable {
  /// More of a level than this is not shown for a step.
  static let limit = 10

  private let assessment: Assessment
  private let options: ReportOptions

  public init(_ assessment: Assessment, _ options: ReportOptions = ReportOptions()) {
    self.assessment = assessment
    self.options = options
  }

  public var text: String {
    var errors: [String] = []
    var warnings: [String] = []
    for rule in assessment.rules {
      for finding in rule.findings where finding.disposition == .open {
        let line = annotation(finding, rule)
        if rule.blocks(finding) { errors.append(line) } else { warnings.append(line) }
      }
      if !rule.status.isThrough, let summary = FindingWords.summary(rule) {
        let properties = place(rule.place?.source, Int64(rule.place?.line ?? 1), rule.id)
        let line = "\(properties)::\(Self.data(summary))"
        if rule.isBlocking { errors.append(line) } else { warnings.append(line) }
      }
    }
    let shown =
      errors.prefix(Self.limit).map { "::error \($0)\n" }
      + warnings.prefix(Self.limit).map { "::warning \($0)\n" }
    let hidden = errors.count + warnings.count - shown.count
    let more = hidden > 0 ? " (\(hidden) more not annotated)" : ""
    let verdict = TextReport(assessment, options).verdict
    return shown.joined() + "::notice title=writ::\(Self.data(verdict + more))\n"
  }

  private func annotation(_ finding: Finding, _ rule: AssessedRule) -> String {
    let name = MemberName(finding, showsKeys: options.showsKeys)
    let read = MemberName.place(of: finding)
    let properties = place(
      read?.input ?? rule.place?.source, read?.line ?? Int64(rule.place?.line ?? 1), rule.id)
    return "\(properties)::\(Self.data("\(name.label): \(FindingWords.message(finding))"))"
  }

  private func place(_ source: String?, _ line: Int64, _ title: String) -> String {
    let file = source.map { "file=\(Self.property(SourcePath.shown($0))),line=\(max(1, line))," }
    return "\(file ?? "")title=\(Self.property(title))"
  }

  static func data(_ text: String) -> String {
    var result = ""
    for scalar in PrintableText.line(text).unicodeScalars {
      if scalar == "%" { result += "%25" } else { result.unicodeScalars.append(scalar) }
    }
    return result
  }

  static func property(_ text: String) -> String {
    var result = ""
    for scalar in data(text).unicodeScalars {
      switch scalar {
      case ":": result += "%3A"
      case ",": result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
