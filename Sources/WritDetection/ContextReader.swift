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
  private let folding: FoldingTable
  /// In order of their ends, but for phrases that end alike.
  private(set) var hits: [Hit] = []
  /// Where reading goes on.
  private var position = 0
  /// Whether `position` may lie within a word, whose rest is then passed over.
  private var isWithinWord = false

  init(_ index: ContextIndex) {
    self.index = index
    phrases = index.phrases
    lastWords = index.lastWords
    folding = FoldingTable()
    hits.reserveCapacity(1_024)
  }

  /// Forgets everything.
  mutating func restart() {
    hits.removeAll(keepingCapacity: true)
    position = 0
    isWithinWord = false
  }

  /// The first bytes of the text were dropped.
  mutating func shift(by count: Int) {
    position -= count
    if position < 0 {
      position = 0
      isWithinWord = true
    }
    hits = hits.compactMap {
      $0.end < count
        ? nil : Hit(start: $0.start - count, end: $0.end - count, phrase: $0.phrase)
    }
  }

  /// Reads on so that all phrases that end at or before `end` and lie within reach of it are known.
  ///
  /// Bytes that no one asks about are passed over: reading then begins anew at a word that starts
  /// farther back than the longest phrase and the longest reach.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, upTo end: Int) {
    let needed = end &- index.reach &- 2 &* ContextIndex.longestPhrase
    if needed > position {
      position = needed
      isWithinWord = true
    }
    guard let text = bytes.baseAddress, position < end else { return }
    let count = bytes.count
    let table = folding.table
    var place = position
    if isWithinWord {
      while place < end, table[Int(text[place])] != 0 { place &+= 1 }
      position = place
      if place == end { return }
      isWithinWord = false
    }
    while true {
      while place < end, table[Int(text[place])] == 0 { place &+= 1 }
      if place >= end { break }
      let start = place
      var part = start
      var hash = WordHash()
      var before = hash.value
      var hasHump = false
      var previous: UInt8 = 0
      while place < end {
        let byte = text[place]
        var folded = table[Int(byte)]
        if folded == 0 { break }
        if folded >= 0x80 {
          folded = WordHash.folded(byte, after: previous)
        } else if folded != byte, previous >= 0x61, previous <= 0x7A {
          hasHump = true
          part = place
          hash = WordHash()
        }
        before = hash.value
        hash.add(folded)
        previous = byte
        place &+= 1
      }
      // A word that goes on past the end is read when an end lies behind it.
      if place == end, place < count, table[Int(text[place])] != 0 {
        place = start
        break
      }
      if hasHump {
        readHumps(text, start..<place)
        continue
      }
      let finished = hash.finished
      if lastWords.mayHold(finished) { find(finished, text, part, place) }
      if previous | 0x20 == 0x73, place &- part > 3 {
        let singular = WordHash.finish(before)
        if lastWords.mayHold(singular) { find(singular, text, part, place) }
      }
    }
    position = place
  }

  /// `customerSSN`: its parts are words, and so is the whole.
  private mutating func readHumps(_ text: UnsafePointer<UInt8>, _ range: Range<Int>) {
    if range.count > ContextIndex.longestPhrase { return }
    for word in WordList.words(text, range) { find(word.hash, text, word.start, word.end) }
    let whole = WordList.joined(UnsafeBufferPointer(start: text + range.lowerBound, count: range.count))
    hit(whole, range.lowerBound, range.upperBound)
  }

  /// Phrases that end with a word.
  private mutating func find(
    _ hash: UInt64, _ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int
  ) {
    let most = Int(lastWords[hash])
    if most <= 0 { return }
    hit(hash, start, end)
    if most == 1 { return }
    let floor = max(0, start - ContextIndex.longestPhrase)
    var sum = hash
    var factor: UInt64 = 1
    var next = start
    for word in WordList.words(text, floor..<start).reversed().prefix(most - 1) {
      // Words of one phrase are parted by a sign or two, not by a sentence; one that begins at the
      // floor may be cut.
      if next - word.end > 3 || (word.start == floor && floor > 0) { return }
      factor &*= WordHash.step
      sum &+= word.hash &* factor
      hit(sum, word.start, end)
      next = word.start
    }
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
