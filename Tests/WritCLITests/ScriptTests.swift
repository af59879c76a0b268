import Testing
import _WritTestSupport

/// What is generated and committed is what would be generated.
@Suite("Generated files") struct ScriptTests {
  @Test(
    "scripts find nothing to change",
    .enabled(if: ExternalTool.isExpected("python3"), "python3 is not in PATH"),
    arguments: ["embed-catalogs", "make-demo-company"])
  func check(script: String) throws {
    let tool = try #require(ExternalTool("python3"))
    let result = try tool.run([PackageFolder.file("scripts/\(script)"), "--check"])
    #expect(result.code == 0, "\(result.output)")
  }
}
