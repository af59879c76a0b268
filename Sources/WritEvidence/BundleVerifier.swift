package import WritCrypto
package import WritValues

/// What a verifier brings along: nothing of it comes from the bundle.
package struct BundleTrust: Sendable {
  /// The signer's P-256 key.
  package var signer: VerificationKey
  /// The key of the second signature; nil where there must be none.
  package var second: VerificationKey?
  /// Certificates to which that of the signer has to lead.
  package var anchors: [Certificate]
  /// Certificates to which those of time-stamp authorities have to lead.
  package var stampAnchors: [Certificate]
  /// When the certificates have to be valid.
  package var now: Timestamp

  /// - Parameter stampAnchors: nil: the same as `anchors`.
  package init(
    signer: VerificationKey, second: VerificationKey? = nil, anchors: [Certificate],
    stampAnchors: [Certificate]? = nil, now: Timestamp
  ) {
    self.signer = signer
    self.second = second
    self.anchors = anchors
    self.stampAnchors = stampAnchors ?? anchors
    self.now = now
  }
}

/// What a verifier found; good where there is no problem.
package struct BundleVerdict: Sendable {
  package struct Stamp: Hashable, Sendable {
    package var path: String
    /// As the authority wrote it: `20260401000000Z`.
    package var time: String
  }

  package var problems: [EvidenceFailure] = []
  package var files = 0
  package var size: Int64 = 0
  package var statement: Statement?
  package var manifest: Manifest?
  package var certificate: Certificate?
  package var stamps: [Stamp] = []

  package var isGood: Bool { problems.isEmpty }
}

