import Synchronization
import WritDetection
package import WritEngine
import WritModel

/// Answers `personal(x)` by the detectors of a run.
package final class PersonalDataReader: PersonalDataReading {
  private let set: DetectorSet
  /// Scanners between two texts; each serves one thread at a time.
  private let idle = Mutex<[IdleScanner]>([])

  init(_ set: DetectorSet) { self.set = set }

  package func category(of text: UnsafeBufferPointer<UInt8>) -> String? {
    if case .category(let category) = answer(for: text) { category } else { nil }
  }

  package func answer(for text: UnsafeBufferPointer<UInt8>) -> PersonalDataAnswer {
    if text.isEmpty { return .nothing }
    let waiting = idle.withLock { $0.popLast() }
    guard let scanner = waiting?.scanner ?? TextScanner(set) else { return .untold }
    let result = scanner.scanValue(text, key: nil)
    idle.withLock { $0.append(IdleScanner(scanner: scanner)) }
    // Of equally sure finds the first: the answer must not depend on chance.
    guard let surest = result.finds.max(by: { $0.probability < $1.probability }),
      let first = result.finds.first(where: { $0.probability == surest.probability })
    else { return result.events.isEmpty ? .nothing : .untold }
    return .category(set.definitions[first.detector].category.description)
  }
}

/// A scanner that nobody uses: whoever takes it out of the list has it alone.
private struct IdleScanner: @unchecked Sendable {
  let scanner: TextScanner
}
