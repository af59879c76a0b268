/// The exit code of a run, and why.
public struct ExitDecision: Hashable, Sendable {
  public var code: Int32
  /// One sentence without a period.
  public var reason: String

  public init(code: Int32, reason: String) {
    self.code = code
    self.reason = reason
  }

  /// Nothing blocks.
  public static let clear = ExitDecision(code: 0, reason: "nothing blocks")

  /// The gravest of several: 70, 3, 4, 6, 5, 1, 2, then 0; an interrupt or wrong usage comes before
  /// them. Reasons for the same code are joined in their order.
  public static func combine(_ decisions: [ExitDecision]) -> ExitDecision {
    guard let worst = decisions.min(by: { rank($0.code) < rank($1.code) }) else { return clear }
    var reasons: [String] = []
    for decision in decisions where decision.code == worst.code {
      if !reasons.contains(decision.reason) { reasons.append(decision.reason) }
    }
    return ExitDecision(code: worst.code, reason: reasons.joined(separator: "; "))
  }

  private static let precedence: [Int32] = [130, 143, 64, 70, 3, 4, 6, 5, 1, 2]

  private static func rank(_ code: Int32) -> Int {
    if code == 0 { return precedence.count + 1 }
    return precedence.firstIndex(of: code) ?? precedence.count
  }
}
