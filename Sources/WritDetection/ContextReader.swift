/// Finds the phrases of a context index in a text, going forward.
struct ContextReader {
  struct Hit {
    var start: Int
    var end: Int
    var phrase: Int32
  }

  private let index: ContextIndex
  private(set) var hits: [Hit] = []
  /// Where reading goes on; at a byte that is not within a word.
  private var position = 0
  private var recent: [(hash: UInt64, start: Int, end: Int)] = []

  init(_ index: ContextIndex) {
    self.index = index
    hits.reserveCapacity(64)
    recent.reserveCapacity(ContextIndex.mostWords + 1)
  }

  /// Forgets everything.
  mutating func restart() {
    hits.removeAll(keepingCapacity: true)
    recent.removeAll(keepingCapacity: true)
    position = 0
  }

  /// The bytes moved to the front by `count`.
  mutating func shift(by count: Int, keepingFrom start: Int) {
    position = max(0, position - count)
    recent.removeAll(keepingCapacity: true)
    hits.removeAll { $0.end < start }
    for hit in hits.indices {
      hits[hit].start -= count
      hits[hit].end -= count
    }
  }

  /// Reads on so that all phrases that end at or before `end` and lie within reach of it are known.
  ///
  /// Bytes that no one asks about are passed over: reading then begins anew at a word that starts
  /// farther back than the longest phrase and the longest reach.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, upTo end: Int) {
    let needed = end - index.reach - 2 * ContextIndex.longestPhrase
    if needed > position {
      position = needed
      recent.removeAll(keepingCapacity: true)
      while position < end, WordHash.isWordByte(bytes[position]) { position &+= 1 }
      hits.removeAll { $0.end < needed }
    }
    while position < end {
      let byte = bytes[position]
      if WordHash.isWordByte(byte) {
        let stop = word(bytes, limit: end)
        // A word that goes on past the end is read when the end lies behind it.
        if stop >= end, stop < bytes.count, WordHash.isWordByte(bytes[stop]) { return }
        position = stop
      } else {
        position &+= 1
      }
    }
  }

  /// Reads the word at `position` and gives its end; at most up to `limit`, where it may be cut.
  private mutating func word(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int) -> Int {
    var place = position
    var previous: UInt8 = 0
    var whole = WordHash()
    var part = WordHash()
    var partStart = place
    var hasHump = false
    var end = place
    while end < bytes.count, end < limit, WordHash.isWordByte(bytes[end]) { end &+= 1 }
    if end == limit, end < bytes.count, WordHash.isWordByte(bytes[end]) { return end }
    if end - place > ContextIndex.longestPhrase {
      if bytes[place] >= 0xC0 { unspaced(bytes, place..<end) }
      recent.removeAll(keepingCapacity: true)
      return end
    }
    var beforeLast: UInt64 = 0
    var isPlural = false
    while place < end {
      let byte = bytes[place]
      if WordHash.isUpper(byte), previous >= 0x61, previous <= 0x7A {
        hasHump = true
        note(part.finished, partStart, place, plural: nil)
        part = WordHash()
        partStart = place
      }
      let folded = WordHash.folded(byte, after: previous)
      isPlural = folded == 0x73
      beforeLast = part.value
      whole.add(folded)
      part.add(folded)
      previous = byte
      place &+= 1
    }
    let plural = isPlural && end - partStart > 3 ? WordHash.finish(beforeLast) : nil
    note(part.finished, partStart, end, plural: plural)
    if hasHump, let phrase = index.phrase(whole.finished) {
      hits.append(Hit(start: position, end: end, phrase: phrase))
    }
    if !index.unspaced.isEmpty { unspaced(bytes, position..<end) }
    return end
  }

  private mutating func note(_ hash: UInt64, _ start: Int, _ end: Int, plural: UInt64?) {
    // Words of one phrase are parted by a sign or two, not by a sentence.
    if let last = recent.last, start - last.end > 3 { recent.removeAll(keepingCapacity: true) }
    find(hash, start, end)
    if let plural { find(plural, start, end) }
    if recent.count == ContextIndex.mostWords { recent.removeFirst() }
    recent.append((hash, start, end))
  }

  private mutating func find(_ hash: UInt64, _ start: Int, _ end: Int) {
    let words = index.wordsEnding(in: hash)
    if words == 0 { return }
    var sum = hash
    var factor: UInt64 = 1
    if let phrase = index.phrase(sum) { hits.append(Hit(start: start, end: end, phrase: phrase)) }
    for word in recent.reversed().prefix(words - 1) {
      factor &*= WordHash.step
      sum &+= word.hash &* factor
      if let phrase = index.phrase(sum) {
        hits.append(Hit(start: word.start, end: end, phrase: phrase))
      }
    }
  }

  private mutating func unspaced(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var place = range.lowerBound
    while place &+ 3 <= range.upperBound {
      if bytes[place] >= 0xE0 {
        let key = ContextIndex.unspacedKey(bytes[place], bytes[place &+ 1], bytes[place &+ 2])
        for row in index.unspaced[key] ?? [] {
          let end = place + row.bytes.count
          guard end <= bytes.count else { continue }
          if bytes[place..<end].elementsEqual(row.bytes) {
            hits.append(Hit(start: place, end: end, phrase: row.phrase))
          }
        }
      }
      place &+= 1
    }
  }
}
