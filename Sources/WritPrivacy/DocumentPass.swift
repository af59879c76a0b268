package import WritDetection
package import WritDocuments

/// A document of any text format on its way through the detectors; what is found may be replaced in place.
///
/// Plain text is looked at as a whole. Of other formats each value is looked at by itself, decoded, and what names it is
/// its context.
package final class DocumentPass {
  private let scanner: TextScanner
  private let text: TextPass?
  private var reader: DocumentReader?
  private var rewriter: DocumentRewriter?
  private let output: ((UnsafeBufferPointer<UInt8>) throws -> Void)?

  /// A value in pieces, or text that could not be read as its format, is looked at again from so far before its end.
  private static let overlap = 8_192

  /// - Parameter output: takes the document with what was replaced; nil where nobody wants it.
  package init(
    _ format: DocumentFormat, _ scanner: TextScanner, limits: DocumentLimits = DocumentLimits(),
    output: ((UnsafeBufferPointer<UInt8>) throws -> Void)? = nil
  ) {
    self.scanner = scanner
    self.output = output
    if format == .text {
      text = TextPass(scanner)
    } else if let output {
      text = nil
      rewriter = DocumentRewriter(format, limits: limits, output: output)
    } else {
      text = nil
      reader = DocumentReader(format, limits: limits)
    }
  }

  /// The first places that could not be read as the format; they were looked at as text.
  package var fallbacks: [DocumentFallback] {
    rewriter?.fallbacks ?? reader?.fallbacks ?? []
  }

  /// Takes the next part of the document.
  ///
  /// - Parameter replace: what to put in a find's place; nil leaves it as it is.
  /// - Returns: what the scan could not look at.
  /// - Throws: what `replace` and the output throw; the document is not complete then.
  package func feed(
    _ chunk: UnsafeBufferPointer<UInt8>, isLast: Bool,
    replace: (PersonalFind) throws -> [UInt8]?
  ) throws -> [ScanEvent] {
    if let text { return try text.take(chunk, isLast: isLast, replace: replace, out: output) }
    var events: [ScanEvent] = []
    func visit(_ value: borrowing DocumentValue) throws -> Replacement {
      try look(at: value, &events, replace)
    }
    if rewriter != nil {
      try rewriter?.feed(chunk, isLast: isLast, visit)
    } else {
      try reader?.feed(chunk, isLast: isLast, visit)
    }
    return events
  }

  private func look(
    at value: borrowing DocumentValue, _ events: inout [ScanEvent],
    _ replace: (PersonalFind) throws -> [UInt8]?
  ) throws -> Replacement {
    let bytes = value.bytes
    let result = scanner.scanValue(bytes, key: value.kind == .name ? nil : value.key)
    for var event in result.events {
      event.offset = Int(clamping: value.sourceOffset(of: min(event.offset, bytes.count)))
      events.append(event)
    }
    var done = bytes.count
    if value.part == .piece {
      done = max(bytes.count / 2, bytes.count - Self.overlap)
      // What goes on behind the end is looked at with the next piece.
      for find in result.finds where find.range.contains(done) { done = find.range.lowerBound }
      if done < bytes.count / 2 { done = bytes.count }
    }
    var replaced: [UInt8]?
    var place = 0
    for find in result.finds where find.range.upperBound <= done {
      let range = find.range
      let replacement = try replace(
        PersonalFind(
          start: value.sourceOffset(of: range.lowerBound),
          end: value.sourceOffset(of: range.upperBound), line: nil,
          path: value.kind == .text ? nil : value.path, find: find, value: Array(bytes[range])))
      guard let replacement, output != nil else { continue }
      replaced = (replaced ?? []) + bytes[place..<range.lowerBound] + replacement
      place = range.upperBound
    }
    if var replaced {
      replaced += bytes[place..<done]
      return value.part == .piece ? .front(done, replaced) : .replace(replaced)
    }
    return value.part == .piece ? .front(done, nil) : .keep
  }
}
