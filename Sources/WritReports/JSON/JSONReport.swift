public import WritAssessment
import WritModel
import WritValues

/// The report for programs, `writ.findings/1`: an object a line in each list, sorted, strict.
public struct JSONReport: Sendable {
  /// The name and version of the format.
  public static let format = "writ.findings/1"

  private let assessment: Assessment
  private let options: ReportOptions

  public init(_ assessment: Assessment, _ options: ReportOptions = ReportOptions()) {
    self.assessment = assessment
    self.options = options
  }

  /// One JSON document.
  public var text: String {
    var writer = JSONRecordWriter()
    writer.raw("{\n  \"schema\": ")
    writer.value(.text(Self.format))
    member("tool", JSONRecords.tool(assessment), &writer)
    member("now", .text(assessment.now.description), &writer)
    if let period = assessment.period {
      member("period", JSONRecords.period(period), &writer)
    }
    member("rules", lines: assessment.rules.map(JSONRecords.rule), &writer)
    findings(&writer)
    member("controls", lines: JSONRecords.controls(assessment), &writer)
    member("frameworks", lines: assessment.frameworks.map(JSONRecords.framework), &writer)
    member("datasets", lines: assessment.datasets.map(JSONRecords.dataset), &writer)
    member("waivers", lines: assessment.waivers.map(JSONRecords.waiver), &writer)
    member("notes", lines: assessment.notes.map(JSONRecords.note), &writer)
    member("untested", lines: assessment.untested.map(JSONRecords.untested), &writer)
    member("exit", JSONRecords.exit(assessment.exit), &writer)
    writer.raw("\n}\n")
    return writer.text
  }

  private func member(_ name: String, _ value: JSONValue, _ writer: inout JSONRecordWriter) {
    writer.raw(",\n  \"\(name)\": ")
    writer.value(value)
  }

  /// An element a line.
  private func member(
    _ name: String, lines: [JSONValue], _ writer: inout JSONRecordWriter
  ) {
    writer.raw(",\n  \"\(name)\": [")
    for (index, value) in lines.enumerated() {
      writer.raw(index == 0 ? "\n    " : ",\n    ")
      writer.value(value)
    }
    writer.raw(lines.isEmpty ? "]" : "\n  ]")
  }

  private func findings(_ writer: inout JSONRecordWriter) {
    writer.raw(",\n  \"findings\": [")
    var isFirst = true
    for rule in assessment.rules {
      for finding in rule.findings {
        writer.raw(isFirst ? "\n    " : ",\n    ")
        isFirst = false
        writer.object { self.finding(finding, of: rule, &$0) }
      }
    }
    writer.raw(isFirst ? "]" : "\n  ]")
  }

  private func finding(
    _ finding: Finding, of rule: AssessedRule, _ writer: inout JSONRecordWriter
  ) {
    JSONRecords.finding(
      finding, isBlocking: rule.blocks(finding), showsKeys: options.showsKeys, to: &writer)
  }

  /// One object a line with a member `record`: the run, each rule with its findings, the exit.
  public var lines: String {
    var run: [JSONValue.Member] = [
      .init(name: "schema", value: .text(Self.format)),
      .init(name: "tool", value: JSONRecords.tool(assessment)),
      .init(name: "now", value: .text(assessment.now.description)),
    ]
    if let period = assessment.period {
      run.append(.init(name: "period", value: JSONRecords.period(period)))
    }
    var writer = JSONRecordWriter()
    record("run", .object(run), &writer)
    for rule in assessment.rules {
      record("rule", JSONRecords.rule(rule), &writer)
      for finding in rule.findings {
        writer.object {
          $0.member("record", "finding")
          self.finding(finding, of: rule, &$0)
        }
        writer.raw("\n")
      }
    }
    for control in JSONRecords.controls(assessment) { record("control", control, &writer) }
    for framework in assessment.frameworks {
      record("framework", JSONRecords.framework(framework), &writer)
    }
    for dataset in assessment.datasets { record("dataset", JSONRecords.dataset(dataset), &writer) }
    for waiver in assessment.waivers { record("waiver", JSONRecords.waiver(waiver), &writer) }
    for note in assessment.notes { record("note", JSONRecords.note(note), &writer) }
    for item in assessment.untested { record("untested", JSONRecords.untested(item), &writer) }
    record("exit", JSONRecords.exit(assessment.exit), &writer)
    return writer.text
  }

  private func record(_ kind: String, _ value: JSONValue, _ writer: inout JSONRecordWriter) {
    writer.value(.object([.init(name: "record", value: .text(kind))] + (value.members ?? [])))
    writer.raw("\n")
  }
}
