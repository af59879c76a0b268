import WritValidators

/// Says which detectors take a value as a whole: a cell of a column, with no text around it.
///
/// What stands beside a value counts nothing here, nor do exclusions: a column decides between types by all of its
/// cells. Readers of names and addresses are not asked.
package final class CellMatcher {
  /// A longer cell is text that may hold values, not one.
  package static let longestCell = 512

  package let set: DetectorSet
  private let scratch: MatchScratch
  private let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: longestCell)
  /// Cells that a pattern gave up on.
  package private(set) var limitHits = 0

  /// Nil where there is no memory for the matching.
  package init?(_ set: DetectorSet) {
    guard let scratch = MatchScratch() else { return nil }
    self.set = set
    self.scratch = scratch
  }

  deinit { buffer.deallocate() }

  /// The detectors that have a pattern, by index.
  package var detectors: [Int] {
    let compiled = set.detectors
    return compiled.indices.filter { compiled[$0].code != nil }
  }

  /// Whether a detector's pattern spans the cell and its validators accept it.
  package func accepts(_ detector: Int, _ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard set.detectors.indices.contains(detector), !cell.isEmpty, cell.count <= Self.longestCell,
      let code = set.detectors[detector].code
    else { return false }
    switch code.match(cell, at: 0, with: scratch) {
    case .none: return false
    case .limit:
      limitHits &+= 1
      return false
    case .found(let range):
      guard range.upperBound == cell.count else { return false }
    }
    for validator in set.detectors[detector].validators {
      if validator.reading == .raw {
        if !validator.accepts(cell) { return false }
        continue
      }
      guard let count = validator.reading.read(cell, into: buffer),
        validator.accepts(UnsafeBufferPointer(rebasing: buffer[0..<count]))
      else { return false }
    }
    return true
  }

  package func accepts(_ detector: Int, _ cell: [UInt8]) -> Bool {
    cell.withUnsafeBufferPointer { accepts(detector, $0) }
  }
}
