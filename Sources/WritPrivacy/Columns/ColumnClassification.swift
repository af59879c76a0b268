package import WritModel

/// What a column holds, as far as its name and a sample of its cells tell; it keeps no value.
package struct ColumnClassification: Hashable, Sendable {
  /// One reason for, or against.
  package struct Term: Hashable, Sendable {
    package var name: String
    /// Log-odds in thousandths; the terms add up to the probability.
    package var weight: Int
  }

  /// A type that was less probable, or one that is met within the cells.
  package struct Other: Hashable, Sendable {
    package var type: String
    /// In millionths.
    package var probability: Int64
  }

  /// A type met inside longer cells: text that holds personal data.
  package struct Within: Hashable, Sendable {
    package var type: String
    package var category: DataCategory
    package var cells: Int
  }

  /// A detector's name or a kind's; nil: no personal data that was recognized.
  package var type: String?
  package var category: DataCategory?
  /// Of the type, in millionths; 0 without one.
  package var probability: Int64 = 0
  package var terms: [Term] = []
  /// Cells of the sample that are of the type as a whole.
  package var share: ShareInterval?
  package var isQuasiIdentifier = false
  package var also: [Other] = []
  package var within: [Within] = []
  /// Cells looked at.
  package var sampled = 0
  package var distinct = 0
  /// Cells that are not empty, and those that are.
  package var filled = 0
  package var empty = 0
  /// Cells that a pattern gave up on.
  package var limitHits = 0

  package init() {}
}
