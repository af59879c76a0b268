import WritDiagnostics
import WritModel
import WritValues

/// Each line is a text: what is read of it is written so that it is read back.
struct ValuesTarget: FuzzTarget {
  let name = "values"
  let words = [
    "-", ":", ".", "T", "Z", "+01:00", "-00:00", "/", "/32", "/128", "::", "::ffff:", "e", "E+",
    "%", "d", "h",
    "m", "s", "ms", "us", "w", "mo", "y", "B", "kB", "KiB", "MiB", "TiB", "~", "-rc.1", "+b", "!",
    ".post1",
    ".dev0", "a1", "1:", "0:0", "9999-12-31", "0001-01-01", "23:59:60", "24:00:00", "*", "?", "\\",
    "\u{301}",
    "\u{1100}\u{1161}", "İ",
  ]

  func run(_ input: [UInt8]) throws -> [String] {
    var traits: [String] = []
    let lines = input.split(separator: 0x0A).prefix(8).map(Array.init)
    var previous = ""
    for bytes in lines {
      let text = String(decoding: bytes, as: UTF8.self)
      let time = bytes.withUnsafeBufferPointer { Timestamp.parse($0) }
      if let time {
        traits.append("time")
        try expect(
          Timestamp(parsing: time.description) == time, "a time is not read back", "\(time)")
      }
      if let value = Decimal(parsing: text) {
        traits.append("decimal")
        try expect(Decimal(parsing: value.description) == value, "a decimal is not read back")
      }
      if let value = IPAddress(parsing: text) {
        traits.append(value.isV6 ? "v6" : "v4")
        try expect(IPAddress(parsing: value.description) == value, "an address is not read back")
      }
      if let value = bytes.withUnsafeBufferPointer({ Network.parse($0) }) {
        traits.append("network")
        try expect(
          Network(parsing: value.description) == value, "a network is not read back", "\(value)")
      }
      traits += try units(text)
      for scheme in VersionScheme.allCases {
        guard let version = Version(scheme: scheme, parsing: text) else { continue }
        traits.append(scheme.rawValue)
        let other = Version(scheme: scheme, text: Text(previous))
        try expect(
          [version < other, version == other, other < version].count { $0 } == 1,
          "versions have no order", "\(text) \(previous)")
      }
      try self.text(text, previous)
      previous = text
    }
    return traits
  }

  private func units(_ text: String) throws -> [String] {
    var traits: [String] = []
    switch DurationFormat.parse(text) {
    case .duration(let value):
      traits.append("duration")
      let written = DurationFormat.describe(value)
      try expect(
        DurationFormat.parse(written) == .duration(value), "a duration is not read back", written)
    case .months(let value):
      traits.append("months")
      let written = DurationFormat.describe(months: value)
      try expect(
        DurationFormat.parse(written) == .months(value), "months are not read back", written)
    case nil: break
    }
    if let value = ByteFormat.parse(text) {
      traits.append("bytes")
      let written = ByteFormat.describe(value)
      try expect(ByteFormat.parse(written) == value, "a size is not read back", written)
    }
    return traits
  }

  private func text(_ text: String, _ previous: String) throws {
    let composed = UnicodeText.nfc(text)
    try expect(
      UnicodeText.nfc(composed).utf8.elementsEqual(composed.utf8), "nfc changes its own text",
      text)
    let length = UnicodeText.length(text)
    try expect(
      UnicodeText.length(UnicodeText.lower(text)) == length
        && UnicodeText.length(UnicodeText.upper(text)) == length, "case changes the length", text)
    _ = Glob(text).matches(previous)
    _ = Suggestion.nearest(to: text, among: [previous, "status", "state"])
    _ = ControlID(parsing: text)
  }
}
