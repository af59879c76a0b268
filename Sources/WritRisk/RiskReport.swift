package import WritValues

/// A sensitive column and how far its values are from each other.
package struct SensitiveColumn: Hashable, Sendable {
  package let name: String
  package let order: ValueOrder

  package init(_ name: String, order: ValueOrder = .automatic) {
    self.name = name
    self.order = order
  }
}

/// How several sensitive columns are measured.
package enum SensitiveGrouping: String, Sendable, CaseIterable {
  /// Each in the classes of the quasi-identifiers.
  case apart
  /// Each in the classes of the quasi-identifiers and of the other sensitive columns: against
  /// somebody who knows those.
  case othersKnown
}

/// What measuring gives: figures, or nothing where there is nothing to measure.
package enum RiskOutcome: Sendable {
  case measured(RiskReport)
  /// The table has no rows: it is neither safe nor unsafe.
  case nothingToTell
}

/// How well the rows of a table hide: in equivalence classes of rows whose quasi-identifiers agree.
///
/// A missing cell is a value of its own: rows that lack it are alike in that. Counts only; no value
/// of a cell appears.
package struct RiskReport: Sendable {
  package let rows: Int
  package let quasiIdentifiers: [RiskColumnProfile]
  package let classes: Int
  /// k-anonymity: the rows of the smallest class.
  package let k: Int
  /// The sizes of the smallest classes, ascending, at most ten.
  package let smallestClasses: [Int]
  /// Rows where at least one quasi-identifier is missing.
  package let rowsWithMissing: Int
  package let reidentification: ReidentificationRisk
  /// Nil where no population was given.
  package let population: PopulationRisk?
  package let grouping: SensitiveGrouping
  package let sensitive: [SensitiveRisk]
  /// Recursive (c,l)-diversity of all sensitive columns; nil where `l` is 1 or there is none.
  package let recursive: RecursiveDiversity?

  /// Measures a table.
  ///
  /// - Parameter population: a table of all people the rows may be about, with the same columns of
  ///   quasi-identifiers.
  package static func measure(
    _ table: RiskTable, quasiIdentifiers names: [String], sensitive: [SensitiveColumn] = [],
    grouping: SensitiveGrouping = .apart, population: RiskTable? = nil
  ) throws(RiskProblem) -> RiskOutcome {
    try checkRoles(names, sensitive.map(\.name))
    var columns: [RiskColumn] = []
    for name in names { columns.append(try table.column(name)) }
    var secrets: [(RiskColumn, ValueOrder)] = []
    for column in sensitive { secrets.append((try table.column(column.name), column.order)) }
    var people: [RiskColumn] = []
    if let population { for name in names { people.append(try population.column(name)) } }
    if table.rowCount == 0 { return .nothingToTell }
    if let population, table.rowCount + population.rowCount > RiskTable.maximumRows {
      throw .tooManyRows
    }
    return .measured(
      RiskReport(
        table, columns, secrets, grouping,
        population.map { _ in
          PopulationRisk(table: table, quasiIdentifiers: columns, population: people)
        }))
  }

  private init(
    _ table: RiskTable, _ columns: [RiskColumn], _ secrets: [(RiskColumn, ValueOrder)],
    _ grouping: SensitiveGrouping, _ population: PopulationRisk?
  ) {
    let classes = EquivalenceClasses(rowCount: table.rowCount, columns: columns)
    let sizes = classes.sizes
    rows = table.rowCount
    quasiIdentifiers = columns.map(\.profile)
    self.classes = classes.count
    smallestClasses = Self.smallest(sizes, 10)
    k = smallestClasses.first ?? 0
    rowsWithMissing = Self.rowsWithMissing(columns, table.rowCount)
    reidentification = ReidentificationRisk(sizes: sizes, rows: table.rowCount)
    self.population = population
    self.grouping = grouping
    let measured = Self.measurements(secrets, classes, grouping)
    sensitive = measured.map(\.risk)
    recursive = Self.recursive(measured, sensitive)
  }

  private static func measurements(
    _ secrets: [(RiskColumn, ValueOrder)], _ classes: EquivalenceClasses,
    _ grouping: SensitiveGrouping
  ) -> [SensitiveMeasurement] {
    if secrets.isEmpty { return [] }
    if grouping == .apart || secrets.count == 1 {
      let members = ClassMembers(classes)
      return secrets.map { SensitiveMeasurement(column: $0.0, order: $0.1, members: members) }
    }
    return secrets.indices.map { index in
      var finer = classes
      for (other, secret) in secrets.enumerated() where other != index {
        finer.split(by: secret.0.codes, codeCount: secret.0.dictionary.codeCount)
      }
      let (column, order) = secrets[index]
      return SensitiveMeasurement(column: column, order: order, members: ClassMembers(finer))
    }
  }

  /// Over all columns, at the `l` that all of them reach.
  private static func recursive(
    _ measured: [SensitiveMeasurement], _ risks: [SensitiveRisk]
  ) -> RecursiveDiversity? {
    guard let l = risks.map(\.distinctL).min(), l > 1 else { return nil }
    let each = zip(measured, risks).compactMap { measurement, risk in
      risk.distinctL == l ? risk.recursive : measurement.recursive(l: l)
    }
    return RecursiveDiversity(
      l: l, c: each.map(\.c).max() ?? 1, cFromRarest: each.map(\.cFromRarest).max() ?? 1)
  }

  private static func checkRoles(_ names: [String], _ sensitive: [String]) throws(RiskProblem) {
    if names.isEmpty { throw .noQuasiIdentifiers }
    var seen = CellDictionary()
    for (index, name) in (names + sensitive).enumerated() {
      let known = seen.codeCount
      guard seen.intern(name) != nil, seen.codeCount > known else {
        throw index >= names.count && names.contains(where: { $0.utf8.elementsEqual(name.utf8) })
          ? .inTwoRoles(name) : .columnNamedTwice(name)
      }
    }
  }

  private static func rowsWithMissing(_ columns: [RiskColumn], _ rows: Int) -> Int {
    let gaps = columns.filter { $0.codes.contains(0) }
    return gaps.isEmpty ? 0 : (0..<rows).count { row in gaps.contains { $0.codes[row] == 0 } }
  }

  /// The smallest of many numbers, ascending.
  private static func smallest(_ sizes: [Int], _ count: Int) -> [Int] {
    var kept: [Int] = []
    for size in sizes {
      if kept.count == count, let last = kept.last, size >= last { continue }
      kept.insert(size, at: kept.firstIndex { $0 > size } ?? kept.count)
      if kept.count > count { kept.removeLast() }
    }
    return kept
  }
}

extension RiskReport {
  /// Over all sensitive columns, the worst of each figure; nil where there is no such column.
  package var alpha: Ratio? { sensitive.map(\.alpha).max() }
  package var distinctL: Int? { sensitive.map(\.distinctL).min() }
  package var entropyL: Decimal? { sensitive.map(\.entropyL).min() }
  package var t: Ratio? { sensitive.map(\.t).max() }
  package var delta: Decimal? { sensitive.map(\.delta).max() }
  package var basicBeta: Ratio? { sensitive.map(\.basicBeta).max() }
  package var enhancedBeta: Decimal? { sensitive.map(\.enhancedBeta).max() }

  /// Rows by class, on average.
  package var averageClassSize: Ratio {
    Ratio(numerator: Int128(rows), denominator: Int128(max(1, classes)))
  }
}
