/// One value of a document, decoded, for as long as the visit lasts.
package struct DocumentValue: ~Copyable {
  package enum Kind: UInt8, Sendable {
    /// A string, a cell, a text node, an attribute.
    case value
    /// A number of JSON: `bytes` are its digits as they stand.
    case number
    /// A member name, a cell of the header row, a key of YAML: it names values and may be personal data itself.
    case name
    /// A comment, a processing instruction, a script.
    case comment
    /// Plain text: a text file, or what could not be read as the document's format.
    case text
  }

  /// Whether the bytes are the whole value.
  package enum Part: UInt8, Sendable {
    case whole
    /// A piece of a value that is longer than `DocumentLimits.pieceSize`; more of it comes.
    case piece
    /// The last piece of such a value.
    case lastPiece
  }

  /// The value as its reader sees it: escapes and entities resolved.
  ///
  /// Not checked to be UTF-8: bytes that are not are handed over as they stand.
  package let bytes: UnsafeBufferPointer<UInt8>
  package let kind: Kind
  package let part: Part
  /// Where the value as written begins in the document, behind an opening quote.
  package let offset: Int64
  let raw: UnsafeBufferPointer<UInt8>
  let encoding: ValueEncoding
  let grammar: any Grammar
  let blockIndent: Int

  /// What names the value: its column, its innermost member, its element or attribute; empty where nothing does.
  package let keyBytes: UnsafeBufferPointer<UInt8>

  package var key: String? {
    keyBytes.isEmpty ? nil : String(decoding: keyBytes, as: UTF8.self)
  }

  /// `$.people[3].email`, `row 17, column email`: for people; made when asked for.
  package var path: String { grammar.path }

  /// Its column in a delimited file, from 0; nil in other formats.
  package var columnIndex: Int? { grammar.columnIndex }

  /// Where in the document the byte at an index of `bytes` is written, or the end of the value for `bytes.count`.
  ///
  /// All bytes of a character that is written as one escape have its offset.
  package func sourceOffset(of index: Int) -> Int64 {
    offset &+ Int64(encoding.rawIndex(of: index, in: raw, blockIndent: blockIndent))
  }
}

/// What becomes of a value.
package enum Replacement: Sendable {
  /// It stays byte for byte as it is written.
  case keep
  /// It is written anew, encoded as its place in the document needs it.
  case replace([UInt8])
  /// For a piece that is not the last: that many of its bytes are done, kept or replaced, and the rest comes again
  /// at the front of the next piece.
  ///
  /// At least half a piece has to be done, else the whole piece is taken as kept: memory stays bounded.
  case front(Int, [UInt8]?)
}
