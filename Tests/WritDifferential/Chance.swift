import _WritTestSupport

/// The dice of one case: the same throws from the same seed, on every machine.
package final class Chance {
  private var generator: SeededGenerator

  package init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  package func next() -> UInt64 { generator.next() }

  /// From 0 to the count, which is not reached; 0 when there is nothing to choose.
  package func below(_ count: Int) -> Int {
    guard count > 0 else { return 0 }
    return Int(truncatingIfNeeded: generator.next().multipliedFullWidth(by: UInt64(count)).high)
  }

  package func oneIn(_ count: Int) -> Bool { below(count) == 0 }

  package func percent(_ share: Int) -> Bool { below(100) < share }

  /// One of them; the first choice stands in for an empty list.
  package func pick<Element>(_ first: Element, _ more: Element...) -> Element {
    let index = below(more.count + 1)
    return index == 0 ? first : more[index - 1]
  }

  package func element<Element>(of all: [Element]) -> Element? {
    all.isEmpty ? nil : all[below(all.count)]
  }

  package func shuffled<Element>(_ all: [Element]) -> [Element] {
    var result = all
    for index in result.indices.dropFirst().reversed() { result.swapAt(index, below(index + 1)) }
    return result
  }
}
