import WritRisk
import WritSources
import WritValues

/// Figures of files as records for rules: `from: risk`.
struct RiskRecords {
  let files: ProjectFiles
  /// Of the project: tables are named as seen from it, wherever the command runs.
  let folder: String
  let quasiIdentifiers: [String]
  let sensitive: [String]
  let population: String?

  /// One record a file.
  func table(of paths: [String]) throws(RiskTableFile.Failure) -> CollectedTable {
    let reader = RiskTableFile(files: files)
    let people: RiskTable? = if let population { try reader.table(population) } else { nil }
    var table = CollectedTable()
    for (index, path) in paths.enumerated() {
      let measured = try reader.table(path)
      let outcome: RiskOutcome
      do throws(RiskProblem) {
        outcome = try RiskReport.measure(
          measured, quasiIdentifiers: quasiIdentifiers,
          sensitive: sensitive.map { SensitiveColumn($0) }, population: people)
      } catch {
        throw RiskTableFile.Failure(description: "\(path): \(error)")
      }
      table.sources.append(path)
      let origin = RowOrigin(input: Int32(clamping: index), line: 1, start: 0, end: 0)
      table.records.append(
        CollectedTable.Record(value: Self.record(name(path), outcome), origin: origin))
    }
    return table
  }

  private func name(_ path: String) -> String {
    let prefix = folder.isEmpty ? "" : Paths.join(folder, "x").dropLast()
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }

  /// What can't be told stays out, so that a rule sees it as missing.
  private static func record(_ path: String, _ outcome: RiskOutcome) -> JSONValue {
    var members = [JSONValue.Member(name: "file", value: .string(Text(path)))]
    func set(_ name: Text, _ figure: (any CustomStringConvertible)?) {
      guard let figure else { return }
      members.append(JSONValue.Member(name: name, value: .number(figure.description)))
    }
    guard case .measured(let report) = outcome else {
      set("rows", 0)
      return .object(members)
    }
    let figures = report.population?.figures
    set("rows", report.rows)
    set("classes", report.classes)
    set("k", report.k)
    set("unique_rows", report.reidentification.uniqueRows)
    set("rows_with_missing", report.rowsWithMissing)
    set("prosecutor", report.reidentification.prosecutor.rounded)
    set("marketer", report.reidentification.marketer.rounded)
    set("k_map", figures?.kMap)
    set("journalist", figures?.journalist.rounded)
    set("l", report.distinctL)
    set("entropy_l", report.entropyL)
    set("recursive_c", report.recursive?.c)
    set("alpha", report.alpha?.rounded)
    set("t", report.t?.rounded)
    set("delta", report.delta)
    set("basic_beta", report.basicBeta?.rounded)
    set("enhanced_beta", report.enhancedBeta)
    return .object(members)
  }
}
