public import WritDiagnostics
public import WritModel
import WritValues
import WritYAML

/// Reads a file of attestations, a YAML list:
///
/// ```yaml
/// - control: soc2:CC1.2
///   statement: the board met on 3 March and minuted the security report
///   by: secretary@example.test
///   approver: chair@example.test
///   at: 2026-03-05
///   expires: 2026-06-30
/// ```
///
/// All keys are required.
public enum AttestationFile {
  private static let keys = ["control", "statement", "by", "approver", "at", "expires"]

  /// The attestations without a mistake, in the order of the file, and what is wrong with the
  /// others.
  public static func parse(
    _ source: SourceText
  ) -> (attestations: [Attestation], diagnostics: [Diagnostic]) {
    let file = RecordFile(source, holding: "attestations")
    let attestations = file.nodes.compactMap { attestation($0, file: file) }
    return (attestations, file.log.diagnostics)
  }

  private static func attestation(_ node: YAMLNode, file: RecordFile) -> Attestation? {
    let log = file.log
    guard let reader = MappingReader(node, subject: "an attestation", keys: keys, log: log) else {
      return nil
    }
    let control = ControlCatalogFile.controlID(reader, "control", log: log)
    let statement = reader.text("statement", required: true)
    let by = reader.text("by", required: true)
    let approver = reader.text("approver", required: true)
    let at = file.time(reader, "at")
    let expires = file.time(reader, "expires")
    var isFine = true
    if let by, let approver, RecordFile.isSamePerson(by.value, approver.value) {
      log.report(
        "attestation/own-approval",
        "an attestation's approver has to be another person than the one who makes it",
        at: approver.place)
      isFine = false
    }
    if let at, let expires, expires.value <= at.value {
      log.report(
        "attestation/ends-early", "the attestation expires before it is made",
        at: expires.place)
      isFine = false
    }
    guard isFine, let control, let statement, let by, let approver, let at, let expires else {
      return nil
    }
    return Attestation(
      control: control.value, statement: statement.value, by: by.value, approver: approver.value,
      at: at.value, expires: expires.value, place: RecordFile.place(of: node))
  }
}
