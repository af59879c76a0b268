import ArgumentParser
import Writ
import WritAssessment
import WritDiagnostics
import WritEngine
import WritModel
import WritReports
import WritValues

struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract:
      "Explain a finding: what was read where, which condition decided, what would change it.")

  @Argument(
    help: ArgumentHelp(
      "A fingerprint (or its beginning), a rule id, or RULE/KEY.", valueName: "finding"))
  var finding: String

  @OptionGroup var arguments: RunArguments

  mutating func run() throws {
    let console = Console.current
    let workspace = Workspace(
      options: arguments.workspaceOptions(), clock: console.clock, environment: console.environment)
    var options = try arguments.runOptions(workspace)
    options.collectsMembers = true
    let run = AuditRun(workspace, options)
    if !run.diagnostics.isEmpty { console.err(DiagnosticRenderer().render(run.diagnostics)) }
    guard let assessment = run.assessment else {
      console.err("exit \(run.exit.code): \(run.exit.reason)\n")
      throw CommandExit(run.exit.code)
    }
    let found = assessment.rules.flatMap(\.findings).filter(matches)
    if found.isEmpty {
      if let members = members(of: run), !members.isEmpty {
        for (rule, member) in members {
          let causes = member.causes.map(\.description).joined(separator: ", ")
          let key =
            assessment.rules.contains {
              $0.id == rule && $0.findings.contains(where: \.isKeyPersonal)
            }
              && !arguments.showKeys ? "this member" : member.key.joined(separator: ", ")
          let line =
            "\(rule)  \(key)  \(member.outcome.rawValue)\(causes.isEmpty ? "" : ": \(causes)")"
          console.out(PrintableText.line(line) + "\n")
        }
        return
      }
      console.err("nothing matches `\(finding)`: neither a fingerprint, a rule id nor RULE/KEY\n")
      throw CommandExit(64)
    }
    let report = FindingExplanation(showsKeys: arguments.showKeys)
    console.out(found.map(report.text).joined(separator: "\n"))
  }

  private func matches(_ finding: Finding) -> Bool {
    let wanted = self.finding
    if finding.rule == wanted || name(finding.rule) == wanted { return true }
    if finding.fingerprint.hasPrefix(wanted), wanted.count >= 6 { return true }
    let key = finding.memberKey.joined(separator: "/")
    return wanted == "\(finding.rule)/\(key)" || wanted == "\(name(finding.rule))/\(key)"
  }

  /// Members that pass have no finding, and still an answer.
  private func members(of run: AuditRun) -> [(String, MemberOutcome)]? {
    run.evaluation?.rules.flatMap { rule in
      rule.members.filter { member in
        let key = member.key.joined(separator: "/")
        return finding == "\(rule.rule)/\(key)" || finding == "\(name(rule.rule))/\(key)"
      }.map { (rule.rule, $0) }
    }
  }

  private func name(_ rule: String) -> String {
    rule.lastIndex(of: ".").map { String(rule[rule.index(after: $0)...]) } ?? rule
  }
}
