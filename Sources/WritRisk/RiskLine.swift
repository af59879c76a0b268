package import WritValues

/// One figure of a report, ready to print as text or JSON.
package struct RiskLine: Hashable, Sendable {
  /// Stable names for machines.
  package enum Key: String, Sendable, CaseIterable {
    case rows, classes, k, alpha, t, delta, marketer, prosecutor, journalist
    case averageClassSize = "average_class_size"
    case smallestClasses = "smallest_classes"
    case uniqueRows = "unique_rows"
    case rowsAtHighestRisk = "rows_at_highest_risk"
    case rowsWithMissing = "rows_with_missing"
    case quasiIdentifier = "quasi_identifier"
    case kMap = "k_map"
    case marketerPopulation = "marketer_population"
    case populationUniqueRows = "population_unique_rows"
    case distinctL = "l"
    case entropyL = "entropy_l"
    case recursiveL = "recursive_l"
    case recursiveC = "recursive_c"
    case recursiveCFromRarest = "recursive_c_from_rarest"
    case basicBeta = "basic_beta"
    case enhancedBeta = "enhanced_beta"
    case keptRows = "kept_rows"
    case suppressedRows = "suppressed_rows"
    case ncp, discernibility, level
    case averageClassSizeByK = "average_class_size_by_k"
  }

  package enum Figure: Hashable, Sendable {
    case count(Int)
    case counts([Int])
    /// Exact.
    case ratio(Ratio)
    /// Rounded to a millionth.
    case decimal(Decimal)
    case column(distinct: Int, missing: Int)
    /// Can't be told, and why.
    case untold(String)
  }

  package let key: Key
  /// The column a figure is about; nil for the table.
  package let column: String?
  /// What it is, for people.
  package let title: String
  package let figure: Figure
}

extension RiskLine.Figure: CustomStringConvertible {
  package var description: String {
    switch self {
    case .count(let count): "\(count)"
    case .counts(let counts): counts.map(String.init).joined(separator: ", ")
    case .ratio(let ratio): ratio.description
    case .decimal(let decimal): decimal.description
    case .column(let distinct, let missing): "\(distinct) distinct, \(missing) missing"
    case .untold(let reason): "not told: \(reason)"
    }
  }
}

extension RiskReport {
  /// Every figure in a fixed order: the table's, each quasi-identifier, each sensitive column's.
  package var lines: [RiskLine] {
    tableLines + populationLines + quasiIdentifiers.map(Self.line) + combinedLines
      + (sensitive.count > 1 ? sensitive.flatMap(\.lines) : [])
  }

  private var tableLines: [RiskLine] {
    let risk = reidentification
    return [
      Self.line(.rows, "rows", .count(rows)),
      Self.line(.classes, "equivalence classes", .count(classes)),
      Self.line(.k, "k-anonymity", .count(k)),
      Self.line(.averageClassSize, "average class size", .ratio(averageClassSize)),
      Self.line(.smallestClasses, "smallest classes", .counts(smallestClasses)),
      Self.line(.uniqueRows, "rows alone in their class", .count(risk.uniqueRows)),
      Self.line(.rowsWithMissing, "rows that lack a quasi-identifier", .count(rowsWithMissing)),
      Self.line(.prosecutor, "prosecutor risk (knows who is in)", .ratio(risk.prosecutor)),
      Self.line(
        .rowsAtHighestRisk, "rows at the prosecutor's risk", .count(risk.rowsAtHighestRisk)),
      Self.line(.marketer, "marketer risk (rows found on average)", .ratio(risk.marketer)),
    ]
  }

  private var populationLines: [RiskLine] {
    let titles: [(RiskLine.Key, String)] = [
      (.kMap, "k-map"), (.journalist, "journalist risk (knows the population)"),
      (.marketerPopulation, "marketer risk against the population"),
      (.populationUniqueRows, "rows alone in the population too"),
    ]
    switch population {
    case .none:
      return titles.prefix(2).map { Self.line($0.0, $0.1, .untold("no population is given")) }
    case .notCovered(let classes, let rows):
      let reason =
        "the population has too few people for \(classes) classes (\(rows) rows) of the table"
      return titles.map { Self.line($0.0, $0.1, .untold(reason)) }
    case .known(let figures):
      let values: [RiskLine.Figure] = [
        .count(figures.kMap), .ratio(figures.journalist), .decimal(figures.marketer),
        .count(figures.populationUniqueRows),
      ]
      return zip(titles, values).map { Self.line($0.0, $0.1, $1) }
    }
  }

