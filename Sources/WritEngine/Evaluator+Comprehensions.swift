import WritChecker
import WritDiagnostics
import WritTables
import WritValues

extension Evaluator {
  /// One element under a comprehension's variable, and whether it belongs.
  private struct Candidate {
    var slot: Slot
    /// Nil: it is there. Otherwise it may not be there, whatever the condition says.
    var doubt: Causes?
    /// Stands for any number of rows nobody delivered.
    var isUnbounded = false
  }

  private enum Candidates {
    case some(CandidateList)
    /// The source itself can't be seen.
    case unseen(Causes)
  }

  /// What a comprehension goes through; a row is made when it is looked at.
  private struct CandidateList {
    enum Source {
      case group([GroupRow])
      case elements([Datum])
      /// `positions` are those an index leaves; nil: all.
      case rows(Table, positions: ArraySlice<Int32>?, phantoms: [Candidate])
    }

    let source: Source
    let count: Int

    init(_ source: Source) {
      self.source = source
      switch source {
      case .group(let rows): count = rows.count
      case .elements(let elements): count = elements.count
      case .rows(let table, let positions, let phantoms):
        count = (positions?.count ?? table.count) + phantoms.count
      }
    }

    subscript(index: Int) -> Candidate {
      switch source {
      case .group(let rows):
        return Candidate(slot: .row(.row(rows[index].row)), doubt: rows[index].doubt)
      case .elements(let elements):
        return Candidate(slot: .element(elements[index]), doubt: nil)
      case .rows(let table, let positions, let phantoms):
        let held = positions?.count ?? table.count
        if index >= held { return phantoms[index - held] }
        let position = positions.map { Int($0[$0.startIndex + index]) } ?? index
        let columns = table.columns
        return Candidate(
          slot: .row(
            columns.isRejected(at: position)
              ? .row(table.row(at: position)) : .held(columns, position)), doubt: nil)
      }
    }
  }

  /// What belongs, surely or perhaps.
  private struct Members {
    var candidates = CandidateList(.elements([]))
    /// Indices of candidates.
    var sure: [Int] = []
    var open = 0
    var causes = Causes.none
    var isUnbounded = false
  }

  func aggregate(_ comprehension: Comprehension, type: ValueType, _ frame: Frame) -> Datum {
    if !marks.isEmpty, let marked = marks[ObjectIdentifier(comprehension)] {
      return marked.datum(of: self, frame)
    }
    switch comprehension.function {
    case .exists, .any: return exists(comprehension, frame, refuting: false)
    case .none: return Logic.not(exists(comprehension, frame, refuting: false))
    case .every: return Logic.not(exists(comprehension, frame, refuting: true))
    case .first, .last, .one: return key(of: pick(comprehension, type: type, frame))
    case .count:
      let members = self.members(comprehension, frame)
      let low = Int64(members.sure.count)
      if members.open == 0 && !members.isUnbounded && members.causes.isEmpty {
        return .known(.int(low))
      }
      let high = members.isUnbounded ? Int64.max : low + Int64(members.open)
      return .interval(low, high, members.causes)
    case .sum, .min, .max, .avg, .distinct, .quantile, .share:
      return fold(comprehension, type: type, frame)
    }
  }

  /// Stops at the first row that decides. `refuting`: looks for one for which the value does not hold.
  private func exists(
    _ comprehension: Comprehension, _ frame: Frame, refuting: Bool
  ) -> Datum {
    let saved = frame.slots[comprehension.slot]
    defer { frame.slots[comprehension.slot] = saved }
    guard case .some(let candidates) = candidates(comprehension, frame) else {
      return .unknown(unseenCauses(comprehension, frame))
    }
    var result = Datum.false
    for index in 0..<candidates.count {
      if let limit = step() { return .unknown(result.causes.union(limit)) }
      let candidate = candidates[index]
      frame.slots[comprehension.slot] = candidate.slot
      var holds = comprehension.condition.map { datum($0, frame) } ?? .true
      if holds == .false { continue }
      if refuting, let value = comprehension.value {
        holds = Logic.and(holds, Logic.not(datum(value, frame)))
      } else if let value = comprehension.value {
        holds = Logic.and(holds, datum(value, frame))
      }
      if let doubt = candidate.doubt { holds = Logic.and(holds, .unknown(doubt)) }
      result = Logic.or(result, holds)
      if result == .true { return .true }
    }
    return result
  }

