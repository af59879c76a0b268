/// Cells of one column: the first ones, and of the others each with the same chance.
///
/// The same cells in the same order give the same sample.
package struct CellSample: Sendable {
  /// No more than these are kept.
  package static let most = 10_000
  private static let headCount = 200
  /// Bytes of a longer cell that are kept.
  private static let longest = 1_024

  /// The first cells in order, then the reservoir.
  package private(set) var cells: [[UInt8]] = []
  /// Cells that are not empty, kept or not.
  package private(set) var seen = 0
  /// Empty cells and words for nothing.
  package private(set) var empty = 0
  private let capacity: Int
  private var state: UInt64 = 0x5752_4954

  package init(capacity: Int = most) { self.capacity = max(1, capacity) }

  package mutating func add(_ raw: UnsafeBufferPointer<UInt8>) {
    let cell = Self.trimmed(raw)
    if Self.isNothing(cell) {
      empty &+= 1
      return
    }
    seen &+= 1
    if cells.count < capacity {
      cells.append(Array(cell.prefix(Self.longest)))
      return
    }
    let head = min(Self.headCount, capacity)
    guard capacity > head else { return }
    let place = draw(below: UInt64(seen &- head))
    if place < UInt64(capacity &- head) {
      cells[head &+ Int(place)] = Array(cell.prefix(Self.longest))
    }
  }

  package mutating func add(_ cell: [UInt8]) { cell.withUnsafeBufferPointer { add($0) } }

  package mutating func addNull() { empty &+= 1 }

  /// So many of the cells: the head, and the others spread over the reservoir.
  package func part(_ count: Int) -> [[UInt8]] {
    guard count < cells.count else { return cells }
    let head = min(Self.headCount, count)
    let rest = count &- head
    let pool = cells.count &- head
    return cells[..<head]
      + (0..<rest).map { cells[head &+ $0 &* pool / max(1, rest)] }
  }

  private mutating func draw(below bound: UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    return mixed.multipliedFullWidth(by: max(1, bound)).high
  }

  private static func trimmed(_ cell: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var start = 0
    var end = cell.count
    while start < end, cell[start] <= 0x20 { start &+= 1 }
    while end > start, cell[end &- 1] <= 0x20 { end &-= 1 }
    return UnsafeBufferPointer(rebasing: cell[start..<end])
  }

  private static let nothings: Set<[UInt8]> = Set(
    [
      "-", "--", "?", ".", "n/a", "na", "#n/a", "nan", "nil", "null", "(null)", "none", "\\n",
      "unknown", "undefined", "tbd", "missing",
    ].map { Array($0.utf8) })

  private static func isNothing(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    cell.isEmpty
      || cell.count <= 9
        && nothings.contains(cell.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 })
  }
}
