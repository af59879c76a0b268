#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import WritCrypto
package import WritEvidence
package import WritValues

/// Writes a bundle beside its final name and renames it when it is whole: nothing unfinished ever has that name.
package final class BundleWriter {
  package struct Failure: Error, Sendable, CustomStringConvertible {
    /// Whether what was to be read is at fault; else the disk that is written to.
    package var isInput: Bool
    package var reason: String

    package var description: String { reason }
  }

  private let parent: String
  private let temporary: String
  private var files: [Manifest.File] = []
  private var folded: Set<String> = []
  private var populations: [Manifest.PopulationRoot] = []
  private let saltKey: [UInt8]
  private var isDone = false

  /// - Parameters:
  ///   - parent: the folder the bundle is put into; made where it is not there.
  ///   - saltKey: of which the salts of populations are made.
  package init(into parent: String, saltKey: [UInt8]) throws(Failure) {
    self.parent = parent.isEmpty ? "." : parent
    self.saltKey = saltKey
    temporary = "\(self.parent)/.writ-bundle-\(getpid())"
    do {
      try AtomicFile.makeFolder(self.parent)
    } catch {
      isDone = true
      throw Failure(isInput: false, reason: "\(error)")
    }
    guard mkdir(temporary, 0o755) == 0 else {
      isDone = true
      throw Self.failure(temporary)
    }
  }

  deinit { if !isDone { Self.remove(temporary) } }

  // MARK: Adding

  /// A path as given or with a number, so that no file of the bundle has it, in whatever case.
  package func freePath(_ path: String) -> String {
    var candidate = path
    var number = 2
    while folded.contains(EvidencePath.folded(candidate)) {
      candidate = "\(number)-".withSuffixName(of: path)
      number += 1
    }
    return candidate
  }

  package func add(_ path: String, _ bytes: [UInt8]) throws(Failure) {
    try claim(path)
    try write(path, bytes)
    files.append(
      Manifest.File(path: path, sha256: Digest.sha256Hex(bytes), size: Int64(bytes.count)))
  }

  /// Copies a file, digesting what is written.
  @discardableResult
  package func add(
    _ path: String, copying source: String, of folder: DiskEvidence
  ) throws(Failure) -> Manifest.File {
    try claim(path)
    let output = try Output(try place(path))
    var stream = SHA256Stream()
    var size: Int64 = 0
    var failed: Failure?
    do {
      try folder.read(source) { (part) throws(EvidenceFailure) in
        stream.update(part)
        size += Int64(part.count)
        do throws(Failure) { try output.write(part) } catch {
          failed = error
          throw EvidenceFailure(source, "")
        }
      }
    } catch {
      throw failed ?? Failure(isInput: true, reason: "\(error)")
    }
    try output.finish()
    let file = Manifest.File(path: path, sha256: Digest.hex(stream.finish()), size: size)
    files.append(file)
    return file
  }

  /// The rows, the salts and, in the manifest, the root.
  package func add(population name: String, rows: [[UInt8]]) throws(Failure) {
    let population = Population(name: name, rows: rows, saltKey: saltKey)
    try add(Population.path(name), population.lines)
    try add(Population.saltPath(name), population.saltLines)
    populations.append(Manifest.PopulationRoot(population))
  }

  private func claim(_ path: String) throws(Failure) {
    if let problem = EvidencePath.problem(path) {
      throw Failure(isInput: true, reason: "`\(path)` is \(problem): a bundle can't have it")
    }
    guard folded.insert(EvidencePath.folded(path)).inserted else {
      throw Failure(
        isInput: true, reason: "`\(path)` is there twice, or differs from another in case only")
    }
  }

  // MARK: Sealing

  /// Seals and gives back the path of the bundle.
  ///
  /// - Parameter manifest: what it stands on; files and populations are filled in.
  package func seal(
    _ manifest: Manifest, signer: BundleSigner, at time: Timestamp
  ) throws(Failure) -> String {
    try add(BundleLayout.readme, Array(BundleReadme.text.utf8))
    try add(BundleLayout.script, Array(VerifyScript.text.utf8))
    var manifest = manifest
    manifest.files = files
    manifest.populations = populations
    let bytes = manifest.bytes
    let own = Checksums.Line(sha256: Digest.sha256Hex(bytes), path: Manifest.path)
    let checksums = Checksums(
      files.map { Checksums.Line(sha256: $0.sha256, path: $0.path) } + [own])
    let name = BundleSeal.name(manifest, checksums)
    let sealed: [String: [UInt8]]
    do {
      sealed = try BundleSeal.files(
        name: name, manifest: manifest, checksums: checksums, signer: signer, at: time)
    } catch {
      throw Failure(isInput: true, reason: "the bundle can't be signed: \(error)")
    }
    try write(Manifest.path, bytes)
    for (path, bytes) in sealed { try write(path, bytes) }
    let final = "\(parent)/\(name)"
    var status = stat()
    guard lstat(final, &status) != 0 else {
      throw Failure(isInput: true, reason: "`\(final)` is there already")
    }
    guard rename(temporary, final) == 0 else { throw Self.failure(final) }
    isDone = true
    Self.sync(folder: parent)
    return final
  }

  /// The bundle as one file beside it, `BUNDLE.tar`, whole or not at all.
  package static func archive(_ bundle: String, created: Timestamp) throws(Failure) -> String {
    let folder = DiskEvidence(bundle)
    let name =
      bundle.lastIndex(of: "/").map { String(bundle[bundle.index(after: $0)...]) } ?? bundle
    let path = "\(bundle).tar"
    let temporary = "\(path).writ-\(getpid())"
    var isDone = false
    defer { if !isDone { unlink(temporary) } }
    let output = try Output(temporary)
    do {
      for entry in try folder.entries() where entry.kind == .file {
        let size = try folder.digest(entry.path).size
        guard
          let header = TarArchive.header(
            path: "\(name)/\(entry.path)", size: size, time: EvidenceTime.seconds(created))
        else { throw EvidenceFailure(entry.path, "does not fit into an archive (path or size)") }
        try output.write(evidence: header)
        try folder.read(entry.path) { (part) throws(EvidenceFailure) in
          try output.write(evidence: part)
        }
        try output.write(evidence: TarArchive.padding(after: size))
      }
      try output.write(evidence: TarArchive.end)
    } catch {
      throw Failure(isInput: false, reason: "\(error)")
    }
    try output.finish()
    guard rename(temporary, path) == 0 else { throw failure(path) }
    isDone = true
    return path
  }

  // MARK: Files

  private func place(_ path: String) throws(Failure) -> String {
    if let end = path.lastIndex(of: "/") {
      do {
        try AtomicFile.makeFolder("\(temporary)/\(path[..<end])")
      } catch {
        throw Failure(isInput: false, reason: "\(error)")
      }
    }
    return "\(temporary)/\(path)"
  }

  private func write(_ path: String, _ bytes: [UInt8]) throws(Failure) {
    let output = try Output(try place(path))
    try output.write(bytes)
    try output.finish()
  }

  fileprivate static func failure(_ path: String) -> Failure {
    let reason = strerror(errno).map { String(cString: $0) } ?? "error \(errno)"
    return Failure(isInput: false, reason: "`\(path)` can't be written: \(reason)")
  }

  private static func sync(folder: String) {
    let handle = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if handle >= 0 {
      fsync(handle)
      close(handle)
    }
  }

  /// Removes what this writer wrote: names of a bundle alone.
  private static func remove(_ folder: String) {
    guard let entries = try? DiskEvidence(folder).entries() else { return }
    for entry in entries.reversed() {
      if entry.kind == .folder {
        rmdir("\(folder)/\(entry.path)")
      } else {
        unlink("\(folder)/\(entry.path)")
      }
    }
    rmdir(folder)
  }
}

