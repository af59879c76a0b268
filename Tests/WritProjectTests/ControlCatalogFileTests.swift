import FoundationEssentials
import Testing
import WritDiagnostics
import WritModel
import WritProject
import WritValues

@Suite struct ControlCatalogFileTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "controls")

  private func real(_ framework: String, _ version: String) throws -> (
    catalog: ControlCatalog?, diagnostics: [Diagnostic]
  ) {
    let path = Self.folder.appending(path: "\(framework)/\(version)/catalog.yaml")
    return ControlCatalogFile.parse(
      SourceText(name: "catalog.yaml", bytes: Array(try Data(contentsOf: path))))
  }

  @Test(arguments: [("soc2", "2017r2022", 61), ("iso27001", "2022", 93), ("gdpr", "2016-679", 48)])
  func ourCatalogsAreFine(_ framework: String, _ version: String, _ count: Int) throws {
    let (catalog, diagnostics) = try real(framework, version)
    #expect(diagnostics.isEmpty, "\(DiagnosticRenderer().render(diagnostics))")
    #expect(catalog?.framework.id == framework)
    #expect(catalog?.framework.version == version)
    #expect(catalog?.controls.count == count)
  }

  @Test func linksOfOurCatalogsStandOnBothSides() throws {
    let catalogs = try [("soc2", "2017r2022"), ("iso27001", "2022"), ("gdpr", "2016-679")].map {
      try #require(try real($0.0, $0.1).catalog)
    }
    for control in catalogs.flatMap(\.controls) {
      for link in control.mapsTo {
        let other = catalogs.compactMap { $0.control(link.control) }.first
        #expect(other != nil, "\(control.id) links to \(link.control)")
        let back = other?.mapsTo.first { $0.control == control.id }
        #expect(back?.relation == link.relation.inverse, "\(control.id) and \(link.control)")
        #expect(back?.reason == link.reason, "\(control.id) and \(link.control)")
      }
    }
  }

  private static func catalog(_ change: (String, String)) -> String {
    let text = """
      schema: writ.controls/1
      framework: org
      version: "1"
      title: "Our own controls"
      license: own-words
      controls:
        - id: AC-07
          title: "Second factor"
          group: AC
          source: "section 7"
          severity: high
          frequency: daily
          criterion: {threshold: "2.5%"}
          requires: [inventory, access_log]
          check: "Everyone signs in with a second factor"
          applicability: "Are there accounts?"
          maps_to:
            - {control: "soc2:CC6.1", relation: subset, reason: "One part of access"}
      """
    return text.replacing(change.0, with: change.1, maxReplacements: 1)
  }

  @Test func readsEveryKey() throws {
    let text = Self.catalog(("own-words", "own-words"))
    let (catalog, diagnostics) = ControlCatalogFile.parse(SourceText(name: "c", text: text))
    #expect(diagnostics.isEmpty)
    let id = ControlID(framework: "org", id: "AC-07")
    let control = try #require(catalog?.control(id))
    #expect(control.criterion == .threshold(Decimal(millionths: 25_000)))
    #expect(control.requires == [.inventory, .accessLog])
    #expect(control.severity == .high && control.frequency == .daily)
    #expect(control.applicability == "Are there accounts?")
    #expect(
      control.mapsTo == [
        ControlMapping(
          control: ControlID(framework: "soc2", id: "CC6.1"), relation: .subset,
          reason: "One part of access")
      ])
    #expect(catalog?.groups == ["AC"])
  }

  @Test(arguments: [
    ("writ.controls/1", "writ.controls/2", "config/unknown-value"),
    ("framework: org", "framework: Org!", "config/wrong-type"),
    ("license: own-words", "license: public", "config/unknown-value"),
    ("license: own-words\n", "", "config/missing-key"),
    ("title: \"Our own controls\"", "titel: x", "config/unknown-key"),
    ("id: AC-07", "id: 'AC 07'", "config/wrong-type"),
    ("title: \"Second factor\"", "title: ''", "config/wrong-type"),
    ("severity: high", "severity: info", "config/unknown-value"),
    ("frequency: daily", "frequency: weekly", "config/unknown-value"),
    ("{threshold: \"2.5%\"}", "some", "config/wrong-type"),
    ("\"2.5%\"", "\"2.5\"", "config/wrong-type"), ("\"2.5%\"", "\"101%\"", "config/wrong-type"),
    ("\"2.5%\"", "\"-1%\"", "config/wrong-type"), ("\"2.5%\"", "\"%\"", "config/wrong-type"),
    ("\"2.5%\"", "\"1e1%\"", "config/wrong-type"),
    ("threshold:", "treshold:", "config/unknown-key"),
    ("[inventory, access_log]", "[]", "config/wrong-type"),
    ("[inventory, access_log]", "[inventory, inventory]", "config/duplicate-value"),
    ("[inventory, access_log]", "[acces_log]", "config/unknown-value"),
    ("soc2:CC6.1", "CC6.1", "config/wrong-type"),
    ("relation: subset", "relation: part", "config/unknown-value"),
    (", reason: \"One part of access\"", "", "config/missing-key"),
    ("maps_to:", "mapsto:", "config/unknown-key"),
  ])
  func refuses(_ old: String, _ new: String, _ id: String) {
    let text = Self.catalog((old, new))
    let (_, diagnostics) = ControlCatalogFile.parse(SourceText(name: "c", text: text))
    #expect(diagnostics.first?.id == id, "\(old) -> \(new): \(diagnostics.map(\.id))")
  }

  @Test func anIDStandsOnce() throws {
    let text = Self.catalog(("own-words", "own-words"))
    let entry = try #require(text.firstRange(of: "  - id")).lowerBound
    let twice = text + "\n" + text[entry...]
    let (catalog, diagnostics) = ControlCatalogFile.parse(SourceText(name: "c", text: twice))
    #expect(diagnostics.map(\.id) == ["config/duplicate-value"])
    #expect(catalog?.controls.count == 1)
  }
}
