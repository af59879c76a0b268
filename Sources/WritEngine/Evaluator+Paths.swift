import WritChecker
import WritDiagnostics
import WritTables
import WritValues

extension Evaluator {
  /// A row used as a value is its key.
  func key(of reference: RowReference) -> Datum {
    switch reference {
    case .row(let row):
      // A rejected row's key is its place: it can be shown, never compared.
      row.isRejected ? .unknown(row.rejection) : .known(row.key)
    case .held(let columns, let position): .known(columns.key(at: position))
    case .dangling(let key, _): .known(key)
    case .unknown(let causes): .unknown(causes)
    }
  }

  /// The row a reference points at: a look-up by key, never a silent inner join.
  func follow(_ key: Datum, into dataset: Int, _ path: CheckedExpression) -> RowReference {
    guard case .known(let key) = key else { return .unknown(key.causes) }
    guard let stored = datasets[dataset] else {
      return .dangling(key, Causes(Cause(.unavailable, program.datasets[dataset].name.name)))
    }
    if let unavailable = stored.unavailable { return .dangling(key, unavailable) }
    let table = stored.table
    if let table, let position = table.position(forKey: key) {
      return .held(table.columns, position)
    }
    let isShared = table?.sharedKeys.contains(key) ?? false
    return .dangling(key, Causes(Cause(isShared ? .ambiguous : .dangling, pathText(path))))
  }

  func field(_ base: CheckedExpression, _ dataset: Int, _ index: Int, _ frame: Frame) -> Datum {
    switch row(base, frame) {
    case .unknown(let causes): return .unknown(causes)
    case .dangling(let key, let causes):
      let schema = program.datasets[dataset]
      guard let part = schema.key.firstIndex(of: index) else { return .unknown(causes) }
      if case .tuple(let parts) = key, schema.key.count > 1 {
        return part < parts.count ? .known(parts[part]) : .unknown(causes)
      }
      return .known(key)
    case .held(let columns, let position):
      if !frame.overrides.isEmpty, let row = datasets[dataset]?.table?.row(at: position),
        let changed = frame.overrides[FieldKey(row: row, index: index)]
      {
        return changed
      }
      if let stored = datasets[dataset], let stale = stored.stale,
        !stored.schema.key.contains(index)
      {
        return .unknown(stale)
      }
      let value = columns.accepted(index, at: position)
      if case .unknown(let causes) = value { return .unknown(placed(causes, behind: base)) }
      return value
    case .row(let row):
      if !frame.overrides.isEmpty,
        let changed = frame.overrides[FieldKey(row: row, index: index)]
      {
        return changed
      }
      guard index < row.fields.count else { return .unknown(Causes(Cause(.undefined, "field"))) }
      if let stored = datasets[dataset], let stale = stored.stale, !row.isRejected,
        !stored.schema.key.contains(index)
      {
        return .unknown(stale)
      }
      let value = row.fields[index]
      if case .unknown(let causes) = value { return .unknown(placed(causes, behind: base)) }
      return value
    }
  }

  /// `missing(left_at)` read through `event.actor` is `missing(actor.left_at)`.
  private func placed(_ causes: Causes, behind base: CheckedExpression) -> Causes {
    guard case .dereference(let reference, _) = base.kind else { return causes }
    let prefix = pathText(reference)
    if prefix.isEmpty { return causes }
    return Causes(
      causes.items.map { $0.kind == .missing ? Cause(.missing, "\(prefix).\($0.detail)") : $0 })
  }

  /// A path without its variable: `actor.manager`.
  func pathText(_ expression: CheckedExpression) -> String {
    switch expression.kind {
    case .field(let base, let dataset, let index):
      let name = program.datasets[dataset].fields[index].name
      guard case .dereference(let reference, _) = base.kind else { return name }
      return "\(pathText(reference)).\(name)"
    case .dereference(let reference, _): return pathText(reference)
    case .recordField(let base, let index):
      guard case .record(let type) = base.type, index < type.fields.count else { return "" }
      let prefix = pathText(base)
      let name = type.fields[index].name
      return prefix.isEmpty ? name : "\(prefix).\(name)"
    default: return expression.place.text
    }
  }

  func recordField(_ base: CheckedExpression, _ index: Int, _ frame: Frame) -> Datum {
    guard case .known(.record(let fields)) = datum(base, frame), index < fields.count else {
      return .unknown(datum(base, frame).causes)
    }
    return fields[index]
  }

  func mapEntry(_ base: CheckedExpression, _ key: CheckedExpression, _ frame: Frame) -> Datum {
    let map = datum(base, frame)
    let name = datum(key, frame)
    guard case .known(.map(let entries)) = map, case .known(.text(let name)) = name else {
      return .unknown(map.causes.union(name.causes))
    }
    return entries.first { $0.key == name }?.value
      ?? .missing("\(pathText(base))[\(shownKey(name, key))]")
  }

  func jsonMember(_ base: CheckedExpression, _ key: CheckedExpression, _ frame: Frame) -> Datum {
    let object = datum(base, frame)
    let name = datum(key, frame)
    guard case .known(.json(let json)) = object, case .known(.text(let name)) = name else {
      return .unknown(object.causes.union(name.causes))
    }
    switch json[name] {
    case nil, .null:
      return .missing("\(pathText(base)).\(key.labels.isEmpty ? name.string : key.place.text)")
    case let member?: return .known(.json(member))
    }
  }

  /// A key that comes out of personal data is named by its expression: causes are printed.
  private func shownKey(_ name: Text, _ key: CheckedExpression) -> String {
    key.labels.isEmpty ? "\"\(name)\"" : key.place.text
  }

  func isKey(_ reference: Datum, of dataset: Int) -> Datum {
    guard case .known(let key) = reference else { return .unknown(reference.causes) }
    guard let stored = datasets[dataset], let table = stored.table else {
      return .unknown(Causes(Cause(.unavailable, program.datasets[dataset].name.name)))
    }
    if table.holds(key) { return .true }
    return stored.doubts.isEmpty ? .false : .unknown(stored.doubts)
  }
}

extension Row {
  /// Why nothing of a rejected row is known; of a subject nobody collected from all but its key.
  var rejection: Causes { fields.lazy.map(\.causes).first { !$0.isEmpty } ?? .none }
}
