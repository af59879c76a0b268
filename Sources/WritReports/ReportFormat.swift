public import WritAssessment

/// The formats an assessment can be written in; siblings made from one value.
public enum ReportFormat: String, CaseIterable, Hashable, Sendable {
  case text, json, jsonl, sarif, junit, github, gitlab, markdown, csv

  /// The whole report, ending in a line feed.
  public func render(_ assessment: Assessment, _ options: ReportOptions = ReportOptions()) -> String
  {
    switch self {
    case .text: TextReport(assessment, options).text
    case .json: JSONReport(assessment, options).text
    case .jsonl: JSONReport(assessment, options).lines
    case .sarif: SARIFReport(assessment, options).text
    case .junit: JUnitReport(assessment, options).text
    case .github: GitHubReport(assessment, options).text
    case .gitlab: GitLabReport(assessment, options).text
    case .markdown: MarkdownReport(assessment, options).text
    case .csv: CSVReport(assessment, options).text
    }
  }
}
