import CZlib

/// Compresses to one gzip member (RFC 1952) without name or time: same input, same bytes out.
package final class GzipDeflater {
  private static let blockSize = 64 << 10

  private let state: UnsafeMutablePointer<z_stream>

  /// - Parameter level: 1, fast, to 9, small.
  /// - Throws: `CompressionFault.unavailable`
  package init(level: Int = 6) throws(CompressionFault) {
    state = .allocate(capacity: 1)
    state.initialize(to: z_stream())
    guard writ_deflate_gzip(state, Int32(clamping: min(9, max(1, level)))) == Z_OK else {
      throw .unavailable
    }
  }

  deinit {
    deflateEnd(state)
    state.deallocate()
  }

  /// Compresses a chunk and hands over what comes out.
  ///
  /// - Parameter isLast: the member is ended with this chunk.
  /// - Throws: what the output throws.
  package func feed(
    _ chunk: UnsafeBufferPointer<UInt8>, isLast: Bool,
    _ output: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.blockSize) { block in
      var rest = chunk[...]
      repeat {
        // zlib counts in 32 bits.
        let part = UnsafeBufferPointer(rebasing: rest.prefix(1 << 30))
        rest = rest.dropFirst(part.count)
        try deflatePart(part, isLast: isLast && rest.isEmpty, block, output)
      } while !rest.isEmpty
    }
  }

  private func deflatePart(
    _ part: UnsafeBufferPointer<UInt8>, isLast: Bool, _ block: UnsafeMutableBufferPointer<UInt8>,
    _ output: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    state.pointee.next_in = UnsafeMutablePointer(mutating: part.baseAddress)
    state.pointee.avail_in = UInt32(clamping: part.count)
    while true {
      state.pointee.next_out = block.baseAddress
      state.pointee.avail_out = UInt32(clamping: block.count)
      let result = deflate(state, isLast ? Z_FINISH : Z_NO_FLUSH)
      let produced = block.count &- Int(state.pointee.avail_out)
      if produced > 0 {
        try output(UnsafeBufferPointer(rebasing: UnsafeBufferPointer(block)[..<produced]))
      }
      if result == Z_STREAM_END { return }
      guard result == Z_OK || result == Z_BUF_ERROR else { throw CompressionFault.unavailable }
      if !isLast, state.pointee.avail_in == 0, produced < block.count { return }
    }
  }
}
