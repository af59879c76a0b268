package import WritValues

/// Keeps account of the lines of a stream in their order: which keys meet, what was rejected.
package struct LineLedger {
  package private(set) var report = ReadReport()
  private let schema: DatasetSchema
  private let names: [String]
  private let suspects: Suspects?
  private var recent: RecentKeys
  /// What the lines seen so far come to: a later pass over the same bytes comes to the same.
  package private(set) var digest = Suspects.Digest()
  /// Rows whose key some other row may hold.
  private var held: [Row] = []
  /// Of each input the lines that are JSON objects.
  private var readable: [Int]

  /// - Parameter suspects: what an earlier pass found; nil while keys are compared as they come.
  package init(schema: DatasetSchema, names: [String], suspects: Suspects?) {
    self.schema = schema
    self.names = names
    self.suspects = suspects
    readable = Array(repeating: 0, count: names.count)
    recent = RecentKeys(lateness: schema.order.map { max(0, $0.lateness) })
  }

  /// - Throws: `LineScanner.Undecided` when a key may stand twice or a row comes later than the lateness.
  package mutating func add(_ tally: LineScanner.Tally) throws {
    if suspects == nil {
      // A key whose time can't be told may meet any row with it.
      guard tally.timeless.isEmpty else { throw LineScanner.Undecided() }
      for (key, time) in zip(tally.keys, tally.times) {
        guard recent.isNew(key, time: time) else { throw LineScanner.Undecided() }
      }
    } else {
      held += tally.held
    }
    digest.note(tally)
    report.rows += tally.rows
    if readable.indices.contains(tally.input) { readable[tally.input] += tally.readable }
    for reject in tally.rejects { report.add(reject) }
  }

  /// The rows that may share a key, compared.
  ///
  /// - Parameter bytes: how many were read.
  /// - Throws: `ReadFailure` when the inputs are not those of the earlier pass; `LineScanner.Undecided` when one of them
  ///   has no record, or no readable one.
  package mutating func close(bytes: Int64) throws -> [Row] {
    report.bytes = bytes
    guard readable.allSatisfy({ $0 > 0 }) else { throw LineScanner.Undecided() }
    guard let suspects else { return [] }
    guard suspects.digest == digest else {
      throw ReadFailure(
        .changed, input: names.joined(separator: ", "), message: "changed while it was read")
    }
    let keys = KeyConflicts(schema: schema).resolve(held, names: names)
    held = []
    report.rows += keys.rows.count
    report.repeats = keys.repeats
    report.merge(
      keys.rejected.map {
        Reject(
          input: RowPlace.name($0, in: names), line: Int($0.line), start: $0.start, end: $0.end,
          reason: KeyConflicts.reason)
      }, inputs: names)
    return keys.rows
  }
}
