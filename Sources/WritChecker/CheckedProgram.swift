public import WritDiagnostics
public import WritValues

/// All modules, checked: nothing is left to look up.
public struct CheckedProgram: Sendable {
  /// Sorted by name; expressions refer to them by index.
  public var datasets: [DatasetSchema]
  public var datasetPlaces: [Place]
  public var params: [CheckedParam]
  public var defines: [CheckedDefine]
  /// Sorted by id.
  public var rules: [CheckedRule]
  public var tests: [CheckedTest]
  /// Sorted by name, which no other detector of the program has.
  public var detectors: [CheckedDetector]
  /// Sorted by name, which no other mask of the program has.
  public var masks: [CheckedMask]

  public init(
    datasets: [DatasetSchema], datasetPlaces: [Place], params: [CheckedParam],
    defines: [CheckedDefine], rules: [CheckedRule], tests: [CheckedTest],
    detectors: [CheckedDetector] = [], masks: [CheckedMask] = []
  ) {
    self.datasets = datasets
    self.datasetPlaces = datasetPlaces
    self.params = params
    self.defines = defines
    self.rules = rules
    self.tests = tests
    self.detectors = detectors
    self.masks = masks
  }

  public func index(of dataset: DatasetName) -> Int? {
    datasets.firstIndex { $0.name == dataset }
  }
}

/// `param dormant_after: duration = 90d "…"`; its id is `access.dormant_after`.
public struct CheckedParam: Sendable {
  public var id: String
  public var type: ValueType
  public var value: Value
  public var title: String
  public var place: Place

  public init(id: String, type: ValueType, value: Value, title: String, place: Place) {
    self.id = id
    self.type = type
    self.value = value
    self.title = title
    self.place = place
  }
}

/// A `define`: its arguments are in slots 0..<parameterCount of a frame of its own.
public struct CheckedDefine: Sendable {
  public var id: String
  public var parameterCount: Int
  public var slotCount: Int
  public var body: CheckedExpression

  public init(id: String, parameterCount: Int, slotCount: Int, body: CheckedExpression) {
    self.id = id
    self.parameterCount = parameterCount
    self.slotCount = slotCount
    self.body = body
  }
}
