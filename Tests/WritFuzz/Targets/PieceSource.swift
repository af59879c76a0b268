import WritTables

/// Bytes handed over in pieces of a size, as a pipe may do.
struct PieceSource: ByteSource {
  let name: String
  let bytes: [UInt8]
  let size: Int

  func open() -> any ByteStream { PieceStream(bytes: bytes[...], size: size) }
}

private struct PieceStream: ByteStream {
  var bytes: ArraySlice<UInt8>
  let size: Int

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let part = bytes.prefix(min(size, buffer.count))
    buffer.copyBytes(from: part)
    bytes = bytes.dropFirst(part.count)
    return part.count
  }
}
