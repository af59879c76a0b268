import Foundation
import Testing
import _WritTestSupport

@Suite("writ init") struct InitTests {
  private static let files = [
    ".writ/.gitignore", ".writ/fingerprint.key", ".writ/waivers.yaml", "data/users.ndjson",
    "policies/access.writ",
    "writ.yaml",
  ]

  @Test("an empty folder becomes a project that works") func project() throws {
    let scene = try Scene()
    let outcome = try scene.writ("init")
    #expect(outcome.code == 0, "\(outcome.all)")
    #expect(scene.files() == Self.files)
    #expect(outcome.output.hasSuffix("next: `writ test`, then `writ check`\n"))
    let mode = try FileManager.default.attributesOfItem(
      atPath: scene.file(".writ/fingerprint.key"))[.posixPermissions]
    #expect(mode as? Int == 0o600)
    let test = try scene.writ("test")
    #expect(test.code == 0, "\(test.all)")
    #expect(test.output.contains("2 tests, 2 passed, 0 failed; 2 rules, 0 without a test"))
    #expect(try scene.writ("fmt --check").code == 0)
    let check = try scene.writ("check --now 2026-01-10")
    #expect(check.code == 2, "\(check.all)")
    #expect(check.errors.isEmpty, "\(check.all)")
    #expect(check.output.contains("can't be told: missing(mfa)"), "\(check.all)")
    #expect(try scene.writ("waiver check").output == "no waivers\n")
  }

  @Test("pipelines and frameworks are those asked for") func choices() throws {
    let github = try Scene()
    #expect(try github.writ("init --ci github --framework soc2").code == 0)
    #expect(github.files() == ([".github/workflows/writ.yml"] + Self.files).sorted())
    #expect(try github.text("writ.yaml").contains("frameworks: [soc2]\n"))
    let gitlab = try Scene()
    #expect(try gitlab.writ("init --ci gitlab").code == 0)
    #expect(try gitlab.text(".gitlab-ci.yml").contains("writ check"))
  }

  @Test(
    "nothing is overwritten: exit 4 and nothing written",
    arguments: [
      "writ.yaml", "policies/access.writ", "data/users.ndjson", ".writ/waivers.yaml",
    ])
  func taken(name: String) throws {
    let scene = try Scene([name: "mine"])
    let outcome = try scene.writ("init")
    #expect(outcome.code == 4)
    #expect(outcome.errors.contains(name), "\(outcome.all)")
    #expect(outcome.output.isEmpty)
    #expect(scene.files() == [name])
    #expect(try scene.text(name) == "mine")
  }

  @Test("twice is once") func twice() throws {
    let scene = try Scene()
    #expect(try scene.writ("init").code == 0)
    let policy = try scene.text("policies/access.writ")
    #expect(try scene.writ("init").code == 4)
    #expect(try scene.text("policies/access.writ") == policy)
  }
}
