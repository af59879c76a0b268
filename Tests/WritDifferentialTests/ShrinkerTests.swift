import Foundation
import Testing
import WritDifferential
import _WritTestSupport

@Suite struct ShrinkerTests {
  /// Cases in which something holds, made small while it does.
  private func shrunk(
    where holds: @escaping (DifferentialCase) -> Bool
  ) throws -> DifferentialCase {
    func fails(_ candidate: GeneratedCase) -> Bool {
      let source = candidate.rendered
      return holds(source) && (try? PreparedCase(source)) != nil
    }
    let start = try #require((UInt64(0)..<300).lazy.map(GeneratedCase.init).first(where: fails))
    var shrinker = Shrinker(budget: 1500, fails: fails)
    let small = shrinker.shrink(start)
    #expect(fails(small))
    #expect(small.size < start.size)
    return small.rendered
  }

  @Test func onlyTheConditionThatMattersStays() throws {
    let small = try shrunk { $0.policy.contains(" matches ") }
    #expect(small.policy.components(separatedBy: "\nrule ").count == 2)
    #expect(small.policy.utf8.count < 400, "\(small.policy)")
    #expect(small.datasets.allSatisfy { $0.files.allSatisfy { $0.text.utf8.count < 60 } })
  }

  @Test func onlyTheRowThatMattersStays() throws {
    let small = try shrunk { source in
      source.datasets.contains { $0.files.contains { $0.text.contains("9999-12-31") } }
    }
    let rows = small.datasets.flatMap(\.files).flatMap { $0.text.split(separator: "\n") }
    #expect(rows.filter { $0.contains("9999-12-31") }.count == 1)
    #expect(rows.count <= 2, "\(rows)")
  }

  @Test func aFolderIsTheCase() throws {
    let temporary = try TemporaryFolder()
    for seed in UInt64(0)..<30 {
      let source = GeneratedCase(seed: seed).rendered
      let folder = URL(filePath: temporary.path).appending(path: "case-\(seed)")
      try CaseFolder.write(source, to: folder, note: "nothing")
      let again = try CaseFolder.read(folder)
      #expect(again.policy == source.policy)
      #expect(again.datasets.map(\.name) == source.datasets.map(\.name))
      for (one, other) in zip(again.datasets, source.datasets) {
        #expect(one.files.map(\.text) == other.files.map(\.text))
        #expect(one.collected == other.collected)
        #expect(one.covered == other.covered)
        #expect(one.zone == other.zone)
      }
      #expect("\(again.run)" == "\(source.run)")
    }
  }
}
