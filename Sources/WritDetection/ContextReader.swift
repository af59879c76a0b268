/// Finds the phrases of a context index in a text, going forward.
///
/// What it finds near a place does not depend on where reading began: a phrase is found by its own
/// words, and words are parted by what stands in the text.
final class ContextReader {
  struct Hit {
    var start: Int
    var end: Int
    var phrase: Int32
  }

  private let index: ContextIndex
  /// In order of their ends, but for phrases that end alike.
  private(set) var hits: [Hit] = []
  /// Where reading goes on: not within a word.
  private var position = 0
  /// Whether `position` may lie within a word, whose rest is then passed over.
  private var isWithinWord = false
  private var recent: [(hash: UInt64, start: Int, end: Int)] = []

  init(_ index: ContextIndex) {
    self.index = index
    hits.reserveCapacity(1_024)
    recent.reserveCapacity(ContextIndex.mostWords + 1)
  }

  /// Forgets everything.
  func restart() {
    hits.removeAll(keepingCapacity: true)
    recent.removeAll(keepingCapacity: true)
    position = 0
    isWithinWord = false
  }

  /// The first bytes of the text were dropped.
  func shift(by count: Int) {
    position -= count
    if position < 0 {
      position = 0
      isWithinWord = true
      recent.removeAll(keepingCapacity: true)
    }
    for word in recent.indices {
      recent[word].start -= count
      recent[word].end -= count
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
  func read(_ bytes: UnsafeBufferPointer<UInt8>, upTo end: Int) {
    let needed = end &- index.reach &- 2 &* ContextIndex.longestPhrase
    if needed > position {
      position = needed
      isWithinWord = true
      recent.removeAll(keepingCapacity: true)
    }
    guard let text = bytes.baseAddress, position < end else { return }
    if isWithinWord {
      while position < end, WordHash.isWordByte(text[position]) { position &+= 1 }
      if position == end { return }
      isWithinWord = false
    }
    var place = position
    while place < end {
      if !WordHash.isWordByte(text[place]) {
        place &+= 1
        continue
      }
      let stop = word(text, place, end, bytes.count)
      // A word that goes on past the end is read when an end lies behind it.
      if stop < 0 { break }
      place = stop
    }
    position = place
  }

  /// Reads the word at `start` and gives its end; -1 when it goes on past `limit`.
  private func word(
    _ text: UnsafePointer<UInt8>, _ start: Int, _ limit: Int, _ count: Int
  ) -> Int {
    var place = start
    var hash = WordHash()
    var part = start
    var whole = WordHash()
    var hasHump = false
    var previous: UInt8 = 0
    var beforeLast = hash.value
    while place < limit {
      let byte = text[place]
      if !WordHash.isWordByte(byte) { break }
      if WordHash.isUpper(byte), previous >= 0x61, previous <= 0x7A {
        hasHump = true
        part = place
        hash = WordHash()
      }
      let folded = WordHash.folded(byte, after: previous)
      beforeLast = hash.value
      hash.add(folded)
      whole.add(folded)
      previous = byte
      place &+= 1
    }
    if place == limit, place < count, WordHash.isWordByte(text[place]) { return -1 }
    if place &- start > ContextIndex.longestPhrase {
      recent.removeAll(keepingCapacity: true)
      return place
    }
    if hasHump {
      humps(text, start..<place, whole.finished)
    } else {
      let isPlural = previous | 0x20 == 0x73 && place &- part > 3
      note(hash.finished, part, place, plural: isPlural ? WordHash.finish(beforeLast) : 0)
    }
    return place
  }

  /// `customerSSN`: its parts are words, and so is the whole.
  private func humps(_ text: UnsafePointer<UInt8>, _ range: Range<Int>, _ whole: UInt64) {
    var start = range.lowerBound
    var hash = WordHash()
    var previous: UInt8 = 0
    for place in range {
      let byte = text[place]
      if WordHash.isUpper(byte), previous >= 0x61, previous <= 0x7A {
        note(hash.finished, start, place, plural: 0)
        start = place
        hash = WordHash()
      }
      hash.add(WordHash.folded(byte, after: previous))
      previous = byte
    }
    note(hash.finished, start, range.upperBound, plural: 0)
    if index.phrases.mayHold(whole) {
      hit(whole, range.lowerBound, range.upperBound)
    }
  }

  private func note(_ hash: UInt64, _ start: Int, _ end: Int, plural: UInt64) {
    // Words of one phrase are parted by a sign or two, not by a sentence.
    if let last = recent.last, start &- last.end > 3 { recent.removeAll(keepingCapacity: true) }
    if index.lastWords.mayHold(hash) { find(hash, start, end) }
    if plural != 0, index.lastWords.mayHold(plural) { find(plural, start, end) }
    if recent.count == ContextIndex.mostWords { recent.removeFirst() }
    recent.append((hash, start, end))
  }

  private func find(_ hash: UInt64, _ start: Int, _ end: Int) {
    let words = Int(index.lastWords[hash])
    if words <= 0 { return }
    var sum = hash
    var factor: UInt64 = 1
    hit(sum, start, end)
    for word in recent.reversed().prefix(words - 1) {
      factor &*= WordHash.step
      sum &+= word.hash &* factor
      hit(sum, word.start, end)
    }
  }

  private func hit(_ hash: UInt64, _ start: Int, _ end: Int) {
    let phrase = index.phrases[hash]
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
