/// What the columns of tables and documents hold; every format is made from it.
package struct ColumnReport: Sendable {
  package struct Column: Hashable, Sendable {
    /// A column's name, or a path: `$.people[].email`.
    package var name: String
    package var classification: ColumnClassification

    package init(name: String, _ classification: ColumnClassification) {
      self.name = name
      self.classification = classification
    }
  }

  /// One file, or one table of a database.
  package struct Table: Hashable, Sendable {
    /// The file or database, without a password.
    package var source: String
    /// In a database.
    package var name: String?
    /// `csv`, `ndjson, gzip`, `sqlite`, `postgres`.
    package var format: String
    package var columns: [Column] = []
    /// Why it was not looked at at all.
    package var skipped: String?
    package var failure: String?
    /// Parts that were not looked at.
    package var gaps: [String] = []

    package init(source: String, name: String? = nil, format: String) {
      self.source = source
      self.name = name
      self.format = format
    }

    /// Without any cell there is nothing to tell.
    package var isEmpty: Bool {
      skipped == nil && failure == nil && columns.allSatisfy { $0.classification.filled == 0 }
    }
  }

  package let tables: [Table]

  package init(_ tables: [Table]) { self.tables = tables }

  package var hasFailures: Bool { tables.contains { $0.failure != nil } }
  package var isIncomplete: Bool {
    tables.contains { !$0.gaps.isEmpty || $0.columns.contains { $0.classification.limitHits > 0 } }
  }
  /// Nothing that was named has a cell.
  package var isEmpty: Bool { tables.allSatisfy { $0.isEmpty || $0.skipped != nil } }
  package var columns: [Column] { tables.flatMap(\.columns) }
}
