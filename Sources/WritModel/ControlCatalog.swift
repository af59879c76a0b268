/// All controls of one framework in one version, in the framework's own order.
public struct ControlCatalog: Hashable, Sendable {
  public let framework: Framework
  public let controls: [Control]
  private let positions: [String: Int]

  /// Of two controls with one id the first is found.
  public init(framework: Framework, controls: [Control]) {
    self.framework = framework
    self.controls = controls
    positions = Dictionary(
      controls.enumerated().map { ($1.id.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The control with this id, nil when the framework or the id is another's.
  public func control(_ id: ControlID) -> Control? {
    guard id.framework == framework.id, let position = positions[id.id] else { return nil }
    return controls[position]
  }

  /// The groups in the order in which they first appear.
  public var groups: [String] {
    var seen: Set<String> = []
    return controls.map(\.group).filter { seen.insert($0).inserted }
  }
}
