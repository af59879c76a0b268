import WritTables

/// One line of an input, without its line end.
struct InputLine {
  var bytes: ArraySlice<UInt8>
  /// Counted from 1.
  var number: Int
  /// Byte range in the input, line end included.
  var start: Int64
  var end: Int64
  /// Longer than the limit: `bytes` holds only its front.
  var isCut: Bool
}

/// Reads lines in blocks; a line of any length takes at most `limit` bytes.
struct LineReader {
  let source: any ByteSource
  var limit = 1 << 20
  var blockSize = 1 << 20

  func forEachLine(_ body: (InputLine) throws -> Void) throws {
    var stream = try source.open()
    var block = [UInt8](repeating: 0, count: max(1, blockSize))
    var held: [UInt8] = []
    var isCut = false
    var number = 0
    var start: Int64 = 0
    var position: Int64 = 0

    func emit(_ bytes: ArraySlice<UInt8>, end: Int64) throws {
      number += 1
      var line = bytes
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
      try body(
        InputLine(
          bytes: line.prefix(limit), number: number, start: start, end: end,
          isCut: isCut || line.count > limit))
      start = end
      isCut = false
    }

    while true {
      let count = try block.withUnsafeMutableBytes { try stream.read(into: $0) }
      if count <= 0 { break }
      var rest = block[..<min(count, block.count)]
      while let stop = rest.firstIndex(of: UInt8(ascii: "\n")) {
        let end = position &+ Int64(stop - rest.startIndex) &+ 1
        if held.isEmpty {
          try emit(rest[..<stop], end: end)
        } else {
          held.append(contentsOf: rest[..<stop].prefix(max(0, limit + 1 - held.count)))
          try emit(held[...], end: end)
          held.removeAll(keepingCapacity: true)
        }
        rest = rest[(stop + 1)...]
        position = end
      }
      if held.count + rest.count > limit + 1 { isCut = true }
      held.append(contentsOf: rest.prefix(max(0, limit + 1 - held.count)))
      position &+= Int64(rest.count)
    }
    if position > start { try emit(held[...], end: position) }
  }
}

extension ByteSource {
  /// All bytes at once.
  /// - Throws: `ReadFailure` beyond `limit` bytes, and what the source throws.
  func readWhole(limit: Int = 256 << 20) throws -> [UInt8] {
    var stream = try open()
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = try block.withUnsafeMutableBytes { try stream.read(into: $0) }
      if count <= 0 { return bytes }
      guard bytes.count + count <= limit else {
        throw ReadFailure(.broken, input: name, message: "larger than \(limit) bytes")
      }
      bytes.append(contentsOf: block[..<min(count, block.count)])
    }
  }
}
