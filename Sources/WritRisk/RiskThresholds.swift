package import WritValues

/// What a table must reach; nil asks nothing.
package struct RiskThresholds: Sendable {
  /// At least as many.
  package var k: Int?
  package var l: Int?
  package var entropyL: Decimal?
  package var kMap: Int?
  /// At most as much.
  package var c: Int?
  package var alpha: Decimal?
  package var t: Decimal?
  package var delta: Decimal?
  package var basicBeta: Decimal?
  package var enhancedBeta: Decimal?

  package init() {}
}

/// One threshold laid beside what was measured.
package struct RiskVerdict: Hashable, Sendable {
  package enum Status: String, Sendable { case holds, missed, untold }

  /// As in `RiskLine.key`.
  package let key: String
  package let asked: String
  /// What was measured; nil where it could not be.
  package let found: String?
  package let status: Status
  /// Why nothing can be told.
  package let reason: String?
}

extension RiskOutcome {
  /// One verdict for each threshold. Where there is nothing to measure none of them holds.
  package func verdicts(_ thresholds: RiskThresholds) -> [RiskVerdict] {
    switch self {
    case .measured(let report): report.verdicts(thresholds)
    case .nothingToTell: thresholds.asked.map { .untold($0.key, $0.text, "the table has no rows") }
    }
  }
}

extension RiskReport {
  /// One verdict for each threshold. Ratios are compared exactly, figures that need a logarithm as
  /// rounded to a millionth.
  package func verdicts(_ thresholds: RiskThresholds) -> [RiskVerdict] {
    thresholds.asked.map { asked in
      guard let found = figure(asked.key) else {
        return .untold(asked.key, asked.text, reason(asked.key))
      }
      let holds = asked.isFloor ? found >= asked.bound : found <= asked.bound
      return RiskVerdict(
        key: asked.key.rawValue, asked: asked.text, found: found.description,
        status: holds ? .holds : .missed, reason: nil)
    }
  }

  private func figure(_ key: RiskLine.Key) -> Ratio? {
    switch key {
    case .k: Ratio(Int64(k))
    case .distinctL: distinctL.map { Ratio(Int64($0)) }
    case .entropyL: entropyL.map { Ratio($0) }
    case .kMap: population?.figures.map { Ratio(Int64($0.kMap)) }
    case .recursiveC: recursive.map { Ratio(Int64($0.c)) }
    case .alpha: alpha
    case .t: t
    case .delta: delta.map { Ratio($0) }
    case .basicBeta: basicBeta
    case .enhancedBeta: enhancedBeta.map { Ratio($0) }
    default: nil
    }
  }

  private func reason(_ key: RiskLine.Key) -> String {
    switch key {
    case .kMap:
      population == nil
        ? "no population is given" : "the population does not contain the table's people"
    case .recursiveC where !sensitive.isEmpty: "a class has one sensitive value only"
    default: "no sensitive column is named"
    }
  }
}

extension PopulationRisk {
  /// Nil where the population does not contain the table.
  package var figures: PopulationFigures? {
    if case .known(let figures) = self { figures } else { nil }
  }
}

extension RiskThresholds {
  fileprivate struct Asked {
    var key: RiskLine.Key
    var bound: Ratio
    var isFloor: Bool

    var text: String { "\(isFloor ? ">=" : "<=") \(bound)" }
  }

  fileprivate var asked: [Asked] {
    let floors: [(RiskLine.Key, Ratio?)] = [
      (.k, k.map { Ratio(Int64($0)) }), (.distinctL, l.map { Ratio(Int64($0)) }),
      (.entropyL, entropyL.map { Ratio($0) }), (.kMap, kMap.map { Ratio(Int64($0)) }),
    ]
    let ceilings: [(RiskLine.Key, Ratio?)] = [
      (.recursiveC, c.map { Ratio(Int64($0)) }), (.alpha, alpha.map { Ratio($0) }),
      (.t, t.map { Ratio($0) }), (.delta, delta.map { Ratio($0) }),
      (.basicBeta, basicBeta.map { Ratio($0) }), (.enhancedBeta, enhancedBeta.map { Ratio($0) }),
    ]
    return floors.compactMap { key, bound in
      bound.map { Asked(key: key, bound: $0, isFloor: true) }
    }
      + ceilings.compactMap { key, bound in
        bound.map { Asked(key: key, bound: $0, isFloor: false) }
      }
  }
}

extension RiskVerdict {
  fileprivate static func untold(
    _ key: RiskLine.Key, _ asked: String, _ reason: String
  ) -> RiskVerdict {
    RiskVerdict(key: key.rawValue, asked: asked, found: nil, status: .untold, reason: reason)
  }
}
