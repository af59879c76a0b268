public import WritAssessment
import WritModel
import WritValues

/// SARIF 2.1.0: a result for each finding, and one for each rule without any.
public struct SARIFReport: Sendable {
  private let assessment: Assessment
  private let options: ReportOptions

  public init(_ assessment: Assessment, _ options: ReportOptions = ReportOptions()) {
    self.assessment = assessment
    self.options = options
  }

  public var text: String {
    let run: JSONValue = [
      "tool": [
        "driver": [
          "name": "writ",
          "version": .text(assessment.toolVersion),
          "rules": .array(assessment.rules.map(descriptor)),
        ]
      ],
      "invocations": [invocation],
      "columnKind": "unicodeCodePoints",
      "results": .array(
        assessment.rules.enumerated().flatMap { index, rule in results(rule, index) }),
    ]
    let log: JSONValue = [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": [run],
    ]
    return log.pretty() + "\n"
  }

  // MARK: Rules

  private func descriptor(_ rule: AssessedRule) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init(name: "id", value: .text(rule.id)),
      .init(name: "shortDescription", value: message(rule.title.isEmpty ? rule.id : rule.title)),
    ]
    let full = [rule.summary, rule.rationale ?? ""].filter { !$0.isEmpty }
    if !full.isEmpty {
      members.append(.init(name: "fullDescription", value: message(full.joined(separator: " "))))
    }
    members += [
      .init(name: "help", value: message(help(rule))),
      .init(name: "defaultConfiguration", value: ["level": .text(level(rule.severity))]),
      .init(
        name: "properties",
        value: [
          "tags": JSONRecords.texts(rule.tags + rule.controls.map(\.description)),
          "severity": .text(rule.severity.rawValue),
          "security-severity": .text(securitySeverity(rule.severity)),
          "status": .text(rule.status.rawValue),
          "digest": .text(rule.digest),
        ]),
    ]
    return .object(members)
  }

  private func help(_ rule: AssessedRule) -> String {
    var lines = [rule.title.isEmpty ? rule.id : rule.title]
    if let rationale = rule.rationale { lines.append(rationale) }
    if !rule.controls.isEmpty {
      lines.append("Covers " + rule.controls.map(\.description).joined(separator: ", ") + ".")
    }
    lines += rule.references
    return lines.joined(separator: "\n")
  }

  // MARK: Results

  private func results(_ rule: AssessedRule, _ index: Int) -> [JSONValue] {
    var results = rule.findings.map { result($0, rule, index) }
    // A rule that could not see everything says so beside its findings too.
    let needsOwn =
      switch rule.status {
      case .error, .empty: true
      case .noData: !rule.blindDatasets.isEmpty || rule.findings.isEmpty
      default: rule.findings.isEmpty
      }
    if needsOwn { results.append(result(rule, index)) }
    return results
  }

  private func result(_ finding: Finding, _ rule: AssessedRule, _ index: Int) -> JSONValue {
    let isFailure = finding.outcome == .fail
    let name = MemberName(finding, showsKeys: options.showsKeys)
    let sentence = "\(name.label): \(FindingWords.message(finding))"
    var members: [JSONValue.Member] = [
      .init(name: "ruleId", value: .text(rule.id)),
      .init(name: "ruleIndex", value: .int(index)),
      .init(name: "kind", value: .text(isFailure ? "fail" : "open")),
      .init(name: "level", value: .text(isFailure ? level(finding.severity) : "none")),
      .init(name: "message", value: message(sentence)),
      .init(name: "locations", value: [location(finding, name, rule)]),
      .init(name: "partialFingerprints", value: ["writ/v1": .text(finding.fingerprint)]),
    ]
    if case .waived(let id) = finding.disposition {
      members.append(.init(name: "suppressions", value: [suppression(id)]))
    }
    members.append(
      .init(
        name: "properties",
        value: [
          "disposition": .text(FindingWords.word(finding.disposition)),
          "blocking": .bool(rule.blocks(finding)),
          "causes": JSONRecords.texts(finding.causes.map(\.description)),
          "controls": JSONRecords.texts(finding.controls.map(\.description)),
          "fix": JSONRecords.optional(finding.fix),
        ]))
    return .object(members)
  }

  /// Of a rule as a whole, at the place where it is written.
  private func result(_ rule: AssessedRule, _ index: Int) -> JSONValue {
    let kind =
      switch rule.status {
      case .pass, .waived: "pass"
      case .notApplicable: "notApplicable"
      case .fail: "fail"
      case .error, .noData, .empty, .pending: "open"
      }
    let sentence = FindingWords.summary(rule) ?? "holds for \(rule.ledger.pass) members"
    var members: [JSONValue.Member] = [
      .init(name: "ruleId", value: .text(rule.id)),
      .init(name: "ruleIndex", value: .int(index)),
      .init(name: "kind", value: .text(kind)),
      .init(name: "level", value: .text(kind == "fail" ? level(rule.severity) : "none")),
      .init(name: "message", value: message("\(rule.id): \(sentence)")),
    ]
    if let place = rule.place {
      members.append(.init(name: "locations", value: [location(place)]))
    }
    members += [
      .init(name: "partialFingerprints", value: ["writ/v1": .text("rule:\(rule.id)")]),
      .init(name: "properties", value: ["blocking": .bool(rule.isBlocking)]),
    ]
    return .object(members)
  }

  private func location(_ finding: Finding, _ name: MemberName, _ rule: AssessedRule) -> JSONValue {
    var members: [JSONValue.Member] = []
    if let read = MemberName.place(of: finding) {
      members.append(physical(read.input, line: read.line))
    } else if let place = rule.place {
      members.append(physical(place.source, line: Int64(place.line)))
    }
    members.append(
      .init(
        name: "logicalLocations",
        value: [
          ["fullyQualifiedName": .text("\(finding.dataset)[\(name.label)]"), "kind": "member"]
        ]))
    return .object(members)
  }

  private func location(_ place: RecordPlace) -> JSONValue {
    .object([physical(place.source, line: Int64(place.line))])
  }

  private func physical(_ source: String, line: Int64) -> JSONValue.Member {
    .init(
      name: "physicalLocation",
      value: [
        "artifactLocation": ["uri": .text(SourcePath.uri(source))],
        // Without a line the region still begins at the first: uploaders refuse a result without.
        "region": ["startLine": .int(max(1, line))],
      ])
  }

  private func suppression(_ id: String) -> JSONValue {
    var words = "waiver \(id)"
    if let found = assessment.waivers.first(where: { Text($0.waiver.id) == Text(id) }) {
      words += ": \(found.waiver.reason) (until \(found.waiver.expires))"
    }
    return ["kind": "external", "status": "accepted", "justification": .text(words)]
  }

  // MARK: The run

  private var invocation: JSONValue {
    let notes = assessment.notes.map { note -> JSONValue in
      var members: [JSONValue.Member] = [
        .init(name: "descriptor", value: ["id": .text(note.id)]),
        .init(name: "level", value: .text(note.level.rawValue)),
        .init(name: "message", value: message(note.message)),
      ]
      if let place = note.place {
        members.append(.init(name: "locations", value: [location(place)]))
      }
      return .object(members)
    }
    let untested = assessment.untested.filter { $0.kind != .control }.map { item -> JSONValue in
      [
        "descriptor": ["id": .text("untested/\(item.kind.rawValue)")],
        "level": "warning",
        "message": message("\(item.subject): \(item.reason)"),
      ]
    }
    return [
      "executionSuccessful": .bool(assessment.exit.code <= 2),
      "exitCode": .int(Int64(assessment.exit.code)),
      "exitCodeDescription": .text(assessment.exit.reason),
      "toolExecutionNotifications": .array(notes + untested),
    ]
  }

  /// A text that reads `[…](…)` would be taken for a link.
  private func message(_ text: String) -> JSONValue {
    ["text": .text(text.replacing("](", with: "\\]("))]
  }

  private func level(_ severity: Severity) -> String {
    switch severity {
    case .critical, .high: "error"
    case .medium: "warning"
    case .low, .info: "note"
    }
  }

  /// A number that code-scanning services sort by.
  private func securitySeverity(_ severity: Severity) -> String {
    switch severity {
    case .critical: "9.5"
    case .high: "8.0"
    case .medium: "5.0"
    case .low: "2.0"
    case .info: "0.0"
    }
  }
}
