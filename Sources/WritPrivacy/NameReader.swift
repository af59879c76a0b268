import WritDetection
import WritNames

/// Names of persons, or street addresses, as one of the detectors' readers.
package struct NameReader: Recognizer {
  package let name: String
  private let kind: NameFind.Kind
  private let recognizer: NameRecognizer

  package var reachBefore: Int { NameRecognizer.reach }
  package var reachAfter: Int { NameRecognizer.reach }

  /// Those that the program has, by the names `recognize` calls them.
  package static let all: [NameReader] = {
    let recognizer = NameRecognizer()
    return [
      NameReader(name: "person_names", kind: .person, recognizer: recognizer),
      NameReader(name: "street_addresses", kind: .address, recognizer: recognizer),
    ]
  }()

  package func find(
    in bytes: UnsafeBufferPointer<UInt8>, starts: Range<Int>, isStart: Bool, isEnd: Bool,
    report: (Range<Int>, Int) -> Void
  ) {
    for find in recognizer.finds(in: bytes, starts: starts) where find.kind == kind {
      report(find.range, find.odds)
    }
  }
}
