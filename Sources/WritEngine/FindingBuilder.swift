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
      isKeyPersonal = program.hasPersonalKey(dataset)
    } else {
      isKeyPersonal = false
    }
  }

  func finding(
    _ judgment: Judgment, key: [Value], row: Row?, window: Finding.Window?, frame: Frame
  ) -> Finding {
    evaluator.beginSteps()
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
  /// - Parameter names: what the variables in these slots are called where the reader looks: within a define its
  ///   parameters are shown as the arguments they were given.
  static func text(of expression: CheckedExpression, names: [Int: String] = [:]) -> String {
    let place = expression.place
    var bytes = Array(place.source.bytes[clamped(place.span, place.source.bytes.count)])
    for (span, name) in variables(in: expression, names).sorted(by: { $0.0.start > $1.0.start }) {
      bytes.replaceSubrange(
        (span.start - place.span.start)..<(span.end - place.span.start), with: Array(name.utf8))
    }
    return oneLine(String(decoding: bytes, as: UTF8.self))
  }

  private static func clamped(_ span: Span, _ count: Int) -> Range<Int> {
    let start = min(max(span.start, 0), count)
    return start..<min(max(span.end, start), count)
  }

  /// Variables written within the expression's own text, each once.
  private static func variables(
    in expression: CheckedExpression, _ names: [Int: String]
  ) -> [(Span, String)] {
    var found: [Span: String] = [:]
    func walk(_ inner: CheckedExpression) {
      if case .slot(let index) = inner.kind, let name = names[index],
        inner.place.source === expression.place.source,
        inner.place.span.start >= expression.place.span.start,
        inner.place.span.end <= expression.place.span.end
      {
        found[inner.place.span] = name
      }
      for child in inner.children { walk(child) }
    }
    walk(expression)
    return found.map { ($0.key, $0.value) }
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension CheckedProgram {
  /// A key is personal when it is tagged, or refers to a dataset whose key is.
  func hasPersonalKey(_ dataset: Int, depth: Int = 0) -> Bool {
    let schema = datasets[dataset]
    return schema.key.contains { index in
      let field = schema.fields[index]
      if field.personal != nil || field.isSecret { return true }
      guard case .reference(let name) = field.type, let target = self.index(of: name), depth < 8
      else { return false }
      return hasPersonalKey(target, depth: depth + 1)
    }
  }
}
