/// Once a name is sure, its words count wherever they stand in the document.
enum NamePropagation {
  /// Sure enough to lend its odds.
  private static let sure = 2_200

  /// Raises doubtful finds whose words are words of sure names.
  static func spread(in text: UnsafeBufferPointer<UInt8>, _ finds: inout [NameFind]) {
    var known: Set<UInt64> = []
    for find in finds where find.kind == .person && find.odds >= sure {
      for hash in hashes(text, find.range) { known.insert(hash) }
    }
    if known.isEmpty { return }
    for index in finds.indices where finds[index].kind == .person && finds[index].odds < sure {
      let words = hashes(text, finds[index].range)
      if !words.isEmpty, words.allSatisfy(known.contains) {
        finds[index].terms.append(.init("sure elsewhere", 2_500))
      }
    }
  }

  private static func hashes(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [UInt64] {
    NameTokenizer.words(UnsafeBufferPointer(rebasing: text[range]))
  }
}
