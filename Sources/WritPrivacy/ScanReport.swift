package import WritDetection
package import WritModel

/// What a scan of documents came to; every format is made from it.
package struct ScanReport: Sendable {
  /// One find, without its value unless somebody asked to see it.
  package struct Item: Hashable, Sendable {
    package var detector: String
    package var category: DataCategory
    package var start: Int64
    package var end: Int64
    package var line: Int64?
    package var path: String?
    /// In millionths.
    package var probability: Int64
    package var terms: [Find.Term]
    /// Other detectors that fit the value, with their probabilities.
    package var also: [Other]
    /// The same for equal values; nil where there is no key to make it with.
    package var digest: String?
    /// Only under `--show`.
    package var value: [UInt8]?
  }

  package struct Other: Hashable, Sendable {
    package var detector: String
    package var probability: Int64
  }

  /// What kept the scan from looking at something.
  package struct Event: Hashable, Sendable {
    package var reason: String
    package var detector: String?
    package var offset: Int64
    /// Whether something may have been missed.
    package var isGap: Bool
  }

  package struct Document: Sendable {
    package var name: String
    package var format: String
    package var bytes: Int64 = 0
    package var items: [Item] = []
    package var events: [Event] = []
    /// Why it was not looked at, though it could be read.
    package var skipped: String?
    /// Why it could not be read to its end.
    package var failure: String?

    package init(name: String, format: String) {
      self.name = name
      self.format = format
    }
  }

  package var documents: [Document]
  /// Detectors that were looked for.
  package var detectorCount: Int

  package init(documents: [Document], detectorCount: Int) {
    self.documents = documents
    self.detectorCount = detectorCount
  }

  package var findCount: Int { documents.reduce(0) { $0 + $1.items.count } }

  /// Finds by detector, most frequent first.
  package var counts: [(detector: String, category: DataCategory, count: Int)] {
    var counts: [String: (category: DataCategory, count: Int)] = [:]
    for item in documents.lazy.flatMap(\.items) {
      counts[item.detector, default: (item.category, 0)].count += 1
    }
    return counts.map { ($0.key, $0.value.category, $0.value.count) }
      .sorted { ($1.count, $0.detector) < ($0.count, $1.detector) }
  }

  /// Whether something that was asked for was not looked at.
  package var isIncomplete: Bool {
    documents.contains { document in document.events.contains { $0.isGap } }
  }

  package var hasFailures: Bool { documents.contains { $0.failure != nil } }
}
