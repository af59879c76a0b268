public import WritModel

/// A framework's controls and the numbers made from them: results of tests, no opinion.
public struct FrameworkScore: Hashable, Sendable {
  /// A part of the framework, counted from its controls.
  public struct Group: Hashable, Sendable {
    public var name: String
    public var tally: Tally

    public init(name: String, tally: Tally) {
      self.name = name
      self.tally = tally
    }
  }

  public var framework: Framework
  /// Every control of the catalog, in its order; none is dropped.
  public var controls: [ControlResult]
  public var tally: Tally
  /// In the catalog's order.
  public var groups: [Group]
  /// Datasets with a `fresh` limit that its rules read: inside it, of all. Nil when none has one.
  public var freshness: Fraction?

  public init(framework: Framework, controls: [ControlResult], freshness: Fraction? = nil) {
    self.framework = framework
    self.controls = controls
    self.freshness = freshness
    tally = Tally(controls)
    var order: [String] = []
    var tallies: [String: Tally] = [:]
    for result in controls {
      let name = result.control.group
      if tallies[name] == nil { order.append(name) }
      tallies[name, default: Tally()].add(result)
    }
    groups = order.map { Group(name: $0, tally: tallies[$0] ?? Tally()) }
  }
}
