import WritCrypto
import WritDetection
package import WritDiagnostics
import WritDocuments
import WritMasking
import WritModel
import WritPrivacy
import WritTables
import WritValues

/// Gives the values of a masked file back, after it is written down who asked and why.
package struct PersonalDataUnmask {
  package struct Options: Sendable {
    package var path = ""
    package var mask = ""
    package var by = ""
    package var reason = ""
    /// nil is the standard output.
    package var output: String?

    package init() {}
  }

  package struct Result: Sendable {
    package var restored = 0
    package var foreign = 0
    package var diagnostics: [Diagnostic]
    package var unknownMask: [String]?
    /// Why nothing was written, with the exit code.
    package var failure: (code: Int32, reason: String)?
  }

  package static func run(_ workspace: Workspace, _ options: Options) -> Result {
    let detectors = PersonalDetectors(workspace)
    var result = Result(diagnostics: detectors.diagnostics)
    if AuditRun.exit(of: result.diagnostics) != nil { return result }
    guard let definition = detectors.masks.first(where: { $0.name == options.mask }) else {
      result.unknownMask = detectors.masks.map(\.name)
      return result
    }
    let loaded = detectors.load()
    let bound = workspace.bind(definition)
    result.diagnostics += loaded.diagnostics + bound.diagnostics
    guard let set = loaded.set, let mask = bound.mask else { return result }
    do {
      try unmask(workspace, options, set, mask, &result)
    } catch let failure as ReversalLog.Failure {
      result.failure = (5, "\(failure)")
    } catch let failure as AtomicFile.Failure {
      result.failure = (5, "\(failure)")
    } catch {
      result.failure = (4, "\(error)")
    }
    return result
  }

  private static func unmask(
    _ workspace: Workspace, _ options: Options, _ set: DetectorSet, _ mask: Mask,
    _ result: inout Result
  ) throws {
    let input = try DocumentInput(options.path)
    guard case .values(let format, let read) = input.content else {
      throw DocumentInput.Failure("it is no text")
    }
    var document: [UInt8] = []
    while true {
      let chunk = try read()
      if chunk.isEmpty { break }
      document += chunk
    }
    try check(options, mask, document)
    let reversal = Reversal(
      by: options.by, reason: options.reason, time: workspace.clock.now().microseconds)
    // Written down first: whoever gets values back is on record, whatever happens then.
    try AtomicFile.makeFolder(Paths.join(workspace.folder, ".writ"))
    try ReversalLog(path: workspace.reversalLogPath).append(
      ReversalLog.Entry(reversal: reversal, mask: mask.name, source: options.path))
    guard let scanner = TextScanner(set) else {
      throw DocumentInput.Failure("there is no memory for the matching")
    }
    let unmasker = DocumentUnmasker(
      scanner, mask, reversal, people: try PersonalDataMask.people(options.path, format, mask),
      documentPerson: format == .text ? Array(options.path.utf8) : nil)
    let output =
      if let file = options.output {
        try AtomicOutput(file)
      } else {
        try AtomicOutput(standardOutput: ())
      }
    try unmasker.unmask(document, format) { try output.write($0) }
    try output.finish()
    try output.commit()
    result.restored = unmasker.restored
    result.foreign = unmasker.foreign
  }

  /// Where masked values look like plain ones only the manifest tells that these are masked, and with which keys.
  private static func check(_ options: Options, _ mask: Mask, _ document: [UInt8]) throws {
    if mask.isRecognizable { return }
    let path = MaskManifest.path(beside: options.path)
    guard let bytes = try? ProjectFiles().bytes(path), let manifest = MaskManifest(bytes) else {
      throw DocumentInput.Failure(
        "there is no manifest \(path): which values are masked can't be told")
    }
    guard manifest.standing(of: Digest.sha256Hex(document)) == .masked else {
      throw DocumentInput.Failure("it is not the file that \(path) was made for")
    }
    let foreign = try manifest.foreignKeys(in: mask)
    guard foreign.isEmpty else {
      throw DocumentInput.Failure(
        "it was masked with other keys: \(foreign.joined(separator: ", "))")
    }
  }
}
