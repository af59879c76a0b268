import WritEngine
import WritModel

/// What must hold for a case: each engine agrees with the reference, and the reference with itself.
package struct CaseChecks: Sendable {
  private let engines: [any DifferentialEngine]
  private let reference = ReferenceEngine()
  /// Whether the reference is held against itself.
  private let isAboutReference: Bool

  package init(
    engines: [any DifferentialEngine] = [NativeEngine()], isAboutReference: Bool = true
  ) {
    self.engines = engines
    self.isAboutReference = isAboutReference
  }

  /// What became of one case.
  package struct Report: Sendable {
    /// Of what was tried: a case that is rare finds nothing.
    package var outcomes: [String: Int] = [:]
    package var disagreements: [Disagreement] = []
    /// Rules, by engine.
    package var unsupported: [String: Int] = [:]
    package var judged: [String: Int] = [:]
    /// How often a construct kept a rule from an engine: `sqlite: a version`.
    package var constructs: [String: Int] = [:]
  }

  /// Those that can find again what one of them found.
  package func narrowed(to check: String) -> CaseChecks {
    let found = engines.filter { $0.name == check }
    return CaseChecks(engines: found, isAboutReference: found.isEmpty)
  }

  /// - Parameter isThorough: also makes the checks that are otherwise made of some cases only.
  /// - Throws: `PreparedCase.Refusal`.
  package func run(_ source: DifferentialCase, isThorough: Bool = false) throws -> Report {
    let prepared = try PreparedCase(source)
    let expected = reference.evaluate(prepared).result
    var report = Report()
    for rule in expected.rules {
      report.outcomes["pass", default: 0] += Int(rule.ledger.pass)
      report.outcomes["fail", default: 0] += Int(rule.ledger.fail)
      report.outcomes["no_data", default: 0] += Int(rule.ledger.noData)
      report.outcomes["not_applicable", default: 0] += Int(rule.ledger.notApplicable)
      report.outcomes["pending", default: 0] += Int(rule.ledger.pending)
      if !rule.ledger.isBalanced {
        report.disagreements.append(Disagreement("ledger", "\(rule.rule): \(rule.ledger)"))
      }
    }
    for engine in engines where engine.takes(source) {
      compare(engine, prepared, expected, &report)
    }
    guard isAboutReference else { return report }
    let chance = Chance(seed: source.seed ^ 0x5EED)
    if isThorough || chance.oneIn(4) { checkAlone(prepared, expected, &report) }
    if isThorough || chance.oneIn(6) {
      try checkMoved("shuffled", source.reordered { $0.reversed() }, expected, &report)
    }
    if isThorough || chance.oneIn(6) {
      try checkMoved("shuffled", source.reordered(chance.shuffled), expected, &report)
    }
    if isThorough || chance.oneIn(6) {
      try checkMoved("split", source.split(chance), expected, &report)
    }
    return report
  }

  // MARK: Engines

  private func compare(
    _ engine: any DifferentialEngine, _ prepared: PreparedCase, _ expected: EvaluationResult,
    _ report: inout Report
  ) {
    let answer: EngineAnswer
    do { answer = try engine.evaluate(prepared) } catch {
      report.disagreements.append(Disagreement(engine.name, "threw \(error)"))
      return
    }
    report.unsupported[engine.name, default: 0] += answer.unsupported.count
    for construct in answer.unsupported.values {
      report.constructs["\(engine.name): \(construct)", default: 0] += 1
    }
    let supported = Set(expected.rules.map(\.rule)).subtracting(answer.unsupported.keys)
    report.judged[engine.name, default: 0] += supported.count
    // Which rules run says which data is read.
    let expected =
      answer.unsupported.isEmpty ? expected : reference.evaluate(prepared, rules: supported)
    func lines(_ result: EvaluationResult) -> [String] {
      switch engine.sameness {
      case .whole: ResultPrint.whole(result)
      case .verdicts:
        result.rules.filter { supported.contains($0.rule) }.flatMap(ResultPrint.verdicts)
      }
    }
    if let found = Disagreement(
      engine.name, expected: lines(expected), found: lines(answer.result))
    {
      report.disagreements.append(found)
    }
  }

  // MARK: The reference and itself

  /// A rule says the same whichever others run.
  private func checkAlone(
    _ prepared: PreparedCase, _ expected: EvaluationResult, _ report: inout Report
  ) {
    guard expected.rules.count > 1 else { return }
    for rule in expected.rules {
      let alone = reference.evaluate(prepared, rules: [rule.rule])
      let lines = alone.rules.flatMap(ResultPrint.whole)
      if let found = Disagreement("alone", expected: ResultPrint.whole(rule), found: lines) {
        report.disagreements.append(found)
        return
      }
    }
  }

  /// Rows in another order or file are the same rows.
  private func checkMoved(
    _ check: String, _ moved: DifferentialCase, _ expected: EvaluationResult,
    _ report: inout Report
  ) throws {
    let result = reference.evaluate(try PreparedCase(moved)).result
    // An input that can't be used is used no better in another order; which part of it was read may differ.
    guard expected.failures.isEmpty, result.failures.isEmpty else { return }
    if let found = Disagreement(
      check, expected: expected.rules.flatMap(ResultPrint.unplaced),
      found: result.rules.flatMap(ResultPrint.unplaced))
    {
      report.disagreements.append(found)
    }
  }
}

extension DifferentialCase {
  /// The lines of each file in another order.
  func reordered(_ order: ([String]) -> [String]) -> DifferentialCase {
    var copy = self
    for (index, dataset) in datasets.enumerated() {
      for (number, file) in dataset.files.enumerated() where file.name.hasSuffix(".ndjson") {
        copy.datasets[index].files[number].text = order(file.lines).joined()
      }
    }
    return copy
  }

  /// Each file in two.
  func split(_ chance: Chance) -> DifferentialCase {
    var copy = self
    for (index, dataset) in datasets.enumerated() {
      guard dataset.files.count == 1, let file = dataset.files.first,
        file.name.hasSuffix(".ndjson")
      else { continue }
      let lines = file.lines
      let cut = chance.below(lines.count + 1)
      guard cut > 0, cut < lines.count else { continue }
      copy.datasets[index].files = [
        File(name: "\(dataset.name).ndjson", text: lines[..<cut].joined()),
        File(name: "\(dataset.name)-2.ndjson", text: lines[cut...].joined()),
      ]
    }
    return copy
  }
}

extension DifferentialCase.File {
  /// With their ends, so that joined they are the file.
  fileprivate var lines: [String] {
    var found: [String] = []
    var line: [UInt8] = []
    for byte in text.utf8 {
      line.append(byte)
      if byte == 0x0A {
        found.append(String(decoding: line, as: UTF8.self))
        line = []
      }
    }
    if !line.isEmpty { found.append(String(decoding: line, as: UTF8.self)) }
    return found
  }
}
