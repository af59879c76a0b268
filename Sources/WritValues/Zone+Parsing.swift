extension Zone {
  /// A zone from the bytes of its TZif file (RFC 8536, version 2 or later); nil when they are
  /// damaged, of version 1, or count leap seconds.
  public init?(name: String, tzif: [UInt8]) {
    var reader = BlockReader(bytes: tzif)
    // The first block holds 32-bit times, for old readers.
    guard let old = reader.header(), old.version >= UInt8(ascii: "2"),
      reader.skip(old.size(timeWidth: 4)), let header = reader.header(), header.leapCount == 0,
      header.typeCount > 0, header.size(timeWidth: 8) <= reader.left
    else { return nil }

    var transitions: [Int64] = []
    transitions.reserveCapacity(header.timeCount)
    for _ in 0..<header.timeCount {
      guard let time = reader.integer(bytes: 8) else { return nil }
      if let last = transitions.last, last >= time { return nil }
      transitions.append(time)
    }
    var indices: [Int] = []
    for _ in 0..<header.timeCount {
      guard let index = reader.byte(), index < header.typeCount else { return nil }
      indices.append(Int(index))
    }
    var types: [Int32] = []
    for _ in 0..<header.typeCount {
      guard let offset = reader.integer(bytes: 4), abs(offset) <= 93_600, reader.skip(2) else {
        return nil
      }
      types.append(Int32(offset))
    }
    guard let first = types.first,
      reader.skip(header.nameSize + header.standardCount + header.universalCount),
      let footer = reader.footer()
    else { return nil }
    var rule: ZoneRule?
    if !footer.isEmpty {
      guard let parsed = ZoneRule(parsing: footer) else { return nil }
      rule = parsed
    }
    self.init(
      name: name, transitions: transitions, offsets: indices.map { types[$0] },
      firstOffset: first, rule: rule)
  }
}

private struct BlockReader {
  struct Header {
    var version: UInt8
    var universalCount, standardCount, leapCount, timeCount, typeCount, nameSize: Int

    /// The bytes of the block after its header; counts have 32 bits, so the sum fits.
    func size(timeWidth: Int) -> Int {
      timeCount * (timeWidth + 1) + typeCount * 6 + nameSize + leapCount * (timeWidth + 4)
        + standardCount + universalCount
    }
  }

  let bytes: [UInt8]
  var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  var left: Int { bytes.count - position }

  mutating func skip(_ count: Int) -> Bool {
    guard count <= left else { return false }
    position += count
    return true
  }

  mutating func byte() -> UInt8? {
    guard left > 0 else { return nil }
    position += 1
    return bytes[position - 1]
  }

  /// A signed big-endian number.
  mutating func integer(bytes count: Int) -> Int64? {
    guard left >= count else { return nil }
    var value: Int64 = bytes[position] >= 0x80 ? -1 : 0
    for byte in bytes[position..<position + count] { value = value << 8 | Int64(byte) }
    position += count
    return value
  }

  mutating func header() -> Header? {
    guard bytes[position...].starts(with: "TZif".utf8), skip(4), let version = byte(), skip(15),
      let universal = count(), let standard = count(), let leap = count(), let time = count(),
      let type = count(), let name = count()
    else { return nil }
    return Header(
      version: version, universalCount: universal, standardCount: standard, leapCount: leap,
      timeCount: time, typeCount: type, nameSize: name)
  }

  private mutating func count() -> Int? {
    guard let value = integer(bytes: 4), value >= 0 else { return nil }
    return Int(value)
  }

  /// The text between two line feeds at the end.
  mutating func footer() -> String? {
    guard byte() == UInt8(ascii: "\n"),
      let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n"))
    else { return nil }
    return String(decoding: bytes[position..<end], as: UTF8.self)
  }
}
