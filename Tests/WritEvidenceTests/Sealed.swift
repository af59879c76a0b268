import WritCrypto
import WritEvidence
import WritValues

/// A bundle sealed in memory, and what its reader trusts.
struct Sealed {
  let key: SigningKey
  let certificate: Certificate
  var folder: MemoryFolder
  var trust: BundleTrust

  static let now = Timestamp(microseconds: 1_780_272_000_000_000)  // 2026-06-01
  static let rows = ["a", "b", "c"].map { Array(#"{"key":["\#($0)"],"outcome":"pass"}"#.utf8) }

  /// - Parameter change: of the files before they are summed, and of the manifest.
  init(
    _ files: [String: [UInt8]] = ["evidence/users/users.csv": Array("id\na\n".utf8)],
    change: (inout [String: [UInt8]], inout Manifest) -> Void = { _, _ in }
  ) throws {
    key = try SigningKey.make(.p256)
    certificate = try Certificate.selfSigned(
      key, name: "Evidence", from: 1_767_225_600, to: 2_082_758_400)
    let population = Population(name: "rule", rows: Self.rows, saltKey: [1])
    var files = files
    files[Population.path("rule")] = population.lines
    files[Population.saltPath("rule")] = population.saltLines
    var manifest = Manifest(created: "2026-06-01T00:00:00Z", toolVersion: "0.1.0")
    manifest.populations = [Manifest.PopulationRoot(population)]
    manifest.files = files.map {
      Manifest.File(path: $0, sha256: Digest.sha256Hex($1), size: Int64($1.count))
    }
    files[Manifest.path] = []
    change(&files, &manifest)
    if files[Manifest.path]?.isEmpty == true { files[Manifest.path] = manifest.bytes }
    let checksums = Checksums(
      files.map { Checksums.Line(sha256: Digest.sha256Hex($1), path: $0) })
    // Signs what is there, not what the manifest value says.
    let cms = try DetachedCMS.sign(
      checksums.bytes, key: key, certificate: certificate, at: EvidenceTime.seconds(Self.now))
    let statement = Statement(
      bundle: "b", cms: Digest.sha256Hex(cms), created: manifest.created,
      manifest: Digest.sha256Hex(files[Manifest.path] ?? []), checksums: checksums)
    files[Checksums.path] = checksums.bytes
    files[Envelope.path] = try Envelope(signing: statement.bytes, with: [key]).bytes
    files[BundleLayout.cms] = cms
    files[BundleLayout.signer] = certificate.pem
    folder = MemoryFolder(files)
    trust = BundleTrust(signer: try key.publicKey, anchors: [certificate], now: Self.now)
  }

  var verdict: BundleVerdict { BundleVerifier.verify(folder, trust) }
}
