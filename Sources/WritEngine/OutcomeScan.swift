import WritChecker
import WritModel
import WritPlan
import WritTables
import WritValues

/// Runs rules whose outcomes a database finds: it counts the members that pass, and the rows of all others are judged
/// here, so that every finding is the evaluator's.
///
/// Where the two disagree the rule has an error and no result.
struct OutcomeScan {
  let source: any OutcomeSource
  let evaluator: Evaluator
  private let rows: [Int: NumberedRows]
  /// Whose rows the database has not to be given.
  private let inPlace: Set<Int>
  /// Why the database has none of them.
  private let failure: String?

  /// - Parameters:
  ///   - rows: of each dataset some rule reads, in the order of their keys.
  ///   - inPlace: datasets the database judges where they lie.
  init(
    _ source: any OutcomeSource, evaluator: Evaluator, datasets: [Int: StoredDataset],
    rows: [Int: NumberedRows], inPlace: Set<Int>
  ) {
    self.inPlace = inPlace
    self.source = source
    self.evaluator = evaluator
    self.rows = rows
    do {
      for (index, dataset) in datasets.sorted(by: { $0.key < $1.key }) {
        if let causes = dataset.unavailable {
          try source.setUnavailable(dataset: index, causes: causes)
        } else if !inPlace.contains(index) {
          try source.load(
            dataset: index, stale: dataset.stale, sharedKeys: dataset.table?.sharedKeys ?? []
          ) { give in
            try rows[index]?.forEach(give)
          }
        }
      }
      failure = nil
    } catch {
      failure = "\(error)"
    }
  }

  /// The rule's evaluation.
  ///
  /// - Parameter dataset: whose rows the members are; nil where there is one member.
  func evaluate(_ run: RuleRun, over dataset: Int?) -> RuleEvaluation {
    if let failure { return run.broken("the database: \(failure)") }
    if run.hasError { return run.finish() }
    let outcomes: RuleOutcomes
    do {
      outcomes = try source.outcomes(of: run.rule)
    } catch {
      return run.broken("the database: \(error)")
    }
    // A rule that asks for every member looks at every row, and so does one that has a single member.
    let sees = dataset == nil || evaluator.options.collectsMembers
    if let dataset {
      let rows = rows[dataset] ?? .listed([])
      do {
        if sees {
          try rows.forEach { run.take($0) }
        } else {
          try rows.forEach(at: outcomes.rows) { run.take($0) }
          run.count(pass: outcomes.pass, notApplicable: outcomes.notApplicable)
        }
      } catch is NumberedRows.Unknown {
        return run.broken("the database named a row there is not")
      } catch {
        return run.broken("the database: \(error)")
      }
    } else {
      run.judgeAll()
    }
    let result = run.finish()
    if result.error != nil { return result }
    if let difference = difference(result, outcomes) {
      return run.broken("the database and the evaluator disagree on \(difference)")
    }
    return result
  }

  /// What they disagree on; nil when there is nothing.
  private func difference(
    _ result: RuleEvaluation, _ outcomes: RuleOutcomes
  ) -> String? {
    let ledger = result.ledger
    let counts: [(name: String, here: Int64, there: Int64)] = [
      ("fail", ledger.fail, outcomes.fail), ("no_data", ledger.noData, outcomes.noData),
      ("pending", ledger.pending, outcomes.pending),
      ("pass", ledger.pass, outcomes.pass + outcomes.openPass + outcomes.seenPass),
      (
        "not_applicable", ledger.notApplicable, outcomes.notApplicable + outcomes.seenNotApplicable
      ),
      ("passes of unknown applicability", result.passedThoughUnknown, outcomes.openPass),
    ]
    for count in counts where count.here != count.there {
      return "\(count.name): \(count.there) and \(count.here) members"
    }
    var causes: [Cause.Kind: Int64] = [:]
    for finding in result.findings where finding.outcome == .noData {
      for kind in Set(finding.causes.map(\.kind)) { causes[kind, default: 0] += 1 }
    }
    for kind in Cause.Kind.allCases where causes[kind] ?? 0 != outcomes.causes[kind] ?? 0 {
      return """
        causes of kind \(kind.rawValue): \(outcomes.causes[kind] ?? 0) and \(causes[kind] ?? 0) members
        """
    }
    return nil
  }
}

/// A dataset's rows by the numbers under which the database has them.
enum NumberedRows {
  case held(Table)
  case listed([Row])
  /// Read when they are asked for.
  case stored(TableStream)

  /// There is no row of the number.
  struct Unknown: Error {}

  /// - Parameter numbers: rising.
  func forEach(at numbers: [Int64], _ body: (Row) throws -> Void) throws {
    switch self {
    case .held(let table):
      for number in numbers { try body(table.row(at: try Self.place(number, table.count))) }
    case .listed(let rows):
      for number in numbers { try body(rows[try Self.place(number, rows.count)]) }
    case .stored(let stream):
      if !numbers.isEmpty { try stream.forEachRow(at: numbers, body) }
    }
  }

  func forEach(_ body: (Row) throws -> Void) throws {
    switch self {
    case .held(let table): for row in table.rows { try body(row) }
    case .listed(let rows): for row in rows { try body(row) }
    case .stored(let stream): _ = try stream.forEachRow(body)
    }
  }

  private static func place(_ number: Int64, _ count: Int) throws -> Int {
    guard let place = Int(exactly: number), place >= 0, place < count else { throw Unknown() }
    return place
  }
}
