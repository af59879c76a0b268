import WritModel
import WritValues

/// Lays waivers over the findings of a run; verdicts stay as they are.
struct WaiverLayer {
  /// More members than this is too broad.
  static let memberLimit: Int64 = 25

  private let waivers: [Waiver]
  private let now: Timestamp
  private var matched: [Int64]
  private let byRule: [Text: [Int]]

  init(waivers: [Waiver], now: Timestamp) {
    self.waivers = waivers.sorted { one, other in
      if one.id != other.id { return Text(one.id) < Text(other.id) }
      return one.place.description < other.place.description
    }
    self.now = now
    matched = Array(repeating: 0, count: waivers.count)
    byRule = Dictionary(grouping: self.waivers.indices) { [waivers = self.waivers] in
      Text(waivers[$0].rule)
    }
  }

  /// Marks each finding that a holding waiver covers, the first by id, and moves it from open to
  /// waived in the ledger.
  mutating func cover(_ findings: inout [Finding], of rule: String, ledger: inout Ledger) {
    guard let candidates = byRule[Text(rule)] else { return }
    for position in findings.indices where findings[position].disposition == .open {
      var isCovered = false
      for index in candidates {
        let waiver = waivers[index]
        guard waiver.covers(rule: rule, memberKey: findings[position].memberKey) else { continue }
        matched[index] += 1
        if !isCovered, !waiver.isExpired(at: now) {
          isCovered = true
          findings[position].disposition = .waived(waiver.id)
          ledger.waive()
        }
      }
    }
  }

  /// What became of each waiver, by id.
  func results(known: Set<Text>, evaluated: Set<Text>) -> [AssessedWaiver] {
    waivers.indices.map { index in
      let waiver = waivers[index]
      let rule = Text(waiver.rule)
      let state: AssessedWaiver.State =
        if !known.contains(rule) {
          .unknownRule
        } else if waiver.isExpired(at: now) {
          .expired
        } else if !evaluated.contains(rule) {
          .notEvaluated
        } else {
          matched[index] > 0 ? .active : .unused
        }
      let left = waiver.expires.microseconds.subtractingReportingOverflow(now.microseconds)
      return AssessedWaiver(
        waiver: waiver, state: state, matched: matched[index],
        isTooBroad: matched[index] > Self.memberLimit
          || waiver.members.contains(where: \.isEverything),
        daysLeft: waiver.isExpired(at: now)
          ? nil : (left.overflow ? Int64.max : left.partialValue) / 86_400_000_000)
    }
  }
}
