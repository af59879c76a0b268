import WritCrypto
import WritDetection
package import WritDiagnostics
import WritDocuments
import WritMasking
import WritModel
package import WritPrivacy
import WritTables

/// Masks personal data in files: the copy is there whole or not at all.
package struct PersonalDataMask {
  package enum Output: Hashable, Sendable {
    case standardOutput
    case file(String)
    /// A folder that gets the files under their names.
    case folder(String)
    case inPlace
  }

  package struct Options: Sendable {
    package var scan = PersonalDataScan.Options()
    /// By name.
    package var mask = PersonalDetectors.redaction.name
    package var output = Output.standardOutput

    package init() {}
  }

  package struct Document: Sendable {
    package enum State: Hashable, Sendable {
      case masked
      /// Its manifest says so; it was left as it is.
      case alreadyMasked
      /// Nothing was written, for this reason.
      case refused(String)
      /// Writing it failed.
      case failed(String)
    }

    package var name: String
    package var state: State
    package var count = MaskCount()
    /// What the scan could not look at: a value may have been left in clear there.
    package var gaps: [String] = []
    package var looksForNames = true
  }

  package struct Result: Sendable {
    package var documents: [Document] = []
    package var diagnostics: [Diagnostic]
    /// The masks there are, where the one asked for is not among them.
    package var unknownMask: [String]?
  }

  private let set: DetectorSet
  private let mask: Mask
  private let options: Options

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
    let run = PersonalDataMask(set: set, mask: mask, options: options)
    do {
      for path in try options.scan.paths.flatMap({ path in
        workspace.files.isFolder(path) ? try workspace.files.files(under: path) : [path]
      }) {
        result.documents.append(run.mask(path))
      }
    } catch {
      result.documents.append(Document(name: "", state: .refused("\(error)")))
    }
    return result
  }

  // MARK: One document

  private func mask(_ path: String) -> Document {
    var document = Document(name: path, state: .masked)
    do {
      if let standing = try standing(of: path) {
        document.state = standing
        if standing == .alreadyMasked, options.output != .inPlace {
          try copy(path, &document)
        }
        return document
      }
      try write(path, &document)
    } catch let failure as AtomicFile.Failure {
      document.state = .failed("\(failure)")
    } catch let failure as VaultError {
      document.state = .failed("\(failure)")
    } catch {
      document.state = .refused("\(error)")
    }
    return document
  }

  /// What the manifest beside a file says; nil where there is none, or it says nothing against masking.
  private func standing(of path: String) throws -> Document.State? {
    guard path != DocumentInput.standardInput,
      let bytes = try? ProjectFiles().bytes(MaskManifest.path(beside: path))
    else { return nil }
    guard let manifest = MaskManifest(bytes) else {
      return .refused("\(MaskManifest.path(beside: path)) is no manifest")
    }
    switch manifest.standing(of: try digest(of: path)) {
    case .masked: return .alreadyMasked
    case .changed where !manifest.isRecognizable || !mask.isRecognizable:
      return .refused(
        "it was changed since it was masked, and masked values can't be told from plain ones; "
          + "mask the original again")
    case .changed: return nil
    }
  }

  private func digest(of path: String) throws -> String {
    var digest = SHA256Stream()
    try eachChunk(path) { digest.update(UnsafeRawBufferPointer($0)) }
    return Digest.hex(digest.finish())
  }

  private func eachChunk(_ path: String, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws
  {
    var stream = try DocumentInput.raw(path).open()
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = try buffer.withUnsafeMutableBytes { try stream.read(into: $0) }
      if count == 0 { return }
      try buffer.withUnsafeBufferPointer {
        try body(UnsafeBufferPointer(rebasing: $0[..<count]))
      }
    }
  }

  private func target(_ path: String) -> String? {
    switch options.output {
    case .standardOutput: nil
    case .file(let file): file
    case .folder(let folder):
      Paths.join(folder, path.split(separator: "/").last.map(String.init) ?? path)
    case .inPlace: path
    }
  }

  private func copy(_ path: String, _ document: inout Document) throws {
    let output = try output(path)
    try eachChunk(path) { try output.write($0) }
    try output.finish()
    if let target = target(path) {
      let manifest = try ProjectFiles().bytes(MaskManifest.path(beside: path))
      try AtomicFile.write(manifest, to: MaskManifest.path(beside: target))
    }
    try output.commit()
  }

  private func output(_ path: String) throws -> AtomicOutput {
    if let target = target(path) { return try AtomicOutput(target) }
    return try AtomicOutput(standardOutput: ())
  }

  private func write(_ path: String, _ document: inout Document) throws {
    let input = try DocumentInput(path)
    guard case .values(let format, let read) = input.content else {
      if case .skipped(let reason) = input.content {
        throw DocumentInput.Failure("\(reason) can't be masked")
      }
      return
    }
    if input.isCompressed, options.output == .inPlace {
      throw DocumentInput.Failure("a compressed file is not masked in its place; give --output")
    }
    document.looksForNames = options.scan.looksForNames ?? !input.isLog
    let masker = DocumentMasker(
      try options.scan.scanner(set, isLog: input.isLog), mask,
      people: try Self.people(path, format, mask),
      documentPerson: format == .text ? Array(path.utf8) : nil)
    let output = try output(path)
    let digest = OutputDigest()
    try masker.mask(format, read: read) { bytes in
      digest.add(bytes)
      try output.write(bytes)
    }
    document.count = masker.count
    document.gaps = masker.events.filter(\.isGap).map { event in
      let who = event.detector.map { set.definitions[$0].name + ": " } ?? ""
      return "byte \(event.offset): \(who)\(event.kind.rawValue)"
    }
    // What may be in clear gets no name of a masked file.
    if !document.gaps.isEmpty {
      document.state = .failed("a limit kept a part from being looked at")
      return
    }
    // Tokens must be there before the file that holds them, and what says that it is masked before its name.
    try mask.commit()
    try output.finish()
    if let target = target(path), !mask.isRecognizable {
      try AtomicFile.write(
        try MaskManifest(mask, digest: digest.hex()).bytes,
        to: MaskManifest.path(beside: target))
    }
    try output.commit()
  }

  /// Whom records are about, where dates move by person.
  static func people(
    _ path: String, _ format: DocumentFormat, _ mask: Mask
  ) throws -> RecordPeople? {
    let fields = Set(
      mask.operations.compactMap { operation -> String? in
        if case .shiftDate(_, _, let field, _) = operation { return field }
        return nil
      })
    guard let field = fields.sorted().first, format != .text else { return nil }
    guard fields.count == 1 else {
      throw DocumentInput.Failure("`shift_date` goes by one field in a mask, not by several")
    }
    guard path != DocumentInput.standardInput else {
      throw DocumentInput.Failure(
        "the standard input is read once; dates by person take a file")
    }
    guard case .values(_, let read) = try DocumentInput(path).content else { return nil }
    return try RecordPeople(format, field: field, read: read)
  }
}

/// The digest of what is written, part by part.
final class OutputDigest {
  private var digest = SHA256Stream()

  func add(_ bytes: UnsafeBufferPointer<UInt8>) { digest.update(UnsafeRawBufferPointer(bytes)) }

  /// Of all parts; asked for once.
  func hex() -> String { Digest.hex(digest.finish()) }
}
