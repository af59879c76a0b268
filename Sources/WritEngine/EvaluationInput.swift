package import WritTables
package import WritValues

/// Where a dataset's rows come from in one run, or why there are none.
package struct DatasetDelivery: Sendable {
  /// Why it was not delivered; nil when it was.
  package var unavailable: String?
  package var inputs: [TableInput]
  package var collectedAt: Timestamp?
  /// Read from this machine during the run: its time is the clock's, which no report repeats.
  package var isLive = false
  /// Keys the collector's manifest names although they have no row (`complete per host`).
  package var covered: [Value]

  /// Rows that are already decoded, as tests give them; nil where `inputs` are read.
  package var rows: [Row]?
  package var rowsName: String

  /// - Parameter inputName: what the rows' places are shown under.
  package init(rows: [Row], inputName: String, collectedAt: Timestamp?) {
    self.rows = rows
    rowsName = inputName
    inputs = []
    covered = []
    self.collectedAt = collectedAt
  }

  package init(inputs: [TableInput], collectedAt: Timestamp? = nil, covered: [Value] = []) {
    self.inputs = inputs
    self.collectedAt = collectedAt
    self.covered = covered
    rowsName = ""
  }

  private init(unavailable: String) {
    self.unavailable = unavailable
    inputs = []
    covered = []
    rowsName = ""
  }

  package static func unavailable(_ reason: String) -> DatasetDelivery {
    DatasetDelivery(unavailable: reason)
  }
}

/// How rules are evaluated; both give the same results, byte for byte.
package enum EngineKind: String, CaseIterable, Sendable {
  /// Judges each distinct value of a streamed dataset once and decodes only the rows that need it.
  case native
  /// Row by row: the oracle.
  case reference
}

/// All that an evaluation takes from outside its program and its data.
package struct EvaluationOptions: Sendable {
  package var now: Timestamp
  package var period: (start: Timestamp, end: Timestamp)?
  /// Values that replace those of the program's params, by index.
  package var params: [Int: Value]
  /// False: a member whose applicability is unknown and whose requirement holds passes.
  package var isStrict: Bool
  package var zone: @Sendable (String) -> Zone?
  /// Keys the fingerprints of members whose key is personal.
  package var fingerprintKey: [UInt8]
  /// Also gives back every member's outcome.
  package var collectsMembers: Bool
  package var readOptions: ReadOptions
  /// How many failed members of a rule get a finding, the first by key; nil is all. The others are counted.
  package var failuresListed: Int?
  /// What `personal(x)` asks; nil: its answer is unknown, `unavailable(detectors)`.
  package var personalData: (any PersonalDataReading)?
  package var engine = EngineKind.native
  /// How many threads a streamed dataset is gone through with.
  package var threads = 1
  /// How many rows of groups are remembered by their places while a dataset is counted; beyond, it is gone through again.
  package var placesKept = 1 << 20
  /// How many rows and elements the comprehensions of one member may look at: nested ones multiply, and what
  /// would take years ends as unknown, `limit`.
  package var stepLimit = 100_000_000

  package init(
    now: Timestamp, period: (start: Timestamp, end: Timestamp)? = nil, params: [Int: Value] = [:],
    isStrict: Bool = true, zone: @escaping @Sendable (String) -> Zone? = { _ in nil },
    fingerprintKey: [UInt8] = [], collectsMembers: Bool = false,
    readOptions: ReadOptions = ReadOptions()
  ) {
    self.now = now
    self.period = period
    self.params = params
    self.isStrict = isStrict
    self.zone = zone
    self.fingerprintKey = fingerprintKey
    self.collectsMembers = collectsMembers
    self.readOptions = readOptions
  }
}