  private func unseenCauses(_ comprehension: Comprehension, _ frame: Frame) -> Causes {
    if case .unseen(let causes) = candidates(comprehension, frame) { causes } else { .none }
  }

  private func members(_ comprehension: Comprehension, _ frame: Frame) -> Members {
    let saved = frame.slots[comprehension.slot]
    defer { frame.slots[comprehension.slot] = saved }
    var members = Members()
    switch candidates(comprehension, frame) {
    case .unseen(let causes):
      members.causes = causes
      members.isUnbounded = true
    case .some(let candidates):
      members.candidates = candidates
      for index in 0..<candidates.count {
        if let limit = step() {
          members.causes = members.causes.union(limit)
          members.isUnbounded = true
          break
        }
        let candidate = candidates[index]
        frame.slots[comprehension.slot] = candidate.slot
        let holds = comprehension.condition.map { datum($0, frame) } ?? .true
        switch holds {
        case .false: continue
        case .true where candidate.doubt == nil: members.sure.append(index)
        default:
          members.open += 1
          members.causes = members.causes.union(holds.causes).union(candidate.doubt ?? .none)
          members.isUnbounded = members.isUnbounded || candidate.isUnbounded
        }
      }
    }
    return members
  }

  // MARK: First, last, one

  func pick(
    _ comprehension: Comprehension, type: ValueType, _ frame: Frame
  ) -> RowReference {
    let members = self.members(comprehension, frame)
    let name = comprehension.function.rawValue
    if comprehension.function == .one, members.sure.count > 1 {
      return .unknown(members.causes.union(Causes(Cause(.ambiguous, sourceName(comprehension)))))
    }
    if members.open > 0 || members.isUnbounded { return .unknown(members.causes) }
    guard !members.sure.isEmpty else {
      return .unknown(Causes(Cause(.missing, "\(name) of \(sourceName(comprehension))")))
    }
    if comprehension.function == .one { return reference(members.candidates[members.sure[0]].slot) }
    return ordered(comprehension, type: type, members, frame)
  }

  private func reference(_ slot: Slot) -> RowReference {
    switch slot {
    case .row(let reference): reference
    case .element(let datum):
      datum.value.map { .dangling($0, datum.causes) } ?? .unknown(datum.causes)
    case .empty: .unknown(.none)
    }
  }

  private func sourceName(_ comprehension: Comprehension) -> String {
    switch comprehension.source {
    case .dataset(let dataset): program.datasets[dataset].name.name
    case .collection(let expression): expression.place.text
    case .group: "group"
    }
  }

  /// By `by`, else the dataset's order, else key; ties by key. Elements of a collection have their
  /// place for a key.
  private func ordered(
    _ comprehension: Comprehension, type: ValueType, _ members: Members, _ frame: Frame
  ) -> RowReference {
    let saved = frame.slots[comprehension.slot]
    defer { frame.slots[comprehension.slot] = saved }
    var causes = Causes.none
    var entries: [(rank: Value?, key: Value, slot: Slot)] = []
    for (place, index) in members.sure.enumerated() {
      let slot = members.candidates[index].slot
      frame.slots[comprehension.slot] = slot
      let rank = rank(comprehension, type: type, slot, frame)
      causes = causes.union(rank?.causes ?? .none)
      var key = Value.int(Int64(place))
      if case .row(let row) = slot { key = self.key(of: row).value ?? key }
      entries.append((rank?.value, key, slot))
    }
    if !causes.isEmpty { return .unknown(causes) }
    let isLast = comprehension.function == .last
    var best = entries[0]
    for entry in entries.dropFirst() {
      let order = compare(entry, best)
      if isLast ? order >= 0 : order < 0 { best = entry }
    }
    return reference(best.slot)
  }

  /// `type` says of which dataset the rows are, be they its own or a group's.
  private func rank(
    _ comprehension: Comprehension, type: ValueType, _ slot: Slot, _ frame: Frame
  ) -> Datum? {
    if let by = comprehension.by { return datum(by, frame) }
    guard case .row(let name) = type, let dataset = program.index(of: name),
      let order = program.datasets[dataset].order, case .row(let reference) = slot
    else { return nil }
    let time: Datum
    switch reference {
    case .row(let row): time = row.fields[order.field]
    case .held(let columns, let position): time = columns.accepted(order.field, at: position)
    case .dangling, .unknown: return nil
    }
    if let stale = datasets[dataset]?.stale { return .unknown(stale) }
    return time
  }

