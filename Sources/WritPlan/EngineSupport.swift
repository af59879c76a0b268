/// Whether an engine can run a rule.
package struct EngineSupport: Hashable, Sendable {
  package var engine: String
  /// Why it can't: a phrase such as "`split` has no exact form in SQL"; nil where it can.
  package var obstacle: String?

  package init(_ engine: String, obstacle: String? = nil) {
    self.engine = engine
    self.obstacle = obstacle
  }

  /// The engines that run every rule.
  package static let always = [EngineSupport("native"), EngineSupport("reference")]
}
