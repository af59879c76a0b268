package import WritValues

/// What a generalized table must reach.
package struct GeneralizationGoal: Sendable {
  /// Rows of every class, at least 2.
  package let k: Int
  /// Distinct values of each sensitive column in every class.
  package let l: Int
  package let sensitive: [String]

  package init(k: Int, l: Int = 1, sensitive: [String] = []) {
    self.k = k
    self.l = l
    self.sensitive = sensitive
  }
}

/// A quasi-identifier and how its values may become coarser.
package struct GeneralizedColumn: Sendable {
  package let name: String
  package let rule: HierarchyRule

  package init(_ name: String, _ rule: HierarchyRule) {
    self.name = name
    self.rule = rule
  }
}

/// What generalizing gives.
package enum GeneralizationOutcome: Sendable {
  case generalized(Generalization)
  /// Not even a table whose quasi-identifiers tell nothing reaches the goal.
  case outOfReach(reason: String)
  /// The table has no rows.
  case nothingToTell
}

/// A table made coarser, with what that cost.
package struct Generalization: Sendable {
  /// In the order they were named.
  package let quasiIdentifiers: [String]
  /// The rows kept, in their order; all columns, those of the quasi-identifiers made coarser.
  package let table: RiskTable
  /// Rows of the input that are kept, ascending.
  package let keptRows: [Int]
  /// Rows of the input left out since they have too few like them, ascending.
  package let suppressedRows: [Int]
  package let loss: InformationLoss
  /// The level of each quasi-identifier, 0 for unchanged; nil where levels differ from row to row.
  package let levels: [Int]?
  /// How the lattice was searched; nil for Mondrian.
  package let search: LatticeSearch?
}

/// What a search of the lattice looked at.
package struct LatticeSearch: Hashable, Sendable {
  /// Combinations of levels.
  package let nodes: Int
  /// Those for which rows were grouped.
  package let evaluated: Int
  /// Those ruled out by two of their columns.
  package let pruned: Int
}

/// What the lattice search makes least.
package enum LossMeasure: String, Sendable, CaseIterable {
  case ncp, discernibility
}

/// What a generalized table no longer tells.
package struct InformationLoss: Hashable, Sendable {
  /// Normalized certainty penalty, 0 (nothing lost) to 1 (nothing told), the mean over cells of
  /// quasi-identifiers. A suppressed row has lost all.
  package let ncp: Decimal
  /// Σ of squared class sizes, and for each suppressed row the rows of the input.
  package let discernibility: Int128
  package let classes: Int
  /// Kept rows by class; nil where none is kept.
  package let averageClassSize: Ratio?
  /// The same as a multiple of the goal's k: 1 is the best there is.
  package let averageClassSizeByK: Ratio?

  /// - Parameter units: the cells' losses in units of 2⁻³².
  init(units: Int128, columns: Int, rows: Int, sizes: [Int], k: Int) {
    let cells = Int128(max(1, rows)) * Int128(max(1, columns))
    ncp =
      Ratio(numerator: units, denominator: cells * Int128(Hierarchy.wholeCell)).rounded ?? .zero
    let kept = sizes.reduce(0, &+)
    discernibility =
      sizes.reduce(Int128(0)) { $0 + Int128($1) * Int128($1) } + Int128(rows - kept) * Int128(rows)
    classes = sizes.count
    let size = Ratio(numerator: Int128(kept), denominator: Int128(max(1, sizes.count)))
    averageClassSize = sizes.isEmpty ? nil : size
    averageClassSizeByK =
      sizes.isEmpty
      ? nil : Ratio(numerator: size.numerator, denominator: size.denominator * Int128(k))
  }
}

/// Makes quasi-identifiers coarser until every row has enough like it.
package enum Generalizer {
  /// What both ways check first.
  struct Task {
    let table: RiskTable
    let quasiIdentifiers: [RiskColumn]
    /// With ranks for codes: for counting distinct values only.
    let sensitive: [RiskColumn]
    let goal: GeneralizationGoal

    init(
      _ table: RiskTable, _ names: [String], _ goal: GeneralizationGoal
    ) throws(RiskProblem) {
      if names.isEmpty { throw .noQuasiIdentifiers }
      if goal.k < 2 { throw .badGoal("k is \(goal.k); a goal of less than 2 hides nobody") }
      if goal.l < 1 { throw .badGoal("l is \(goal.l); it must be at least 1") }
      if goal.l > 1 && goal.sensitive.isEmpty {
        throw .badGoal("l is \(goal.l), but no sensitive column is named")
      }
      var quasi: [RiskColumn] = []
      var secret: [RiskColumn] = []
      for name in names {
        if quasi.contains(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
          throw .columnNamedTwice(name)
        }
        quasi.append(try table.column(name))
      }
      for name in goal.sensitive {
        if names.contains(where: { $0.utf8.elementsEqual(name.utf8) }) { throw .inTwoRoles(name) }
        secret.append(Self.byRank(try table.column(name)))
      }
      self.table = table
      self.goal = goal
      quasiIdentifiers = quasi
      sensitive = secret
    }

    /// Numbers that are equal are one sensitive value, however written, as in a report.
    private static func byRank(_ column: RiskColumn) -> RiskColumn {
      let rankOf = RankedColumn(column, order: .automatic).rankOf
      return RiskColumn(
        name: column.name, codes: column.codes.map { rankOf[Int($0)] },
        dictionary: column.dictionary)
    }

    /// Why the whole table as one class would not do; nil where it does.
    var obstacle: String? {
      if table.rowCount < goal.k {
        return "the table has \(table.rowCount) rows, fewer than k = \(goal.k)"
      }
      guard goal.l > 1 else { return nil }
      for column in sensitive {
        let distinct = column.profile.distinct
        if distinct < goal.l {
          return "'\(column.name)' has \(distinct) distinct values, fewer than l = \(goal.l)"
        }
      }
      return nil
    }

    /// The kept rows with new cells for the quasi-identifiers.
    func write(
      kept: [Int], cell: (_ column: Int, _ row: Int) -> String?
    ) throws(RiskProblem) -> RiskTable {
      var columns: [RiskColumn] = []
      for column in table.columns {
        let index = quasiIdentifiers.firstIndex { $0.name.utf8.elementsEqual(column.name.utf8) }
        guard let index else {
          columns.append(
            RiskColumn(
              name: column.name, codes: kept.map { column.codes[$0] },
              dictionary: column.dictionary))
          continue
        }
        var dictionary = CellDictionary()
        var codes: [UInt32] = []
        codes.reserveCapacity(kept.count)
        for row in kept {
          guard let code = cell(index, row).map({ dictionary.intern($0) }) ?? 0 else {
            throw .tooManyRows
          }
          codes.append(code)
        }
        columns.append(RiskColumn(name: column.name, codes: codes, dictionary: dictionary))
      }
      return RiskTable(encoded: columns, rowCount: kept.count)
    }
  }
}
