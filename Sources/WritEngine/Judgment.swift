import WritChecker
import WritModel
import WritValues

/// A member's outcome as the tables of the language give it.
struct Judgment {
  var outcome: Outcome
  var causes: Causes
  /// True when the member passes although it is unknown whether the rule applies.
  var passesThoughUnknown = false

  static let pass = Judgment(outcome: .pass, causes: .none)
  static let fail = Judgment(outcome: .fail, causes: .none)
  static let notApplicable = Judgment(outcome: .notApplicable, causes: .none)
  static let pending = Judgment(outcome: .pending, causes: .none)

  static func noData(_ causes: Causes) -> Judgment { Judgment(outcome: .noData, causes: causes) }

  /// 0 is the worst outcome a group's window can have.
  var rank: Int { Outcome.worstFirst.firstIndex(of: outcome) ?? Outcome.worstFirst.count }
}

extension Evaluator {
  /// Judges the member in the frame.
  ///
  /// - Parameter doubt: causes that leave it unknown whether this is a member at all.
  func judge(_ rule: CheckedRule, _ frame: Frame, doubt: Causes?) -> Judgment {
    setDeadline(rule, frame)
    var applies = rule.when.map { datum($0, frame) } ?? .true
    if applies == .false { return .notApplicable }
    if let doubt { applies = Logic.and(applies, .unknown(doubt)) }

    var holds = Datum.true
    for must in rule.musts { holds = Logic.and(holds, datum(must, frame)) }

    guard applies == .true else {
      if holds == .true && !options.isStrict {
        return Judgment(outcome: .pass, causes: applies.causes, passesThoughUnknown: true)
      }
      return .noData(applies.causes.union(holds.causes))
    }
    if holds == .true { return .pass }
    if let deadline = frame.deadline {
      guard case .known(.time(let time)) = deadline else {
        return .noData(deadline.causes.union(holds.causes))
      }
      if options.now <= time { return .pending }
    }
    return holds == .false ? .fail : .noData(holds.causes)
  }

  /// The deadline of the member in the frame: never the one of the member before.
  func setDeadline(_ rule: CheckedRule, _ frame: Frame) {
    frame.deadline = nil
    if let deadline = rule.deadline {
      frame.deadline = Calculation.calculate(
        .add, datum(deadline.after, frame), datum(deadline.duration, frame))
    } else if let step = frame.step {
      frame.deadline = .known(.time(step.end))
    }
  }
}
