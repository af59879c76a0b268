package import WritDetection

/// Plain text on its way through the detectors, in chunks of any size; what is found may be replaced.
///
/// It holds back what is not settled: no byte of a value is given out before it is known that it is one.
package final class TextPass {
  private let scanner: TextScanner
  /// What of the document is at hand: from `offset` on, behind `head` bytes that are done with.
  private var held: [UInt8] = []
  private var head = 0
  private var offset = 0
  private var lines = LineCount()

  package init(_ scanner: TextScanner) {
    self.scanner = scanner
    scanner.restart()
  }

  /// Takes the next part of the document.
  ///
  /// - Parameters:
  ///   - isLast: nothing follows; the pass is then ready for another document.
  ///   - replace: what to put in a find's place; nil leaves it as it is.
  ///   - out: gets the text, replaced, as far as it is settled; nil where nobody wants it.
  /// - Returns: what the scan could not look at.
  package func take(
    _ chunk: UnsafeBufferPointer<UInt8>, isLast: Bool,
    replace: (PersonalFind) throws -> [UInt8]?,
    out: ((UnsafeBufferPointer<UInt8>) throws -> Void)? = nil
  ) throws -> [ScanEvent] {
    held.append(contentsOf: chunk)
    let result = scanner.scan(chunk, isLast: isLast)
    try held.withUnsafeBufferPointer { held in
      var done = head
      for find in result.finds {
        let range = index(of: find.range.lowerBound)..<index(of: find.range.upperBound)
        let start = Int64(find.range.lowerBound)
        let line = lines.line(of: range.lowerBound, in: held, from: head)
        let replacement = try replace(
          PersonalFind(
            start: start, end: Int64(find.range.upperBound), line: line, path: nil, find: find,
            value: Array(held[range])))
        guard let out else { continue }
        try out(UnsafeBufferPointer(rebasing: held[done..<range.lowerBound]))
        if let replacement {
          try replacement.withUnsafeBufferPointer { try out($0) }
        } else {
          try out(UnsafeBufferPointer(rebasing: held[range]))
        }
        done = range.upperBound
      }
      let settled = index(of: result.settledUpTo)
      if let out, settled > done {
        try out(UnsafeBufferPointer(rebasing: held[done..<settled]))
      }
    }
    release(index(of: result.settledUpTo))
    if isLast { restart() }
    return result.events
  }

  private func index(of place: Int) -> Int { min(held.count, max(head, place - offset + head)) }

  private func release(_ end: Int) {
    held.withUnsafeBufferPointer { lines.pass($0, from: head, to: end) }
    offset += end - head
    head = end
    if head == held.count {
      held.removeAll(keepingCapacity: true)
      head = 0
    } else if head > held.count / 2 {
      held.removeFirst(head)
      head = 0
    }
  }

  private func restart() {
    held.removeAll(keepingCapacity: true)
    head = 0
    offset = 0
    lines = LineCount()
  }
}
