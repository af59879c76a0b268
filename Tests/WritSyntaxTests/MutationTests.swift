import Testing
import WritDiagnostics
import _WritTestSupport

@testable import WritSyntax

/// Broken files: nothing crashes, nothing is lost, what has no error can be laid out.
struct MutationTests {
  static let seeds: [UInt64] = [1, 2, 3, 4]

  @Test(arguments: seeds)
  func everyByteIsKept(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let pieces = Examples.all.map { Array($0.utf8) }
    let tokens =
      Array("{}()[]<>,:.\"=!|@/-+*%?\\' \n\u{0}aand not in let rule 1 9d".utf8) + [0xFF, 0xE2]
    for _ in 0..<300 {
      guard var bytes = pieces.randomElement(using: &generator) else { return }
      for _ in 0..<Int.random(in: 1...12, using: &generator) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch generator.next() % 4 {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(tokens.randomElement(using: &generator) ?? 0, at: place)
        case 2: bytes[place] = tokens.randomElement(using: &generator) ?? 0
        default:
          let end = min(bytes.count, place + Int.random(in: 0..<40, using: &generator))
          if generator.next() % 2 == 0 {
            bytes.removeSubrange(place..<end)
          } else {
            bytes.insert(contentsOf: bytes[place..<end], at: place)
          }
        }
      }
      try check(bytes)
    }
  }

  @Test(arguments: seeds)
  func noiseIsRead(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      try check((0..<200).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }
  }

  /// Unclosed and wrongly closed brackets by the thousand take no more than moments.
  @Test func hostileBracketsAreCheap() throws {
    for text in [
      String(repeating: "(", count: 50_000) + String(repeating: "]", count: 50_000),
      "rule r {" + String(repeating: "{(", count: 50_000) + String(repeating: ")", count: 50_000),
      "mask m {" + String(repeating: "[", count: 50_000) + String(repeating: ")", count: 50_000),
      String(repeating: "rule r {", count: 20_000),
      String(repeating: "}", count: 50_000),
      "module a let x = \"" + String(repeating: "{", count: 50_001) + "\"",
    ] {
      try check(Array(text.utf8))
    }
  }

  private func check(_ bytes: [UInt8]) throws {
    let source = SourceText(name: "t", bytes: bytes)
    let tree = Parser.parse(source)
    var kept: [UInt8] = []
    var position = 0
    for token in tree.tokens {
      try #require(token.triviaStart == position)
      kept += bytes[token.triviaStart..<token.span.start]
      kept += bytes[token.span.start..<token.span.end]
      position = token.span.end
    }
    #expect(kept == bytes)
    for diagnostic in tree.diagnostics {
      let span = try #require(diagnostic.place?.span)
      #expect(span.start >= 0 && span.start <= span.end && span.end <= bytes.count)
      #expect(SyntaxDiagnostics.ids.contains(diagnostic.id))
    }
    if tree.diagnostics.isEmpty {
      let formatted = try #require(Formatter.format(tree))
      let again = parse(formatted)
      #expect(again.diagnostics.isEmpty)
      let isSame = SyntaxDescription.all(again.file) == SyntaxDescription.all(tree.file)
      #expect(isSame, "\(formatted)")
      let isStable = Formatter.format(again) == formatted
      #expect(isStable, "\(formatted)")
    } else {
      #expect(Formatter.format(tree) == nil)
    }
  }
}
