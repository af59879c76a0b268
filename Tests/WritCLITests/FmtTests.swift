import Foundation
import Testing
import _WritTestSupport

@Suite("writ fmt") struct FmtTests {
  private static let ragged = "module access\nrule   r \"R\" {\nseverity low // why\nmust 1==1 }\n"

  @Test("the project's own policies are in canonical form") func ownPolicies() throws {
    for folder in ["policies", "docs/demo/first/policies", "Benchmarks/policy"] {
      guard FileManager.default.fileExists(atPath: PackageFolder.file(folder)) else { continue }
      let outcome = try WritProcess.run(["fmt", "--check", folder], in: PackageFolder.path)
      #expect(outcome.code == 0, "\(outcome.all)")
      #expect(outcome.output.isEmpty)
    }
  }

  @Test("it is canonical and idempotent, keeps comments, and touches only what changes")
  func rewrite() throws {
    let scene = try Scene(["policies/a.writ": Self.ragged, "policies/deep/b.writ": "module b\n"])
    let check = try scene.writ("fmt --check")
    #expect(check.code == 1)
    #expect(check.output == "policies/a.writ\n")
    #expect(try scene.text("policies/a.writ") == Self.ragged)
    let written = try scene.writ("fmt")
    #expect(written.code == 0)
    #expect(written.errors == "formatted policies/a.writ\n")
    let text = try scene.text("policies/a.writ")
    #expect(text.contains("// why"))
    #expect(text.contains("rule r \"R\" {\n  severity low"))
    #expect(try scene.writ("fmt --check").code == 0)
    #expect(try scene.writ("fmt").errors.isEmpty)
    #expect(try scene.text("policies/a.writ") == text)
    #expect(scene.files() == ["policies/a.writ", "policies/deep/b.writ"])
    #expect(try scene.writ("fmt -", input: Self.ragged).output == text)
    #expect(try scene.writ("fmt -", input: text).output == text)
  }

  @Test("what can't be parsed is left alone: exit 3 with its place") func broken() throws {
    let scene = try Scene(["a.writ": "module a\nrule {\n", "b.writ": Self.ragged])
    let outcome = try scene.writ("fmt a.writ b.writ")
    #expect(outcome.code == 3)
    #expect(outcome.errors.contains("a.writ:2:"), "\(outcome.all)")
    #expect(try scene.text("a.writ") == "module a\nrule {\n")
    let input = try scene.writ("fmt -", input: "module a\nrule {\n")
    #expect(input.code == 3)
    #expect(input.output.isEmpty)
    #expect(input.errors.contains("stdin:2:"))
  }

  @Test("no file is exit 4") func missing() throws {
    let scene = try Scene(["policies/readme.txt": ""])
    #expect(try scene.writ("fmt gone.writ").code == 4)
    #expect(try scene.writ("fmt gone.writ").errors.contains("`gone.writ` does not exist"))
    #expect(try scene.writ("fmt").code == 4)
  }
}

@Suite("writ test") struct TestCommandTests {
  @Test("the project's own tests pass") func ownPolicies() throws {
    let outcome = try WritProcess.run(["test", "policies"], in: PackageFolder.path)
    #expect(outcome.code == 0, "\(outcome.all)")
    #expect(outcome.output.contains(" 0 failed; "))
    #expect(outcome.output.contains(", 0 without a test\n"), "\(outcome.all)")
  }

  @Test("a failing test is exit 3, with its place and what came instead") func failing() throws {
    let scene = try Scene.small([
      "policies/access.writ": Scene.Policy.access.replacingOccurrences(
        of: "expect fail \"a\"", with: "expect pass \"a\"")
    ])
    let outcome = try scene.writ("test")
    #expect(outcome.code == 3)
    #expect(
      outcome.output.contains("FAIL  access.admin_without_mfa  a missing factor is not a pass"))
    #expect(outcome.output.contains("policies/access.writ:23:"), "\(outcome.all)")
    #expect(outcome.output.contains("1 test, 0 passed, 1 failed; 1 rule, 0 without a test"))
    #expect(outcome.errors.contains("exit 3: a test fails"))
  }

  @Test("--rule chooses, -v names every test") func choose() throws {
    let scene = try Scene.small()
    let outcome = try scene.writ("test -v --rule admin*")
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("pass  access.admin_without_mfa  a missing factor"))
    #expect(try scene.writ("test --rule none").code == 3)
  }
}
