import CKernels
import Testing
import _WritTestSupport

@testable import WritDetection

/// The kernels do what their twin in Swift says.
struct StartMaskTests {
  @Test(arguments: [
    WRIT_KERNEL_PORTABLE, WRIT_KERNEL_SSSE3, WRIT_KERNEL_AVX2, WRIT_KERNEL_NEON,
  ]) func agreesWithTwin(kernel: writ_kernel) throws {
    guard writ_has_kernel(kernel) else { return }
    var generator = SeededGenerator(seed: 5)
    for count in [0, 1, 3, 8, 70] {
      let lists = (0..<3).map { _ in (0..<count).map { _ in rule(&generator) } }
      let masks = StartMasks(lists, kernel: kernel)
      let (blocks, stride) = (5, 7)
      let bytes = (0..<(blocks * 64 + 100)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      var words = Array(repeating: UInt64.max, count: stride * lists.count)
      words.withUnsafeMutableBufferPointer { words in
        bytes.withUnsafeBufferPointer { bytes in
          guard let base = bytes.baseAddress else { return }
          masks.fill(words, stride: stride, blocks: blocks, from: base + 1)
        }
      }
      for list in lists.indices {
        for place in 0..<(blocks * 64) {
          let isSet = words[list * stride + place / 64] >> UInt64(place % 64) & 1 != 0
          let allowed = masks.allows(bytes, at: place + 1, list: list)
          #expect(isSet == allowed, "kernel \(kernel), byte \(place)")
        }
        #expect(words[list * stride + blocks] == .max, "nothing is written behind the blocks")
      }
    }
  }

  private func rule(_ generator: inout SeededGenerator) -> StartRule {
    var rule = StartRule(
      previous: set(&generator), first: set(&generator), next: set(&generator))
    if Bool.random(using: &generator) {
      rule.lead = StartRule.Lead(
        wanted: set(&generator), between: set(&generator),
        most: Int.random(in: 1...8, using: &generator))
    }
    return rule
  }

  private func set(_ generator: inout SeededGenerator) -> ByteSet {
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: return .all
    case 1: return .digits
    case 2: return ByteSet.word.complement
    default:
      return ByteSet((0..<40).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }
  }

  @Test func joinedRulesLetThroughAllThatEachDid() {
    var generator = SeededGenerator(seed: 9)
    let rules = (0..<30).map { _ in
      rule(&generator)
    }
    let joined = StartRule.joined(rules, limit: 4)
    #expect(joined.count <= 4)
    let before = StartMasks([rules])
    let after = StartMasks([joined])
    for _ in 0..<20_000 {
      let bytes = (0..<10).map { _ in UInt8.random(in: 0...255, using: &generator) }
      if before.allows(bytes, at: 1, list: 0) {
        #expect(after.allows(bytes, at: 1, list: 0))
      }
    }
  }
}
