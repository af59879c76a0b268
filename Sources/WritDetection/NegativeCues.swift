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

  /// What such a word takes away, in thousandths of a natural logarithm's unit.
  static let weight = -2_500
}
