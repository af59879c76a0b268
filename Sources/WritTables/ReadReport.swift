/// A record that could not be used, and why.
package struct Reject: Hashable, Sendable {
  package var input: String
  /// Counted from 1; 0 where there are no lines.
  package var line: Int
  /// Byte range in the input.
  package var start: Int64
  package var end: Int64
  /// Never holds a value of the record.
  package var reason: String

  package init(input: String, line: Int, start: Int64, end: Int64, reason: String) {
    self.input = input
    self.line = line
    self.start = start
    self.end = end
    self.reason = reason
  }
}

/// What became of the records of a dataset.
package struct ReadReport: Hashable, Sendable {
  package static let keptRejects = 1000

  /// Rows handed on, rejected ones among them.
  package var rows = 0
  /// Rows rejected, also those beyond the kept ones.
  package var rejectCount = 0
  /// The first 1000, in the order of the inputs.
  package var rejects: [Reject] = []
  /// Rows left out because they were delivered twice, alike in all declared fields.
  package var repeats = 0
  /// Bytes read from the sources.
  package var bytes: Int64 = 0

  package init() {}

  package mutating func add(_ reject: Reject) {
    rejectCount += 1
    if rejects.count < Self.keptRejects { rejects.append(reject) }
  }

  /// Merges rejects found later, keeping the order of the inputs.
  mutating func merge(_ late: [Reject], inputs: [String]) {
    guard !late.isEmpty else { return }
    rejectCount += late.count
    var rank: [String: Int] = [:]
    for (index, name) in inputs.enumerated() where rank[name] == nil { rank[name] = index }
    rejects = Array(
      (rejects + late).sorted {
        (rank[$0.input] ?? .max, $0.line, $0.start) < (rank[$1.input] ?? .max, $1.line, $1.start)
      }.prefix(Self.keptRejects))
  }
}
