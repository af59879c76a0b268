import ArgumentParser
import Writ
import WritAssessment
import WritCrypto
import WritDiagnostics
import WritEvidence
import WritReports
import WritValues

struct EvidenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence",
    abstract: "Bundles of evidence that an auditor can verify without this program.",
    subcommands: [EvidenceKey.self, SealEvidence.self, VerifyEvidence.self])
}

struct EvidenceKey: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "Keys that sign evidence.", subcommands: [NewEvidenceKey.self])
}

struct NewEvidenceKey: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Make a key under a password, with a certificate of its own or a request for one.")

  @Argument(
    help: ArgumentHelp(
      "Where: PREFIX.key.pem, PREFIX.pub.pem and PREFIX.cert.pem are written; nothing is replaced.",
      valueName: "prefix"))
  var prefix: String

  @Option(help: ArgumentHelp("Who signs, the common name.", valueName: "text"))
  var name: String

  @Option(help: ArgumentHelp("The signer's organization.", valueName: "text"))
  var organization: String?

  @Flag(help: "Write a request to an authority, PREFIX.csr.pem, instead of a certificate.")
  var request = false

  @Flag(help: "A key of Ed25519, for second signatures.")
  var ed25519 = false

  @Option(help: ArgumentHelp("How long the certificate is valid.", valueName: "days"))
  var days = 730

  @OptionGroup var password: PasswordArguments

  mutating func validate() throws {
    guard (1...36_500).contains(days) else { throw ValidationError("--days takes 1 to 36500") }
  }

  mutating func run() throws {
    let console = Console.current
    let issue: EvidenceKeys.Issue =
      request ? .request : .selfSigned(from: console.clock.now(), days: days)
    var secret = try password.read(isNew: true)
    defer { secret.wipe() }
    do {
      let files = try EvidenceKeys.make(
        ed25519 ? .ed25519 : .p256, prefix: prefix, name: name, organization: organization,
        issue: issue, password: secret)
      for file in files { console.out("\(PrintableText.line(file))\n") }
    } catch {
      console.err("error: \(error)\n")
      throw CommandExit(4)
    }
  }
}

struct SealEvidence: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seal",
    abstract: "Seal a folder of material, laid out as a bundle is, into a signed bundle.")

  @Argument(help: ArgumentHelp("The material; it is left as it is.", valueName: "folder"))
  var material: String

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("The folder the bundle is put into.", valueName: "dir"))
  var output: String = "."

  @Option(help: ArgumentHelp("The audit period, half-open.", valueName: "A..B"))
  var period: String?

  @Option(help: ArgumentHelp("The bundle's time.", valueName: "time"))
  var now: String?

  @OptionGroup var signing: SignerArguments

  mutating func validate() throws {
    if let now, Timestamp(parsing: now) == nil {
      throw ValidationError("--now: `\(now)` is no time; write 2026-06-30T00:00:00Z or a date")
    }
    if let period, RunArguments.period(period) == nil {
      throw ValidationError("--period: `\(period)` is no period; write 2026-01-01..2026-04-01")
    }
  }

  mutating func run() throws {
    let console = Console.current
    let created = now.flatMap { Timestamp(parsing: $0) } ?? console.clock.now()
    let period = period.flatMap(RunArguments.period)
    guard Workspace.isFolder(material) else {
      console.err("error: `\(PrintableText.line(material))` is no folder\n")
      throw CommandExit(4)
    }
    let signer = try signing.signer()
    let workspace = Workspace(options: WorkspaceOptions(), clock: console.clock)
    do {
      let writer = try BundleWriter(
        into: output, saltKey: try SignerArguments.saltKey(workspace.fingerprintKey))
      try MaterialFolder(material).write(to: writer)
      let manifest = Manifest(
        created: EvidenceTime.text(created), start: period.map { EvidenceTime.text($0.start) },
        end: period.map { EvidenceTime.text($0.end) }, toolVersion: WritVersion.current)
      try signing.seal(writer, manifest, signer)
    } catch let failure as BundleWriter.Failure {
      throw SignerArguments.exit(failure)
    }
  }
}

