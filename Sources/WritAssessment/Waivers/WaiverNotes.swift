import WritDiagnostics
import WritModel
import WritValues

/// What there is to tell about waivers beside their findings.
enum WaiverNotes {
  static func notes(on waivers: [AssessedWaiver], knownRules: [String]) -> [AssessmentNote] {
    waivers.flatMap { notes(on: $0, knownRules: knownRules) }
  }

  private static func notes(
    on assessed: AssessedWaiver, knownRules: [String]
  ) -> [AssessmentNote] {
    let waiver = assessed.waiver
    var notes: [AssessmentNote] = []
    func add(_ id: String, _ level: AssessmentNote.Level, _ message: String) {
      notes.append(AssessmentNote(id, level: level, message, place: waiver.place))
    }
    switch assessed.state {
    case .unknownRule:
      let nearest = Suggestion.nearest(to: waiver.rule, among: knownRules)
      add(
        "waiver/unknown-rule", .error,
        "waiver `\(waiver.id)` is for `\(waiver.rule)`, which is no rule"
          + (nearest.map { "; did you mean `\($0)`?" } ?? ""))
    case .expired:
      add(
        "waiver/expired", .warning,
        "waiver `\(waiver.id)` expired \(waiver.expires) and covers nothing; "
          + "\(members(assessed.matched)) would have been covered")
    case .unused:
      add(
        "waiver/unused", .warning,
        "waiver `\(waiver.id)` covers no member of `\(waiver.rule)` and can be removed")
    case .active, .notEvaluated:
      break
    }
    if assessed.isTooBroad, assessed.state != .unknownRule {
      let why =
        waiver.members.contains(where: \.isEverything)
        ? "whatever `\(waiver.rule)` finds"
        : "\(members(assessed.matched)), more than \(WaiverLayer.memberLimit)"
      add("waiver/too-broad", .warning, "waiver `\(waiver.id)` covers \(why)")
    }
    if assessed.state == .active, assessed.isExpiringSoon, let days = assessed.daysLeft {
      add(
        "waiver/expiring-soon", .note,
        "waiver `\(waiver.id)` expires \(waiver.expires), "
          + (days == 0 ? "within a day" : "in \(days) \(days == 1 ? "day" : "days")"))
    }
    return notes
  }

  private static func members(_ count: Int64) -> String {
    count == 1 ? "1 member" : "\(count) members"
  }
}
