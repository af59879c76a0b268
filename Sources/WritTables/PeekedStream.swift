/// A stream whose first bytes are known before they are read.
struct PeekedStream: ByteStream {
  /// The first bytes; fewer than were asked for only where the stream is that short.
  let front: [UInt8]
  private var rest: any ByteStream
  private var given = 0

  init(_ stream: any ByteStream, count: Int) throws {
    var stream = stream
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let read = try bytes.withUnsafeMutableBytes { buffer in
        try stream.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
      }
      if read <= 0 { break }
      filled += min(read, count - filled)
    }
    front = Array(bytes[..<filled])
    rest = stream
  }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let part = front[given...].prefix(buffer.count)
    guard !part.isEmpty else { return try rest.read(into: buffer) }
    buffer.copyBytes(from: part)
    given += part.count
    if part.count == buffer.count { return part.count }
    // A reader that asks for a block gets one.
    return part.count
      &+ (try rest.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[part.count...])))
  }
}
