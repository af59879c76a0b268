#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import WritAssessment
import WritCrypto
import WritDiagnostics
import WritEngine
package import WritEvidence
import WritModel
import WritProject
import WritReports
import WritSyntax
package import WritValues

/// What an audit leaves for an auditor: its inputs as received, rules, catalogs, results, and the members it judged.
package struct AuditEvidence {
  private let workspace: Workspace
  private let run: AuditRun
  private let assessment: Assessment
  private let evaluation: EvaluationResult
  private let started: Timestamp
  private let redacts: Bool

  /// - Parameters:
  ///   - run: of the workspace, with `collectsMembers`; nil where it came to no assessment.
  ///   - started: the clock before the run: an input that is younger may not be what was judged.
  ///   - redacts: inputs and the keys of members stay at home.
  package init?(_ workspace: Workspace, _ run: AuditRun, started: Timestamp, redacts: Bool) {
    guard let assessment = run.assessment, let evaluation = run.evaluation else { return nil }
    self.workspace = workspace
    self.run = run
    self.assessment = assessment
    self.evaluation = evaluation
    self.started = started
    self.redacts = redacts
  }

  /// Puts everything into the bundle but what sealing makes.
  package func write(to writer: BundleWriter) throws(BundleWriter.Failure) -> Manifest {
    let period = assessment.period
    var manifest = Manifest(
      created: EvidenceTime.text(assessment.now),
      start: period.map { EvidenceTime.text($0.start) },
      end: period.map { EvidenceTime.text($0.end) }, toolVersion: WritVersion.current)
    manifest.rules = evaluation.rules.map { Manifest.Part(name: $0.rule, version: $0.digest) }
    try writeInputs(writer, &manifest)
    try writePolicies(writer, &manifest)
    try writeRecords(writer)
    try writeResults(writer)
    for rule in evaluation.rules {
      try writer.add(population: EvidencePath.part(rule.rule), rows: rule.members.map(row))
    }
    return manifest
  }

  // MARK: Inputs

  private func writeInputs(
    _ writer: BundleWriter, _ manifest: inout Manifest
  ) throws(BundleWriter.Failure) {
    for dataset in evaluation.datasets {
      let folder = "evidence/\(EvidencePath.part(dataset.name.description))"
      let delivery = run.binding.deliveries[dataset.name]
      // The names of what a live collector reads are not paths of this folder.
      let inputs = delivery?.isLive == true || !dataset.isDelivered ? [] : dataset.inputs
      var kept: [JSONValue] = []
      var isKept = dataset.isDelivered && delivery?.isLive != true && !dataset.inputs.isEmpty
      for input in inputs.sorted(by: EvidencePath.inOrder) {
        let name = input.split(separator: "/").last.map { String($0) } ?? input
        let path = writer.freePath("\(folder)/\(EvidencePath.part(name))")
        guard let file = try keep(input, as: path, writer, &manifest) else {
          isKept = false
          continue
        }
        kept.append([
          "input": .text(input), "path": .text(file.path), "sha256": .text(file.sha256),
          "size": .int(file.size),
        ])
      }
      let record = collection(of: dataset, isLive: delivery?.isLive == true, kept, isKept)
      try writer.add("\(folder)/collection.json", record.canonical)
    }
  }

  /// Nil where the input is no file: a table of a database, a git history.
  private func keep(
    _ input: String, as path: String, _ writer: BundleWriter, _ manifest: inout Manifest
  ) throws(BundleWriter.Failure) -> Manifest.File? {
    if input == "stdin", !workspace.files.isFile(input),
      let bytes = try? workspace.files.bytes(ProjectFiles.standardInputPath)
    {
      if redacts { return nil }
      try writer.add(path, bytes)
      return Manifest.File(
        path: path, sha256: Digest.sha256Hex(bytes), size: Int64(bytes.count))
    }
    guard workspace.files.isFile(input) else { return nil }
    if let modified = workspace.files.modified(input), modified > started {
      throw BundleWriter.Failure(
        isInput: true, reason: "`\(input)` was changed while it was judged; run again")
    }
    guard let (folder, name) = DiskEvidence.resolve(workspace.files.absolute(input)) else {
      throw BundleWriter.Failure(isInput: true, reason: "`\(input)` can't be read")
    }
    guard redacts else { return try writer.add(path, copying: name, of: folder) }
    do {
      let (sha256, size) = try folder.digest(name)
      manifest.withheld.append(
        Manifest.Withheld(
          path: path, sha256: sha256, size: size, reason: "may hold personal data (--redact)"))
      return Manifest.File(path: path, sha256: sha256, size: size)
    } catch {
      throw BundleWriter.Failure(isInput: true, reason: "\(error)")
    }
  }

  /// Who told what, when, and whether it was all: information produced by the entity.
  private func collection(
    of dataset: DatasetEvaluation, isLive: Bool, _ files: [JSONValue], _ isKept: Bool
  ) -> JSONValue {
    [
      "schema": "writ.collection-record/1", "dataset": .text(dataset.name.description),
      "collector": .text("writ \(WritVersion.current)"),
      "system": isLive ? "read from this machine during the run" : "delivered as files or tables",
      "inputs": isLive ? [] : .array(dataset.inputs.map { .text($0) }), "files": .array(files),
      "inputs_kept": .bool(isKept),
      "collected_at": dataset.collectedAt.map { .text(EvidenceTime.text($0)) } ?? .null,
      "judged_at": .text(EvidenceTime.text(assessment.now)),
      // Nobody but the source can tell; files do not.
      "count_at_source": .null, "count_received": .int(dataset.rows),
      "count_rejected": .int(dataset.rejectedRows), "delivered": .bool(dataset.isDelivered),
      "stale": .bool(dataset.isStale), "reason": .text(dataset.reason),
    ]
  }

  // MARK: Rules and records

  private func writePolicies(
    _ writer: BundleWriter, _ manifest: inout Manifest
  ) throws(BundleWriter.Failure) {
    for tree in workspace.policyTrees().trees {
      let path = writer.freePath("policies/\(bundlePath(tree.source.name))")
      try writer.add(path, tree.source.bytes)
    }
    try copy(Paths.join(workspace.folder, "writ.yaml"), to: "policies/writ.yaml", writer)
    for catalog in workspace.scored().catalogs {
      let framework = catalog.framework
      manifest.catalogs.append(
        Manifest.Part(name: framework.id, version: framework.version))
    }
    for entry in workspace.configuration.controls {
      let path = Paths.join(workspace.folder, entry.value)
      for name in (try? workspace.files.files(under: path, suffix: ".yaml")) ?? [] {
        try copy(name, to: writer.freePath("controls/\(bundlePath(name))"), writer)
      }
    }
    // Those of the program, which stand in where a project has none of a framework.
    for (name, text) in BuiltInCatalogs.all {
      let parts = name.split(separator: "/").dropFirst().joined(separator: "/")
      try writer.add(writer.freePath("controls/writ/\(bundlePath(parts))"), Array(text.utf8))
    }
  }

  private func writeRecords(_ writer: BundleWriter) throws(BundleWriter.Failure) {
    let waivers =
      workspace.options.waivers.isEmpty
      ? workspace.configuration.waivers.map { Paths.join(workspace.folder, $0.value) }
      : workspace.options.waivers
    for path in waivers {
      try copy(path, to: writer.freePath("governance/\(bundlePath(path))"), writer)
    }
    for entry in workspace.configuration.attestations {
      let path = Paths.join(workspace.folder, entry.value)
      try copy(path, to: writer.freePath("attestations/\(bundlePath(path))"), writer)
    }
  }

  private func copy(
    _ path: String, to name: String, _ writer: BundleWriter
  ) throws(BundleWriter.Failure) {
    guard workspace.files.isFile(path) else { return }
    do {
      let bytes = try workspace.files.bytes(path)
      try writer.add(name, bytes)
    } catch let failure as BundleWriter.Failure {
      throw failure
    } catch {
      throw BundleWriter.Failure(isInput: true, reason: "\(error)")
    }
  }

  /// The path below the project's folder, each part as a bundle may have it.
  private func bundlePath(_ path: String) -> String {
    var path = path[...]
    if !workspace.folder.isEmpty, path.hasPrefix(workspace.folder + "/") {
      path = path.dropFirst(workspace.folder.count + 1)
    }
    let parts = path.split(separator: "/").filter { ![".", "..", ".writ"].contains($0) }.suffix(3)
    return parts.map { EvidencePath.part(String($0)) }.joined(separator: "/")
  }

  // MARK: Results

  private func writeResults(_ writer: BundleWriter) throws(BundleWriter.Failure) {
    let options = ReportOptions(showsKeys: false, findingLimit: nil)
    let reports: [(String, ReportFormat)] = [
      ("results/results.json", .json), ("results/deviations.csv", .csv),
      ("results/results.sarif", .sarif), ("results/junit.xml", .junit),
      ("report/report.md", .markdown), ("report/report.txt", .text),
    ]
    for (path, format) in reports {
      try writer.add(path, Array(format.render(assessment, options).utf8))
    }
  }

  private func row(_ member: MemberOutcome) -> [UInt8] {
    let causes = JSONValue.array(member.causes.map { .text($0.description) })
    let outcome = JSONValue.text(member.outcome.rawValue)
    if redacts { return (["causes": causes, "outcome": outcome] as JSONValue).canonical }
    let key = JSONValue.array(member.key.map { .text($0) })
    return (["causes": causes, "key": key, "outcome": outcome] as JSONValue).canonical
  }
}

extension DiskEvidence {
  /// The folder and name of what a path leads to, behind all links; nil where it leads nowhere.
  static func resolve(_ path: String) -> (folder: DiskEvidence, name: String)? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    let place = String(cString: found)
    guard let end = place.lastIndex(of: "/") else { return nil }
    return (DiskEvidence(String(place[..<end])), String(place[place.index(after: end)...]))
  }
}
