import Testing
import WritDiagnostics
import WritProject
import WritValues
import _WritTestSupport

@Suite struct ProjectConfigurationTests {
  private func read(
    _ text: String, environment: [String: String] = [:]
  ) -> (configuration: ProjectConfiguration, diagnostics: [Diagnostic]) {
    ProjectConfiguration.parse(SourceText(name: "writ.yaml", text: text)) { environment[$0] }
  }

  private static let whole = """
    policies: [policies]
    controls: [controls]
    frameworks: [soc2, iso27001, gdpr]
    params: { access.dormant_after: 60d }
    datasets:
      users: users.ndjson
      staff: { from: hr, path: hr.csv, collected: 2026-11-01T00:00:00Z, fields: { left_at: "Termination Date" } }
      auth:  { from: sshd, path: "logs/auth.log*", year: 2026, zone: Europe/Berlin }
      ports: { from: collect, table: listening_ports }

    """

  @Test func readsTheWholeForm() throws {
    let (configuration, diagnostics) = read(Self.whole)
    #expect(diagnostics.isEmpty)
    #expect(configuration.policies.map(\.value) == ["policies"])
    #expect(configuration.frameworks.map(\.value) == ["soc2", "iso27001", "gdpr"])
    #expect(configuration.parameters.map(\.name.value) == ["access.dormant_after"])
    guard case .one(let dormant) = try #require(configuration.parameters.first).value else {
      Issue.record("not one value")
      return
    }
    #expect(dormant.value == "60d" && dormant.place.text == "60d")
    #expect(configuration.datasets.map(\.name.value) == ["users", "staff", "auth", "ports"])
    try #require(configuration.datasets.count == 4)
    let users = configuration.datasets[0]
    #expect(users.kind == .file && users.path?.value == "users.ndjson" && users.collected == nil)
    let staff = configuration.datasets[1]
    #expect(staff.kind == .hr && staff.path?.value == "hr.csv")
    let collected = try #require(Timestamp(parsing: "2026-11-01T00:00:00Z"))
    #expect(staff.collected == .at(collected))
    #expect(staff.fields.map(\.field.value) == ["left_at"])
    #expect(staff.fields.map(\.column.value) == ["Termination Date"])
    let auth = configuration.datasets[2]
    #expect(auth.kind == .sshd && auth.year == 2026 && auth.zone?.value == "Europe/Berlin")
    let ports = configuration.datasets[3]
    #expect(ports.kind == .collect && ports.table?.value == "listening_ports" && ports.path == nil)
    #expect(configuration.isStrict)
    #expect(configuration.waivers.map(\.value) == [".writ/waivers.yaml"])
    #expect(!configuration.writtenKeys.contains("waivers"))
    #expect(configuration.writtenKeys.contains("datasets"))
  }

  @Test(arguments: ["", "{}", "# nothing", "---\n"])
  func allKeysAreOptional(_ text: String) {
    let (configuration, diagnostics) = read(text)
    #expect(diagnostics.isEmpty || text == "---\n")
    #expect(configuration.policies.map(\.value) == ["policies"])
    #expect(configuration.controls.map(\.value) == ["controls"])
    #expect(configuration.datasets.isEmpty && configuration.isStrict)
  }

  @Test(arguments: [
    ("polices: [x]", "config/unknown-key"), ("strict: no", "config/wrong-type"),
    ("strict: 'true'", "config/wrong-type"), ("policies: x", "config/wrong-type"),
    ("policies: [x, x]", "config/duplicate-value"), ("policies: [[x]]", "config/wrong-type"),
    ("frameworks: [SOC2]", "config/wrong-type"), ("params: { dormant: 1 }", "config/wrong-type"),
    ("params: { a.b: {c: d} }", "config/wrong-type"), ("params: { a.b: }", "config/wrong-type"),
    ("params: { a.b: [x, [y]] }", "config/wrong-type"), ("datasets: [x]", "config/wrong-type"),
    ("datasets: { u: }", "config/wrong-type"), ("datasets: { u: [x] }", "config/wrong-type"),
    ("datasets: { 'u v': x }", "config/wrong-type"), ("datasets: { u: {} }", "config/missing-key"),
    ("datasets: { u: {from: ndjosn, path: x} }", "config/unknown-value"),
    ("datasets: { u: {from: sshd} }", "config/missing-key"),
    ("datasets: { u: {from: collect} }", "config/missing-key"),
    ("datasets: { u: {from: collect, table: t, path: x} }", "config/unused-key"),
    ("datasets: { u: {path: x, year: 2026} }", "config/unused-key"),
    ("datasets: { u: {path: x, colected: mtime} }", "config/unknown-key"),
    ("datasets: { u: {path: x, collected: yesterday} }", "config/wrong-type"),
    ("datasets: { u: {path: x, collected: 2026-11-01T00:00:00} }", "config/wrong-type"),
    ("datasets: { u: {from: sshd, path: x, year: '2026'} }", "config/wrong-type"),
    ("datasets: { u: {from: sshd, path: x, year: 26} }", "config/wrong-type"),
    ("datasets: { u: {path: x, fields: [a]} }", "config/wrong-type"),
    ("datasets: { u: x, u: y }", "config/duplicate-key"),
    ("policies: ['${NOPE}']", "config/missing-variable"),
    ("policies: ['${NOPE']", "config/syntax"), ("policies: ['${}']", "config/syntax"),
    ("[a]", "config/wrong-type"), ("a: [", "config/syntax"),
  ])
  func refuses(_ text: String, _ id: String) {
    let diagnostics = read(text).diagnostics
    #expect(diagnostics.map(\.id) == [id], "\(text)")
    #expect(diagnostics.allSatisfy { $0.place != nil })
  }

  @Test func everyMistakeIsShownAtOnce() {
    let text = """
      polices: [x]
      strict: maybe
      datasets:
        a: { path: 1, tabel: x }
        b: { from: csvv }
      """
    #expect(read(text).diagnostics.count == 4)
  }

  @Test func variablesComeFromOutside() throws {
    let environment = ["DIR": "/data", "TOKEN": "s3cret"]
    let (configuration, diagnostics) = read(
      "datasets: { u: '${DIR}/u.csv', v: {path: 'a$${DIR}$x'} }", environment: environment)
    #expect(diagnostics.isEmpty)
    #expect(configuration.datasets.map { $0.path?.value } == ["/data/u.csv", "a${DIR}$x"])
    let (settings, _) = read("params: {a.b: '${TOKEN}'}", environment: environment)
    #expect(settings.parameters.first?.isSubstituted == true)
  }

  @Test func valuesFromOutsideAreNotShown() {
    let (_, diagnostics) = read(
      "datasets: { u: {from: '${TOKEN}', path: x} }\nfrom: '${TOKEN}'\nstrict: '${TOKEN}'\n"
        + "controls: ${TOKEN}\npolicies: ['${TOKEN}', '${TOKEN}']\nframeworks: ['${TOKEN}']",
      environment: ["TOKEN": "s3cret!"])
    #expect(diagnostics.count == 6)
    #expect(!DiagnosticRenderer().render(diagnostics).contains("s3cret"))
  }

  @Test func keysSayWhereTheyAre() throws {
    let (configuration, diagnostics) = read(
      "keys:\n  support: { file: 'keys/${WHO}.key' }\n  bill-2: { env: WRIT_KEY }\n",
      environment: ["WHO": "desk"])
    #expect(diagnostics.isEmpty)
    #expect(configuration.secretKeys.map(\.name.value) == ["support", "bill-2"])
    try #require(configuration.secretKeys.count == 2)
    guard case .file(let path) = configuration.secretKeys[0].source,
      case .environment(let variable) = configuration.secretKeys[1].source
    else {
      Issue.record("not a file and a variable")
      return
    }
    #expect(path.value == "keys/desk.key" && variable.value == "WRIT_KEY")
  }

  @Test(arguments: [
    ("keys: [a]", "config/wrong-type"), ("keys: { support: s3cret }", "config/plain-key"),
    ("keys: { support: }", "config/wrong-type"), ("keys: { support: {} }", "config/missing-key"),
    ("keys: { Support: { file: a } }", "config/wrong-type"),
    ("keys: { support: { file: a, env: B } }", "config/unused-key"),
    ("keys: { support: { file: '' } }", "config/wrong-type"),
    ("keys: { support: { path: a } }", "config/unknown-key"),
    ("keys: { support: { env: 's3cret key' } }", "config/plain-key"),
    ("keys: { support: { env: '${KEY}' } }", "config/plain-key"),
    ("keys: { support: { env: 3 } }", "config/plain-key"),
    ("keys: { a: { file: b }, a: { file: c } }", "config/duplicate-key"),
  ])
  func refusesKeys(_ text: String, _ id: String) {
    let diagnostics = read(text, environment: ["KEY": "s3cret"]).diagnostics
    #expect(Set(diagnostics.map(\.id)).contains(id), "\(text): \(diagnostics.map(\.id))")
    #expect(!DiagnosticRenderer().render(diagnostics).contains("s3cret"))
  }

  @Test func gitReadsTheProjectItself() {
    let (configuration, diagnostics) = read("datasets: { changes: {from: git} }")
    #expect(diagnostics.isEmpty)
    #expect(configuration.datasets.first?.path?.value == ".")
  }

  @Test(.timeLimit(.minutes(2)))
  func noBytesCrashIt() {
    var generator = SeededGenerator(seed: 5)
    let marks: [UInt8] = Array("&*!|>[]{},:-?#'\"$}\n\t ~0a".utf8) + [0xFF]
    for _ in 0..<3000 {
      var bytes = Array(Self.whole.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        if bytes.isEmpty { break }
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        if Bool.random(using: &generator) {
          bytes[index] = marks.randomElement(using: &generator) ?? 0
        } else {
          bytes.remove(at: index)
        }
      }
      let source = SourceText(name: "writ.yaml", bytes: bytes)
      let result = ProjectConfiguration.parse(source) { _ in nil }
      _ = DiagnosticRenderer().render(result.diagnostics)
    }
  }
}