  private func compare(
    _ one: (rank: Value?, key: Value, slot: Slot), _ other: (rank: Value?, key: Value, slot: Slot)
  ) -> Int {
    if let left = one.rank, let right = other.rank, let order = Relation.order(left, right),
      order != 0
    {
      return order
    }
    return Value.inOrder(one.key, other.key) ? -1 : Value.inOrder(other.key, one.key) ? 1 : 0
  }

  // MARK: Sums and other folds

  private func fold(_ comprehension: Comprehension, type: ValueType, _ frame: Frame) -> Datum {
    let members = self.members(comprehension, frame)
    let saved = frame.slots[comprehension.slot]
    defer { frame.slots[comprehension.slot] = saved }
    var causes = members.causes
    var values: [Value] = []
    for index in members.sure {
      frame.slots[comprehension.slot] = members.candidates[index].slot
      let value = comprehension.value.map { datum($0, frame) } ?? .true
      causes = causes.union(value.causes)
      if let known = value.value { values.append(known) }
    }
    if members.open > 0 || members.isUnbounded || values.count != members.sure.count {
      return .unknown(causes)
    }
    let level = comprehension.level.map { datum($0, frame) }
    if let level, level.value == nil { return .unknown(level.causes) }
    return Folding.fold(
      comprehension.function, values, type: type, level: level?.value?.asDecimal,
      empty: "\(comprehension.function.rawValue) of \(sourceName(comprehension))")
  }

  // MARK: Candidates

  private func candidates(_ comprehension: Comprehension, _ frame: Frame) -> Candidates {
    switch comprehension.source {
    case .group:
      return .some(CandidateList(.group(frame.groupRows)))
    case .collection(let expression):
      let collection = datum(expression, frame)
      guard let elements = collection.elements else { return .unseen(collection.causes) }
      return .some(CandidateList(.elements(elements)))
    case .dataset(let dataset):
      guard let stored = datasets[dataset] else {
        return .unseen(Causes(Cause(.unavailable, program.datasets[dataset].name.name)))
      }
      if let unavailable = stored.unavailable { return .unseen(unavailable) }
      guard let table = stored.table else {
        return .unseen(Causes(Cause(.unavailable, stored.schema.name.name)))
      }
      let phantoms = stored.phantoms.map { phantom in
        let subject = stored.schema.completePer.flatMap { phantom.fields[$0].value }
        let doubt = subject.map { stored.uncoveredCauses($0) } ?? stored.subjectsUnknown ?? .none
        return Candidate(slot: .row(.row(phantom)), doubt: doubt, isUnbounded: true)
      }
      return .some(
        CandidateList(
          .rows(
            table, positions: joinPositions(comprehension, table, frame), phantoms: phantoms)))
    }
  }

  /// The rows an equality of the condition leaves; nil when none can be used here.
  private func joinPositions(
    _ comprehension: Comprehension, _ table: Table, _ frame: Frame
  ) -> ArraySlice<Int32>? {
    for join in comprehension.joins {
      let probes: [Value]
      let side: CheckedExpression
      switch join {
      case .equal(let row, let probe), .rowContains(let row, let probe):
        guard let value = datum(probe, frame).value, value.isWhole else { continue }
        (side, probes) = (row, [value])
      case .inProbe(let row, let probe):
        guard let elements = datum(probe, frame).elements else { continue }
        let values = elements.compactMap(\.value)
        guard values.count == elements.count, values.allSatisfy(\.isWhole) else { continue }
        (side, probes) = (row, values)
      }
      return index(side, join, comprehension, table).candidates(probes)
    }
    return nil
  }

  private func index(
    _ side: CheckedExpression, _ join: Comprehension.Join, _ comprehension: Comprehension,
    _ table: Table
  ) -> JoinIndex {
    let id = ObjectIdentifier(side)
    if let known = indexes[id] { return known }
    let isElements = if case .rowContains = join { true } else { false }
    // Whichever member comes first, it is not charged for what all use.
    let index = uncounted {
      JoinSide(
        evaluator: self, side: side, slot: comprehension.slot, table: table,
        isElements: isElements
      ).index()
    }
    indexes[id] = index
    return index
  }
}
