import WritAssessment
import WritModel
import WritValues

extension JSONRecords {
  /// Every control of every framework, in the catalogs' order.
  static func controls(_ assessment: Assessment) -> [JSONValue] {
    assessment.frameworks.flatMap { $0.controls.map(control) }
  }

  private static func control(_ result: ControlResult) -> JSONValue {
    [
      "id": .text(result.control.id.description),
      "framework": .text(result.control.id.framework),
      "title": .text(result.control.title),
      "group": .text(result.control.group),
      "severity": .text(result.control.severity.rawValue),
      "state": .text(result.state.rawValue),
      "reason": .text(result.reason),
      "rules": texts(result.rules),
      "evaluated": .bool(result.isEvaluated),
      "attested": .bool(result.isAttested),
      "accepted": .bool(result.isAccepted),
      "population": .int(result.population),
      "deviations": .int(result.deviations),
      "waived": .int(result.waived),
    ]
  }

  static func framework(_ score: FrameworkScore) -> JSONValue {
    [
      "id": .text(score.framework.id),
      "version": .text(score.framework.version),
      "title": .text(score.framework.title),
      "counts": counts(score.tally),
      "floor": fraction(score.tally.floor),
      "ceiling": fraction(score.tally.ceiling),
      "coverage": fraction(score.tally.coverage),
      "conformity": fraction(score.tally.conformity),
      "freshness": fraction(score.freshness),
      "groups": .array(
        score.groups.map { group in
          [
            "name": .text(group.name),
            "counts": counts(group.tally),
            "floor": fraction(group.tally.floor),
            "ceiling": fraction(group.tally.ceiling),
            "coverage": fraction(group.tally.coverage),
          ]
        }),
    ]
  }

  private static func counts(_ tally: Tally) -> JSONValue {
    [
      "controls": .int(tally.controls), "applicable": .int(tally.applicable),
      "passed": .int(tally.passed), "failed": .int(tally.failed),
      "not_evaluated": .int(tally.notEvaluated), "not_applicable": .int(tally.notApplicable),
      "evaluated": .int(tally.evaluated), "accepted": .int(tally.accepted),
      "attested": .int(tally.attested),
    ]
  }

  /// Null where there is nothing to take a share of: never 100 percent of nothing.
  private static func fraction(_ fraction: Fraction?) -> JSONValue {
    guard let fraction else { return .null }
    return [
      "numerator": .int(fraction.numerator), "denominator": .int(fraction.denominator),
      "percent": .number(fraction.percent(decimals: 2)),
    ]
  }
}
