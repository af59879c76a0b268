import Testing
import _WritTestSupport

@testable import WritTables

@Suite struct ByteInternerTests {
  @Test func codesAreOfBytes() {
    let interner = ByteInterner()
    var random = SeededGenerator(seed: 5)
    var known: [[UInt8]: Int] = [:]
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...20, using: &random)
      let bytes = (0..<count).map { _ in UInt8.random(in: 97...99, using: &random) }
      let code = bytes.withUnsafeBufferPointer { interner.code(of: $0) }
      #expect(code == known[bytes, default: known.count])
      known[bytes] = code
      #expect(Array(interner.bytes(of: code)) == bytes)
    }
    #expect(interner.count == known.count)
  }
}