  /// The worst over all sensitive columns, or that of the only one.
  private var combinedLines: [RiskLine] {
    guard let first = sensitive.first else { return [] }
    if sensitive.count == 1 { return first.lines }
    return SensitiveRisk.lines(
      column: nil, alpha: alpha, l: distinctL, entropyL: entropyL, recursive: recursive, t: t,
      tTitle: "t-closeness", delta: delta, basicBeta: basicBeta, enhancedBeta: enhancedBeta)
  }

  private static func line(
    _ key: RiskLine.Key, _ title: String, _ figure: RiskLine.Figure
  ) -> RiskLine {
    RiskLine(key: key, column: nil, title: title, figure: figure)
  }

  private static func line(_ profile: RiskColumnProfile) -> RiskLine {
    RiskLine(
      key: .quasiIdentifier, column: profile.name, title: "quasi-identifier",
      figure: .column(distinct: profile.distinct, missing: profile.missing))
  }
}

extension SensitiveRisk {
  package var lines: [RiskLine] {
    Self.lines(
      column: column.name, alpha: alpha, l: distinctL, entropyL: entropyL, recursive: recursive,
      t: t, tTitle: "t-closeness, \(isOrdered ? "ordered" : "equal") distance", delta: delta,
      basicBeta: basicBeta, enhancedBeta: enhancedBeta)
  }

  fileprivate static func lines(
    column: String?, alpha: Ratio?, l: Int?, entropyL: Decimal?, recursive: RecursiveDiversity?,
    t: Ratio?, tTitle: String, delta: Decimal?, basicBeta: Ratio?, enhancedBeta: Decimal?
  ) -> [RiskLine] {
    let undefined = RiskLine.Figure.untold("a class has one sensitive value only")
    let figures: [(RiskLine.Key, String, RiskLine.Figure?)] = [
      (.alpha, "largest share of one value in a class (alpha)", alpha.map { .ratio($0) }),
      (.distinctL, "distinct l-diversity", l.map { .count($0) }),
      (.entropyL, "entropy l-diversity", entropyL.map { .decimal($0) }),
      (.recursiveL, "recursive (c,l)-diversity, l", recursive.map { .count($0.l) } ?? undefined),
      (.recursiveC, "recursive (c,l)-diversity, c", recursive.map { .count($0.c) } ?? undefined),
      (
        .recursiveCFromRarest, "recursive (c,l)-diversity, c counted from the rarest value",
        recursive.map { .count($0.cFromRarest) } ?? undefined
      ),
      (.t, tTitle, t.map { .ratio($0) }),
      (.delta, "delta-disclosure", delta.map { .decimal($0) }),
      (.basicBeta, "basic beta-likeness", basicBeta.map { .ratio($0) }),
      (.enhancedBeta, "enhanced beta-likeness", enhancedBeta.map { .decimal($0) }),
    ]
    return figures.compactMap { key, title, figure in
      figure.map { RiskLine(key: key, column: column, title: title, figure: $0) }
    }
  }
}

extension Generalization {
  /// What generalizing cost, in a fixed order: rows, losses, then the level of each
  /// quasi-identifier where there is one for all rows.
  package var lines: [RiskLine] {
    let figures: [(RiskLine.Key, String, RiskLine.Figure?)] = [
      (.keptRows, "rows kept", .count(keptRows.count)),
      (.suppressedRows, "rows left out", .count(suppressedRows.count)),
      (.classes, "equivalence classes", .count(loss.classes)),
      (.ncp, "information lost (normalized certainty penalty)", .decimal(loss.ncp)),
      (
        .discernibility, "discernibility",
        .ratio(Ratio(numerator: loss.discernibility, denominator: 1))
      ),
      (.averageClassSize, "average class size", loss.averageClassSize.map { .ratio($0) }),
      (
        .averageClassSizeByK, "average class size as a multiple of k",
        loss.averageClassSizeByK.map { .ratio($0) }
      ),
    ]
    let table = figures.compactMap { key, title, figure in
      figure.map { RiskLine(key: key, column: nil, title: title, figure: $0) }
    }
    let columns = zip(quasiIdentifiers, levels ?? []).map { name, level in
      RiskLine(
        key: .level, column: name, title: "level of generalization", figure: .count(level))
    }
    return table + columns
  }
}