/// A new file that is on the disk when it is finished.
private final class Output {
  private let path: String
  private var file: Int32

  init(_ path: String) throws(BundleWriter.Failure) {
    self.path = path
    file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard file >= 0 else { throw BundleWriter.failure(path) }
  }

  deinit { if file >= 0 { close(file) } }

  func write(_ bytes: UnsafeRawBufferPointer) throws(BundleWriter.Failure) {
    var offset = 0
    while offset < bytes.count {
      let count = Glibc.write(file, bytes.baseAddress.map { $0 + offset }, bytes.count - offset)
      if count < 0 {
        if errno == EINTR { continue }
        throw BundleWriter.failure(path)
      }
      offset += count
    }
  }

  func write(_ bytes: [UInt8]) throws(BundleWriter.Failure) {
    // `withUnsafeBytes` would forget which error is thrown.
    try bytes.withUnsafeBytes { buffer in
      Result { () throws(BundleWriter.Failure) in try write(buffer) }
    }
    .get()
  }

  func write(evidence bytes: UnsafeRawBufferPointer) throws(EvidenceFailure) {
    do { try write(bytes) } catch { throw EvidenceFailure("", error.reason) }
  }

  func write(evidence bytes: [UInt8]) throws(EvidenceFailure) {
    do { try write(bytes) } catch { throw EvidenceFailure("", error.reason) }
  }

  func finish() throws(BundleWriter.Failure) {
    let handle = file
    file = -1
    let isSynced = fsync(handle) == 0
    let code = errno
    guard close(handle) == 0, isSynced else {
      if !isSynced { errno = code }
      throw BundleWriter.failure(path)
    }
  }
}

extension String {
  /// `a/b.txt` with `2-` gives `a/2-b.txt`.
  fileprivate func withSuffixName(of path: String) -> String {
    guard let end = path.lastIndex(of: "/") else { return self + path }
    return path[...end] + self + path[path.index(after: end)...]
  }
}
