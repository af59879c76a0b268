package import WritValues

/// The rows of a dataset in columns, sorted by key; only the fields somebody reads.
///
/// It never changes: threads may share it.
package final class HeldColumns: Sendable {
  package let schema: DatasetSchema
  package let count: Int
  /// By field; nil for one that is not held, or made from others.
  private let columns: [Column?]
  private let wanted: [Bool]
  private let origins: [RowOrigin]
  /// Rejected rows, and rows that were given as they are.
  private let whole: [Int: Row]
  private let rejected: Set<Int>
  /// Where each key is, and the texts that keys are; nil where they are of another kind.
  private let textIndex: (index: TextIndex, texts: TextArena)?
  private let valueIndex: [Value: Int]

  init(
    schema: DatasetSchema, columns: [Column?], wanted: [Bool], origins: [RowOrigin],
    whole: [Int: Row], rejected: Set<Int>, textIndex: TextIndex?, valueIndex: [Value: Int]
  ) {
    self.schema = schema
    count = origins.count
    self.columns = columns
    self.wanted = wanted
    self.origins = origins
    self.whole = whole
    self.rejected = rejected
    self.valueIndex = valueIndex
    var keys: TextArena?
    if let key = schema.key.first, columns.indices.contains(key),
      case .texts(let arena)? = columns[key]?.form
    {
      keys = arena
    }
    self.textIndex = textIndex.flatMap { index in keys.map { (index, $0) } }
  }

  /// A field's column; nil when the field is not held. What it holds for a rejected row is of no use.
  package func column(_ field: Int) -> Column? {
    columns.indices.contains(field) ? columns[field] : nil
  }

  package func isRejected(at position: Int) -> Bool {
    !rejected.isEmpty && rejected.contains(position)
  }

  /// Positions of rejected rows, ascending.
  package var rejectedPositions: [Int] { rejected.sorted() }

  package func origin(at position: Int) -> RowOrigin {
    guard origins.indices.contains(position) else {
      return RowOrigin(input: -1, line: 0, start: 0, end: 0)
    }
    return origins[position]
  }

  /// What a field is; of no meaning for one that is not held.
  package func datum(_ field: Int, at position: Int) -> Datum {
    if isRejected(at: position), let row = whole[position] {
      return row.fields.indices.contains(field) ? row.fields[field] : .false
    }
    return accepted(field, at: position)
  }

  /// What a field is in a row that was not rejected.
  package func accepted(_ field: Int, at position: Int) -> Datum {
    guard field < columns.count, position < count else { return .false }
    if let column = columns[field] { return column.datum(at: position) }
    guard wanted[field] else { return .false }
    let components = schema.fields[field].components
    var data = Array(repeating: Datum.false, count: columns.count)
    for index in components where data.indices.contains(index) {
      data[index] = accepted(index, at: position)
    }
    return DecodingPlan.composite(components, of: data)
  }

  /// A new object each time; fields that are not held are `false` in it.
  func makeRow(at position: Int) -> Row {
    if let row = whole[position] { return row }
    let fields = columns.indices.map { accepted($0, at: position) }
    return Row(
      fields: fields, key: DecodingPlan.key(of: fields, schema) ?? .tuple([]),
      origin: origin(at: position))
  }

  package func key(at position: Int) -> Value {
    if !whole.isEmpty, let row = whole[position] { return row.key }
    if schema.key.count == 1, let field = schema.key.first {
      return accepted(field, at: position).value ?? .tuple([])
    }
    return .tuple(schema.key.compactMap { accepted($0, at: position).value })
  }

  /// Where the row with this key is; nil when there is none or it was rejected.
  package func position(forKey key: Value) -> Int? {
    guard textIndex != nil else { return valueIndex[key] }
    guard case .text(let text) = key else { return nil }
    var copy = text.string
    return copy.withUTF8 { position(forText: $0) }
  }

  /// Where the row is whose key is the text with these bytes.
  package func position(forText key: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let textIndex else { return valueIndex[.text(Text(key.text))] }
    return textIndex.index.row(key, in: textIndex.texts)
  }
}