/// Checks a bundle against keys of its reader. Everything is doubted until it is checked: a bundle with a single
/// problem is not good.
package struct BundleVerifier {
  private static let mostEntries = 2_000_000
  private static let largestSignature = 16 << 20
  private static let largestPopulation = 1 << 30

  private let folder: any EvidenceFolder
  private let trust: BundleTrust
  private var verdict = BundleVerdict()

  private init(_ folder: any EvidenceFolder, _ trust: BundleTrust) {
    self.folder = folder
    self.trust = trust
  }

  package static func verify(_ folder: any EvidenceFolder, _ trust: BundleTrust) -> BundleVerdict {
    var verifier = BundleVerifier(folder, trust)
    do {
      try verifier.run()
    } catch {
      verifier.verdict.problems.append(error)
    }
    return verifier.verdict
  }

  private mutating func run() throws(EvidenceFailure) {
    let files = try listed()
    let sums = try folder.bytes(Checksums.path, limit: Checksums.largest)
    let checksums = try Checksums(parsing: sums)
    let sizes = checkFiles(checksums, files)
    let cms = try folder.bytes(BundleLayout.cms, limit: Self.largestSignature)
    try checkCMS(cms, sums)
    let envelope = try folder.bytes(Envelope.path, limit: Envelope.largest)
    try checkEnvelope(envelope, checksums, cms)
    checkStamps(files, envelope)
    try checkManifest(checksums, sizes)
  }

  // MARK: Files

  /// The files by path; names no bundle may have, links and twins are problems.
  private mutating func listed() throws(EvidenceFailure) -> [String] {
    let entries = try folder.entries()
    guard entries.count <= Self.mostEntries else {
      throw EvidenceFailure("", "the bundle has more than \(Self.mostEntries) files and folders")
    }
    var files: [String] = []
    var folded: [String: String] = [:]
    var filled: Set<String> = []
    for entry in entries {
      if let problem = EvidencePath.problem(entry.path) { problems(entry.path, "is \(problem)") }
      if let twin = folded.updateValue(entry.path, forKey: EvidencePath.folded(entry.path)) {
        problems(entry.path, "differs from `\(twin)` in case only, or is there twice")
      }
      if let end = entry.path.lastIndex(of: "/") { filled.insert(String(entry.path[..<end])) }
      switch entry.kind {
      case .folder: break
      case .file: files.append(entry.path)
      case .other: problems(entry.path, "is a link or a special file")
      }
    }
    for entry in entries where entry.kind == .folder && !filled.contains(entry.path) {
      problems(entry.path, "is an empty folder")
    }
    for path in files where !BundleLayout.isSummed(path) && !BundleLayout.isKnownOutside(path) {
      problems(path, "was added: nothing vouches for it")
    }
    return files
  }

  private mutating func checkFiles(_ checksums: Checksums, _ files: [String]) -> [String: Int64] {
    let wanted = Set(checksums.lines.map(\.path))
    let there = Set(files)
    for path in files where BundleLayout.isSummed(path) && !wanted.contains(path) {
      problems(path, "was added: SHA256SUMS has no line for it")
    }
    var sizes: [String: Int64] = [:]
    for line in checksums.lines {
      guard BundleLayout.isSummed(line.path) else {
        problems(line.path, "may have no line in SHA256SUMS")
        continue
      }
      guard there.contains(line.path) else {
        problems(line.path, "is missing")
        continue
      }
      do {
        let (sha256, size) = try folder.digest(line.path)
        if sha256 != line.sha256 { problems(line.path, "was changed: its SHA-256 is another") }
        sizes[line.path] = size
        verdict.files += 1
        verdict.size += size
      } catch {
        verdict.problems.append(error)
      }
    }
    return sizes
  }

  private mutating func problems(_ path: String, _ reason: String) {
    verdict.problems.append(EvidenceFailure(path, reason))
  }

  // MARK: Signatures

  private mutating func checkCMS(
    _ message: [UInt8], _ sums: [UInt8]
  ) throws(EvidenceFailure) {
    do {
      let certificate = try DetachedCMS.signer(
        of: message, over: sums, anchors: trust.anchors, at: EvidenceTime.seconds(trust.now))
      verdict.certificate = certificate
      if try !certificate.publicKey.isSame(as: trust.signer) {
        problems(BundleLayout.cms, "was signed with another key than the one you trust")
      }
    } catch {
      problems(BundleLayout.cms, "does not verify: \(error)")
    }
    let beside = try folder.bytes(BundleLayout.signer, limit: Self.largestSignature)
    if let certificate = verdict.certificate, certificate.pem != beside {
      problems(BundleLayout.signer, "is not the certificate that signed")
    }
  }

  private mutating func checkEnvelope(
    _ bytes: [UInt8], _ checksums: Checksums, _ cms: [UInt8]
  ) throws(EvidenceFailure) {
    let envelope = try Envelope(parsing: bytes)
    let keys = [trust.signer] + (trust.second.map { [$0] } ?? [])
    guard envelope.signatures.count == keys.count else {
      throw EvidenceFailure(
        Envelope.path,
        "has \(envelope.signatures.count) signatures where keys for \(keys.count) were given")
    }
    let message = Envelope.signedBytes(of: envelope.payload)
    for (index, (signature, key)) in zip(envelope.signatures, keys).enumerated() {
      if signature.keyID != KeyID.of(key) {
        problems(Envelope.path, "signature \(index + 1) names another key than the one you trust")
      }
      if !key.accepts(signature.bytes, of: message) {
        problems(Envelope.path, "signature \(index + 1) does not verify with the key you trust")
      }
    }
    let statement = try Statement(parsing: envelope.payload)
    verdict.statement = statement
    if statement.subjects != Statement.subjects(of: checksums) {
      problems(Envelope.path, "the statement is about other files than SHA256SUMS")
    }
    if statement.cms != Digest.sha256Hex(cms) {
      problems(Envelope.path, "the statement is about another CMS message")
    }
    if statement.manifest != checksums.lines.first(where: { $0.path == Manifest.path })?.sha256 {
      problems(Envelope.path, "the statement is about another manifest")
    }
  }

  private mutating func checkStamps(_ files: [String], _ envelope: [UInt8]) {
    for path in files where BundleLayout.isStamp(path) {
      do {
        let response = try folder.bytes(path, limit: Self.largestSignature)
        let time = try TimeStamp.time(
          in: response, of: envelope, anchors: trust.stampAnchors,
          at: EvidenceTime.seconds(trust.now))
        verdict.stamps.append(BundleVerdict.Stamp(path: path, time: time))
      } catch let error as SignatureError {
        problems(path, "does not verify: \(error)")
      } catch {
        problems(path, "\(error)")
      }
    }
  }

  // MARK: Manifest

  private mutating func checkManifest(
    _ checksums: Checksums, _ sizes: [String: Int64]
  ) throws(EvidenceFailure) {
    let manifest = try Manifest(
      parsing: try folder.bytes(Manifest.path, limit: Manifest.largest))
    verdict.manifest = manifest
    if let statement = verdict.statement, statement.created != manifest.created {
      problems(Manifest.path, "was made at another time than the statement says")
    }
    let summed = checksums.lines.filter { $0.path != Manifest.path }
    let told = manifest.files.map { Checksums.Line(sha256: $0.sha256, path: $0.path) }
    if told != summed { problems(Manifest.path, "lists other files than SHA256SUMS") }
    for file in manifest.files {
      if let size = sizes[file.path], size != file.size {
        problems(file.path, "has \(size) bytes where the manifest says \(file.size)")
      }
    }
    let present = summed.compactMap { Population.name(of: $0.path) }
    if present != manifest.populations.map(\.name) {
      problems(Manifest.path, "names other populations than there are")
    }
    for root in manifest.populations where present.contains(root.name) {
      do {
        try check(root)
      } catch {
        verdict.problems.append(error)
      }
    }
  }

  private mutating func check(_ told: Manifest.PopulationRoot) throws(EvidenceFailure) {
    let path = Population.path(told.name)
    let population = try Population(
      name: told.name,
      lines: try folder.bytes(path, limit: Self.largestPopulation),
      saltLines: try folder.bytes(Population.saltPath(told.name), limit: Self.largestPopulation))
    if population.rows.count != told.count {
      problems(path, "has \(population.rows.count) rows where the manifest says \(told.count)")
    }
    if population.root != told.root { problems(path, "has another root than the manifest says") }
    try Population.checkRows(population.rows, path)
  }
}
