/// What a generalized table has lost.
package struct InformationLoss: Hashable, Sendable {
  /// Normalized certainty penalty (Xu et al. 2006), the mean over all cells: 0 where nothing was generalized, 1 where every
  /// cell could be anything. A row that was taken out counts 1.
  package let ncp: Double
  /// Discernibility (Bayardo, Agrawal 2005): each row costs as many as its class has, one that was taken out as many as
  /// the table.
  package let discernibility: Double
  package let suppressedRows: Int

  init(cellPenalty: Double, cells: Int, sizes: [Int], suppressedRows: Int) {
    ncp = cells == 0 ? 0 : min(1, cellPenalty / Double(cells))
    let rows = sizes.reduce(0, +) + suppressedRows
    discernibility =
      sizes.reduce(0.0) { $0 + Double($1) * Double($1) } + Double(suppressedRows) * Double(rows)
    self.suppressedRows = suppressedRows
  }
}

/// A table whose quasi-identifiers were made coarser.
package struct GeneralizedTable: Sendable {
  /// Of each column the texts of the rows that are left, in their order.
  package let columns: [(name: String, rows: [String])]
  /// Places of these rows in the table as it was.
  package let keptRows: [Int]
  package let loss: InformationLoss
}
