import WritChecker
import WritDiagnostics
import WritModel
import WritValues

/// Makes the finding of one failed or unknown member, while its frame still stands.
struct FindingBuilder {
  let rule: CheckedRule
  let digest: String
  let evaluator: Evaluator
  let inputName: (Int, Int32) -> String
  let isKeyPersonal: Bool
  private let isKeySecret: Bool
  private let controls: [ControlID]
  private let dataset: String
  private let lines: SourceLines

  /// Reads of rows behind a group's aggregates are shown up to this many; the rest is counted.
  private static let shownRows = 20

  init(
    rule: CheckedRule, digest: String, evaluator: Evaluator,
    inputName: @escaping (Int, Int32) -> String
  ) {
    self.rule = rule
    self.digest = digest
    self.evaluator = evaluator
    self.inputName = inputName
    controls = rule.covers.sorted()
    lines = evaluator.lines.naming(rule.rowName.isEmpty ? [:] : [rule.rowSlot: rule.rowName])
    dataset = rule.dataset.map { evaluator.program.datasets[$0].name.description } ?? ""
    let program = evaluator.program
    if rule.isGrouped {
      isKeyPersonal = rule.group.contains { !$0.value.labels.isEmpty }
      isKeySecret = rule.group.contains { $0.value.labels.isSecret }
    } else if let dataset = rule.dataset {
      isKeyPersonal = program.hasPersonalKey(dataset)
      isKeySecret = program.hasSecretKey(dataset)
    } else {
      isKeyPersonal = false
      isKeySecret = false
    }
  }

  func finding(
    _ judgment: Judgment, key: [Value], row: Row?, window: Finding.Window?, frame: Frame
  ) -> Finding {
    evaluator.beginSteps()
    let explanation = Explanation(evaluator: evaluator, rule: rule, lines: lines, frame: frame)
    let reads = self.reads(explanation.fields(), row: row, frame)
    var finding = Finding(
      rule: rule.id, ruleDigest: digest, title: rule.title, severity: rule.severity,
      dataset: dataset,
      memberKey: key.map(\.description), isKeyPersonal: isKeyPersonal, outcome: judgment.outcome,
      causes: judgment.causes.items, reads: reads, witness: explanation.witness(),
      counterfactual: row == nil ? [] : explanation.counterfactual(),
      message: rule.say.map { evaluator.rendered($0, frame) } ?? rule.title,
      fix: rule.fix.map { evaluator.rendered($0, frame) },
      evidence: rule.evidence.map {
        Finding.Evidence(name: $0.place.text, value: evaluator.rendered($0, frame))
      },
      window: window, fingerprint: "",
      failedMusts: explanation.failedMusts.map { evaluator.lines.text(of: $0.must) },
      controls: controls)
    finding.isKeySecret = isKeySecret
    return finding
  }

  private func reads(_ fields: [Explanation.ReadField], row: Row?, _ frame: Frame) -> [FieldRead] {
    var reads: [FieldRead] = []
    reads.reserveCapacity(max(fields.count, 1))
    for field in fields {
      let isMasked = !field.expression.labels.isEmpty
      var read = FieldRead(
        path: field.path, value: isMasked ? nil : field.datum.value?.description,
        isMasked: isMasked)
      place(&read, field.dataset, field.origin, like: reads.last)
      reads.append(read)
    }
    let own = rule.dataset ?? 0
    let rows =
      (reads.isEmpty ? [row].compactMap { $0 } : [])
      + frame.groupRows.prefix(Self.shownRows).map(\.row)
    for row in rows {
      var read = FieldRead(path: rule.rowName, value: nil)
      place(&read, own, row.origin, like: reads.last)
      reads.append(read)
    }
    return reads
  }

  /// - Parameter last: a read of the same row lends its texts, so that many findings share few.
  private func place(
    _ read: inout FieldRead, _ dataset: Int, _ origin: RowOrigin?, like last: FieldRead?
  ) {
    guard let origin, origin.input >= 0 else { return }
    read.line = Int64(origin.line)
    read.start = origin.start
    read.end = origin.end
    read.input = inputName(dataset, origin.input)
    if let last, last.line == read.line, last.start == read.start, last.input == read.input {
      read.place = last.place
    } else {
      read.place = origin.line > 0 ? "\(read.input):\(origin.line)" : read.input
    }
  }
}

extension CheckedProgram {
  /// A key is personal when it is tagged, or refers to a dataset whose key is.
  func hasPersonalKey(_ dataset: Int) -> Bool {
    hasKey(dataset) { $0.personal != nil || $0.isSecret }
  }

  func hasSecretKey(_ dataset: Int) -> Bool { hasKey(dataset) { $0.isSecret } }

  private func hasKey(
    _ dataset: Int, depth: Int = 0, where holds: (DatasetSchema.Field) -> Bool
  ) -> Bool {
    let schema = datasets[dataset]
    return schema.key.contains { index in
      let field = schema.fields[index]
      if holds(field) { return true }
      guard case .reference(let name) = field.type, let target = self.index(of: name), depth < 8
      else { return false }
      return hasKey(target, depth: depth + 1, where: holds)
    }
  }
}
