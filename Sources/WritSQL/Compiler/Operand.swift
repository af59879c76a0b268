import WritValues

/// What an expression comes to, as columns.
enum Operand {
  case scalar(Scalar)
  case record(StoredRecord)
  case collection(StoredCollection)
  /// What no column holds: only its causes are known, in a column of this name; and what it is, for people.
  case opaque(StoredRow, String, String)
}

/// A value and the bits of its causes: the value is NULL exactly when there are causes.
///
/// A count may be an interval: it has causes and yet a value, its lower end.
struct Scalar {
  var kind: SQLKind
  var value: Fragment
  /// `0` where it is always known.
  var causes: Fragment = "0"
  /// The upper end; nil where it is never an interval.
  var high: Fragment?
  /// Of a ratio.
  var denominator: Fragment?

  var isAlwaysKnown: Bool { causes.text == "0" }

  static func unknown(_ kind: SQLKind, _ causes: Fragment, _ null: Fragment) -> Scalar {
    Scalar(kind: kind, value: null, causes: causes, denominator: kind == .ratio ? null : nil)
  }
}

/// Where columns of a stored row are had: from a scope's base or from what one of its layers joins.
struct StoredRow {
  let scope: Scope
  let alias: String
  /// 0 is the base.
  let level: Int
  /// Causes of every field where there is no row; nil where there always is one.
  var absent: Fragment?

  func column(_ name: String) -> Fragment {
    level == 0
      ? scope.base(column: "\(alias).\(name)") : scope.joined(column: "\(alias).\(name)", at: level)
  }

  func causes(_ name: String) -> Fragment {
    let column = column(name)
    guard let absent else { return column }
    return scope.bind("COALESCE(\(column), \(absent))")
  }

  func operand(_ shape: StoredShape) -> Operand {
    switch shape {
    case .scalar(let kind, let name):
      .scalar(Scalar(kind: kind, value: column(name), causes: causes(name + "c")))
    case .record(let fields, let name): .record(StoredRecord(row: self, fields: fields, name: name))
    case .elements(let table, let name):
      .collection(
        StoredCollection(
          scope: scope, source: .table(table, owner: column("n")), causes: causes(name + "c")))
    case .opaque(let title, let name): .opaque(self, name + "c", title)
    }
  }
}

struct StoredRecord {
  let row: StoredRow
  let fields: [StoredShape]
  let name: String

  var causes: Fragment { row.causes(name + "c") }
}

/// A list, set or map.
struct StoredCollection {
  enum Source {
    /// `owner` is NULL where there is no row.
    case table(ElementTable, owner: Fragment)
    /// Known elements of one kind.
    case constants([Scalar])
    /// Elements worked out in the scope.
    case scalars([Scalar])
  }

  let scope: Scope
  var source: Source
  var causes: Fragment
}

/// A row an expression stands for.
final class RowOperand {
  enum Origin {
    /// The row of the scope's base or of a join.
    case stored(StoredRow)
    /// Found by its key; joined when a field is read.
    case lookup(Scalar)
    /// Found by its number, NULL with causes where there is none.
    case picked(Fragment, Fragment)
  }

  let table: DatasetTable
  let scope: Scope
  let origin: Origin
  var joined: StoredRow?

  init(_ table: DatasetTable, _ scope: Scope, _ origin: Origin) {
    self.table = table
    self.scope = scope
    self.origin = origin
  }
}

/// What the variables of a rule or a define's body stand for.
final class Environment {
  enum Binding {
    case row(RowOperand)
    case operand(Operand, Scope)
  }

  var slots: [Int: Binding] = [:]
  /// The scope of members: group keys, windows, steps and deadlines are columns of it.
  var member: Scope
  var groupKeys: [Scalar] = []
  var window: (start: Scalar, end: Scalar)?
  var step: (start: Scalar, end: Scalar)?
  var deadline: Scalar?
  /// Rows of the groups: scope of all, by the group's number.
  var group: GroupRows?

  init(member: Scope) { self.member = member }

  func copy() -> Environment {
    let copy = Environment(member: member)
    copy.slots = slots
    copy.groupKeys = groupKeys
    copy.window = window
    copy.step = step
    copy.deadline = deadline
    copy.group = group
    return copy
  }
}

/// The rows of all groups, as a table of `g` (the group's number), `n` (the row's) and `d` (causes that leave it open
/// whether the row belongs).
struct GroupRows {
  let dataset: DatasetTable
  let name: String
  let make: (StatementRun) throws -> Void
  /// The group's number, in the scope of members.
  let number: Fragment
}
