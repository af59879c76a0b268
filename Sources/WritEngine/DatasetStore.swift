import WritChecker
import WritTables
import WritValues

/// One dataset as the evaluator sees it.
final class StoredDataset {
  let schema: DatasetSchema
  let delivery: DatasetDelivery
  /// Unknown wherever the dataset is read; nil when it was delivered.
  private(set) var unavailable: Causes?
  private(set) var unavailableReason: String
  /// Unknown in every field but the key; nil when it is fresh.
  let stale: Causes?
  let staleReason: String
  /// Filled when some rule looks rows up or joins them.
  var table: Table?
  var report: ReadReport?
  var inputNames: [String] = []
  /// Keys of the dataset judged by (`complete per host`) that nothing was collected for.
  var uncovered: [Value] = []
  /// Why nobody can say which subjects those are; nil when it can be said.
  var subjectsUnknown: Causes?
  /// Hides the subjects' keys in causes; nil where these are not personal.
  var mask: Masking?

  init(schema: DatasetSchema, delivery: DatasetDelivery, now: Timestamp) {
    self.schema = schema
    self.delivery = delivery
    let name = schema.name.name
    unavailableReason = delivery.unavailable ?? ""
    unavailable = delivery.unavailable.map { _ in Causes(Cause(.unavailable, name)) }
    var reason = ""
    if let fresh = schema.fresh, delivery.unavailable == nil {
      let limit = DurationFormat.describe(fresh)
      if let collected = delivery.collectedAt {
        let age = now.microseconds(since: collected) ?? Int64.max
        if age > fresh {
          reason = "collected \(DurationFormat.describe(age)) ago, fresh within \(limit)"
        }
      } else {
        reason = "collection time unknown, fresh within \(limit)"
      }
    }
    staleReason = reason
    stale = reason.isEmpty ? nil : Causes(Cause(.stale, name))
  }

  /// The same dataset for an evaluator in another thread, whose rows are its own.
  func forAnotherThread() -> StoredDataset { StoredDataset(self) }

  private init(_ other: StoredDataset) {
    schema = other.schema
    delivery = other.delivery
    unavailable = other.unavailable
    unavailableReason = other.unavailableReason
    stale = other.stale
    staleReason = other.staleReason
    table = other.table?.forAnotherThread()
    report = other.report
    inputNames = other.inputNames
    uncovered = other.uncovered
    subjectsUnknown = other.subjectsUnknown
    mask = other.mask
  }

  /// An input that can't be used makes the whole dataset one nobody delivered.
  func fail(_ reason: String) {
    unavailable = Causes(Cause(.unavailable, schema.name.name))
    unavailableReason = reason
    table = nil
    report = nil
    uncovered = []
    subjectsUnknown = nil
  }

  var blind: BlindDataset? {
    if unavailable != nil {
      return BlindDataset(
        dataset: schema.name, cause: Cause(.unavailable, schema.name.name),
        reason: unavailableReason)
    }
    if stale != nil {
      return BlindDataset(
        dataset: schema.name, cause: Cause(.stale, schema.name.name), reason: staleReason)
    }
    return nil
  }

  /// Rows of uncovered subjects: the judged-by field is known, all else is unavailable.
  private(set) lazy var phantoms: [Row] = {
    guard let field = schema.completePer else { return [] }
    if let causes = subjectsUnknown {
      return [phantom(Array(repeating: .unknown(causes), count: schema.fields.count), .text("?"))]
    }
    return uncovered.map { key in
      let unknown = Datum.unknown(uncoveredCauses(key))
      var fields = Array(repeating: unknown, count: schema.fields.count)
      fields[field] = .known(key)
      return phantom(fields, key)
    }
  }()

  private func phantom(_ fields: [Datum], _ key: Value) -> Row {
    Row(
      fields: fields, key: key, origin: RowOrigin(input: -1, line: 0, start: 0, end: 0),
      isRejected: true)
  }

  /// Why a key that was not found may be there: a row that could not be read, or that nobody
  /// collected, might have had it.
  private(set) lazy var doubts: Causes = {
    var rows = phantoms
    if let table { rows += table.columns.rejectedPositions.map { table.row(at: $0) } }
    return Causes(rows.lazy.map(\.rejection.items).joined())
  }()

  func uncoveredCauses(_ key: Value) -> Causes {
    let subject = mask?.mask(key) ?? KeyText.parts(of: key).joined(separator: ", ")
    return Causes(Cause(.unavailable, "\(schema.name.name) of \(subject)"))
  }
}

/// A member key as people see it.
enum KeyText {
  static func parts(of key: Value) -> [String] {
    if case .tuple(let values) = key { return values.map(\.description) }
    return [key.description]
  }
}
