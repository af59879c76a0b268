/// How likely somebody is found again by the columns that an attacker knows (El Emam, Dankar 2008).
package struct AttackerRisk: Hashable, Sendable {
  /// k-anonymity (Samarati, Sweeney 1998): rows of the smallest class; 0 for an empty table.
  package let k: Int
  /// Of the smallest class of the population that has a row here: k-map. The same as `k` without a population.
  package let populationK: Int
  /// The attacker knows that the person is in the table: at worst, and on the average of all rows.
  package let prosecutorMaximum: Double
  package let prosecutorAverage: Double
  /// The attacker knows only that the person is in the population, at worst.
  package let journalistMaximum: Double
  /// The attacker wants as many as possible: the share of rows found rightly.
  package let marketer: Double
  /// Mean of 1/size over classes, each counted once.
  package let classAverage: Double
  /// Share of rows in classes of fewer than 5, of 10 and 20 rows.
  package let shareBelow: [Int: Double]
  /// Rows that nobody shares their values with.
  package let uniqueRows: Int

  /// - Parameter population: rows of all people of whom the table has a sample, with columns of the same names and order.
  package init(_ columns: [CodedColumn], population: [CodedColumn]? = nil) {
    let classes = EquivalenceClasses(columns)
    let sizes = classes.sizes
    let rows = Double(max(1, classes.rowCount))
    k = sizes.min() ?? 0
    uniqueRows = sizes.count { $0 == 1 }
    prosecutorMaximum = k == 0 ? 0 : 1 / Double(k)
    prosecutorAverage = Double(sizes.count) / rows
    classAverage = sizes.reduce(0) { $0 + 1 / Double($1) } / Double(max(1, sizes.count))
    shareBelow = Dictionary(
      uniqueKeysWithValues: [5, 10, 20].map { bound in
        (bound, Double(sizes.filter { $0 < bound }.reduce(0, +)) / rows)
      })
    guard let population, population.count == columns.count, k > 0 else {
      populationK = k
      journalistMaximum = prosecutorMaximum
      marketer = prosecutorAverage
      return
    }
    // Sample and population as one table: rows of the sample come first.
    let joined = zip(columns, population).map { column, whole in
      CodedColumn(
        column.name,
        column.codes.map { column.values[Int($0)] } + whole.codes.map { whole.values[Int($0)] })
    }
    let both = EquivalenceClasses(joined)
    var inSample = [Int](repeating: 0, count: both.count)
    for number in both.classOfRow.prefix(classes.rowCount) { inSample[Int(number)] += 1 }
    var (smallest, found) = (Int.max, 0.0)
    for (number, own) in inSample.enumerated() where own > 0 {
      // Nobody of the sample can be fewer in the population: a class that is was not drawn from it.
      let whole = max(own, both.sizes[number] - own)
      smallest = min(smallest, whole)
      found += Double(own) / Double(whole)
    }
    populationK = smallest
    journalistMaximum = 1 / Double(smallest)
    marketer = found / rows
  }
}
