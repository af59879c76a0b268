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
    let program = evaluator.program
    if rule.isGrouped {
      isKeyPersonal = rule.group.contains { !$0.value.labels.isEmpty }
    } else if let dataset = rule.dataset {
      isKeyPersonal = Self.hasPersonalKey(dataset, program, depth: 0)
    } else {
      isKeyPersonal = false
    }
  }

  /// A key is personal when it is tagged, or refers to a dataset whose key is.
  private static func hasPersonalKey(_ dataset: Int, _ program: CheckedProgram, depth: Int) -> Bool
  {
    let schema = program.datasets[dataset]
    return schema.key.contains { index in
      let field = schema.fields[index]
      if field.personal != nil || field.isSecret { return true }
      guard case .reference(let name) = field.type, let target = program.index(of: name), depth < 8
      else { return false }
      return hasPersonalKey(target, program, depth: depth + 1)
    }
  }

  func finding(
    _ judgment: Judgment, key: [Value], row: Row?, window: Finding.Window?, frame: Frame
  ) -> Finding {
    let explanation = Explanation(evaluator: evaluator, rule: rule, frame: frame)
    let reads = self.reads(explanation.fields(), row: row, frame)
    return Finding(
      rule: rule.id, ruleDigest: digest, title: rule.title, severity: rule.severity,
      dataset: rule.dataset.map { evaluator.program.datasets[$0].name.description } ?? "",
      memberKey: key.map(\.description), isKeyPersonal: isKeyPersonal, outcome: judgment.outcome,
      causes: judgment.causes.items, reads: reads, witness: explanation.witness(),
      counterfactual: row == nil ? [] : explanation.counterfactual(),
      message: rule.say.map { evaluator.rendered($0, frame) } ?? rule.title,
      fix: rule.fix.map { evaluator.rendered($0, frame) },
      evidence: rule.evidence.map {
        Finding.Evidence(name: $0.place.text, value: evaluator.rendered($0, frame))
      },
      window: window, fingerprint: "",
      failedMusts: rule.musts.filter { evaluator.datum($0, frame) != .true }.map {
        SourceLine.text(of: $0)
      },
      controls: rule.covers.sorted())
  }

  private func reads(_ fields: [Explanation.ReadField], row: Row?, _ frame: Frame) -> [FieldRead] {
    var reads: [FieldRead] = []
    for field in fields {
      let isMasked = !field.expression.labels.isEmpty
      let value = field.datum.value.map(\.description)
      reads.append(
        read(
          field.path, value: isMasked ? nil : value, isMasked: isMasked, dataset: field.dataset,
          origin: field.origin))
    }
    let own = rule.dataset ?? 0
    if let row, reads.isEmpty {
      reads.append(
        read(rule.rowName, value: nil, isMasked: false, dataset: own, origin: row.origin))
    }
    for groupRow in frame.groupRows.prefix(Self.shownRows) {
      reads.append(
        read(rule.rowName, value: nil, isMasked: false, dataset: own, origin: groupRow.row.origin))
    }
    return reads
  }

  private func read(
    _ path: String, value: String?, isMasked: Bool, dataset: Int, origin: RowOrigin?
  ) -> FieldRead {
    guard let origin, origin.input >= 0 else {
      return FieldRead(path: path, value: value, isMasked: isMasked)
    }
    let name = inputName(dataset, origin.input)
    return FieldRead(
      path: path, value: value, isMasked: isMasked,
      place: origin.line > 0 ? "\(name):\(origin.line)" : name, input: name,
      line: Int64(origin.line), start: origin.start, end: origin.end)
  }
}

/// An expression's source on one line.
enum SourceLine {
  static func text(of expression: CheckedExpression) -> String {
    expression.place.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
