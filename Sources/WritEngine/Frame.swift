import WritTables
import WritValues

/// What a variable holds.
enum Slot {
  case empty
  case row(RowReference)
  case element(Datum)
}

/// A row-typed expression's value.
enum RowReference {
  case row(Row)
  /// A row of a held dataset that was not rejected, by its position: its fields are read from the columns.
  case held(HeldColumns, Int)
  /// A key no row has: the key can be read, nothing else.
  case dangling(Value, Causes)
  case unknown(Causes)
}

/// A row of a group; `certainty` is nil for a sure member.
struct GroupRow {
  var row: Row
  var doubt: Causes?
}

/// The variables of one evaluation of a rule or a define.
final class Frame {
  var slots: [Slot]
  var groupKeys: [Datum] = []
  var groupRows: [GroupRow] = []
  var window: (start: Timestamp, end: Timestamp)?
  var step: (start: Timestamp, end: Timestamp)?
  var deadline: Datum?
  /// Fields changed for "what would flip it", by row identity and field index.
  var overrides: [FieldKey: Datum] = [:]

  init(slotCount: Int) { slots = Array(repeating: .empty, count: slotCount) }
}

/// A field of one row; it holds the row, so that no other takes its identity.
struct FieldKey: Hashable {
  var row: Row
  var index: Int

  static func == (one: FieldKey, other: FieldKey) -> Bool {
    one.row === other.row && one.index == other.index
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(row))
    hasher.combine(index)
  }
}
