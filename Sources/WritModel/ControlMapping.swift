/// A typed link from one control to another; it helps to find evidence and carries no result.
public struct ControlMapping: Hashable, Sendable {
  /// Read from the control that holds the link to the other one.
  public enum Relation: String, CaseIterable, Hashable, Sendable {
    case equal
    /// This one is part of the other.
    case subset
    /// The other is part of this one.
    case superset
    /// They share some ground.
    case intersects

    /// The same link read from the other side.
    public var inverse: Relation {
      switch self {
      case .equal: .equal
      case .subset: .superset
      case .superset: .subset
      case .intersects: .intersects
      }
    }
  }

  public var control: ControlID
  public var relation: Relation
  public var reason: String

  public init(control: ControlID, relation: Relation, reason: String) {
    self.control = control
    self.relation = relation
    self.reason = reason
  }
}
