/// Names of hosts and mailboxes.
enum DomainNames {
  /// Endings of files that stand after an @ in asset names: `logo@2x.png`.
  private static let fileEndings: [StaticString] = [
    "png", "jpg", "jpeg", "gif", "svg", "webp", "css", "js", "ts", "json", "html", "xml", "yaml",
    "yml", "txt", "pdf", "lock", "service", "socket", "timer",
  ]

  static func isEmail(_ bytes: Bytes) -> Bool {
    guard let at = bytes.lastIndex(of: UInt8(ascii: "@")), at >= 1, at <= 64 else { return false }
    if bytes[0] != UInt8(ascii: "\"") {
      var before = UInt8(ascii: ".")
      for index in 0..<at {
        let byte = bytes[index]
        if byte == UInt8(ascii: "."), before == byte { return false }
        before = byte
      }
      if before == UInt8(ascii: ".") { return false }
    }
    let domain = at + 1..<bytes.count
    guard let top = topLabel(bytes, domain), areLabels(bytes, domain) else { return false }
    return isTopShaped(bytes, top) && !fileEndings.contains { isWord(bytes, top, $0) }
  }

  static func isDomain(_ bytes: Bytes, _ range: Range<Int>) -> Bool {
    guard areLabels(bytes, range), let top = topLabel(bytes, range) else { return false }
    return TopLevelDomains.has(bytes, top)
  }

  /// The label after the last dot; nil where there is no dot.
  private static func topLabel(_ bytes: Bytes, _ range: Range<Int>) -> Range<Int>? {
    var index = range.upperBound
    while index > range.lowerBound {
      index -= 1
      if bytes[index] == UInt8(ascii: ".") { return index + 1..<range.upperBound }
    }
    return nil
  }

  private static func areLabels(_ bytes: Bytes, _ range: Range<Int>) -> Bool {
    var length = 0
    var before = UInt8(ascii: "-")
    for index in range {
      let byte = bytes[index]
      if byte == UInt8(ascii: ".") {
        guard length > 0, before != UInt8(ascii: "-") else { return false }
        length = 0
      } else {
        guard byte.isASCIIAlphanumeric || byte >= 0x80 || byte == UInt8(ascii: "-"),
          length > 0 || byte != UInt8(ascii: "-"), length < 63
        else { return false }
        length += 1
      }
      before = byte
    }
    return length > 0 && before != UInt8(ascii: "-")
  }

  private static func isTopShaped(_ bytes: Bytes, _ top: Range<Int>) -> Bool {
    guard top.count >= 2, top.count <= 63 else { return false }
    if top.count > 4, isWord(bytes, top.lowerBound..<top.lowerBound + 4, "xn--") { return true }
    for index in top where !bytes[index].isASCIILetter && bytes[index] < 0x80 { return false }
    return true
  }

  private static func isWord(_ bytes: Bytes, _ range: Range<Int>, _ word: StaticString) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    for index in 0..<range.count
    where bytes[range.lowerBound + index] | 0x20 != word.utf8Start[index] { return false }
    return true
  }
}

/// Top-level domains: every country's, and the generic ones that carry mail and sites of note.
/// Those that are also common endings of files or of names in code (`.zip`, `.name`) are left out.
enum TopLevelDomains {
  private static let generic: [StaticString] = [
    "com", "org", "net", "info", "biz", "edu", "gov", "mil", "int", "aero", "coop", "museum", "pro",
    "jobs", "mobi", "travel", "tel", "asia", "cat", "post", "xxx", "arpa", "app", "dev", "cloud",
    "online", "site", "shop", "store", "tech", "blog", "xyz", "club", "live", "news", "email",
    "agency", "solutions", "digital", "group", "world", "global", "bank", "law", "health", "care",
    "clinic", "hospital", "school", "university", "academy", "company", "business", "consulting",
    "services", "support", "systems", "network", "software", "studio", "design", "media", "page",
    "space", "website", "wiki", "work", "works", "london", "berlin", "paris", "tokyo", "nyc",
    "wien",
    "koeln", "hamburg", "bayern", "brussels", "amsterdam", "madrid", "eus", "gal", "bzh", "scot",
    "cymru", "wales", "swiss", "africa", "lat", "google", "amazon", "apple", "example", "test",
    "finance", "money", "credit", "insurance", "legal", "social", "chat", "video", "games", "art",
    "fund", "energy", "green", "earth", "city", "house", "homes", "market", "fashion", "fit", "vip",
    "top", "icu", "ltd", "gmbh", "inc", "llc", "foundation", "ngo", "ong", "events", "tours",
  ]

  static func has(_ bytes: Bytes, _ label: Range<Int>) -> Bool {
    if label.count == 2 {
      let one = bytes[label.lowerBound] & 0xDF
      let other = bytes[label.lowerBound + 1] & 0xDF
      return CountryCodes.has(one, other) || isExtraCountry(one, other)
    }
    for word in generic where word.utf8CodeUnitCount == label.count {
      var index = 0
      while index < label.count, bytes[label.lowerBound + index] | 0x20 == word.utf8Start[index] {
        index += 1
      }
      if index == label.count { return true }
    }
    return label.count > 4 && bytes[label.lowerBound] | 0x20 == UInt8(ascii: "x")
      && bytes[label.lowerBound + 1] | 0x20 == UInt8(ascii: "n")
      && bytes[label.lowerBound + 2] == UInt8(ascii: "-")
  }

  /// Codes of the net that are no ISO 3166-1 codes: eu, uk, ac, su.
  private static func isExtraCountry(_ one: UInt8, _ other: UInt8) -> Bool {
    ("EUUKACSU" as StaticString).hasPair(one, other)
  }
}
