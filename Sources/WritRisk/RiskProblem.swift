/// Why a figure of risk can't be computed as asked. Never says a cell's value.
package enum RiskProblem: Error, Hashable, Sendable {
  case noQuasiIdentifiers
  case noSuchColumn(String, [String])
  case columnNamedTwice(String)
  case inTwoRoles(String)
  case unevenColumns(String, rows: Int, expected: Int)
  case unevenRow(Int, cells: Int, expected: Int)
  case tooManyRows
  case tooManySubsets(Int, limit: Int)
  case notNumbers(column: String, cells: Int)
  case notDates(column: String, cells: Int)
  case badWidths(column: String)
  case badPrefixes(column: String)
  case badHierarchyFile(line: Int, HierarchyFile.Fault)
  case notInHierarchy(column: String, values: Int)
  case notNested(column: String, level: Int)
  case badGoal(String)
  case tooManyForLattice(quasiIdentifiers: Int, limit: Int)
  case latticeTooLarge(limit: Int)
}

extension RiskProblem: CustomStringConvertible {
  /// For people: what, where, what to do.
  package var description: String {
    switch self {
    case .noQuasiIdentifiers:
      "no quasi-identifiers are named; name the columns by which a person could be recognized"
    case .noSuchColumn(let name, let known):
      "there is no column '\(name)'; there are: \(known.joined(separator: ", "))"
    case .columnNamedTwice(let name): "column '\(name)' is named twice"
    case .inTwoRoles(let name):
      "column '\(name)' can't be both a quasi-identifier and sensitive; give it one role"
    case .unevenColumns(let name, let rows, let expected):
      "column '\(name)' has \(rows) cells where the first column has \(expected)"
    case .unevenRow(let row, let cells, let expected):
      "row \(row) has \(cells) cells where there are \(expected) columns"
    case .tooManyRows: "there are more than \(RiskTable.maximumRows) rows; measure a part of them"
    case .tooManySubsets(let count, let limit):
      "\(count) sets of columns are more than the limit of \(limit); name fewer columns"
    case .notNumbers(let column, let cells):
      "column '\(column)': \(cells) cells are not numbers; intervals need numbers"
    case .notDates(let column, let cells):
      "column '\(column)': \(cells) cells are not dates like 2024-03-15; write dates that way"
    case .badWidths(let column):
      "column '\(column)': interval widths must be positive, each a multiple of the one before"
    case .badPrefixes(let column):
      "column '\(column)': prefix lengths must be positive and fall from level to level"
    case .badHierarchyFile(let line, let fault): "line \(line) of the hierarchy: \(fault.text)"
    case .notInHierarchy(let column, let values):
      "column '\(column)': \(values) distinct values are not in its hierarchy; add a line for each"
    case .notNested(let column, let level):
      """
      column '\(column)': values that are one at level \(level) of its hierarchy differ at level \
      \(level + 1); a level may only merge groups of the level below
      """
    case .badGoal(let text): text
    case .tooManyForLattice(let count, let limit):
      """
      the lattice search takes at most \(limit) quasi-identifiers, here are \(count); \
      use Mondrian or fewer columns
      """
    case .latticeTooLarge(let limit):
      "the hierarchies span more than \(limit) combinations; drop levels or use Mondrian"
    }
  }
}
