import WritAssessment
import WritModel
import WritValues

/// The objects of `writ.findings/1`; the published schema stands beside them.
enum JSONRecords {
  static func tool(_ assessment: Assessment) -> JSONValue {
    ["name": "writ", "version": .text(assessment.toolVersion)]
  }

  static func period(_ period: Assessment.Period) -> JSONValue {
    ["start": .text(period.start.description), "end": .text(period.end.description)]
  }

  static func exit(_ exit: ExitDecision) -> JSONValue {
    ["code": .int(Int64(exit.code)), "reason": .text(exit.reason)]
  }

  static func rule(_ rule: AssessedRule) -> JSONValue {
    [
      "id": .text(rule.id),
      "title": .text(rule.title),
      "severity": .text(rule.severity.rawValue),
      "status": .text(rule.status.rawValue),
      "blocking": .bool(rule.isBlocking),
      "gate": .text(rule.gateReason),
      "ledger": ledger(rule.ledger),
      "tolerated": .int(rule.toleratedCount),
      "passed_though_unknown": .int(rule.passedThoughUnknown),
      "causes": .array(
        rule.causeCounts.map { count in
          [
            "kind": .text(count.cause.kind.rawValue), "detail": .text(count.cause.detail),
            "members": .int(count.count),
          ]
        }),
      "blind": .array(
        rule.blindDatasets.map { blind in
          [
            "dataset": .text(blind.dataset), "kind": .text(blind.cause.kind.rawValue),
            "detail": .text(blind.cause.detail), "reason": .text(blind.reason),
          ]
        }),
      "error": optional(rule.error),
      "controls": texts(rule.controls.map(\.description)),
      "tags": texts(rule.tags),
      "owner": optional(rule.owner),
      "place": rule.place.map(place) ?? .null,
      "digest": .text(rule.digest),
    ]
  }

  static func ledger(_ ledger: Ledger) -> JSONValue {
    [
      "members": .int(ledger.members), "pass": .int(ledger.pass), "fail": .int(ledger.fail),
      "no_data": .int(ledger.noData), "not_applicable": .int(ledger.notApplicable),
      "pending": .int(ledger.pending), "waived": .int(ledger.waived), "open": .int(ledger.open),
    ]
  }

  static func dataset(_ dataset: AssessedDataset) -> JSONValue {
    [
      "name": .text(dataset.name),
      "state": .text(dataset.state.rawValue),
      "collected": optional(dataset.collectedAt?.description),
      "fresh": optional(dataset.fresh.map { DurationFormat.describe($0) }),
      "rows": .int(dataset.rows),
      "rejected": .int(dataset.rejectedRows),
      "rejects": .array(
        dataset.rejects.map { reject in
          [
            "input": .text(SourcePath.shown(reject.input)), "line": .int(reject.line),
            "start": .int(reject.start), "end": .int(reject.end), "reason": .text(reject.reason),
          ]
        }),
      "inputs": texts(dataset.inputs.map { SourcePath.shown($0) }),
      "reason": .text(dataset.reason),
    ]
  }

  static func waiver(_ assessed: AssessedWaiver) -> JSONValue {
    let waiver = assessed.waiver
    return [
      "id": .text(waiver.id),
      "rule": .text(waiver.rule),
      "state": .text(assessed.state.rawValue),
      "matched": .int(assessed.matched),
      "too_broad": .bool(assessed.isTooBroad),
      "days_left": assessed.daysLeft.map { .int($0) } ?? .null,
      "expires": .text(waiver.expires.description),
      "reason": .text(waiver.reason),
      "owner": .text(waiver.owner),
      "approver": .text(waiver.approver),
      "ticket": optional(waiver.ticket),
      "place": place(waiver.place),
    ]
  }

  static func note(_ note: AssessmentNote) -> JSONValue {
    [
      "id": .text(note.id), "level": .text(note.level.rawValue), "message": .text(note.message),
      "place": note.place.map(place) ?? .null,
    ]
  }

  static func untested(_ item: Untested) -> JSONValue {
    [
      "kind": .text(item.kind.rawValue), "subject": .text(item.subject),
      "reason": .text(item.reason),
    ]
  }

  static func place(_ place: RecordPlace) -> JSONValue {
    [
      "source": .text(SourcePath.shown(place.source)), "line": .int(place.line),
      "column": .int(place.column),
    ]
  }

  static func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .text($0) }) }

  static func optional(_ text: String?) -> JSONValue { text.map { .text($0) } ?? .null }
}
