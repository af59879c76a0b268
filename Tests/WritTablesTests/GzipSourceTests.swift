import Testing
import WritTables
import WritValues
import _WritTestSupport

@Suite("gzip") struct GzipSourceTests {
  static let lines: String = (1...300).map { "{\"id\":\"k\($0)\",\"value\":\($0)}\n" }.joined()
  static let text: [UInt8] = Array(lines.utf8)
  static let one: [UInt8] = GzipFile.member(text)
  /// Five members, one of them empty, cut in the middle of records.
  static let many: [UInt8] =
    GzipFile.member(Array(text[..<7])) + GzipFile.member([])
    + GzipFile.member(Array(text[7..<1000]), blockSize: 10)
    + GzipFile.member(Array(text[1000..<1001])) + GzipFile.member(Array(text[1001...]))

  /// Hands out its bytes a few at a time.
  private struct Drip: ByteSource {
    struct Stream: ByteStream {
      var bytes: ArraySlice<UInt8>
      var size: Int

      mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let part = bytes.prefix(min(size, buffer.count))
        buffer.copyBytes(from: part)
        bytes = bytes.dropFirst(part.count)
        return part.count
      }
    }

    var name = "drip"
    var bytes: [UInt8]
    var size: Int

    func open() throws -> any ByteStream { Stream(bytes: bytes[...], size: size) }
  }

  private func read(
    _ bytes: [UInt8], drip: Int = 1 << 20, block: Int = 1 << 16
  ) throws -> [UInt8] {
    var stream = try TextSource(Drip(bytes: bytes, size: drip)).open()
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: block)
    while true {
      let count = try buffer.withUnsafeMutableBytes { try stream.read(into: $0) }
      if count == 0 { break }
      output += buffer[..<count]
    }
    // The end stays the end.
    #expect(try buffer.withUnsafeMutableBytes { try stream.read(into: $0) } == 0)
    return output
  }

  private func failure(
    _ bytes: [UInt8], drip: Int = 1 << 20, block: Int = 1 << 16
  ) -> String? {
    do {
      _ = try read(bytes, drip: drip, block: block)
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test("whatever the blocks", arguments: [1, 2, 3, 7, 100, 1 << 20], [1, 5, 1 << 16])
  func blocks(drip: Int, block: Int) throws {
    for bytes in [Self.text, Self.one, Self.many] {
      #expect(try read(bytes, drip: drip, block: block) == Self.text)
    }
  }

  @Test func whatIsNotGzipIsLeftAlone() throws {
    let texts: [[UInt8]] = [
      [], [0x1F], [0x8B, 0x1F], [0x1F, 0x8C, 8], Array("{}".utf8), [0xEF, 0xBB, 0xBF],
    ]
    for text in texts {
      #expect(try read(text) == text)
      #expect(try read(text, drip: 1, block: 1) == text)
    }
    #expect(try read(GzipFile.member([])) == [])
  }

  @Test("rows, lines and bytes are those of the text")
  func places() throws {
    let schema = TableFixtures.single(.int)
    func table(_ bytes: [UInt8]) throws -> Table {
      try TableFixtures.load(
        schema, .ndjson(TextSource(MemorySource(name: "in", bytes: bytes)), FieldBinding()))
    }
    let plain = TableFixtures.print(try table(Self.text + Array("broken\n".utf8)))
    #expect(plain.count == 302)
    #expect(
      TableFixtures.print(try table(Self.many + GzipFile.member("broken\n"))) == plain)
  }

  @Test("cut off anywhere, it fails; between members it can't be told")
  func cut() {
    var ends: Set<Int> = []
    var members: [UInt8] = []
    for text in ["{\"id\":\"a\"}\n", "{\"id\":\"b\"}\n", ""] {
      members += GzipFile.member(text)
      ends.insert(members.count)
    }
    for end in 2..<members.count where !ends.contains(end) {
      #expect(failure(Array(members[..<end])) == "drip: is cut off (gzip)", "\(end)")
      #expect(failure(Array(members[..<end]), drip: 1, block: 3) == "drip: is cut off (gzip)")
    }
    for end in ends { #expect(failure(Array(members[..<end])) == nil) }
  }

  @Test("every bit of it matters, but for the header's and what fills up")
  func damaged() {
    let bytes = GzipFile.member("{\"id\":\"a\",\"value\":1}\n")
    for index in bytes.indices where !(3..<10).contains(index) && index > 1 {
      // Three bits begin a stored block, the others fill its first byte up.
      for bit in 0..<(index == 10 ? 3 : 8) {
        var changed = bytes
        changed[index] ^= 1 << UInt8(bit)
        #expect(failure(changed) != nil, "byte \(index), bit \(bit)")
      }
    }
    var changed = bytes
    changed[bytes.count - 6] ^= 1
    #expect(failure(changed) == "drip: is damaged: its gzip checksum is wrong")
    changed = bytes
    changed[bytes.count - 1] ^= 1
    #expect(failure(changed) == "drip: is damaged: its gzip checksum is wrong")
    changed = bytes
    changed[10] = 0x07
    #expect(
      failure(changed)?.hasPrefix("drip: is damaged: it can't be decompressed beyond byte 1")
        == true)
  }

  @Test("what stands behind the last member is an error", arguments: ["\n", "x", "\0\0", "{}\n"])
  func behind(_ more: String) {
    let bytes = GzipFile.member("{\"id\":\"a\"}\n")
    let message =
      "drip: has something behind its last gzip member (byte \(bytes.count) of the file)"
    #expect(failure(bytes + Array(more.utf8)) == message)
    #expect(failure(bytes + Array(more.utf8), drip: 1) == message)
  }

  @Test("a failure stays one")
  func failsAgain() throws {
    var stream = try TextSource(Drip(bytes: Array(Self.one.dropLast()), size: 100)).open()
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    var failures = 0
    for _ in 0..<200 where failures < 3 {
      do {
        let count = try buffer.withUnsafeMutableBytes { try stream.read(into: $0) }
        #expect(count > 0)
      } catch {
        failures += 1
      }
    }
    #expect(failures == 3)
  }

  @Test("a file that expands a thousandfold goes through in blocks")
  func bomb() throws {
    let count = 24 << 20
    let bytes = GzipFile.member(repeating: 0x0A, count: count)
    #expect(bytes.count < count / 150)
    var stream = try TextSource(Drip(bytes: bytes, size: 1 << 20)).open()
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    var total = 0
    while true {
      let read = try buffer.withUnsafeMutableBytes { try stream.read(into: $0) }
      if read == 0 { break }
      total += read
    }
    #expect(total == count)
  }

  static let encodings: [([UInt8], String)] = [
    ([0xFF, 0xFE, 0x7B, 0], "UTF-16"), ([0xFE, 0xFF, 0, 0x7B], "UTF-16"), ([0xFF, 0xFE], "UTF-16"),
    ([0xFF, 0xFE, 0, 0], "UTF-32"), ([0, 0, 0xFE, 0xFF], "UTF-32"),
  ]

  @Test("another encoding is refused by name", arguments: encodings)
  func otherEncodings(_ bytes: [UInt8], _ name: String) {
    let message = "drip: is \(name); convert it to UTF-8"
    #expect(failure(bytes + [0x7B, 0]) == message)
    #expect(failure(GzipFile.member(bytes + [0x7B, 0])) == message)
  }
}
