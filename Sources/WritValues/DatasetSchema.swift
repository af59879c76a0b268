/// What rules need of a dataset: its fields, key and order.
public struct DatasetSchema: Hashable, Sendable {
  public struct Field: Hashable, Sendable {
    public var name: String
    public var type: ValueType
    public var isOptional: Bool
    /// `@personal(contact.email)`, the category; nil when the field is not tagged.
    public var personal: String?
    public var isSecret: Bool
    /// `col: columns(tbl, name)`: indices of the fields a composite reference is made from.
    public var components: [Int]

    public init(
      name: String, type: ValueType, isOptional: Bool = false, personal: String? = nil,
      isSecret: Bool = false, components: [Int] = []
    ) {
      self.name = name
      self.type = type
      self.isOptional = isOptional
      self.personal = personal
      self.isSecret = isSecret
      self.components = components
    }
  }

  public struct Order: Hashable, Sendable {
    /// Index of the time field.
    public var field: Int
    /// Microseconds by which rows may be out of order.
    public var lateness: Int64

    public init(field: Int, lateness: Int64) {
      self.field = field
      self.lateness = lateness
    }
  }

  public var name: DatasetName
  public var title: String
  public var fields: [Field]
  /// Indices of the key fields, at least one.
  public var key: [Int]
  /// Microseconds after its collection at which the dataset is stale; nil when it never is.
  public var fresh: Int64?
  public var order: Order?
  /// Index of the reference field by which completeness is judged (`complete per host`).
  public var completePer: Int?

  public init(
    name: DatasetName, title: String = "", fields: [Field], key: [Int], fresh: Int64? = nil,
    order: Order? = nil, completePer: Int? = nil
  ) {
    self.name = name
    self.title = title
    self.fields = fields
    self.key = key
    self.fresh = fresh
    self.order = order
    self.completePer = completePer
  }

  public func index(of field: String) -> Int? { fields.firstIndex { $0.name == field } }
}
