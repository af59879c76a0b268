package import WritChecker
import WritModel
package import WritPlan
import WritTables
package import WritValues

/// The reference evaluator: row by row, slow and obviously right.
///
/// A dataset that some rule looks up or joins is held; any other is streamed once for all its rules.
package struct ReferenceEvaluator {
  private let program: CheckedProgram
  private let deliveries: [DatasetName: DatasetDelivery]
  private let options: EvaluationOptions
  private let outcomes: (any OutcomeSource)?

  /// - Parameter outcomes: finds the outcomes of members, which are then only explained here.
  package init(
    program: CheckedProgram, deliveries: [DatasetName: DatasetDelivery], options: EvaluationOptions,
    outcomes: (any OutcomeSource)? = nil
  ) {
    self.outcomes = outcomes
    self.program = program
    self.deliveries = deliveries
    self.options = options
  }

  /// Evaluates the rules with these ids; nil is all.
  ///
  /// An input that can't be used is told in `failures`; its dataset counts as not delivered.
  package func evaluate(rules ids: Set<String>? = nil) -> EvaluationResult {
    let rules = program.rules.filter { ids?.contains($0.id) ?? true }
    let plan = ProgramPlan(program: program, rules: rules)
    var failures: [InputFailure] = []
    let marked = markable(plan)
    let stored = load(plan, Set(plan.read).subtracting(marked.keys), &failures)
    let masks = Masking(key: options.fingerprintKey)
    let marks = mark(marked, stored, plan, masks, &failures)
    let make = {
      // Rows that are made from columns belong to one thread.
      let other = Evaluator(
        program: program, options: options, datasets: stored.mapValues { $0.forAnotherThread() },
        masks: masks)
      other.marks = marks
      return other
    }
    let evaluator = Evaluator(
      program: program, options: options, datasets: stored, masks: masks)
    evaluator.marks = marks

    var results: [RuleEvaluation] = []
    if let outcomes {
      let (rows, inPlace) = rows(stored, plan, outcomes, &failures)
      let scan = OutcomeScan(
        outcomes, evaluator: evaluator, datasets: stored, rows: rows, inPlace: inPlace)
      results = rules.map { rule in
        let run = RuleRun(rule: rule, evaluator: evaluator) { Self.inputName(stored[$0], $1) }
        let isSeen = rule.dataset.map { stored[$0]?.unavailable == nil } ?? true
        return isSeen ? scan.evaluate(run, over: rule.dataset) : run.finish()
      }
      return result(results, stored, failures)
    }
    for dataset in Set(rules.map(\.dataset)).sorted(by: { ($0 ?? -1) < ($1 ?? -1) }) {
      let members = rules.filter { $0.dataset == dataset }
      results += scan(dataset, members, evaluator, make, stored, plan, &failures).map {
        $0.finish()
      }
    }
    return result(results, stored, failures)
  }

  private func result(
    _ rules: [RuleEvaluation], _ stored: [Int: StoredDataset], _ failures: [InputFailure]
  ) -> EvaluationResult {
    EvaluationResult(
      rules: rules.sorted { $0.rule < $1.rule },
      datasets: stored.values.map(Self.report).sorted { $0.name < $1.name },
      failures: failures.sorted { $0.dataset < $1.dataset })
  }

  /// All rows in the order of their keys, for a database to number; a dataset that no rule looks up is streamed as ever,
  /// and one that lies in that database is not read at all.
  private func rows(
    _ stored: [Int: StoredDataset], _ plan: ProgramPlan, _ outcomes: any OutcomeSource,
    _ failures: inout [InputFailure]
  ) -> (rows: [Int: NumberedRows], inPlace: Set<Int>) {
    var all: [Int: NumberedRows] = [:]
    var inPlace: Set<Int> = []
    for (index, dataset) in stored.sorted(by: { $0.key < $1.key }) where dataset.unavailable == nil
    {
      if let table = dataset.table {
        all[index] = .held(table)
        guard dataset.uncovered.isEmpty,
          let count = outcomes.count(
            inPlace: index, stale: dataset.stale)
        else { continue }
        if count == Int64(table.count), table.report.rejectCount == 0, table.report.repeats == 0 {
          inPlace.insert(index)
        } else {
          outcomes.refuse(inPlace: index, because: "a row was rejected")
        }
        continue
      }
      let stream = TableStream(
        schema: dataset.schema, inputs: dataset.delivery.inputs,
        wanted: Set(plan.datasets[index].fields), collectedAt: dataset.delivery.collectedAt,
        options: options.readOptions, keyType: keyType)
      dataset.inputNames = stream.inputs
      if stream.isNumbered, let count = outcomes.count(inPlace: index, stale: dataset.stale) {
        var report = ReadReport()
        report.rows = Int(clamping: count)
        dataset.report = report
        all[index] = .stored(stream)
        inPlace.insert(index)
        continue
      }
      var rows: [Row] = []
      do {
        dataset.report = try stream.forEachRow { rows.append($0) }
        all[index] = .listed(rows.sorted(by: RowOrder(dataset.schema).precedes))
      } catch {
        dataset.fail("\(error)")
        failures.append(InputFailure(dataset: dataset.schema.name, error: error))
      }
    }
    return (all, inPlace)
  }

  private static func inputName(_ stored: StoredDataset?, _ input: Int32) -> String {
    let names = stored?.inputNames ?? []
    let index = Int(input)
    return names.indices.contains(index) ? names[index] : ""
  }

  // MARK: Loading

  /// Streamed datasets that rules only ask about by joins that marks can tell.
  private func markable(_ plan: ProgramPlan) -> [Int: [MarkJoin]] {
    guard options.engine == .native, !options.collectsMembers else { return [:] }
    var found: [Int: [MarkJoin]] = [:]
    for dataset in plan.held {
      guard deliveries[program.datasets[dataset].name]?.rows == nil,
        !plan.datasets[dataset].marks.isEmpty
      else { continue }
      found[dataset] = plan.datasets[dataset].marks
    }
    return found
  }

  /// Goes through the streamed sides of joins once; what can't be told so is held.
  private func mark(
    _ joins: [Int: [MarkJoin]], _ stored: [Int: StoredDataset],
    _ plan: ProgramPlan, _ masks: Masking, _ failures: inout [InputFailure]
  ) -> [ObjectIdentifier: MarkTable] {
    var marks: [ObjectIdentifier: MarkTable] = [:]
    for (index, joins) in joins.sorted(by: { $0.key < $1.key }) {
      guard let dataset = stored[index], dataset.unavailable == nil else { continue }
      let scan = MarkScan(
        program: program, options: options.readOptions,
        wanted: Set(plan.datasets[index].fields), keyType: keyType,
        evaluator: Evaluator(
          program: program, options: options,
          datasets: stored.mapValues { $0.forAnotherThread() }, masks: masks))
      do {
        var result: (tables: [MarkTable], report: ReadReport)?
        do {
          result = try scan.scan(dataset, joins)
        } catch is LineScanner.Undecided {}
        guard let result else {
          hold(dataset, index, plan, &failures)
          continue
        }
        dataset.report = result.report
        for table in result.tables { marks[ObjectIdentifier(table.join.comprehension)] = table }
      } catch {
        dataset.fail("\(error)")
        failures.append(InputFailure(dataset: dataset.schema.name, error: error))
      }
    }
    return marks
  }

  private func load(
    _ plan: ProgramPlan, _ held: Set<Int>, _ failures: inout [InputFailure]
  ) -> [Int: StoredDataset] {
    var stored: [Int: StoredDataset] = [:]
    for index in plan.read.sorted() {
      let schema = program.datasets[index]
      let delivery = deliveries[schema.name] ?? .unavailable("nothing delivers it")
      let dataset = StoredDataset(schema: schema, delivery: delivery, now: options.now)
      stored[index] = dataset
      guard dataset.unavailable == nil else { continue }
      guard held.contains(index), plan.held.contains(index) || delivery.rows != nil else {
        continue
      }
      hold(dataset, index, plan, &failures)
    }
    for index in plan.read.sorted() {
      if let dataset = stored[index] { markUncovered(dataset, stored) }
    }
    return stored
  }

  private func hold(
    _ dataset: StoredDataset, _ index: Int, _ plan: ProgramPlan, _ failures: inout [InputFailure]
  ) {
    let delivery = dataset.delivery
    let loader = TableLoader(
      schema: dataset.schema, options: options.readOptions, keyType: keyType)
    do {
      let table =
        if let rows = delivery.rows {
          loader.table(of: rows, input: delivery.rowsName, collectedAt: delivery.collectedAt)
        } else {
          try loader.load(
            delivery.inputs, wanted: Set(plan.datasets[index].fields),
            collectedAt: delivery.collectedAt)
        }
      dataset.table = table
      dataset.report = table.report
      dataset.inputNames = table.inputs
    } catch {
      dataset.fail("\(error)")
      failures.append(InputFailure(dataset: dataset.schema.name, error: error))
    }
  }

  /// `complete per host`: which hosts have neither a row nor an entry in the manifest.
  private func markUncovered(_ dataset: StoredDataset, _ stored: [Int: StoredDataset]) {
    guard let field = dataset.schema.completePer, let table = dataset.table,
      case .reference(let name) = dataset.schema.fields[field].type,
      let target = program.index(of: name)
    else { return }
    guard let subjects = stored[target]?.table else {
      dataset.subjectsUnknown =
        stored[target]?.unavailable ?? Causes(Cause(.unavailable, name.name))
      return
    }
    var covered = Set(dataset.delivery.covered)
    for position in 0..<table.count {
      if let value = table.columns.datum(field, at: position).value { covered.insert(value) }
    }
    if program.hasPersonalKey(target) { dataset.mask = Masking(key: options.fingerprintKey) }
    dataset.uncovered = (0..<subjects.count).lazy.filter { !subjects.isRejected(at: $0) }
      .map { subjects.columns.key(at: $0) }.filter { !covered.contains($0) }
  }

  private var keyType: @Sendable (DatasetName) -> ValueType {
    let schemas = Dictionary(
      program.datasets.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    return { name in KeyTypes.type(of: name, schemas, depth: 0) }
  }

  // MARK: Scanning

  /// The rules over one dataset (nil: over none), run in one pass.
  private func scan(
    _ index: Int?, _ rules: [CheckedRule], _ evaluator: Evaluator,
    _ make: @escaping () -> Evaluator,
    _ stored: [Int: StoredDataset], _ plan: ProgramPlan,
    _ failures: inout [InputFailure]
  ) -> [RuleRun] {
    func run(_ rule: CheckedRule, _ evaluator: Evaluator) -> RuleRun {
      RuleRun(rule: rule, evaluator: evaluator) { Self.inputName(stored[$0], $1) }
    }
    func runs() -> [RuleRun] { rules.map { run($0, evaluator) } }
    let started = runs()
    guard let index else {
      for run in started { run.judgeAll() }
      return started
    }
    guard let dataset = stored[index], dataset.unavailable == nil else { return started }
    do {
      if options.engine == .native, dataset.delivery.rows == nil, !options.collectsMembers {
        let scan = NativeScan(
          program: program, dataset: index, options: options.readOptions, keyType: keyType,
          threads: options.threads, wanted: Set(plan.datasets[index].fields), evaluator: make,
          run: run, placesKept: options.placesKept)
        // What it can't read is read, or refused with its reason, line by line.
        if let result = try? scan.scan(dataset, rules), Self.agrees(result.report, dataset) {
          dataset.report = result.report
          return result.runs
        }
      }
      if let table = dataset.table {
        for row in table.rows { for run in started { run.take(row) } }
      } else {
        let stream = TableStream(
          schema: dataset.schema, inputs: dataset.delivery.inputs,
          wanted: Set(plan.datasets[index].fields), collectedAt: dataset.delivery.collectedAt,
          options: options.readOptions, keyType: keyType)
        dataset.inputNames = stream.inputs
        dataset.report = try stream.forEachRow { row in for run in started { run.take(row) } }
      }
    } catch {
      dataset.fail("\(error)")
      failures.append(InputFailure(dataset: dataset.schema.name, error: error))
      // What the rules saw before it broke off is no population.
      return runs()
    }
    if !dataset.uncovered.isEmpty {
      for subject in dataset.phantoms {
        for run in started { run.uncovered(subject, isPersonal: dataset.mask != nil) }
      }
    }
    return started
  }

  /// Whether what was held of a dataset and what was scanned are the same rows.
  private static func agrees(_ report: ReadReport, _ stored: StoredDataset) -> Bool {
    stored.table == nil || stored.report == report
  }

  private static func report(_ stored: StoredDataset) -> DatasetEvaluation {
    let report = stored.report ?? ReadReport()
    return DatasetEvaluation(
      name: stored.schema.name, isDelivered: stored.unavailable == nil,
      isStale: stored.stale != nil,
      collectedAt: stored.delivery.isLive ? nil : stored.delivery.collectedAt,
      rows: Int64(report.rows), rejectedRows: Int64(report.rejectCount), rejects: report.rejects,
      inputs: stored.inputNames.sorted(),
      reason: stored.unavailable == nil ? stored.staleReason : stored.unavailableReason)
  }
}

/// What a reference to a dataset holds.
package enum KeyTypes {
  package static func type(
    of name: DatasetName, _ schemas: [DatasetName: DatasetSchema], depth: Int
  ) -> ValueType {
    // A dataset whose key refers to itself has no base; text reads whatever is there.
    guard let schema = schemas[name], depth < 16 else { return .text }
    let parts = schema.key.map { index -> ValueType in
      switch schema.fields[index].type {
      case .key(_, let base): base
      case .reference(let target): type(of: target, schemas, depth: depth + 1)
      case let other: other
      }
    }
    return parts.count == 1 ? parts[0] : .tuple(parts)
  }
}
