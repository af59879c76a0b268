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
    var members: [(String, String)] = [
      ("schema", JSONValue.text(Self.format).compact),
      ("tool", JSONRecords.tool(assessment).compact),
      ("now", JSONValue.text(assessment.now.description).compact),
    ]
    if let period = assessment.period {
      members.append(("period", JSONRecords.period(period).compact))
    }
    members += [
      ("rules", list(assessment.rules.map(JSONRecords.rule))),
      ("findings", list(findings)),
      ("controls", list(JSONRecords.controls(assessment))),
      ("frameworks", list(assessment.frameworks.map(JSONRecords.framework))),
      ("datasets", list(assessment.datasets.map(JSONRecords.dataset))),
      ("waivers", list(assessment.waivers.map(JSONRecords.waiver))),
      ("notes", list(assessment.notes.map(JSONRecords.note))),
      ("untested", list(assessment.untested.map(JSONRecords.untested))),
      ("exit", JSONRecords.exit(assessment.exit).compact),
    ]
    let lines = members.map { "  \(JSONValue.text($0).compact): \($1)" }
    return "{\n" + lines.joined(separator: ",\n") + "\n}\n"
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
    var records = [record("run", .object(run))]
    for rule in assessment.rules {
      records.append(record("rule", JSONRecords.rule(rule)))
      for finding in rule.findings {
        records.append(record("finding", self.finding(finding, isBlocking: rule.blocks(finding))))
      }
    }
    records += JSONRecords.controls(assessment).map { record("control", $0) }
    records += assessment.frameworks.map { record("framework", JSONRecords.framework($0)) }
    records += assessment.datasets.map { record("dataset", JSONRecords.dataset($0)) }
    records += assessment.waivers.map { record("waiver", JSONRecords.waiver($0)) }
    records += assessment.notes.map { record("note", JSONRecords.note($0)) }
    records += assessment.untested.map { record("untested", JSONRecords.untested($0)) }
    records.append(record("exit", JSONRecords.exit(assessment.exit)))
    return records.map { $0.compact + "\n" }.joined()
  }

  private var findings: [JSONValue] {
    assessment.findings.map { finding($0.finding, isBlocking: $0.isBlocking) }
  }

  private func finding(_ finding: Finding, isBlocking: Bool) -> JSONValue {
    JSONRecords.finding(finding, isBlocking: isBlocking, showsKeys: options.showsKeys)
  }

  private func list(_ records: [JSONValue]) -> String {
    if records.isEmpty { return "[]" }
    return "[\n" + records.map { "    " + $0.compact }.joined(separator: ",\n") + "\n  ]"
  }

  private func record(_ kind: String, _ value: JSONValue) -> JSONValue {
    .object([.init(name: "record", value: .text(kind))] + (value.members ?? []))
  }
}
