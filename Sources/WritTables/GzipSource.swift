import WritCompression

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
    return stream.front == Self.magic ? try GzipStream(stream, name: name) : stream
  }

  private static let magic: [UInt8] = [0x1F, 0x8B]

  /// Nil where it is compressed.
  package func bytes(from offset: Int64, count: Int) throws -> [UInt8]? {
    guard try source.bytes(from: 0, count: 2) != Self.magic else { return nil }
    return try source.bytes(from: offset, count: count)
  }
}

/// Members one after another, each with its checksum, make one stream.
private final class GzipStream: ByteStream {
  private static let blockSize = 64 << 10

  private var source: any ByteStream
  private let name: String
  private let inflater: Inflater
  private let input: UnsafeMutableRawBufferPointer
  private var start = 0
  private var filled = 0
  /// Nothing is left of the file.
  private var isAtEnd = false
  /// Why nothing more is read: a failure is not followed by an end.
  private var failure: ReadFailure?

  init(_ source: any ByteStream, name: String) throws {
    do {
      inflater = try Inflater(.gzip)
    } catch {
      throw ReadFailure(.broken, input: name, message: error.message)
    }
    self.source = source
    self.name = name
    input = .allocate(byteCount: Self.blockSize, alignment: 16)
  }

  deinit { input.deallocate() }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    if let failure { throw failure }
    guard buffer.count > 0 else { return 0 }
    while true {
      if start == filled { try refill() }
      let rest = UnsafeRawBufferPointer(rebasing: input[start..<filled])
      let step: Inflater.Step
      do {
        step = try inflater.step(
          rest.assumingMemoryBound(to: UInt8.self), isLast: isAtEnd, into: buffer)
      } catch {
        let found = ReadFailure(.broken, input: name, message: error.message)
        failure = found
        throw found
      }
      start &+= step.consumed
      if step.produced > 0 || isAtEnd { return step.produced }
    }
  }

  private func refill() throws {
    if isAtEnd { return }
    start = 0
    filled = min(max(0, try source.read(into: input)), input.count)
    isAtEnd = filled == 0
  }
}
