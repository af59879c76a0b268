/// All detectors' context words.
struct ContextIndex: Sendable {
  /// For whom a phrase counts.
  struct Listener: Sendable {
    /// Index of the detector.
    var detector: Int32
    /// Bytes between the phrase and the value.
    var within: Int32
  }

  /// A phrase beyond this is not looked for.
  static let longestPhrase = 96
  static let mostWords = 6

  let listeners: [[Listener]]
  /// Phrases by hash.
  let phrases: HashTable
  /// The last words of phrases, with the number of words of the longest.
  let lastWords: HashTable
  /// Tells most words from those.
  let prefixes: PrefixFilter
  /// Phrases of scripts that put no space between words, by their first three bytes; they are found
  /// within words too.
  let unspaced: [UInt32: [(bytes: [UInt8], phrase: Int32)]]
  /// How far the farthest phrase reaches.
  let reach: Int

  init(_ contexts: [(detector: Int, words: [String], within: Int)]) {
    var listeners: [[Listener]] = []
    var unspaced: [UInt32: [(bytes: [UInt8], phrase: Int32)]] = [:]
    var reach = 0
    var known: [UInt64: Int] = [:]
    var endings: [[UInt8]] = []
    var longest: [UInt64: Int] = [:]
    func note(_ text: String, _ listener: Listener) {
      let bytes = Array(text.utf8)
      if bytes.count > Self.longestPhrase { return }
      if bytes.first ?? 0 >= 0xE0 { return noteUnspaced(bytes, listener) }
      let words = WordList.words(of: bytes)
      guard let last = words.last?.hash, words.count <= Self.mostWords else { return }
      let hash = WordList.phrase(words.map(\.hash))
      endings.append(words.last.map { Array(bytes[$0.start..<$0.end]) } ?? [])
      let index = known[hash] ?? listeners.count
      if known[hash] == nil {
        known[hash] = index
        listeners.append([])
      }
      listeners[index].append(listener)
      longest[last] = max(longest[last] ?? 0, words.count)
      // `eMail` is looked up as one word too.
      if words.count > 1, !bytes.contains(where: { !WordHash.isWordByte($0) }) {
        endings.append(bytes)
        known[WordList.joined(bytes)] = index
        longest[WordList.joined(bytes)] = max(longest[WordList.joined(bytes)] ?? 0, 1)
      }
    }
    func noteUnspaced(_ bytes: [UInt8], _ listener: Listener) {
      guard bytes.count >= 3 else { return }
      let key = Self.unspacedKey(bytes[0], bytes[1], bytes[2])
      if let row = unspaced[key]?.first(where: { $0.bytes == bytes }) {
        listeners[Int(row.phrase)].append(listener)
      } else {
        unspaced[key, default: []].append((bytes, Int32(listeners.count)))
        listeners.append([listener])
      }
    }
    for context in contexts {
      for word in context.words {
        note(word, Listener(detector: Int32(context.detector), within: Int32(context.within)))
      }
      reach = max(reach, context.within)
    }
    self.listeners = listeners
    self.unspaced = unspaced
    self.reach = reach
    phrases = HashTable(known.mapValues { Int32($0) })
    prefixes = PrefixFilter(endings)
    lastWords = HashTable(longest.mapValues { Int32($0) })
  }

  static func unspacedKey(_ one: UInt8, _ two: UInt8, _ three: UInt8) -> UInt32 {
    UInt32(one) << 16 | UInt32(two) << 8 | UInt32(three)
  }
}
