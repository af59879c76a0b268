/// The risk of a table in which some columns are known to an attacker and some must not become known.
package struct RiskReport: Hashable, Sendable {
  package let rowCount: Int
  package let classCount: Int
  package let attacker: AttackerRisk
  package let sensitive: [SensitiveRisk]

  package var k: Int { attacker.k }
  /// Over all sensitive columns the worst.
  package var alpha: Double { sensitive.map(\.alpha).max() ?? 0 }
  package var distinctL: Int { sensitive.map(\.distinctL).min() ?? 0 }
  package var t: Double { sensitive.map(\.t).max() ?? 0 }

  /// - Parameter knowsOthers: the attacker knows all sensitive columns but the one in question.
  package init(
    quasiIdentifiers: [CodedColumn], sensitive: [CodedColumn], population: [CodedColumn]? = nil,
    knowsOthers: Bool = false
  ) {
    let rows = (quasiIdentifiers.first ?? sensitive.first)?.codes.count ?? 0
    let classes = EquivalenceClasses(quasiIdentifiers, rowCount: rows)
    rowCount = rows
    classCount = classes.count
    attacker = AttackerRisk(quasiIdentifiers, population: population)
    self.sensitive = sensitive.indices.map { place in
      var own = classes
      if knowsOthers {
        for other in sensitive.indices where other != place { own.refine(by: sensitive[other]) }
      }
      return SensitiveRisk(sensitive[place], in: own)
    }
  }
}
