import Dispatch
import Synchronization
import WritDetection
package import WritDiagnostics
import WritDocuments
package import WritModel
package import WritPrivacy
import WritSources
import WritTables

/// Looks for personal data in files and folders.
package struct PersonalDataScan: Sendable {
  package struct Options: Sendable {
    package var paths: [String] = []
    /// Detectors by name; none is all.
    package var only: [Glob] = []
    package var without: [Glob] = []
    /// Finds below this probability, in millionths, are not reported.
    package var threshold: Int64 = 500_000
    /// Keeps the values in the report.
    package var showsValues = false
    /// Looks for names and addresses, which cost most and are least sure; nil: in all but logs.
    package var looksForNames: Bool?
    package var usesGate = true
    package var threads = 1

    package init() {}
  }

  package struct Result: Sendable {
    package var report: ScanReport?
    package var diagnostics: [Diagnostic]
  }

  private let files: ProjectFiles
  private let digestKey: [UInt8]
  private let set: DetectorSet
  private let options: Options

  /// The report, or what is wrong with the detectors.
  package static func run(_ workspace: Workspace, _ options: Options) -> Result {
    let detectors = PersonalDetectors(workspace)
    var diagnostics = detectors.diagnostics
    if AuditRun.exit(of: diagnostics) != nil {
      return Result(report: nil, diagnostics: diagnostics)
    }
    let loaded = detectors.load()
    diagnostics += loaded.diagnostics
    guard let set = loaded.set else { return Result(report: nil, diagnostics: diagnostics) }
    let scan = PersonalDataScan(
      files: workspace.files, digestKey: workspace.fingerprintKey, set: set, options: options)
    return Result(report: scan.report(), diagnostics: diagnostics)
  }

  private func report() -> ScanReport {
    let paths = listed()
    let documents = Mutex([Int: ScanReport.Document]())
    let next = Mutex(0)
    let workers = max(1, min(options.threads, paths.count))
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while true {
        let index = next.withLock { index in
          defer { index += 1 }
          return index
        }
        guard index < paths.count else { return }
        let document = scanned(paths[index])
        documents.withLock { $0[index] = document }
      }
    }
    let found = documents.withLock { found in
      paths.indices.compactMap { found[$0] }
    }
    return ScanReport(documents: found, detectorCount: options.enabled(in: set, isLog: false).count)
  }

  private enum Listed: Sendable {
    case file(String)
    case failed(String, reason: String)
  }

  private func listed() -> [Listed] {
    options.paths.flatMap { path -> [Listed] in
      if path == DocumentInput.standardInput { return [.file(path)] }
      do {
        let found = files.isFolder(path) ? try files.files(under: path) : [path]
        return found.map { .file($0) }
      } catch {
        return [.failed(path, reason: "\(error)")]
      }
    }
  }

  // MARK: One document

  private func scanned(_ listed: Listed) -> ScanReport.Document {
    switch listed {
    case .failed(let path, let reason):
      var document = ScanReport.Document(name: path, format: "unknown")
      document.failure = reason
      return document
    case .file(let path):
      var document = ScanReport.Document(name: path, format: "unknown")
      do {
        let input = try DocumentInput(path)
        document.format = input.formatName
        switch input.content {
        case .skipped(let reason): document.skipped = reason
        case .values(let format, let read):
          try scan(&document, format, isLog: input.isLog, read)
        }
      } catch {
        document.failure = "\(error)"
      }
      return document
    }
  }

  private func scan(
    _ document: inout ScanReport.Document, _ format: DocumentFormat, isLog: Bool,
    _ read: () throws -> [UInt8]
  ) throws {
    let scanner = try options.scanner(set, isLog: isLog)
    let pass = DocumentScanner(scanner, digestKey: digestKey, showsValues: options.showsValues)
    try pass.scan(&document, format: format, limits: DocumentLimits(), read: read)
  }
}

extension PersonalDataScan.Options {
  /// - Parameter isLog: names are not looked for unless somebody asks for them.
  func scanner(_ set: DetectorSet, isLog: Bool) throws -> TextScanner {
    var scanning = TextScanner.Options()
    scanning.threshold = threshold
    scanning.usesGate = usesGate
    scanning.detectors = enabled(in: set, isLog: isLog)
    guard let scanner = TextScanner(set, options: scanning) else {
      throw DocumentInput.Failure("there is no memory for the matching")
    }
    return scanner
  }

  func enabled(in set: DetectorSet, isLog: Bool) -> Set<Int> {
    Set(
      set.definitions.indices.filter { index in
        let definition = set.definitions[index]
        if without.contains(where: { $0.matches(definition.name) }) { return false }
        if only.contains(where: { $0.matches(definition.name) }) { return true }
        guard only.isEmpty else { return false }
        if case .reader = definition.recognition { return looksForNames ?? !isLog }
        return true
      })
  }
}
