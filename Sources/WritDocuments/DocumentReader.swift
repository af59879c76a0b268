/// Reads a document as a stream of values.
///
/// Whatever the chunks, the values are the same. Nothing is passed over: what can't be read as the format is handed
/// over as text, and `fallbacks` says from where on.
package struct DocumentReader: ~Copyable {
  private let walk: DocumentWalk

  /// - Parameter format: a text format; of another the bytes are handed over as text.
  package init(_ format: DocumentFormat, limits: DocumentLimits = DocumentLimits()) {
    walk = DocumentWalk(format.grammar(limits), limits: limits, output: nil)
  }

  /// The first places that were not readable.
  package var fallbacks: [DocumentFallback] { walk.fallbacks }
  package var fallbackCount: Int { walk.fallbackCount }

  /// Takes the next bytes and visits the values that are complete.
  ///
  /// What the visit answers is not looked at but for `.front`.
  ///
  /// - Throws: what the visit throws.
  package mutating func feed(
    _ chunk: UnsafeBufferPointer<UInt8>, isLast: Bool,
    _ visit: (borrowing DocumentValue) throws -> Replacement
  ) throws {
    try walk.feed(chunk, isLast: isLast, visit)
  }
}

/// Reads a document and writes it again with values replaced.
///
/// What is not replaced comes out byte for byte as it was; what is replaced is encoded so that the document is
/// one of its format still.
package struct DocumentRewriter: ~Copyable {
  private let walk: DocumentWalk

  /// - Parameter output: takes the document's bytes in order, some with each call.
  package init(
    _ format: DocumentFormat, limits: DocumentLimits = DocumentLimits(),
    output: @escaping (UnsafeBufferPointer<UInt8>) throws -> Void
  ) {
    walk = DocumentWalk(format.grammar(limits), limits: limits, output: output)
  }

  /// The first places that were not readable.
  package var fallbacks: [DocumentFallback] { walk.fallbacks }
  package var fallbackCount: Int { walk.fallbackCount }

  /// Takes the next bytes, visits the values that are complete, and writes what is settled.
  ///
  /// - Throws: what the visit or the output throws; then the document is not complete.
  package mutating func feed(
    _ chunk: UnsafeBufferPointer<UInt8>, isLast: Bool,
    _ visit: (borrowing DocumentValue) throws -> Replacement
  ) throws {
    try walk.feed(chunk, isLast: isLast, visit)
  }
}
