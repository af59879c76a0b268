import WritDiagnostics
import WritProject
import WritValues
import WritYAML

/// A file of any kind is read, or it is told what is wrong with it.
struct YAMLTarget: FuzzTarget {
  let name = "yaml"
  let words = [
    "- ", ": ", "? ", "---\n", "...\n", "|\n", ">-\n", "&a ", "*a", "!env ", "!!str ", "<<: ", "#",
    "'", "\"",
    "{", "}", "[", "]", ", ", "\t", "  ", "\n  ", "%YAML 1.2\n", "${HOME}", "${", "$${", "~",
    "null", "yes",
    "policies", "datasets", "params", "from", "path", "fields", "collected", "rule", "scope",
    "member",
    "members", "expires", "approver", "owner", "control", "controls", "criterion", "maps_to",
    "\\x41", "\u{85}",
    "\u{2028}", "\u{FEFF}", "\r\n", "\r",
  ]

  private let known = Set(ProjectDiagnostics.ids)

  var moreSeeds: [[UInt8]] {
    ProjectDiagnostics.pages.filter { $0.kind != .input }
      .flatMap { [Array($0.wrong.utf8), Array($0.right.utf8)] }
  }

  func run(_ input: [UInt8]) throws -> [String] {
    let source = SourceText(name: "input", bytes: input)
    let (node, said) = YAMLReader.parse(source)
    try PlaceCheck.check(said, of: [source], known: known)
    try expect(node != nil || !said.isEmpty, "nothing is read and nothing is said")
    let project = ProjectConfiguration.parse(source) { $0 == "HOME" ? "/home/a" : nil }
    let waivers = WaiverFile.parse(source, now: Timestamp(microseconds: 1_793_491_200_000_000))
    let attestations = AttestationFile.parse(source)
    let catalog = ControlCatalogFile.parse(source)
    var traits: [String] = []
    for (kind, diagnostics) in [
      ("project", project.diagnostics), ("waivers", waivers.diagnostics),
      ("attestations", attestations.diagnostics), ("catalog", catalog.diagnostics),
    ] {
      try PlaceCheck.check(diagnostics, of: [source], known: known)
      traits += PlaceCheck.traits(diagnostics).map { "\(kind) \($0)" }
    }
    try expect(
      catalog.catalog != nil || !catalog.diagnostics.isEmpty, "no catalog and nothing is said")
    return traits + ["\(project.configuration.datasets.count)", "\(waivers.waivers.count)"]
  }
}
