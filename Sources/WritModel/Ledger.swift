/// How a rule's members add up; none is ever dropped.
public struct Ledger: Hashable, Sendable {
  public var members: Int64
  public var pass: Int64
  public var fail: Int64
  public var noData: Int64
  public var notApplicable: Int64
  public var pending: Int64
  /// Members among `fail` and `noData` that a waiver covers.
  public var waived: Int64
  /// Members among `fail` and `noData` that none does.
  public var open: Int64

  public init(
    members: Int64 = 0, pass: Int64 = 0, fail: Int64 = 0, noData: Int64 = 0,
    notApplicable: Int64 = 0, pending: Int64 = 0, waived: Int64 = 0, open: Int64 = 0
  ) {
    self.members = members
    self.pass = pass
    self.fail = fail
    self.noData = noData
    self.notApplicable = notApplicable
    self.pending = pending
    self.waived = waived
    self.open = open
  }

  /// Counts one more member; a failure or no_data is open until `waive` says otherwise.
  public mutating func add(_ outcome: Outcome) {
    members &+= 1
    switch outcome {
    case .pass: pass &+= 1
    case .fail:
      fail &+= 1
      open &+= 1
    case .noData:
      noData &+= 1
      open &+= 1
    case .notApplicable: notApplicable &+= 1
    case .pending: pending &+= 1
    }
  }

  /// Lays a waiver over one open member.
  public mutating func waive() {
    waived &+= 1
    open &-= 1
  }

  /// `members = pass + fail + no_data + not_applicable + pending` and
  /// `fail + no_data = waived + open`, with no count below zero.
  public var isBalanced: Bool {
    let counts = [members, pass, fail, noData, notApplicable, pending, waived, open]
    return counts.allSatisfy { $0 >= 0 }
      && members == pass &+ fail &+ noData &+ notApplicable &+ pending
      && fail &+ noData == waived &+ open
  }
}
