/// Cases from rising seeds, and what became of them.
package struct DifferentialRun: Sendable {
  /// What a run of cases came to.
  package struct Tally: Sendable {
    package var cases = 0
    package var refused = 0
    /// How often each diagnostic refused a case.
    package var refusals: [String: Int] = [:]
    package var forms: [String: Int] = [:]
    package var outcomes: [String: Int] = [:]
    /// Rules, by engine.
    package var unsupported: [String: Int] = [:]
    package var judged: [String: Int] = [:]
    package var constructs: [String: Int] = [:]
    package var failures: [Failure] = []

    package init() {}

    package mutating func add(_ other: Tally) {
      cases += other.cases
      refused += other.refused
      refusals.merge(other.refusals, uniquingKeysWith: +)
      forms.merge(other.forms, uniquingKeysWith: +)
      outcomes.merge(other.outcomes, uniquingKeysWith: +)
      unsupported.merge(other.unsupported, uniquingKeysWith: +)
      judged.merge(other.judged, uniquingKeysWith: +)
      constructs.merge(other.constructs, uniquingKeysWith: +)
      failures += other.failures
    }
  }

  package struct Failure: Sendable {
    package var seed: UInt64
    package var disagreement: Disagreement
  }

  private let checks: CaseChecks

  package init(checks: CaseChecks = CaseChecks()) { self.checks = checks }

  /// Runs the case of a seed.
  package func run(seed: UInt64, into tally: inout Tally) {
    let generated = GeneratedCase(seed: seed)
    tally.cases += 1
    do {
      let report = try checks.run(generated.rendered)
      generated.countForms(into: &tally.forms)
      tally.outcomes.merge(report.outcomes, uniquingKeysWith: +)
      tally.unsupported.merge(report.unsupported, uniquingKeysWith: +)
      tally.judged.merge(report.judged, uniquingKeysWith: +)
      tally.constructs.merge(report.constructs, uniquingKeysWith: +)
      tally.failures += report.disagreements.map { Failure(seed: seed, disagreement: $0) }
    } catch let refusal as PreparedCase.Refusal {
      tally.refused += 1
      for id in Set(refusal.ids) { tally.refusals[id, default: 0] += 1 }
    } catch {
      tally.failures.append(Failure(seed: seed, disagreement: Disagreement("run", "\(error)")))
    }
  }

  /// The smallest case found that goes wrong in the same way.
  package func shrink(_ failure: Failure, budget: Int = 4000) -> GeneratedCase {
    let name = failure.disagreement.check
    let checks = checks.narrowed(to: name)
    var shrinker = Shrinker(budget: budget) { candidate in
      guard let report = try? checks.run(candidate.rendered, isThorough: true) else { return false }
      return report.disagreements.contains { $0.check == name }
    }
    return shrinker.shrink(GeneratedCase(seed: failure.seed))
  }
}
