import WritTables

/// A compressed file gives the same bytes, or fails alike, in pieces of any size; what was packed comes out again.
struct GzipTarget: FuzzTarget {
  let name = "gzip"
  let words = ["\u{0}", "\u{1}", "\u{5}", "name.txt\u{0}", "\n", "{\"id\":\"a\"}\n"]

  /// A kilobyte of deflate is at most a megabyte of text.
  private static let limit = Mutator.maximumSize << 11

  func run(_ input: [UInt8]) throws -> [String] {
    let whole = Reading(input, piece: .max, block: 1 << 14)
    for (piece, block) in [(1, 1 << 16), (7, 100), (.max, 1 << 12)] {
      let other = Reading(input, piece: piece, block: block)
      try expect(
        other.failure == whole.failure, "pieces of \(piece) fail differently",
        "\(whole.failure)\n\(other.failure)")
      // What is read before a failure is concluded from by nobody.
      if whole.failure.isEmpty {
        try expect(other.bytes == whole.bytes, "pieces of \(piece) give other bytes")
      }
    }
    try expect(whole.bytes.count <= Self.limit, "it expands beyond what deflate can")
    if input.starts(with: [0x1F, 0x8B]) {
      try expect(whole.failure.isEmpty || !whole.failure.contains("zlib"), "zlib's own words")
    } else if whole.failure.isEmpty {
      try expect(whole.bytes == input, "what is not gzip is changed")
    }
    try Self.checkPacked(input)
    return [
      "\(whole.failure.filter { !$0.isNumber })",
      "\(Int64.bitWidth - whole.bytes.count.leadingZeroBitCount) bits",
    ]
  }

  /// The input in stored members, one of them empty; cut off, it fails.
  private static func checkPacked(_ input: [UInt8]) throws {
    let half = input.count / 2
    let packed = member(input[..<half]) + member([]) + member(input[half...])
    let reading = Reading(packed, piece: 5, block: 100)
    if [[0xFF, 0xFE], [0xFE, 0xFF], [0, 0]].contains(Array(input.prefix(2))) { return }
    try expect(reading.failure.isEmpty, "what is packed fails", reading.failure)
    try expect(reading.bytes == input, "what is packed comes out changed")
    let cut = Reading(Array(packed.dropLast(1 + input.count % 7)), piece: .max, block: 1 << 16)
    try expect(cut.failure == "input: is cut off (gzip)", "what is cut off is read", cut.failure)
  }

  /// All bytes a source gives, and why it ended.
  private struct Reading {
    var bytes: [UInt8] = []
    var failure = ""

    init(_ input: [UInt8], piece: Int, block: Int) {
      do {
        var stream = try TextSource(PieceSource(name: "input", bytes: input, size: piece)).open()
        var buffer = [UInt8](repeating: 0, count: block)
        while true {
          let count = try buffer.withUnsafeMutableBytes { try stream.read(into: $0) }
          if count == 0 { break }
          bytes += buffer[..<count]
          if bytes.count > GzipTarget.limit { break }
        }
      } catch {
        failure = "\(error)"
      }
    }
  }

  /// A member of one stored block.
  private static func member(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let length = UInt16(truncatingIfNeeded: bytes.count)
    return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255, 1] + little(length) + little(~length) + bytes
      + little(crc(bytes)) + little(UInt32(length))
  }

  private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1
    }
  }

  private static func crc(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ ($0 >> 8) }
  }
}
