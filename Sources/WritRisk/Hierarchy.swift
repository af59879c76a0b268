/// Ever coarser names for the values of a column: `02139`, `021**`, `*`.
package struct Hierarchy: Sendable {
  package enum Problem: Error, Hashable, Sendable {
    /// A value of the column has no row.
    case missing(value: String)
    /// A row has another count of levels.
    case uneven(value: String)
    /// Two values that are one at a level are two at a coarser one.
    case divides(level: Int, value: String)
  }

  package let column: String
  /// Of each level from the values themselves upward: for each code of the column, the code of its group.
  let groups: [[UInt32]]
  /// Of each level, the names of its groups.
  let names: [[String]]
  /// Of each level, how many values of the column lie in each group.
  let weights: [[Int]]

  package var levelCount: Int { groups.count }

  /// - Parameter rows: of each value its names from the finest to the coarsest, without the value itself.
  package init(_ column: CodedColumn, rows: [String: [String]]) throws(Problem) {
    self.column = column.name
    let height = rows.values.first?.count ?? 0
    var paths: [[String]] = []
    for value in column.values {
      let value = value ?? ""
      guard let path = rows[value] else { throw .missing(value: value) }
      guard path.count == height else { throw .uneven(value: value) }
      paths.append([value] + path)
    }
    var groups: [[UInt32]] = []
    var names: [[String]] = []
    var weights: [[Int]] = []
    for level in 0...height {
      var numbers: [String: UInt32] = [:]
      var own: [UInt32] = []
      var ownNames: [String] = []
      var ownWeights: [Int] = []
      for path in paths {
        let name = path[level]
        let number = numbers[name] ?? UInt32(truncatingIfNeeded: ownNames.count)
        if numbers[name] == nil {
          numbers[name] = number
          ownNames.append(name)
          ownWeights.append(0)
        }
        ownWeights[Int(number)] += 1
        own.append(number)
      }
      if level > 0, let finer = groups.last {
        var above: [UInt32: UInt32] = [:]
        for (code, group) in finer.enumerated() {
          if let known = above[group], known != own[code] {
            throw .divides(level: level, value: paths[code][0])
          }
          above[group] = own[code]
        }
      }
      groups.append(own)
      names.append(ownNames)
      weights.append(ownWeights)
    }
    self.groups = groups
    self.names = names
    self.weights = weights
  }

  /// The values themselves, and one group of all.
  package init(allOrNothing column: CodedColumn) throws(Problem) {
    var rows: [String: [String]] = [:]
    for value in column.values { rows[value ?? ""] = ["*"] }
    try self.init(column, rows: rows)
  }

  /// Share of the column's values that a group stands for, beyond the first: 0 for one value, 1 for all.
  func penalty(level: Int, group: Int) -> Double {
    let all = groups.first?.count ?? 0
    return all < 2 ? 0 : Double(weights[level][group] - 1) / Double(all - 1)
  }
}
