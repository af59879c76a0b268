import Foundation
import Testing
import WritChecker
import WritDiagnostics
import WritPlan
import WritSyntax
import WritValues
import _WritTestSupport

/// Checks and plans the text of a policy.
struct Planning {
  let program: CheckedProgram
  let plan: ProgramPlan

  init(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let tree = Parser.parse(SourceText(name: "policy.writ", text: text))
    let result = Checker.check(
      [tree],
      environment: CheckEnvironment(
        readsPersonalData: true, knownZone: { ["UTC", "Europe/Berlin"].contains($0) }))
    let errors = result.diagnostics.filter { $0.severity == .error }
    try #require(
      errors.isEmpty, "\(DiagnosticRenderer().render(errors))", sourceLocation: sourceLocation)
    program = result.program
    plan = ProgramPlan(program: program, rules: program.rules)
  }

  /// The policy of a file of the package.
  init(file: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: PackageFolder.file(file)))
    try self.init(String(decoding: data, as: UTF8.self))
  }

  var text: String { PlanText(plan).text(of: program.rules) }

  func rule(_ name: String) throws -> RulePlan {
    let rule = try #require(program.rules.first { $0.id.hasSuffix(".\(name)") })
    return plan.plan(of: rule)
  }

  func dataset(_ name: String) throws -> DatasetPlan {
    try #require(plan.datasets.first { $0.name.name == name })
  }

  func fields(_ name: String) throws -> [String] {
    let dataset = try dataset(name)
    return dataset.fields.map { program.datasets[dataset.dataset].fields[$0].name }
  }

  /// Datasets all tests share.
  static let data = """
    module t
    dataset users {
      key id
      id: text  name: text  email: text?  level: int?  roles: set<text>  boss: users?
      seen: time?  tags: map<text>  ports: list<{ port: int, open: bool? }>  raw: json
    }
    dataset grants {
      key user, role
      user: users  role: text  weight: int  share: decimal  people: set<users>  open: bool?
    }
    dataset events {
      key id
      order by at lateness 1h
      id: text  at: time  user: users  kind: text  size: int
    }
    dataset tables { key base, name  base: text  name: text  owner: users? }
    dataset columns {
      key id
      id: int  base: text  tab: text  table: tables(base, tab)  kind: text
    }
    dataset hosts { key id  id: text  zone: text }
    dataset packages {
      key host, name
      complete per host
      host: hosts  name: text  version: text
    }
    define held_by(g: grants, x: users) = g.user == x
    define boss_of(u: users) = u.boss
    define trusted(u: users) = exists(g in grants where held_by(g, u) and g.weight > 3)

    """
}
