import Testing
import _WritTestSupport

@testable import WritDetection

/// The gate loses nothing and adds nothing: with it and without it the finds are the same.
struct GateDifferenceTests {
  private func scanners() throws -> (gated: TextScanner, plain: TextScanner) {
    let set = try SampleDetectors.set.get()
    var options = TextScanner.Options()
    let gated = try #require(TextScanner(set, options: options))
    options.usesGate = false
    return (gated, try #require(TextScanner(set, options: options)))
  }

  private func differ(_ text: [UInt8], _ scanners: (gated: TextScanner, plain: TextScanner)) -> Bool
  {
    scanners.gated.scan(text, isLast: true).finds != scanners.plain.scan(text, isLast: true).finds
  }

  @Test func eachValueByItselfAndInASentence() throws {
    let scanners = try scanners()
    for value in SampleText.values {
      for frame in ["", " ", "x", "x=", "card ", ".", "-", "1", "é", "\"ssn\": \""] {
        for end in ["", " ", ".", "-", "1", "x", ".5", "é", "@", "\""] {
          let text = Array((frame + value + end).utf8)
          #expect(!differ(text, scanners), "\(frame)|\(value)|\(end)")
        }
      }
    }
  }

  @Test(arguments: 0..<8) func randomTexts(seed: Int) throws {
    let scanners = try scanners()
    var generator = SeededGenerator(seed: UInt64(seed))
    var count = 0
    for _ in 0..<150 {
      let text = SampleText.random(&generator, pieces: 60)
      let gated = scanners.gated.scan(text, isLast: true)
      let plain = scanners.plain.scan(text, isLast: true)
      #expect(gated.finds == plain.finds, "\(String(decoding: text, as: UTF8.self))")
      count += gated.finds.count
    }
    #expect(count > 500)
  }
}
