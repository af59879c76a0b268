import ArgumentParser
import Writ
import WritCrypto
import WritDiagnostics
import WritEvidence
import WritReports
import WritValues

/// Who seals a bundle, and how.
struct SignerArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp("The signer's encrypted P-256 key (PKCS#8, PEM).", valueName: "file"))
  var key: String?

  @Option(
    help: ArgumentHelp(
      "The signer's certificate in PEM, with those between it and its authority's after it.",
      valueName: "file"))
  var certificate: String?

  @Option(
    help: ArgumentHelp(
      "Another key (Ed25519 or P-256, same password) for a second signature.", valueName: "file"))
  var secondKey: String?

  @OptionGroup var password: PasswordArguments

  @Flag(help: "Also write the bundle as one archive, BUNDLE.tar.")
  var tar = false

  /// Asks for the password and opens the keys.
  func signer() throws -> BundleSigner {
    guard let key, let certificate else {
      throw ValidationError("sealing needs --key and --certificate (`writ evidence key new`)")
    }
    var secret = try password.read()
    defer { secret.wipe() }
    do {
      let chain = try EvidenceKeys.certificates(certificate)
      let signing = try EvidenceKeys.signingKey(key, password: secret)
      let second = try secondKey.map { try EvidenceKeys.signingKey($0, password: secret) }
      guard let own = chain.first else { throw CommandExit(4) }
      return try BundleSigner(
        key: signing, certificate: own, chain: Array(chain.dropFirst()), second: second)
    } catch let error as CommandExit {
      throw error
    } catch {
      Console.current.err("error: \(error)\n")
      throw CommandExit(4)
    }
  }

  /// Seals, archives where asked to, and says where the bundle is.
  func seal(_ writer: BundleWriter, _ manifest: Manifest, _ signer: BundleSigner) throws {
    let console = Console.current
    do {
      let path = try writer.seal(manifest, signer: signer, at: console.clock.now())
      console.err("sealed: \(PrintableText.line(path))\n")
      if tar, let created = Timestamp(parsing: manifest.created) {
        let archive = try BundleWriter.archive(path, created: created)
        console.err("archived: \(PrintableText.line(archive))\n")
      }
    } catch {
      throw Self.exit(error)
    }
  }

  /// Tells why and gives the exit code: 4 for what was to be read, 5 for the disk that is written to.
  static func exit(_ failure: BundleWriter.Failure) -> CommandExit {
    Console.current.err("error: \(PrintableText.line(failure.reason))\n")
    return CommandExit(failure.isInput ? 4 : 5)
  }

  /// Made of the project's fingerprint key, so that two runs give the same salts; else of chance.
  static func saltKey(_ fingerprintKey: [UInt8]) throws -> [UInt8] {
    if fingerprintKey.isEmpty { return try RandomBytes.make(32) }
    return Digest.hmacSHA256(key: fingerprintKey, Array("writ-population-salts-1".utf8))
  }
}
