import FoundationEssentials
import Testing
import WritDiagnostics
import WritProject

/// The examples of docs/reference/writ-yaml.md are read as they stand there.
@Suite struct WritYAMLPageTests {
  private static let page = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "docs/reference/writ-yaml.md")

  @Test func examplesAreFine() throws {
    let text = String(decoding: try Data(contentsOf: Self.page), as: UTF8.self)
    let blocks = text.split(separator: "```").enumerated().filter { $0.offset % 2 == 1 }
      .map { SourceText(name: "example", text: String($0.element.dropFirst(4))) }
    try #require(blocks.count == 5)
    let first = ProjectConfiguration.parse(blocks[0], environment: { _ in "postgres://h/d" })
    #expect(first.diagnostics.isEmpty)
    #expect(first.configuration.datasets.count == 5)
    #expect(ProjectConfiguration.parse(blocks[1]).configuration.parameters.count == 2)
    #expect(ProjectConfiguration.parse(blocks[2]).configuration.secretKeys.count == 2)
    #expect(WaiverFile.parse(blocks[3]).waivers.count == 1)
    #expect(AttestationFile.parse(blocks[4]).attestations.count == 1)
  }

  @Test func everyKindIsOnThePage() throws {
    let text = String(decoding: try Data(contentsOf: Self.page), as: UTF8.self)
    for kind in DatasetBinding.Kind.allCases {
      #expect(text.contains("`\(kind.rawValue)`"), "\(kind.rawValue)")
    }
  }
}
