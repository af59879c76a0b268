/// Takes from a case what does not matter to what goes wrong with it.
package struct Shrinker {
  /// Whether a case still goes wrong in the same way.
  private let fails: (GeneratedCase) -> Bool
  /// Cases that may still be tried.
  private var budget: Int

  package init(budget: Int = 4000, fails: @escaping (GeneratedCase) -> Bool) {
    self.budget = budget
    self.fails = fails
  }

  package mutating func shrink(_ start: GeneratedCase) -> GeneratedCase {
    var best = start
    var size = Int.max
    while size > best.size, budget > 0 {
      size = best.size
      shrinkRows(&best)
      tryAll(&best) { $0.withoutRules }
      tryAll(&best) { $0.withoutDeclarations }
      tryAll(&best) { $0.plainRuns }
      tryAll(&best) { $0.plainData }
      tryAll(&best) { $0.simplerRules }
      tryAll(&best) { $0.withoutFields }
      shrinkRows(&best)
      tryAll(&best) { $0.withoutMembers }
      tryAll(&best) { $0.simplerDeclarations }
    }
    return best
  }

  private mutating func holds(_ candidate: GeneratedCase) -> Bool {
    guard budget > 0 else { return false }
    budget -= 1
    return fails(candidate)
  }

  /// Takes each change that leaves it wrong, and goes on with what that leaves.
  private mutating func tryAll(
    _ best: inout GeneratedCase, _ candidates: (GeneratedCase) -> [GeneratedCase]
  ) {
    var all = candidates(best)
    var index = 0
    while index < all.count, budget > 0 {
      if holds(all[index]) {
        best = all[index]
        all = candidates(best)
      } else {
        index += 1
      }
    }
  }

  /// Ever smaller runs of rows.
  private mutating func shrinkRows(_ best: inout GeneratedCase) {
    for index in best.data.indices {
      var size = best.data[index].rows.count
      while size > 0 {
        var start = 0
        while start < best.data[index].rows.count, budget > 0 {
          var candidate = best
          let end = min(start + size, candidate.data[index].rows.count)
          candidate.data[index].removeRows(start..<end)
          if holds(candidate) { best = candidate } else { start += size }
        }
        size /= 2
      }
    }
  }
}

extension GeneratedData {
  mutating func removeRows(_ range: Range<Int>) {
    rows.removeSubrange(range)
    if let cut = split, cut > range.lowerBound {
      split = max(range.lowerBound, cut - range.count)
    }
  }
}

extension GeneratedCase {
  /// What a shrinker makes smaller.
  package var size: Int {
    rendered.policy.utf8.count
      + data.reduce(0) { $0 + $1.files.reduce(0) { $0 + $1.utf8.count } + $1.covered.count }
  }

  private func with(_ change: (inout GeneratedCase) -> Void) -> GeneratedCase {
    var copy = self
    change(&copy)
    return copy
  }

  fileprivate var withoutRules: [GeneratedCase] {
    rules.count < 2 ? [] : rules.indices.map { index in with { $0.rules.remove(at: index) } }
  }

  fileprivate var withoutDeclarations: [GeneratedCase] {
    declarations.indices.map { index in with { $0.declarations.remove(at: index) } }
      + schema.datasets.indices.filter { !schema.datasets[$0].isOmitted }.map { index in
        with {
          $0.schema.datasets[index].isOmitted = true
          $0.data[index].isDelivered = false
        }
      }
  }

  fileprivate var plainRuns: [GeneratedCase] {
    var found: [GeneratedCase] = []
    if run.period != nil { found.append(with { $0.run.period = nil }) }
    if !run.params.isEmpty { found.append(with { $0.run.params = [] }) }
    if !run.isStrict { found.append(with { $0.run.isStrict = true }) }
    if run.collectsMembers { found.append(with { $0.run.collectsMembers = false }) }
    if !run.fingerprintKey.isEmpty { found.append(with { $0.run.fingerprintKey = "" }) }
    if run.blockSize != 1 << 20 { found.append(with { $0.run.blockSize = 1 << 20 }) }
    if run.threads != 1 { found.append(with { $0.run.threads = 1 }) }
    return found
  }

  fileprivate var plainData: [GeneratedCase] {
    var found: [GeneratedCase] = []
    for (index, data) in data.enumerated() where !schema.datasets[index].isOmitted {
      func add(_ isNew: Bool, _ change: (inout GeneratedData) -> Void) {
        if isNew { found.append(with { change(&$0.data[index]) }) }
      }
      add(data.format != .ndjson) { $0.format = .ndjson }
      add(data.split != nil) { $0.split = nil }
      add(data.collected != nil) { $0.collected = nil }
      add(!data.covered.isEmpty) { $0.covered = [] }
      add(data.zone != nil) { $0.zone = nil }
      add(data.rows.contains { $0.isSpaced }) {
        for row in $0.rows.indices { $0.rows[row].isSpaced = false }
      }
      add(data.rows.contains { $0.lineEnd != "\n" }) {
        for row in $0.rows.indices { $0.rows[row].lineEnd = "\n" }
      }
      let table = schema.datasets[index]
      if table.fresh != nil { found.append(with { $0.schema.datasets[index].fresh = nil }) }
      if table.completePer != nil {
        found.append(with { $0.schema.datasets[index].completePer = nil })
      }
      if table.order != nil { found.append(with { $0.schema.datasets[index].order = nil }) }
      if table.order?.lateness.isEmpty == false {
        found.append(with { $0.schema.datasets[index].order?.lateness = "" })
      }
    }
    return found
  }

  fileprivate var simplerRules: [GeneratedCase] {
    rules.enumerated().flatMap { index, rule in
      rule.simplifications(SimpleLiterals.of).map { simpler in with { $0.rules[index] = simpler } }
    }
  }

  fileprivate var simplerDeclarations: [GeneratedCase] {
    declarations.enumerated().flatMap { index, one in
      one.value.simplifications(SimpleLiterals.of).map { simpler in
        with { $0.declarations[index].value = simpler }
      }
    }
  }

  /// The last field first, so that indices into the fields stay.
  fileprivate var withoutFields: [GeneratedCase] {
    var found: [GeneratedCase] = []
    for (index, table) in schema.datasets.enumerated() where !table.isOmitted {
      for field in table.fields.indices.reversed() where !table.key.contains(field) {
        let name = table.fields[field].name
        found.append(
          with {
            $0.schema.datasets[index].fields.remove(at: field)
            $0.schema.datasets[index].key = table.key.map { $0 > field ? $0 - 1 : $0 }
            for row in $0.data[index].rows.indices {
              $0.data[index].rows[row].members.removeAll { $0.name == name }
            }
          })
        if table.fields[field].tag != nil {
          found.append(with { $0.schema.datasets[index].fields[field].tag = nil })
        }
      }
    }
    return found
  }

  fileprivate var withoutMembers: [GeneratedCase] {
    var found: [GeneratedCase] = []
    for (index, data) in data.enumerated() where data.rows.count < 40 && data.isDelivered {
      for (row, members) in data.rows.enumerated() {
        for member in members.members.indices {
          found.append(with { $0.data[index].rows[row].members.remove(at: member) })
        }
      }
    }
    return found
  }
}

/// The simplest values of each type.
enum SimpleLiterals {
  static func of(_ type: GeneratedType) -> [String] {
    switch type {
    case .bool: ["true", "false"]
    case .int: ["0", "1"]
    case .decimal: ["0.0"]
    case .text: ["\"\""]
    case .time: ["now"]
    case .duration: ["0s"]
    case .months: ["0mo"]
    case .bytes: ["0B"]
    default: []
    }
  }
}
