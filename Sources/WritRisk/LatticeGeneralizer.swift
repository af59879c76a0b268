/// Generalizes whole columns to levels of their hierarchies: of all combinations of levels that are k-anonymous the one
/// that loses least (full-domain generalization, Samarati 2001; LeFevre et al. 2005).
///
/// What is k-anonymous stays so at coarser levels and loses more there: nodes above one that will do are never looked at.
/// Above one that takes rows out there may be a better one, which takes out fewer.
package struct LatticeGeneralizer: Sendable {
  package enum Problem: Error, Hashable, Sendable {
    /// Not even the coarsest levels are k-anonymous.
    case impossible
    /// The lattice has more nodes than are searched; `MondrianGeneralizer` has no lattice.
    case tooManyNodes(Int)
    case mismatch
  }

  package struct Result: Sendable {
    /// Of each column.
    package let levels: [Int]
    package let table: GeneralizedTable
    /// Nodes whose classes were counted, of all.
    package let visited: Int
    package let nodeCount: Int
  }

  /// More take minutes.
  package static let mostNodes = 100_000

  package let k: Int
  /// Share of rows, at most, that may be taken out because their classes are too small.
  package let suppression: Double

  package init(k: Int, suppression: Double = 0) {
    self.k = max(1, k)
    self.suppression = min(max(0, suppression), 1)
  }

  package func generalize(
    _ columns: [CodedColumn], by hierarchies: [Hierarchy]
  ) throws(Problem) -> Result {
    guard columns.count == hierarchies.count, !columns.isEmpty,
      zip(columns, hierarchies).allSatisfy({ $0.values.count == $1.groups.first?.count })
    else { throw .mismatch }
    let heights = hierarchies.map(\.levelCount)
    var nodeCount = 1
    for height in heights {
      nodeCount *= height
      guard nodeCount <= Self.mostNodes else { throw .tooManyNodes(nodeCount) }
    }
    let rows = columns[0].codes.count
    let limit = Int((Double(rows) * suppression).rounded(.down))
    let nodes = Self.nodes(heights)
    // Nodes that will do without taking out a row, none of them above another.
    var minimal: [[Int]] = []
    var best: (node: [Int], classes: EquivalenceClasses, loss: InformationLoss)?
    var visited = 0
    for node in nodes {
      if minimal.contains(where: { zip($0, node).allSatisfy { $0 <= $1 } }) { continue }
      visited += 1
      var classes = EquivalenceClasses([], rowCount: rows)
      for (place, level) in node.enumerated() {
        let groups = hierarchies[place].groups[level]
        classes.refine(
          by: columns[place].codes.map { groups[Int($0)] },
          valueCount: hierarchies[place].names[level].count)
      }
      let suppressed = classes.sizes.filter { $0 < k }.reduce(0, +)
      guard suppressed <= limit else { continue }
      if suppressed == 0 { minimal.append(node) }
      let loss = loss(columns, hierarchies, node, classes, suppressed)
      if loss.ncp < best?.loss.ncp ?? .infinity { best = (node, classes, loss) }
    }
    guard let best else { throw .impossible }
    let kept = best.classes.classOfRow.indices.filter {
      best.classes.sizes[Int(best.classes.classOfRow[$0])] >= k
    }
    let made = columns.indices.map { place in
      let (groups, names) = (
        hierarchies[place].groups[best.node[place]], hierarchies[place].names[best.node[place]]
      )
      let codes = columns[place].codes
      return (name: columns[place].name, rows: kept.map { names[Int(groups[Int(codes[$0])])] })
    }
    return Result(
      levels: best.node, table: GeneralizedTable(columns: made, keptRows: kept, loss: best.loss),
      visited: visited, nodeCount: nodeCount)
  }

  /// All nodes, those of lower levels first.
  private static func nodes(_ heights: [Int]) -> [[Int]] {
    var nodes: [[Int]] = [[]]
    for height in heights { nodes = nodes.flatMap { node in (0..<height).map { node + [$0] } } }
    return nodes.enumerated().sorted { one, other in
      let (first, second) = (one.element.reduce(0, +), other.element.reduce(0, +))
      return first == second ? one.offset < other.offset : first < second
    }.map(\.element)
  }

  private func loss(
    _ columns: [CodedColumn], _ hierarchies: [Hierarchy], _ node: [Int],
    _ classes: EquivalenceClasses, _ suppressed: Int
  ) -> InformationLoss {
    var penalty = Double(suppressed * columns.count)
    for (place, level) in node.enumerated() where level > 0 {
      let hierarchy = hierarchies[place]
      let penalties = hierarchy.groups[level].map {
        hierarchy.penalty(level: level, group: Int($0))
      }
      for (row, code) in columns[place].codes.enumerated()
      where classes.sizes[Int(classes.classOfRow[row])] >= k {
        penalty += penalties[Int(code)]
      }
    }
    return InformationLoss(
      cellPenalty: penalty, cells: columns.count * classes.rowCount,
      sizes: classes.sizes.filter { $0 >= k }, suppressedRows: suppressed)
  }
}
