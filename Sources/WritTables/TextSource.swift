/// The text of a file: decompressed where it is gzip, and refused where it says that it is not UTF-8.
///
/// Both are told from the first bytes, never from the name. Lines and bytes in places are those of the text.
package struct TextSource: ByteSource {
  private let source: GzipSource

  package var name: String { source.name }

  package init(_ source: any ByteSource) { self.source = GzipSource(source) }

  /// - Throws: `ReadFailure` for UTF-16 and UTF-32, what `GzipSource` throws, and what the inner source throws.
  package func open() throws -> any ByteStream {
    let stream = try PeekedStream(source.open(), count: 4)
    if let encoding = Self.encoding(of: stream.front) {
      throw ReadFailure(
        .broken, input: name, message: "is \(encoding); convert it to UTF-8")
    }
    return stream
  }

  /// What a byte order mark says; nil for UTF-8 and where there is none.
  private static func encoding(of front: [UInt8]) -> String? {
    if front == [0xFF, 0xFE, 0, 0] || front == [0, 0, 0xFE, 0xFF] { return "UTF-32" }
    if front.starts(with: [0xFF, 0xFE]) || front.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    return nil
  }
}
