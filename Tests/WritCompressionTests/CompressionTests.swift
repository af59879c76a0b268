import Testing
import WritCompression
import _WritTestSupport

@Suite("compression") struct CompressionTests {
  private func inflate(_ bytes: [UInt8], chunk: Int = 1 << 20) throws -> [UInt8] {
    let inflater = try Inflater(.gzip)
    var output: [UInt8] = []
    var start = 0
    repeat {
      let end = min(bytes.count, start + chunk)
      try Array(bytes[start..<end]).withUnsafeBufferPointer {
        try inflater.feed($0, isLast: end == bytes.count) { output += $0 }
      }
      start = end
    } while start < bytes.count
    return output
  }

  private func deflate(_ bytes: [UInt8], chunk: Int) throws -> [UInt8] {
    let deflater = try GzipDeflater()
    var output: [UInt8] = []
    var start = 0
    repeat {
      let end = min(bytes.count, start + chunk)
      try Array(bytes[start..<end]).withUnsafeBufferPointer {
        try deflater.feed($0, isLast: end == bytes.count) { output += $0 }
      }
      start = end
    } while start < bytes.count
    return output
  }

  @Test("there and back", arguments: [0, 1, 100, 70_000, 300_000], [1, 7, 65_536])
  func roundTrip(count: Int, chunk: Int) throws {
    if count * 100 / chunk > 10_000_000 { return }
    var random = SeededGenerator(seed: UInt64(count))
    let bytes = (0..<count).map { _ in
      UInt8.random(in: 0...(count % 3 == 0 ? 255 : 3), using: &random)
    }
    let packed = try deflate(bytes, chunk: chunk)
    #expect(try inflate(packed, chunk: chunk) == bytes)
    // Members one after another are one stream.
    #expect(
      try inflate(packed + GzipFile.member("more") + packed) == bytes + Array("more".utf8) + bytes)
  }

  @Test("faults are told apart") func faults() throws {
    let good = GzipFile.member("some text that is long enough")
    #expect(throws: CompressionFault.cutOff) { try inflate(Array(good.dropLast(3))) }
    #expect(throws: CompressionFault.trailing(at: Int64(good.count))) {
      try inflate(good + [1, 2])
    }
    var bad = good
    bad[bad.count - 6] ^= 1
    #expect(throws: CompressionFault.wrongChecksum) { try inflate(bad) }
  }

  @Test("a bomb comes out in blocks") func bomb() throws {
    let inflater = try Inflater(.gzip)
    var total = 0
    var largest = 0
    try GzipFile.member(repeating: 0, count: 3_000_000).withUnsafeBufferPointer {
      try inflater.feed($0, isLast: true) {
        total += $0.count
        largest = max(largest, $0.count)
      }
    }
    #expect(total == 3_000_000)
    #expect(largest <= 64 << 10)
  }
}
