/// Finds the columns by which, alone or together, people can be told apart.
package struct QuasiIdentifierFinder: Sendable {
  /// What up to three columns give away.
  package struct Finding: Hashable, Sendable {
    package let columns: [String]
    /// Rows that are alone with their values.
    package let uniqueRows: Int
    package let classCount: Int
    /// Share of rows that are alone.
    package let uniqueShare: Double
  }

  /// Columns that alone tell nearly all rows apart: identifiers, not quasi-identifiers. They are not combined.
  package let identifiers: [Finding]
  /// Combinations in which more rows are alone than in any part of them, the worst first.
  package let findings: [Finding]

  /// - Parameters:
  ///   - largest: columns of a combination, 1 to 3.
  ///   - identifierShare: the share of rows that are alone from which on one column is an identifier.
  package init(_ columns: [CodedColumn], largest: Int = 3, identifierShare: Double = 0.95) {
    let rows = columns.first?.codes.count ?? 0
    func finding(_ places: [Int], _ classes: EquivalenceClasses) -> Finding {
      let unique = classes.sizes.count { $0 == 1 }
      return Finding(
        columns: places.map { columns[$0].name }, uniqueRows: unique, classCount: classes.count,
        uniqueShare: Double(unique) / Double(max(1, rows)))
    }
    var identifiers: [Finding] = []
    var found: [Finding] = []
    var alone: [(place: Int, classes: EquivalenceClasses, unique: Int)] = []
    for (place, column) in columns.enumerated() {
      let classes = EquivalenceClasses([column], rowCount: rows)
      let finding = finding([place], classes)
      if rows > 0, finding.uniqueShare >= identifierShare {
        identifiers.append(finding)
      } else if classes.count > 1 {
        alone.append((place, classes, finding.uniqueRows))
        if finding.uniqueRows > 0 { found.append(finding) }
      }
    }
    for (index, first) in alone.enumerated() where largest > 1 {
      var pairs: [(index: Int, classes: EquivalenceClasses, unique: Int)] = []
      for other in alone.indices where other > index {
        var classes = first.classes
        classes.refine(by: columns[alone[other].place])
        let finding = finding([first.place, alone[other].place], classes)
        if finding.uniqueRows > max(first.unique, alone[other].unique) { found.append(finding) }
        pairs.append((other, classes, finding.uniqueRows))
      }
      guard largest > 2 else { continue }
      for (number, pair) in pairs.enumerated() {
        for third in pairs[(number + 1)...] {
          var classes = pair.classes
          classes.refine(by: columns[alone[third.index].place])
          let finding = finding(
            [first.place, alone[pair.index].place, alone[third.index].place], classes)
          if finding.uniqueRows > max(pair.unique, third.unique) { found.append(finding) }
        }
      }
    }
    self.identifiers = identifiers
    findings = found.enumerated().sorted { one, other in
      let (first, second) = (one.element, other.element)
      if first.uniqueRows != second.uniqueRows { return first.uniqueRows > second.uniqueRows }
      if first.columns.count != second.columns.count {
        return first.columns.count < second.columns.count
      }
      return one.offset < other.offset
    }.map(\.element)
  }
}
