/// Words before a number that say it counts or names something other than a person's affairs.
enum NegativeCues {
  static let words = [
    "order", "sku", "version", "ver", "sha", "sha1", "sha256", "md5", "crc", "checksum", "digest",
    "hash", "isbn", "issn", "ean", "upc", "gtin", "asin", "doi", "build", "part", "ref", "rev",
    "revision", "commit", "batch", "lot", "item", "product", "article", "model", "firmware",
    "ticket", "invoice", "tracking", "trace", "span", "request", "req", "bytes", "size", "length",
    "rows", "count", "total", "offset", "line", "port", "pid", "tid", "epoch", "timestamp", "ts",
    "duration", "dur", "elapsed", "latency", "uuid", "guid", "seed", "chunk", "block", "page",
    "bestellung", "artikel", "version", "commande", "pedido", "ordine", "zamówienie",
  ]

  /// Hashes of the words.
  static let hashes = Set(words.map { WordList.joined(Array($0.utf8)) })

  /// How far before a value such a word may stand, in bytes.
  private static let reach = 16

  /// Whether one of the words stands right before a place: `order no. 4111`.
  static func stands(before start: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var end = start
    while end > 0, start - end <= reach {
      let byte = text[end - 1]
      if byte == 0x0A { return false }
      if !WordHash.isWordByte(byte) {
        end -= 1
        continue
      }
      var first = end - 1
      while first > 0, end - first <= 24, WordHash.isWordByte(text[first - 1]) { first -= 1 }
      let word = UnsafeBufferPointer(rebasing: text[first..<end])
      if hashes.contains(WordList.joined(word)) { return true }
      end = first
    }
    return false
  }

  /// What such a word takes away, in thousandths of a natural logarithm's unit.
  static let weight = -2_500
}
