import Testing
import _WritTestSupport

@testable import WritDetection

/// However a text is cut into chunks, the finds are the same.
struct ChunkTests {
  private func scanner() throws -> TextScanner {
    try #require(TextScanner(try SampleDetectors.set.get()))
  }

  /// Scans in chunks and checks what is said about the offset that is settled.
  private func scan(_ text: [UInt8], cuts: [Int], _ scanner: TextScanner) -> [Find] {
    var finds: [Find] = []
    var settled = 0
    var start = 0
    for end in cuts + [text.count] {
      let result = scanner.scan(Array(text[start..<end]), isLast: end == text.count)
      for find in result.finds {
        #expect(find.range.lowerBound >= settled, "a find begins before what was settled")
        #expect(find.range.upperBound <= result.settledUpTo)
      }
      #expect(result.settledUpTo >= settled)
      #expect(result.settledUpTo <= end)
      settled = result.settledUpTo
      finds += result.finds
      start = end
      if end == text.count { break }
    }
    #expect(settled == text.count)
    return finds
  }

  @Test func everySplitOfEachValue() throws {
    let scanner = try scanner()
    for value in SampleText.values {
      let text = Array("the card \(value) (ssn) and born \(value), done.\n".utf8)
      let whole = scanner.scan(text, isLast: true).finds
      for cut in 1..<text.count {
        #expect(scan(text, cuts: [cut], scanner) == whole, "\(value) at \(cut)")
      }
    }
  }

  @Test(arguments: 0..<6) func randomSplits(seed: Int) throws {
    let scanner = try scanner()
    var generator = SeededGenerator(seed: UInt64(seed) &+ 1_000)
    for _ in 0..<40 {
      let text = SampleText.random(&generator, pieces: 120)
      let whole = scanner.scan(text, isLast: true).finds
      let number = Int.random(in: 1...30, using: &generator)
      let cuts = Set((0..<number).map { _ in Int.random(in: 1..<text.count, using: &generator) })
      #expect(scan(text, cuts: cuts.sorted(), scanner) == whole)
    }
  }

  @Test func byteByByte() throws {
    let scanner = try scanner()
    var generator = SeededGenerator(seed: 77)
    let text = SampleText.random(&generator, pieces: 400)
    let whole = scanner.scan(text, isLast: true).finds
    #expect(whole.count > 50)
    #expect(scan(text, cuts: Array(1..<text.count), scanner) == whole)
  }
}
