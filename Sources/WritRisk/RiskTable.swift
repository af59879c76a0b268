/// A table held for measuring risk: dictionary-encoded columns of the same length.
package struct RiskTable: Sendable {
  package let columns: [RiskColumn]
  package let rowCount: Int

  /// From whole columns of cells; a missing cell is nil, an empty text is a value.
  package init(columns: [(name: String, cells: [String?])]) throws(RiskProblem) {
    var encoders = try Self.encoders(columns.map(\.name))
    let rows = columns.first?.cells.count ?? 0
    for (index, column) in columns.enumerated() {
      guard column.cells.count == rows else {
        throw .unevenColumns(column.name, rows: column.cells.count, expected: rows)
      }
      for cell in column.cells { try encoders[index].append(cell) }
    }
    self.init(encoded: encoders.map(\.column), rowCount: rows)
  }

  init(encoded columns: [RiskColumn], rowCount: Int) {
    self.columns = columns
    self.rowCount = rowCount
  }

  /// The column of a name.
  package func column(_ name: String) throws(RiskProblem) -> RiskColumn {
    guard let column = columns.first(where: { $0.name.utf8.elementsEqual(name.utf8) }) else {
      throw .noSuchColumn(name, columns.map(\.name))
    }
    return column
  }

  fileprivate static func encoders(_ names: [String]) throws(RiskProblem) -> [ColumnEncoder] {
    var known = CellDictionary()
    for (index, name) in names.enumerated() {
      guard let code = known.intern(name), Int(code) == index + 1 else {
        throw .columnNamedTwice(name)
      }
    }
    return names.map { ColumnEncoder(name: $0) }
  }
}

extension RiskTable {
  /// Takes rows one by one and keeps nothing but codes and each distinct text once.
  package struct Builder {
    private var encoders: [ColumnEncoder] = []
    private var known = CellDictionary()
    package private(set) var rowCount = 0

    package init(names: [String]) throws(RiskProblem) {
      for name in names { try addColumn(name) }
    }

    /// A column that all rows so far lack.
    package mutating func addColumn(_ name: String) throws(RiskProblem) {
      guard known.intern(name).map({ Int($0) == encoders.count + 1 }) == true else {
        throw .columnNamedTwice(name)
      }
      encoders.append(ColumnEncoder(name: name, missing: rowCount))
    }

    /// One cell a column, nil where it is missing.
    package mutating func append(_ row: [String?]) throws(RiskProblem) {
      guard row.count == encoders.count else {
        throw .unevenRow(rowCount + 1, cells: row.count, expected: encoders.count)
      }
      for (index, cell) in row.enumerated() { try encoders[index].append(cell) }
      rowCount += 1
    }

    /// The same from bytes in UTF-8; `cell` is asked once for each column.
    package mutating func append(
      cells cell: (_ column: Int) -> UnsafeBufferPointer<UInt8>?
    ) throws(RiskProblem) {
      for index in encoders.indices { try encoders[index].append(bytes: cell(index)) }
      rowCount += 1
    }

    package func finish() -> RiskTable {
      RiskTable(encoded: encoders.map(\.column), rowCount: rowCount)
    }
  }
}

private struct ColumnEncoder {
  let name: String
  private var codes: [UInt32] = []
  private var dictionary = CellDictionary()

  /// - Parameter missing: rows that lack it.
  init(name: String, missing: Int = 0) {
    self.name = name
    codes = Array(repeating: 0, count: missing)
  }

  var column: RiskColumn { RiskColumn(name: name, codes: codes, dictionary: dictionary) }

  mutating func append(_ cell: String?) throws(RiskProblem) {
    guard var cell else { return try append(bytes: nil) }
    let code = cell.withUTF8 { dictionary.intern($0) }
    try append(code: code)
  }

  mutating func append(bytes: UnsafeBufferPointer<UInt8>?) throws(RiskProblem) {
    try append(code: bytes.map { dictionary.intern($0) } ?? 0)
  }

  private mutating func append(code: UInt32?) throws(RiskProblem) {
    guard let code, codes.count < RiskTable.maximumRows else { throw .tooManyRows }
    codes.append(code)
  }
}

extension RiskTable {
  /// Sums of products of two counts stay exact below it.
  package static let maximumRows = Int(Int32.max)
}
