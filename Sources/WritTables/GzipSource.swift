import CZlib

/// The bytes of another source, decompressed where they begin as gzip does (RFC 1952).
///
/// Decompressed block by block: however much a file expands to, no more than zlib's window is held.
package struct GzipSource: ByteSource {
  private let source: any ByteSource

  package var name: String { source.name }

  package init(_ source: any ByteSource) { self.source = source }

  /// - Throws: what the inner source throws; reading throws `ReadFailure` where the file is cut off or damaged, or
  ///   where something stands behind its last member.
  package func open() throws -> any ByteStream {
    let stream = try PeekedStream(source.open(), count: 2)
    return stream.front == [0x1F, 0x8B] ? try GzipStream(stream, name: name) : stream
  }
}

/// Members one after another, each with its checksum, make one stream.
private final class GzipStream: ByteStream {
  private static let blockSize = 64 << 10

  private var source: any ByteStream
  private let name: String
  /// On the heap: zlib notes where its state lives.
  private let state: UnsafeMutablePointer<z_stream>
  private let input: UnsafeMutableRawBufferPointer
  /// Offset in the compressed file of the first byte of the input.
  private var offset: Int64 = 0
  private var filled = 0
  private var members = 0
  private var isInMember = true
  /// Why nothing more is read: a failure is not followed by an end.
  private var failure: ReadFailure?

  init(_ source: any ByteStream, name: String) throws {
    self.source = source
    self.name = name
    state = .allocate(capacity: 1)
    state.initialize(to: z_stream())
    input = .allocate(byteCount: Self.blockSize, alignment: 16)
    guard writ_inflate_gzip(state) == Z_OK else {
      throw ReadFailure(.broken, input: name, message: "can't be decompressed (gzip)")
    }
  }

  deinit {
    inflateEnd(state)
    state.deallocate()
    input.deallocate()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    if let failure { throw failure }
    guard let base = buffer.baseAddress, buffer.count > 0 else { return 0 }
    let room = UInt32(clamping: buffer.count)
    state.pointee.next_out = base.assumingMemoryBound(to: UInt8.self)
    state.pointee.avail_out = room
    do {
      while state.pointee.avail_out == room {
        if state.pointee.avail_in == 0, try !refill() { return 0 }
        if isInMember { try inflateMore() } else { try beginMember() }
      }
    } catch let found as ReadFailure {
      failure = found
      throw found
    }
    return Int(room &- state.pointee.avail_out)
  }

  /// False at the end of the file, behind a whole member.
  private func refill() throws -> Bool {
    offset &+= Int64(filled)
    filled = min(max(0, try source.read(into: input)), input.count)
    state.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    state.pointee.avail_in = UInt32(clamping: filled)
    if filled > 0 { return true }
    if isInMember { throw broken("is cut off (gzip)") }
    return false
  }

  private func inflateMore() throws {
    switch inflate(state, Z_NO_FLUSH) {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END:
      isInMember = false
      members += 1
    default: throw damaged()
    }
  }

  private func beginMember() throws {
    guard state.pointee.next_in?.pointee == 0x1F else { throw trailing }
    guard inflateReset(state) == Z_OK else { throw broken("can't be decompressed (gzip)") }
    isInMember = true
  }

  private var trailing: ReadFailure {
    broken("has something behind its last gzip member (byte \(place) of the file)")
  }

  /// What zlib found; its own words are for its callers.
  private func damaged() -> ReadFailure {
    let reason = state.pointee.msg.map { String(cString: $0) } ?? ""
    if reason == "incorrect header check", members > 0 { return trailing }
    let part = reason.hasSuffix("data check") || reason.hasSuffix("length check")
    return broken(
      part
        ? "is damaged: its gzip checksum is wrong"
        : "is damaged: it can't be decompressed beyond byte \(place) of the file (gzip)")
  }

  private var place: Int64 { offset &+ Int64(filled) &- Int64(state.pointee.avail_in) }

  private func broken(_ message: String) -> ReadFailure {
    ReadFailure(.broken, input: name, message: message)
  }
}
