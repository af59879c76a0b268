/// Bytes with a name that can be opened, as often as needed.
package protocol ByteSource: Sendable {
  /// The name used in places and messages: a path as the user wrote it, or `stdin`.
  var name: String { get }

  func open() throws -> any ByteStream
}

/// Bytes that can be read again at any place.
package protocol SeekableSource: ByteSource {
  /// The bytes of a range; fewer where the source ends before it.
  func bytes(from offset: Int64, count: Int) throws -> [UInt8]
}

/// Bytes read from front to back.
package protocol ByteStream {
  /// How many bytes were put into the buffer; 0 only at the end.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}

/// Bytes held in memory.
package struct MemorySource: SeekableSource {
  package var name: String
  package var bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  package init(name: String, text: String) { self.init(name: name, bytes: Array(text.utf8)) }

  package func open() throws -> any ByteStream { MemoryStream(bytes: bytes[...]) }

  package func bytes(from offset: Int64, count: Int) -> [UInt8] {
    let start = min(max(0, Int(clamping: offset)), bytes.count)
    return Array(bytes[start..<min(bytes.count, start + max(0, count))])
  }
}

private struct MemoryStream: ByteStream {
  var bytes: ArraySlice<UInt8>

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let part = bytes.prefix(buffer.count)
    buffer.copyBytes(from: part)
    bytes = bytes.dropFirst(part.count)
    return part.count
  }
}
