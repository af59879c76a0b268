/// How much of a document is held at a time.
package struct DocumentLimits: Sendable {
  /// Bytes of a value, as written, from which on it is handed over in pieces.
  package var pieceSize: Int
  /// Objects, arrays or elements inside each other; what is deeper is handed over as text.
  package var depth: Int
  /// Fallbacks that are kept with their places; all are counted.
  package var keptFallbacks: Int

  package init(pieceSize: Int = 1 << 20, depth: Int = 512, keptFallbacks: Int = 100) {
    self.pieceSize = max(16, pieceSize)
    self.depth = max(1, depth)
    self.keptFallbacks = max(0, keptFallbacks)
  }
}

/// A place from which on a document could not be read as what it is; it was handed over as text.
package struct DocumentFallback: Hashable, Sendable {
  /// Byte of the document.
  package var offset: Int64
  /// `a string is not closed`
  package var reason: String
  /// Reading went on as the document's format on the next line.
  package var isLine: Bool
}