struct VerifyEvidence: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check a bundle against keys of your own; 6 where it does not verify.")

  @Argument(help: ArgumentHelp("A bundle's folder or archive.", valueName: "bundle"))
  var bundle: String?

  @Option(
    help: ArgumentHelp(
      "Certificates you trust; the signer's has to lead to one.", valueName: "file"))
  var ca: String?

  @Option(help: ArgumentHelp("The signer's public key in PEM.", valueName: "file"))
  var key: String?

  @Option(
    help: ArgumentHelp("The public key of a second signature.", valueName: "file"))
  var secondKey: String?

  @Option(
    help: ArgumentHelp(
      "Certificates you trust for time stamps, instead of --ca.", valueName: "file"))
  var tsaCa: String?

  @Option(help: ArgumentHelp("When certificates have to be valid.", valueName: "time"))
  var now: String?

  @Flag(help: "Print verify.sh, which checks a bundle with openssl and Debian's base tools.")
  var script = false

  mutating func validate() throws {
    if script { return }
    guard bundle != nil, ca != nil, key != nil else {
      throw ValidationError(
        "name the bundle, --ca and --key: what you trust comes from you, never from the bundle")
    }
    if let now, Timestamp(parsing: now) == nil {
      throw ValidationError("--now: `\(now)` is no time; write 2026-06-30T00:00:00Z or a date")
    }
  }

  mutating func run() throws {
    let console = Console.current
    if script {
      console.out(VerifyScript.text)
      return
    }
    guard let bundle, let ca, let key else { throw CommandExit(64) }
    let trust: BundleTrust
    do {
      trust = BundleTrust(
        signer: try EvidenceKeys.publicKey(key),
        second: try secondKey.map { try EvidenceKeys.publicKey($0) },
        anchors: try EvidenceKeys.certificates(ca),
        stampAnchors: try tsaCa.map { try EvidenceKeys.certificates($0) },
        now: now.flatMap { Timestamp(parsing: $0) } ?? console.clock.now())
    } catch {
      console.err("error: \(error)\n")
      throw CommandExit(4)
    }
    guard trust.signer.algorithm == .p256 else {
      console.err("error: `\(key)`: the first signature of a bundle is of P-256\n")
      throw CommandExit(4)
    }
    let folder: (any EvidenceFolder)?
    do {
      folder = try BundleReading.open(bundle)
    } catch {
      console.err("FAIL: \(PrintableText.line(error.description))\n")
      throw CommandExit(6)
    }
    guard let folder else {
      console.err("error: `\(PrintableText.line(bundle))` does not exist\n")
      throw CommandExit(4)
    }
    try show(BundleVerifier.verify(folder, trust))
  }

  private func show(_ verdict: BundleVerdict) throws {
    let console = Console.current
    guard verdict.isGood, let statement = verdict.statement, let manifest = verdict.manifest,
      let certificate = verdict.certificate
    else {
      for problem in verdict.problems.prefix(20) {
        console.err("FAIL: \(PrintableText.line(problem.description))\n")
      }
      if verdict.problems.count > 20 {
        console.err("FAIL: and \(verdict.problems.count - 20) more\n")
      }
      throw CommandExit(6)
    }
    console.out("OK: \(statement.bundle)\n")
    console.out("  files        \(verdict.files), \(verdict.size) bytes\n")
    console.out("  created      \(statement.created)\n")
    if let start = manifest.start, let end = manifest.end {
      console.out("  period       \(start)..\(end)\n")
    }
    console.out("  signer       \(PrintableText.line(certificate.subject))\n")
    console.out("  certificate  \(certificate.fingerprint) (SHA-256)\n")
    for stamp in verdict.stamps { console.out("  time stamp   \(stamp.time)\n") }
    if verdict.stamps.isEmpty { console.out("  time stamp   none\n") }
    console.out("  populations  \(manifest.populations.count)\n")
    if !manifest.withheld.isEmpty {
      console.out("  withheld     \(manifest.withheld.count) files: replay is not possible\n")
    }
  }
}
