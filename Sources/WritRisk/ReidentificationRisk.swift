package import WritValues

/// How likely a row is recognized by its quasi-identifiers, by who tries.
package struct ReidentificationRisk: Sendable {
  /// Knows that a person is in the table: 1 / k.
  package let prosecutor: Ratio
  /// Tries everybody: the share of rows he gets right on average, classes / rows.
  package let marketer: Ratio
  /// Rows in the smallest classes: those at the prosecutor's risk.
  package let rowsAtHighestRisk: Int
  /// Rows alone in their class: sample uniques.
  package let uniqueRows: Int

  init(sizes: [Int], rows: Int) {
    let k = sizes.min() ?? 0
    prosecutor = Ratio(numerator: 1, denominator: Int128(max(1, k)))
    marketer = Ratio(numerator: Int128(sizes.count), denominator: Int128(max(1, rows)))
    rowsAtHighestRisk = sizes.reduce(0) { $1 == k ? $0 &+ k : $0 }
    uniqueRows = sizes.count { $0 == 1 }
  }
}

/// The same against a population that the table is a sample of.
package enum PopulationRisk: Sendable {
  /// Every class was found, with at least as many people as the table has rows.
  case known(PopulationFigures)
  /// The population is not one that contains the table: nothing can be told.
  case notCovered(classes: Int, rows: Int)
}

package struct PopulationFigures: Sendable {
  /// k-map: fewest people of the population that share a class of the table.
  package let kMap: Int
  /// Does not know whether a person is in the table: 1 / k-map.
  package let journalist: Ratio
  /// The marketer's share of rows, with the population's classes; rounded to a millionth.
  package let marketer: Decimal
  /// Rows alone in the population too.
  package let populationUniqueRows: Int
}

extension PopulationRisk {
  init(table: RiskTable, quasiIdentifiers: [RiskColumn], population: [RiskColumn]) {
    let people = population.first?.codes.count ?? 0
    var codes = quasiIdentifiers.map(\.codes)
    var isKnown = Array(repeating: true, count: people)
    for (index, column) in population.enumerated() {
      let dictionary = quasiIdentifiers[index].dictionary
      let translated = (0..<column.dictionary.codeCount).map { code -> UInt32? in
        let text = column.dictionary.text(of: UInt32(truncatingIfNeeded: code))
        return text.map { dictionary.code(of: $0) } ?? 0
      }
      for (person, code) in column.codes.enumerated() {
        if translated[Int(code)] == nil { isKnown[person] = false }
        codes[index].append(translated[Int(code)] ?? 0)
      }
    }
    var classes = EquivalenceClasses(rowCount: table.rowCount + people)
    for (index, column) in quasiIdentifiers.enumerated() {
      classes.split(by: codes[index], codeCount: column.dictionary.codeCount)
    }
    var sample = Array(repeating: 0, count: classes.count)
    var whole = sample
    for row in 0..<table.rowCount { sample[Int(classes.classOf[row])] &+= 1 }
    for person in 0..<people where isKnown[person] {
      whole[Int(classes.classOf[table.rowCount + person])] &+= 1
    }
    self.init(sample: sample, population: whole, rows: table.rowCount)
  }

  private init(sample: [Int], population: [Int], rows: Int) {
    let present = sample.indices.filter { sample[$0] > 0 }
    let missing = present.filter { population[$0] < sample[$0] }
    guard missing.isEmpty, let kMap = present.map({ population[$0] }).min() else {
      self = .notCovered(
        classes: missing.count, rows: missing.reduce(0) { $0 &+ sample[$1] })
      return
    }
    let expected = present.reduce(0.0) { $0 + Double(sample[$1]) / Double(population[$1]) }
    self = .known(
      PopulationFigures(
        kMap: kMap, journalist: Ratio(numerator: 1, denominator: Int128(kMap)),
        marketer: Millionths.rounded(expected / Double(max(1, rows))),
        populationUniqueRows: present.count { population[$0] == 1 }))
  }
}
