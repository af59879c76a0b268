import WritModel
import WritValues

extension JSONRecords {
  /// The members of a finding's object.
  static func finding(
    _ finding: Finding, isBlocking: Bool, showsKeys: Bool, to writer: inout JSONRecordWriter
  ) {
    let name = MemberName(finding, showsKeys: showsKeys)
    writer.member("rule", finding.rule)
    writer.member("severity", finding.severity.rawValue)
    writer.member("outcome", finding.outcome.rawValue)
    writer.member("disposition", FindingWords.word(finding.disposition))
    writer.member("waiver", FindingWords.waiver(finding.disposition))
    writer.member("blocking", isBlocking)
    writer.member("dataset", finding.dataset)
    writer.member("key", name.key)
    writer.member("locator", name.locator)
    writer.member("fingerprint", finding.fingerprint)
    writer.member("message", FindingWords.message(finding))
    writer.member("fix", finding.fix)
    writer.name("causes")
    writer.list(finding.causes) { writer, cause in
      writer.object {
        $0.member("kind", cause.kind.rawValue)
        $0.member("detail", cause.detail)
      }
    }
    writer.member("musts", finding.failedMusts)
    writer.member("witness", finding.witness)
    writer.member("counterfactual", finding.counterfactual)
    writer.name("reads")
    writer.list(finding.reads) { writer, read in writer.object { Self.read(read, to: &$0) } }
    writer.name("evidence")
    writer.list(finding.evidence) { writer, evidence in
      writer.object {
        $0.member("name", evidence.name)
        $0.member("value", evidence.value)
      }
    }
    writer.name("window")
    if let window = finding.window {
      writer.object {
        $0.member("start", window.start.description)
        $0.member("end", window.end.description)
        $0.member("others", window.others)
      }
    } else {
      writer.raw("null")
    }
    writer.member("controls", finding.controls.map(\.description))
  }

  private static func read(_ read: FieldRead, to writer: inout JSONRecordWriter) {
    writer.member("path", read.path)
    writer.member("value", read.isMasked ? nil : read.value)
    writer.member("masked", read.isMasked)
    writer.member("input", SourcePath.shown(read.input))
    writer.member("line", max(0, read.line))
    writer.member("start", max(0, read.start))
    writer.member("end", max(0, read.end))
  }
}
