import CZlib

/// Decompresses gzip (RFC 1952), member after member, or the bare deflate stream of a zip entry (RFC 1951).
///
/// No more than zlib's window is held, however much comes out.
package final class Inflater {
  package enum Format: Sendable { case gzip, raw }

  /// How far a step came.
  package struct Step {
    package var consumed: Int
    package var produced: Int
  }

  private let format: Format
  /// On the heap: zlib notes where its state lives.
  private let state: UnsafeMutablePointer<z_stream>
  private var members = 0
  private var isInMember = true
  /// Bytes of the compressed input taken so far.
  private var taken: Int64 = 0

  /// - Throws: `CompressionFault.unavailable`
  package init(_ format: Format) throws(CompressionFault) {
    self.format = format
    state = .allocate(capacity: 1)
    state.initialize(to: z_stream())
    let result = format == .gzip ? writ_inflate_gzip(state) : writ_inflate_raw(state)
    guard result == Z_OK else { throw .unavailable }
  }

  deinit {
    inflateEnd(state)
    state.deallocate()
  }

  /// Whether the stream, or the member at hand, is complete.
  package var isComplete: Bool { !isInMember }

  /// Decompresses some of the input; nothing comes out where more input is needed, or all is out.
  ///
  /// - Parameter isLast: there is no input behind this.
  /// - Throws: `CompressionFault`
  package func step(
    _ input: UnsafeBufferPointer<UInt8>, isLast: Bool, into output: UnsafeMutableRawBufferPointer
  ) throws(CompressionFault) -> Step {
    guard let base = output.baseAddress, output.count > 0 else {
      return Step(consumed: 0, produced: 0)
    }
    let room = UInt32(clamping: output.count)
    let given = UInt32(clamping: input.count)
    state.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
    state.pointee.avail_in = given
    state.pointee.next_out = base.assumingMemoryBound(to: UInt8.self)
    state.pointee.avail_out = room
    defer { taken &+= Int64(given &- state.pointee.avail_in) }
    while state.pointee.avail_out == room {
      if isInMember {
        guard try advance(isLast: isLast && given == input.count, room) else { break }
      } else if state.pointee.avail_in > 0, format == .gzip {
        guard state.pointee.next_in.pointee == 0x1F else { throw .trailing(at: place(given)) }
        guard inflateReset(state) == Z_OK else { throw .unavailable }
        isInMember = true
      } else {
        break
      }
    }
    return Step(
      consumed: Int(given &- state.pointee.avail_in),
      produced: Int(room &- state.pointee.avail_out))
  }

  /// - Returns: false where more input is needed.
  private func advance(isLast: Bool, _ room: UInt32) throws(CompressionFault) -> Bool {
    let given = state.pointee.avail_in
    switch inflate(state, Z_NO_FLUSH) {
    case Z_OK, Z_BUF_ERROR:
      guard state.pointee.avail_out == room else { return true }
      if isLast { throw .cutOff }
      return false
    case Z_STREAM_END:
      isInMember = false
      members &+= 1
      return true
    default: throw damaged(given)
    }
  }

  /// What zlib found; its own words are for its callers.
  private func damaged(_ given: UInt32) -> CompressionFault {
    let reason = state.pointee.msg.map { String(cString: $0) } ?? ""
    if reason == "incorrect header check", members > 0 { return .trailing(at: place(given)) }
    if reason.hasSuffix("data check") || reason.hasSuffix("length check") { return .wrongChecksum }
    return .damaged(at: place(given))
  }

  private func place(_ given: UInt32) -> Int64 {
    taken &+ Int64(given) &- Int64(state.pointee.avail_in)
  }
}

extension Inflater {
  private static let blockSize = 64 << 10

  /// Decompresses a whole chunk and hands over what comes out, block by block.
  ///
  /// - Throws: `CompressionFault`, and what the output throws.
  package func feed(
    _ chunk: UnsafeBufferPointer<UInt8>, isLast: Bool,
    _ output: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    try withUnsafeTemporaryAllocation(byteCount: Self.blockSize, alignment: 16) { block in
      var rest = chunk[...]
      while true {
        let step = try step(UnsafeBufferPointer(rebasing: rest), isLast: isLast, into: block)
        rest = rest.dropFirst(step.consumed)
        if step.produced > 0 {
          try output(
            UnsafeBufferPointer(
              rebasing: UnsafeRawBufferPointer(block).assumingMemoryBound(to: UInt8.self)[
                ..<step.produced]))
        } else if step.consumed == 0 || rest.isEmpty {
          return
        }
      }
    }
  }
}
