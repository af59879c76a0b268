import WritModel
import WritValues

/// Scores frameworks: a control passes only where every rule that covers it was evaluated on a
/// population, or a declared-empty one, and met the control's own criterion.
///
/// A rule's `tolerate` and a waiver speak to the gate; a control whose criterion is `all` fails by a
/// single deviation all the same. Rules that apply to none of their members leave the judgment to
/// the others; when all do, the control is not applicable.
struct Scorer {
  /// By control, every rule of the program that covers it, sorted by id.
  let verdicts: [ControlID: [RuleVerdict]]
  let attestations: [ControlID: [Attestation]]
  let now: Timestamp

  init(
    rules: [AssessedRule], notRun: [(id: String, covers: [ControlID])],
    attestations: [Attestation], now: Timestamp
  ) {
    var verdicts: [ControlID: [RuleVerdict]] = [:]
    for rule in rules {
      let verdict = RuleVerdict(rule)
      for control in Set(rule.controls) { verdicts[control, default: []].append(verdict) }
    }
    for rule in notRun {
      for control in Set(rule.covers) {
        verdicts[control, default: []].append(RuleVerdict(notRun: rule.id))
      }
    }
    self.verdicts = verdicts.mapValues { $0.sorted { Text($0.id) < Text($1.id) } }
    self.attestations = Dictionary(grouping: attestations, by: \.control)
    self.now = now
  }

  func score(_ catalog: ControlCatalog, freshness: Fraction?) -> FrameworkScore {
    FrameworkScore(
      framework: catalog.framework, controls: catalog.controls.map(result), freshness: freshness)
  }

  /// What is told of all but the first rule: `; 2 more rules fail`.
  private static func rest(_ count: Int, _ one: String, _ several: String) -> String {
    switch count {
    case ...1: ""
    case 2: "; 1 more rule \(one)"
    default: "; \(count - 1) more rules \(several)"
    }
  }

  func result(of control: Control) -> ControlResult {
    guard let verdicts = verdicts[control.id], !verdicts.isEmpty else {
      return attested(control)
    }
    let gaps = verdicts.compactMap(\.gap)
    let deviating = verdicts.filter { deviates($0, from: control.criterion) }
    let state: ControlResult.State
    let reason: String
    if let first = deviating.first {
      state = .failed
      let rest = Self.rest(deviating.count, "fails", "fail")
      reason = "`\(first.id)` fails for \(first.fail) of \(first.population) members\(rest)"
    } else if let gap = gaps.first {
      state = .notEvaluated
      reason = gap + Self.rest(gaps.count, "leaves it open", "leave it open")
    } else if verdicts.allSatisfy(\.isIdle) {
      state = .notApplicable
      reason = "its rules apply to no member"
    } else {
      state = .passed
      reason = ""
    }
    return ControlResult(
      control: control, state: state, rules: verdicts.map(\.id), isEvaluated: gaps.isEmpty,
      deviations: verdicts.reduce(0) { $0 &+ $1.fail },
      waived: verdicts.reduce(0) { $0 &+ $1.waivedFail },
      population: verdicts.reduce(0) { $0 &+ $1.population }, reason: reason)
  }

  private func deviates(_ verdict: RuleVerdict, from criterion: Control.Criterion) -> Bool {
    switch criterion {
    case .all: verdict.fail > 0
    case .threshold(let share):
      Int128(verdict.fail) * 1_000_000 > Int128(share.millionths) * Int128(verdict.population)
    }
  }

  /// A person's word counts only where the catalog asks for records of people first.
  private func attested(_ control: Control) -> ControlResult {
    let held = attestations[control.id]?.contains { $0.holds(at: now) } ?? false
    let asksForWord =
      control.requires.first == .attestation
      || control.requires.first == .governanceRecord
    if held, asksForWord {
      return ControlResult(control: control, state: .passed, isEvaluated: true, isAttested: true)
    }
    let reason =
      if held {
        "no rule; attested, but it asks for data"
      } else if attestations[control.id] != nil {
        "no rule; its attestation does not hold now"
      } else {
        "no rule"
      }
    return ControlResult(control: control, state: .notEvaluated, isEvaluated: false, reason: reason)
  }
}
