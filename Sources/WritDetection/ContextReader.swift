/// Finds the phrases of a context index in a text, going forward.
///
/// What it finds near a place does not depend on where reading began: a phrase is found by its own
/// words, and words are parted by what stands in the text.
struct ContextReader {
  struct Hit {
    var start: Int
    var end: Int
    var phrase: Int32
  }

  private let index: ContextIndex
  private let phrases: HashTable
  private let lastWords: HashTable
  private let folding = FoldingTable()
  /// Made for the stretch of text that is being looked at.
  private let masks: TextMasks
  /// Made for words outside of it.
  private let ownMasks = TextMasks(StartMasks([WordMasks.starts, WordMasks.inside]))
  /// In order of their ends, but for phrases that end alike.
  private(set) var hits: [Hit] = []
  /// Where reading goes on.
  private var position = 0
  /// Words that may end a phrase, from the range that was filtered last; the next one to be read.
  private let candidates = StartList()
  private var nextCandidate = 0
  private var filtered = 0..<0

  init(_ index: ContextIndex, masks: TextMasks) {
    self.index = index
    phrases = index.phrases
    lastWords = index.lastWords
    self.masks = masks
    hits.reserveCapacity(1_024)
  }

  /// Forgets everything.
  mutating func restart() {
    hits.removeAll(keepingCapacity: true)
    position = 0
    filtered = 0..<0
    ownMasks.forget()
  }

  /// The first bytes of the text were dropped.
  mutating func shift(by count: Int) {
    position = max(0, position - count)
    filtered = 0..<0
    ownMasks.forget()
    hits = hits.compactMap {
      $0.end < count
        ? nil : Hit(start: $0.start - count, end: $0.end - count, phrase: $0.phrase)
    }
  }

  /// Reads on so that all phrases that end at or before `end` and lie within reach of it are known.
  ///
  /// Bytes that no one asks about are passed over.
  ///
  /// - Parameter isEnd: whether the text ends with the last byte.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, upTo end: Int, isEnd: Bool) {
    position = max(position, end &- index.reach &- 2 &* ContextIndex.longestPhrase)
    guard let text = bytes.baseAddress, position < end else { return }
    let count = bytes.count
    // Words are told apart by their first eight bytes: those that begin at the end of what is at hand
    // are left for later.
    let last = isEnd ? end : min(end, count &- 8)
    while position < last {
      if !filtered.contains(position) { filter(text, isEnd ? count : count &- 8, count) }
      let limit = min(last, filtered.upperBound)
      while nextCandidate < candidates.count {
        let start = candidates[nextCandidate]
        if start >= limit { break }
        if start >= position, !readWord(text, start, count, isEnd) {
          position = start
          return
        }
        nextCandidate &+= 1
      }
      position = limit
    }
  }

  /// Finds the words that may end a phrase, from `position` on and before `limit`.
  private mutating func filter(_ text: UnsafePointer<UInt8>, _ limit: Int, _ count: Int) {
    let isNear = position >= masks.from && position < masks.to
    if !isNear { ownMasks.fill(text, position..<min(count, position + 1_024)) }
    let used = isNear ? masks : ownMasks
    filtered = position..<max(position + 1, min(limit, used.to))
    nextCandidate = 0
    candidates.fill(filtered.count) { index.prefixes.filter(text, filtered, used, into: $0) }
  }

  /// Reads the word that begins at `start`, and the run of words it begins: `customerSSN`.
  ///
  /// - Returns: false when it may go on in text that is not there yet.
  private mutating func readWord(
    _ text: UnsafePointer<UInt8>, _ start: Int, _ count: Int, _ isEnd: Bool
  ) -> Bool {
    let table = folding.table
    let most = min(count, start &+ ContextIndex.longestPhrase &+ 1)
    var hash = WordHash()
    var previous: UInt8 = 0
    var before = hash.value
    var place = start
    var part: (hash: UInt64, end: Int)?
    while place < most {
      let byte = text[place]
      var folded = table[Int(byte)]
      if folded == 0 { break }
      if folded >= 0x80 {
        folded = WordHash.folded(byte, after: previous)
      } else if part == nil, WordHash.isUpper(byte), previous >= 0x61, previous <= 0x7A {
        part = (hash.finished, place)
      }
      before = hash.value
      hash.add(folded)
      previous = byte
      place &+= 1
    }
    if place &- start > ContextIndex.longestPhrase { return true }
    if place == count, !isEnd { return false }
    if let part {
      find(part.hash, text, start, part.end)
      hit(hash.finished, start, place)
      return true
    }
    find(hash.finished, text, start, place)
    if previous | 0x20 == 0x73, place &- start > 3 {
      find(WordHash.finish(before), text, start, place)
    }
    return true
  }

  /// Phrases that end with a word.
  private mutating func find(
    _ hash: UInt64, _ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int
  ) {
    if !lastWords.mayHold(hash) { return }
    let most = Int(lastWords[hash])
    if most <= 0 { return }
    hit(hash, start, end)
    var sum = hash
    var factor: UInt64 = 1
    var next = start
    var words = 1
    while words < most, let word = wordBefore(next, text) {
      factor &*= WordHash.step
      sum &+= word.hash &* factor
      hit(sum, word.start, end)
      next = word.start
      words += 1
    }
  }

  /// The word before a place, parted from it by a sign or two, not by a sentence.
  private func wordBefore(_ place: Int, _ text: UnsafePointer<UInt8>) -> (hash: UInt64, start: Int)?
  {
    let table = folding.table
    var end = place
    while end > 0, place &- end < 3, table[Int(text[end &- 1])] == 0 { end &-= 1 }
    guard end > 0, table[Int(text[end &- 1])] != 0 else { return nil }
    var start = end &- 1
    while start > 0, end &- start <= ContextIndex.longestPhrase {
      let byte = text[start &- 1]
      if table[Int(byte)] == 0 { break }
      if WordHash.isUpper(text[start]), byte >= 0x61, byte <= 0x7A { break }
      start &-= 1
    }
    if end &- start > ContextIndex.longestPhrase { return nil }
    var hash = WordHash()
    var previous: UInt8 = 0
    for place in start..<end {
      hash.add(WordHash.folded(text[place], after: previous))
      previous = text[place]
    }
    return (hash.finished, start)
  }

  private mutating func hit(_ hash: UInt64, _ start: Int, _ end: Int) {
    if !phrases.mayHold(hash) { return }
    let phrase = phrases[hash]
    if phrase >= 0 { hits.append(Hit(start: start, end: end, phrase: phrase)) }
  }

  /// Phrases of scripts without spaces that lie in a range; they are found within words too.
  func innerHits(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> [Hit] {
    var found: [Hit] = []
    var place = max(0, range.lowerBound)
    while place &+ 3 <= range.upperBound {
      if bytes[place] >= 0xE0 {
        let key = ContextIndex.unspacedKey(bytes[place], bytes[place &+ 1], bytes[place &+ 2])
        for row in index.unspaced[key] ?? [] {
          let stop = place + row.bytes.count
          if stop <= range.upperBound, bytes[place..<stop].elementsEqual(row.bytes) {
            found.append(Hit(start: place, end: stop, phrase: row.phrase))
          }
        }
      }
      place &+= 1
    }
    return found
  }
}
