import Foundation
import Testing
import _WritTestSupport

/// What a user sees, kept as files: a change here is read before it is recorded.
@Suite("Screens") struct ScreenTests {
  @Test("writ alone, in an empty folder and in a project") func overview() throws {
    expectGolden(try Scene().writ("").output, "Goldens/overview-empty.txt")
    expectGolden(try Scene.small().writ("").output, "Goldens/overview.txt")
  }

  @Test("help", arguments: ["", "check", "audit", "collect", "plan", "pii columns"])
  func help(command: String) throws {
    let outcome = try Scene().writ("\(command) --help")
    let name = command.split(separator: " ").joined(separator: "-")
    expectGolden(outcome.output, "Goldens/help\(name.isEmpty ? "" : "-\(name)").txt")
  }

  @Test("explain") func explain() throws {
    let outcome = try Scene().writ("explain type/unknown-value")
    expectGolden(outcome.output, "Goldens/explain.txt")
  }

  @Test("a control") func control() throws {
    let outcome = try Scene().writ("controls show soc2:CC6.1")
    expectGolden(outcome.output, "Goldens/control.txt")
  }

  @Test("a mistake") func mistake() throws {
    let scene = try Scene.small([
      "policies/more.writ": """
      module more

      import access

      rule typo "A typo" {
        severity high
        for u in access.users
        must u.mfaa
      }

      """
    ])
    expectGolden(try scene.writ("check users.ndjson").errors, "Goldens/mistake.txt")
  }

  @Test("the first project, checked", arguments: [("text", "txt"), ("markdown", "md")])
  func first(format: String, ending: String) throws {
    // Without a time of reading in the last line only where `--now` is given.
    let outcome = try WritProcess.run(
      ["check", "docs/demo/first", "--now", "2026-11-01T00:00:00Z", "-f", format],
      in: PackageFolder.path)
    #expect(outcome.code == 1, "\(outcome.all)")
    expectGolden(outcome.output, "Goldens/first.\(ending)")
  }

  @Test("every status, in words") func statuses() throws {
    expectGolden(try Scene.allStatuses().writ("check").output, "Goldens/statuses.txt")
    expectGolden(try Scene.allStatuses().writ("why failing").output, "Goldens/why.txt")
  }
}
