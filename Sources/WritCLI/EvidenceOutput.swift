import Writ
import WritEvidence
import WritValues

/// Where the evidence of an audit goes, and who signs it.
struct EvidenceOutput {
  let folder: String
  let redacts: Bool
  let signing: SignerArguments
  let signer: BundleSigner

  /// Seals what a run judged; a run that came to nothing leaves nothing.
  func write(_ workspace: Workspace, _ run: AuditRun, started: Timestamp) throws {
    guard let evidence = AuditEvidence(workspace, run, started: started, redacts: redacts) else {
      return
    }
    do {
      let writer = try BundleWriter(
        into: folder, saltKey: try SignerArguments.saltKey(workspace.fingerprintKey))
      try signing.seal(writer, try evidence.write(to: writer), signer)
    } catch let failure as BundleWriter.Failure {
      throw SignerArguments.exit(failure)
    }
  }
}
