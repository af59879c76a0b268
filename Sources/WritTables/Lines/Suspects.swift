/// Which keys of a stream may stand twice within its lateness, told from sixteen bytes a row.
package struct Suspects: Sendable {
  /// What a pass saw, whatever the order: two passes over the same bytes agree.
  package struct Digest: Equatable, Sendable {
    private var rows = 0
    private var sum: UInt64 = 0

    package init() {}

    private mutating func note(_ key: UInt64) {
      rows &+= 1
      sum &+= key
    }

    package mutating func note(_ tally: LineScanner.Tally) {
      for key in tally.keys { note(key) }
      for key in tally.timeless { note(key) }
    }
  }

  package let keys: Set<UInt64>
  package let digest: Digest

  /// - Parameter lateness: microseconds within which keys are compared; nil: always.
  /// - Throws: what sources throw, and `LineScanner.Undecided`.
  package init(_ chunks: LineChunks, _ scanner: LineScanner, lateness: Int64?) throws {
    var entries: [(key: UInt64, time: Int64)] = []
    var found: Set<UInt64> = []
    var digest = Digest()
    while let chunk = try chunks.next() {
      let tally = try scanner.scan(chunk) { _ in }
      digest.note(tally)
      for (key, time) in zip(tally.keys, tally.times) { entries.append((key, time)) }
      found.formUnion(tally.timeless)
    }
    entries.sort { ($0.key, $0.time) < ($1.key, $1.time) }
    for (one, other) in zip(entries, entries.dropFirst()) where one.key == other.key {
      let (gap, overflow) = other.time.subtractingReportingOverflow(one.time)
      if lateness.map({ !overflow && gap <= max(0, $0) }) ?? true { found.insert(one.key) }
    }
    keys = found
    self.digest = digest
  }
}
