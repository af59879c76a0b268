public import WritAssessment
import WritModel
import WritValues

/// JUnit XML: a suite for each module, a case for each rule.
public struct JUnitReport: Sendable {
  private let assessment: Assessment
  private let options: ReportOptions

  public init(_ assessment: Assessment, _ options: ReportOptions = ReportOptions()) {
    self.assessment = assessment
    self.options = options
  }

  public var text: String {
    var modules: [String] = []
    var rules: [String: [AssessedRule]] = [:]
    for rule in assessment.rules {
      if rules[rule.module] == nil { modules.append(rule.module) }
      rules[rule.module, default: []].append(rule)
    }
    let total = Counts(assessment.rules)
    let head = XMLText.attributes([
      "name": "writ", "tests": "\(assessment.rules.count)", "failures": "\(total.failures)",
      "errors": "\(total.errors)",
    ])
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites\(head)>\n"
    for module in modules { text += suite(module, rules[module] ?? []) }
    return text + "</testsuites>\n"
  }

  private func suite(_ module: String, _ rules: [AssessedRule]) -> String {
    let counts = Counts(rules)
    let head = XMLText.attributes([
      "name": module.isEmpty ? "writ" : module, "tests": "\(rules.count)",
      "failures": "\(counts.failures)", "errors": "\(counts.errors)",
      "skipped": "\(counts.skipped)",
    ])
    return "  <testsuite\(head)>\n" + rules.map(testCase).joined() + "  </testsuite>\n"
  }

  private func testCase(_ rule: AssessedRule) -> String {
    let head = XMLText.attributes([
      "name": rule.title.isEmpty ? rule.name : "\(rule.name): \(rule.title)",
      "classname": rule.module.isEmpty ? "writ" : rule.module,
    ])
    let body =
      switch Verdict(rule.status) {
      case .failure: element("failure", rule, lines(rule))
      case .error: element("error", rule, lines(rule))
      case .skipped: element("skipped", rule, [])
      case .success: output(rule)
      }
    return body.isEmpty
      ? "    <testcase\(head)/>\n" : "    <testcase\(head)>\n\(body)    </testcase>\n"
  }

  private func element(_ name: String, _ rule: AssessedRule, _ lines: [String]) -> String {
    let ledger = rule.ledger
    var message =
      FindingWords.summary(rule)
      ?? "\(ledger.fail) of \(ledger.members) members fail, \(ledger.noData) can't be told"
    if !rule.isBlocking, !rule.gateReason.isEmpty { message += " (does not block)" }
    let head = XMLText.attributes(["type": rule.severity.rawValue, "message": message])
    if lines.isEmpty { return "      <\(name)\(head)/>\n" }
    return "      <\(name)\(head)>\(XMLText.escape(lines.joined(separator: "\n")))</\(name)>\n"
  }

  /// What a green rule has to tell all the same: waived and tolerated members.
  private func output(_ rule: AssessedRule) -> String {
    let lines = lines(rule)
    if lines.isEmpty { return "" }
    let body = XMLText.escape(lines.joined(separator: "\n"))
    return "      <system-out>\(body)</system-out>\n"
  }

  private func lines(_ rule: AssessedRule) -> [String] {
    rule.findings.map { finding in
      let name = MemberName(finding, showsKeys: options.showsKeys)
      var line = "\(finding.outcome.rawValue) \(name.label)"
      if let waiver = FindingWords.waiver(finding.disposition) {
        line += " (waived by \(waiver))"
      } else if finding.disposition != .open {
        line += " (\(FindingWords.word(finding.disposition)))"
      }
      return PrintableText.line("\(line): \(FindingWords.message(finding))")
    }
  }

  private enum Verdict {
    case success, failure, error, skipped

    init(_ status: RuleStatus) {
      switch status {
      case .pass, .waived: self = .success
      case .fail: self = .failure
      case .error, .noData, .empty: self = .error
      case .notApplicable, .pending: self = .skipped
      }
    }
  }

  private struct Counts {
    var failures = 0
    var errors = 0
    var skipped = 0

    init(_ rules: [AssessedRule]) {
      for rule in rules {
        switch Verdict(rule.status) {
        case .success: break
        case .failure: failures += 1
        case .error: errors += 1
        case .skipped: skipped += 1
        }
      }
    }
  }
}
