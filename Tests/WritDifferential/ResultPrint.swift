import WritEngine
import WritModel
import WritTables
import WritValues

/// A result as lines, each a thing that two engines must agree on.
enum ResultPrint {
  // MARK: Whole

  static func whole(_ result: EvaluationResult) -> [String] {
    var lines = result.rules.flatMap(whole)
    for one in result.datasets {
      lines.append(
        "dataset \(one.name) \(one.isDelivered) \(one.isStale) "
          + "\(one.collectedAt?.microseconds ?? -1) rows \(one.rows) rejected \(one.rejectedRows) "
          + "\(one.inputs) \(one.reason)")
      lines += one.rejects.map {
        "  reject \($0.input):\($0.line) \($0.start)..<\($0.end) \($0.reason)"
      }
    }
    return lines + result.failures.map { "failure \($0.dataset) \($0.message)" }
  }

  static func whole(_ rule: RuleEvaluation) -> [String] {
    var lines = ["rule \(rule.rule) \(rule.digest) \(ledger(rule.ledger)) \(rule.error ?? "")"]
    if rule.passedThoughUnknown != 0 {
      lines.append("  passed though unknown \(rule.passedThoughUnknown)")
    }
    lines += rule.blindDatasets.map { "  blind \($0.dataset) \($0.cause) \($0.reason)" }
    lines += rule.findings.map(whole)
    lines += rule.members.map { "  member \($0.key) \($0.outcome.rawValue) \(causes($0.causes))" }
    return lines
  }

  private static func ledger(_ ledger: Ledger) -> String {
    "members \(ledger.members) pass \(ledger.pass) fail \(ledger.fail) no_data \(ledger.noData) "
      + "n/a \(ledger.notApplicable) pending \(ledger.pending) waived \(ledger.waived) "
      + "open \(ledger.open)"
  }

  private static func causes(_ causes: [Cause]) -> String {
    causes.map(\.description).joined(separator: " ")
  }

  private static func whole(_ one: Finding) -> String {
    var text = "  finding \(one.memberKey) \(one.outcome.rawValue) \(causes(one.causes))"
    text += " | \(one.rule) \(one.ruleDigest) \(one.title) \(one.severity) \(one.dataset)"
    text += " personal \(one.isKeyPersonal) secret \(one.isKeySecret) | \(one.fingerprint)"
    for read in one.reads {
      text += "\n    read \(read.path) = \(read.value ?? "-") \(read.isMasked) \(read.place ?? "-")"
      text += " \(read.input):\(read.line) \(read.start)..<\(read.end)"
    }
    text += "\n    witness \(one.witness) flip \(one.counterfactual) musts \(one.failedMusts)"
    text += "\n    say \(one.message)\n    fix \(one.fix ?? "-")"
    text += " \(one.controls.map(\.description)) \(one.disposition)"
    for evidence in one.evidence { text += "\n    evidence \(evidence.name) = \(evidence.value)" }
    if let window = one.window {
      text +=
        "\n    window \(window.start.microseconds) \(window.end.microseconds) \(window.others)"
    }
    return text
  }

  // MARK: Verdicts

  /// What a rule says of whom, and the kinds of causes.
  static func verdicts(_ rule: RuleEvaluation) -> [String] {
    let findings = rule.findings.map { one in
      let kinds = Set(one.causes.map(\.kind.rawValue)).sorted().joined(separator: " ")
      return "  finding \(one.memberKey) \(one.outcome.rawValue) \(kinds)"
    }
    return ["rule \(rule.rule) \(ledger(rule.ledger)) error \(rule.error != nil)"]
      + findings.sorted()
  }

  /// The verdicts and what shows them, without what moves when rows do.
  static func unplaced(_ rule: RuleEvaluation) -> [String] {
    let findings = rule.findings.map { one -> String in
      let causes = Set(one.causes.map { withoutPlaces($0.description) }).sorted()
      let key = one.memberKey.map(withoutPlaces)
      // Where places stand in a witness they are in their own order.
      let isPlaced = one.witness.contains { !withoutPlaces($0).utf8.elementsEqual($0.utf8) }
      let witness = isPlaced ? [] : one.witness
      return "  finding \(key) \(one.outcome.rawValue) \(causes) \(witness) \(one.failedMusts)"
    }
    let members = rule.members.map { one -> String in
      let causes = Set(one.causes.map { withoutPlaces($0.description) }).sorted()
      return "  member \(one.key.map(withoutPlaces)) \(one.outcome.rawValue) \(causes)"
    }
    return ["rule \(rule.rule) \(ledger(rule.ledger)) error \(rule.error ?? "")"]
      + findings.sorted()
      + members.sorted()
  }

  /// `d0-2.ndjson:12: f1` is `place: f1`.
  static func withoutPlaces(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: ".")) else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var position = 0
    while position < bytes.count {
      let tail = bytes[position...]
      guard let ending = fileEndings.first(where: { tail.starts(with: $0) }) else {
        result.append(bytes[position])
        position += 1
        continue
      }
      while let last = result.last, isWord(last) { result.removeLast() }
      result += "place".utf8
      position += ending.count
      while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let fileEndings: [[UInt8]] = [
    ".ndjson:", ".csv:", ".json:", ".json@", ".ndjson@",
  ].map { Array($0.utf8) }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D
  }
}
