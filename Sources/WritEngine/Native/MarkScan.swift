import WritChecker
import WritPlan
import WritTables
import WritValues

/// What marking came to.
struct MarkTable {
  private struct Open {
    var count: Int64 = 0
    var causes = Causes.none
  }

  let join: MarkJoin
  private var sure: [Value: Int64] = [:]
  private var open: [Value: Open] = [:]
  /// Rows whose side is unknown: they may match anything.
  private var wild = Open()
  /// All rows that match what is asked of them alone, or may.
  private var all = Open()

  init(_ join: MarkJoin) { self.join = join }

  mutating func count(_ key: Value, _ rows: Int64) {
    sure[key, default: 0] += rows
    all.count += rows
  }

  /// A row that the evaluator looked at: `holds` is what is asked of it alone.
  mutating func add(key: Datum, holds: Datum) {
    if holds == .false { return }
    if let value = key.value, value.isWhole {
      if holds == .true { return count(value, 1) }
      open[value, default: Open()].count += 1
      open[value, default: Open()].causes = open[value]?.causes.union(holds.causes) ?? .none
      all.causes = all.causes.union(holds.causes)
    } else {
      let causes = holds.causes.union(key.causes)
      wild.count += 1
      wild.causes = wild.causes.union(causes)
      all.causes = all.causes.union(causes)
    }
    all.count += 1
  }

  /// What the quantifier or count comes to for a member with this side of the equality.
  func datum(_ probe: Datum) -> Datum {
    var low: Int64 = 0
    var perhaps = Open()
    if let value = probe.value {
      low = sure[value] ?? 0
      perhaps = open[value] ?? Open()
      perhaps.count += wild.count
      perhaps.causes = perhaps.causes.union(wild.causes)
    } else if all.count > 0 {
      perhaps.count = all.count
      perhaps.causes = all.causes.union(probe.causes)
    }
    switch join.comprehension.function {
    case .count:
      return perhaps.count == 0
        ? .known(.int(low)) : .interval(low, low + perhaps.count, perhaps.causes)
    case .exists, .any: return exists(low, perhaps)
    default: return Logic.not(exists(low, perhaps))
    }
  }

  private func exists(_ low: Int64, _ perhaps: Open) -> Datum {
    low > 0 ? .true : perhaps.count == 0 ? .false : .unknown(perhaps.causes)
  }
}

/// Goes through a streamed dataset for the marks of all joins over it.
struct MarkScan {
  let program: CheckedProgram
  let options: ReadOptions
  let wanted: Set<Int>
  let keyType: @Sendable (DatasetName) -> ValueType
  let evaluator: Evaluator
  /// As many as any expression of the program has.
  private let slotCount: Int

  init(
    program: CheckedProgram, options: ReadOptions, wanted: Set<Int>,
    keyType: @escaping @Sendable (DatasetName) -> ValueType, evaluator: Evaluator
  ) {
    self.program = program
    self.options = options
    self.wanted = wanted
    self.keyType = keyType
    self.evaluator = evaluator
    let slots = program.rules.map(\.slotCount) + program.defines.map(\.slotCount)
    slotCount = (slots.max() ?? 0) + 1
  }

  /// One join over the rows of a batch.
  private final class Lane {
    let join: MarkJoin
    let nodes: [ConditionNode]
    let isWhole: Bool
    let side: ValueCode?
    let selection = Selection()
    let codes = Scratch<UInt32>()
    var counts: [Int64] = [0]
    var table: MarkTable

    init(_ join: MarkJoin, _ compiler: BatchCompiler) {
      self.join = join
      let parts = join.conditions.map { compiler.conjunction($0) }
      side = join.side.flatMap { compiler.values($0) }
      nodes = parts.flatMap(\.nodes)
      isWhole = parts.allSatisfy(\.isWhole) && (join.side == nil || side != nil)
      table = MarkTable(join)
    }

    func mark(_ batch: LineBatch, look: (Int32) throws -> Void) throws {
      selection.fill(batch.count)
      _ = selection.narrow(nodes, batch)
      var rest: [Int32] = []
      selection.take(all: !isWhole) { rest.append($0) }
      let rows = selection.numbers
      if let side {
        side.codes(batch, rows, codes.pointer)
        while counts.count < side.values.count { counts.append(0) }
        for index in rows.indices {
          let code = Int(codes.pointer[index])
          if code == 0 { rest.append(rows[index]) } else { counts[code] += 1 }
        }
      } else {
        counts[0] += Int64(rows.count)
      }
      for row in rest { try look(row) }
    }

    func finish() -> MarkTable {
      if let side {
        for (code, count) in counts.enumerated() where count > 0 {
          table.count(side.values[code], count)
        }
      } else if counts[0] > 0 {
        table.count(MarkTable.anything, counts[0])
      }
      return table
    }
  }

  /// Nil where the dataset can't be read so.
  ///
  /// - Throws: `LineScanner.Undecided` when rows have to be compared exactly, and what sources throw.
  func scan(
    _ stored: StoredDataset, _ joins: [MarkJoin]
  ) throws -> (tables: [MarkTable], report: ReadReport)? {
    guard stored.stale == nil, stored.schema.completePer == nil,
      let sources = LineScanner.sources(of: stored.delivery.inputs)
    else { return nil }
    let judge = RowJudge(evaluator: evaluator, schema: stored.schema)
    let lanes = joins.map { join in
      Lane(
        join,
        BatchCompiler(
          program: program, judge: judge, slot: join.comprehension.slot,
          slotCount: slotCount))
    }
    guard
      let scanner = LineScanner(
        schema: stored.schema, inputs: stored.delivery.inputs, columns: judge.columns,
        wanted: wanted, suspects: [], options: options, keyType: keyType)
    else { return nil }
    let names = sources.map(\.name)
    var ledger = LineLedger(schema: stored.schema, names: names, suspects: nil)
    let chunks = LineChunks(sources: sources, size: options.blockSize, limit: options.recordLimit)
    while let chunk = try chunks.next() {
      if scanner.renew() {
        for lane in lanes {
          for node in lane.nodes { node.forget() }
          lane.side?.forget()
        }
      }
      try ledger.add(
        scanner.scan(chunk) { batch in
          for lane in lanes {
            for decoded in batch.odd { look(decoded.row, lane) }
            try lane.mark(batch) { look(try scanner.row(Int($0)), lane) }
          }
        })
    }
    _ = try ledger.close(bytes: chunks.bytesRead)
    stored.inputNames = names
    return (lanes.map { $0.finish() }, ledger.report)
  }

  private func look(_ row: Row, _ lane: Lane) {
    let frame = Frame(slotCount: slotCount)
    frame.slots[lane.join.comprehension.slot] = .row(.row(row))
    evaluator.beginSteps()
    var holds = Datum.true
    for condition in lane.join.conditions {
      holds = Logic.and(holds, evaluator.datum(condition, frame))
    }
    let key = lane.join.side.map { evaluator.datum($0, frame) } ?? .known(MarkTable.anything)
    lane.table.add(key: key, holds: holds)
  }
}

extension MarkTable {
  /// The value all rows have where there is no equality.
  fileprivate static let anything = Value.bool(true)

  /// The member's side: where there is no equality, what all rows have.
  func datum(of evaluator: Evaluator, _ frame: Frame) -> Datum {
    datum(join.probe.map { evaluator.datum($0, frame) } ?? .known(Self.anything))
  }
}
