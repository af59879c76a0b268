import FoundationEssentials
import Testing
import WritDiagnostics
import WritProject
import WritValues

/// The examples of `writ explain` do what their page says.
@Suite struct ProjectPageTests {
  private func read(_ text: String, as kind: ExplainPage.Kind) throws -> [Diagnostic] {
    let source = SourceText(name: "example.yaml", text: text)
    switch kind {
    case .configuration: return ProjectConfiguration.parse(source).diagnostics
    case .catalog: return ControlCatalogFile.parse(source).diagnostics
    case .waivers:
      let now = try #require(Timestamp(parsing: "2026-11-01T00:00:00Z"))
      return WaiverFile.parse(source, now: now).diagnostics
    case .attestations: return AttestationFile.parse(source).diagnostics
    case .policy, .input:
      Issue.record("no file of this target is a \(kind.rawValue)")
      return []
    }
  }

  @Test(
    "the wrong example gives its id only, the right one nothing",
    arguments: ProjectDiagnostics.pages.filter { $0.kind != .input })
  func examples(page: ExplainPage) throws {
    let wrong = try read(page.wrong, as: page.kind)
    #expect(Set(wrong.map(\.id)) == [page.id], "\(DiagnosticRenderer().render(wrong))")
    let right = try read(page.right, as: page.kind)
    #expect(right.isEmpty, "\(DiagnosticRenderer().render(right))")
  }

  @Test func aLargeFileIsRefused() throws {
    let text = String(repeating: "# waivers\n", count: 500_000)
    #expect(try read(text, as: .waivers).map(\.id) == ["config/too-large"])
  }

  @Test func pagesAreSortedAndUnique() {
    #expect(ProjectDiagnostics.ids == Set(ProjectDiagnostics.ids).sorted())
  }

  /// An id in the sources has a page, and a page's id is in the sources.
  @Test func everyReportedIDHasAPage() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var reported: Set<String> = []
    for target in ["WritYAML", "WritProject"] {
      let folder = root.appending(path: "Sources/\(target)").path
      for name in try FileManager.default.contentsOfDirectory(atPath: folder)
      where name.hasSuffix(".swift") && name != "ProjectDiagnostics.swift" {
        let text = String(
          decoding: try Data(contentsOf: URL(filePath: "\(folder)/\(name)")), as: UTF8.self)
        for match in text.matches(of: #/"(?<id>(?:config|waiver|attestation)\/[a-z-]+)"/#) {
          reported.insert(String(match.output.id))
        }
      }
    }
    #expect(reported == Set(ProjectDiagnostics.ids))
  }
}
