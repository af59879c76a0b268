/// What becomes of each category of personal data in a masked copy, as a `mask` declares it.
public struct MaskDefinition: Hashable, Sendable {
  /// An operator with its named arguments: `partial(last: 4)`.
  public struct Operation: Hashable, Sendable {
    public enum Argument: Hashable, Sendable {
      case integer(Int64)
      case flag(Bool)
      case text(String)
      /// Microseconds.
      case duration(Int64)
    }

    public var name: String
    public var arguments: [String: Argument]

    public init(_ name: String, _ arguments: [String: Argument] = [:]) {
      self.name = name
      self.arguments = arguments
    }
  }

  public struct Line: Hashable, Sendable {
    /// `financial.card`, or `government` for all that lies in it.
    public var category: DataCategory
    public var operation: Operation

    public init(category: DataCategory, operation: Operation) {
      self.category = category
      self.operation = operation
    }
  }

  public var name: String
  public var title: String
  /// The longest path that fits a category decides.
  public var lines: [Line]
  /// For every category without a line.
  public var otherwise: Operation

  public init(name: String, title: String, lines: [Line], otherwise: Operation) {
    self.name = name
    self.title = title
    self.lines = lines
    self.otherwise = otherwise
  }

  /// The operation for a category.
  public func operation(for category: DataCategory) -> Operation {
    lines.filter { category.isWithin($0.category) }
      .max { $0.category.path.count < $1.category.path.count }?.operation ?? otherwise
  }
}
