import Testing
import _WritTestSupport

@testable import WritNames

@Suite("Names: quality on an invented corpus, 30 % of the names unknown")
struct NameQualityTests {
  /// Knows seven of ten names of the lists.
  static let recognizer = NameRecognizer(keeping: { $0 >> 8 % 10 >= 3 })

  @Test("persons and addresses", arguments: [UInt64(1), 2])
  func quality(_ seed: UInt64) {
    var corpus = InventedCorpus(seed: seed)
    var persons = Quality()
    var addresses = Quality()
    for index in 0..<1_500 {
      let document = corpus.document(clean: index % 4 == 3)
      let finds = document.text.withUnsafeBufferPointer { Self.recognizer.finds(in: $0) }
        .filter { $0.odds > 0 }
      persons.add(finds.filter { $0.kind == .person }.map(\.range), document.persons)
      addresses.add(finds.filter { $0.kind == .address }.map(\.range), document.addresses)
    }
    print("names: seed \(seed): persons \(persons.line); addresses \(addresses.line)")
    #expect(persons.f1 >= 0.65, "\(persons.line)")
    #expect(persons.precision >= 0.7, "\(persons.line)")
    #expect(addresses.recall >= 0.65, "\(addresses.line)")
    #expect(addresses.precision >= 0.9, "\(addresses.line)")
  }

  @Test("a text without persons raises next to none")
  func clean() {
    var corpus = InventedCorpus(seed: 5)
    var flagged = 0
    for _ in 0..<600 {
      let document = corpus.document(clean: true)
      let finds = document.text.withUnsafeBufferPointer { Self.recognizer.finds(in: $0) }
      if finds.contains(where: { $0.odds > 0 }) { flagged += 1 }
    }
    #expect(flagged <= 60, "\(flagged) of 600")
  }
}
