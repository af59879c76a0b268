import Foundation
import Testing
import _WritTestSupport

@Suite("writ controls") struct ControlsTests {
  private static let counts = [("gdpr", 48), ("iso27001", 93), ("soc2", 61)]

  @Test("list shows every control of every framework") func list() throws {
    let outcome = try Scene().writ("controls list")
    #expect(outcome.code == 0)
    let heads = outcome.output.split(separator: "\n").filter { !$0.hasPrefix(" ") }
    #expect(heads.count == 3)
    for ((framework, count), head) in zip(Self.counts, heads) {
      #expect(head.hasPrefix("\(framework) "))
      #expect(head.hasSuffix("(\(count) controls)"))
    }
    #expect(outcome.output.split(separator: "\n").count == 3 + 48 + 93 + 61)
    let one = try Scene().writ("controls list --framework soc2")
    #expect(one.output.split(separator: "\n").count == 1 + 61)
    #expect(try Scene().writ("controls list --framework soc3").code == 3)
  }

  @Test(
    "no id of the frameworks is missing",
    .enabled(if: SampleFolder.isExpected, "the sample folder is absent"))
  func ids() throws {
    let url = URL(fileURLWithPath: SampleFolder.file("data/framework-ids.csv"))
    let table = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    var wanted: [String: Set<String>] = [:]
    for line in table.split(whereSeparator: \.isNewline).dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      try #require(cells.count >= 2)
      let framework = cells[0].prefix { $0 != "-" }
      guard Self.counts.contains(where: { $0.0 == framework }) else { continue }
      wanted[String(framework), default: []].insert(String(cells[1]))
    }
    #expect(wanted.values.map(\.count).sorted() == [48, 61, 93], "\(wanted.keys)")
    let output = try Scene().writ("controls list").output
    var listed: [String: Set<String>] = [:]
    var framework = ""
    for line in output.split(separator: "\n") {
      guard let word = line.split(separator: " ").first.map({ String($0) }) else { continue }
      if line.hasPrefix(" ") { listed[framework]?.insert(word) } else { framework = word }
      if !line.hasPrefix(" ") { listed[word] = [] }
    }
    #expect(listed == wanted)
  }

  @Test("show tells of one control, with the rules that cover it") func show() throws {
    let scene = try Scene.small()
    let outcome = try scene.writ("controls show soc2:CC6.1")
    #expect(outcome.code == 0)
    #expect(outcome.output.hasPrefix("soc2:CC6.1  "))
    #expect(outcome.output.hasSuffix("  rules      access.admin_without_mfa\n"))
    let none = try scene.writ("controls show iso27001:A.5.1")
    #expect(none.output.hasSuffix("  rules      none: not tested\n"))
  }

  @Test("coverage counts controls with a rule") func coverage() throws {
    let scene = try Scene.allStatuses()
    let outcome = try scene.writ("controls coverage")
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("soc2 2017r2022: 2 of 61 controls have a rule\n"))
    #expect(outcome.output.contains("iso27001 2022: 1 of 93 controls have a rule\n"))
    #expect(outcome.output.contains("gdpr 2016-679: 1 of 48 controls have a rule\n"))
    #expect(outcome.output.contains("  CC6.1  all.failing\n"))
    #expect(outcome.output.contains("  CC6.3  no rule\n"))
    let broken = try Scene(["policies/a.writ": "modul a\n"]).writ("controls coverage")
    #expect(broken.code == 3)
  }
}
