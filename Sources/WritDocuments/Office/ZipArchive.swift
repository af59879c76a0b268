import WritCompression

/// Why a zip file, or an entry of it, is not read.
package enum ZipFault: Error, Hashable, Sendable {
  /// `its directory of entries is missing`
  case damaged(String)
  /// A limit of `ZipLimits`, in words.
  case tooLarge(String)
  /// `it is encrypted`
  case unsupported(String)

  package var message: String {
    switch self {
    case .damaged(let what), .tooLarge(let what), .unsupported(let what): what
    }
  }
}

/// What a zip file may expand to before it is taken for a trap.
package struct ZipLimits: Sendable {
  package var entries = 10_000
  /// Bytes of the directory of entries.
  package var directorySize = 16 << 20
  /// Bytes that all entries read may expand to.
  package var total: Int64 = 2 << 30
  /// How many times its size an entry of more than a MiB may expand to.
  package var ratio: Int64 = 1000

  package init() {}
}

/// The entries of a zip file (APPNOTE 6.3), stored or deflated, read through its central directory.
///
/// Sizes are not believed: what comes out is counted.
package final class ZipArchive {
  package struct Entry: Hashable, Sendable {
    package var name: String
    var method: UInt16
    var flags: UInt16
    var packedSize: Int64
    var offset: Int64
  }

  /// Reads bytes of a range, fewer only at the end.
  package typealias Reading = (_ offset: Int64, _ count: Int) throws -> [UInt8]

  package let entries: [Entry]
  private let limits: ZipLimits
  private let read: Reading
  private var total: Int64 = 0

  /// - Parameter size: of the file.
  /// - Throws: `ZipFault`, and what the reading throws.
  package init(size: Int64, limits: ZipLimits = ZipLimits(), read: @escaping Reading) throws {
    self.limits = limits
    self.read = read
    entries = try Self.directory(size: size, limits: limits, read)
  }

  private static func directory(
    size: Int64, limits: ZipLimits, _ read: Reading
  ) throws -> [Entry] {
    // The record at the end may be followed by a comment of up to 64 KiB.
    let tailStart = max(0, size &- 65_557)
    let tail = try read(tailStart, Int(clamping: size &- tailStart))
    guard let end = endRecord(tail) else {
      throw ZipFault.damaged("its directory of entries is missing")
    }
    let count = Int(word16(tail, end &+ 10))
    let length = Int(word32(tail, end &+ 12))
    let start = Int64(word32(tail, end &+ 16))
    guard count != 0xFFFF, start != 0xFFFF_FFFF else {
      throw ZipFault.unsupported("it is a zip file of the 64-bit kind")
    }
    guard count <= limits.entries else {
      throw ZipFault.tooLarge("it has \(count) entries; the limit is \(limits.entries)")
    }
    guard length <= limits.directorySize, start &+ Int64(length) <= size else {
      throw ZipFault.damaged("its directory of entries is not where it should be")
    }
    let bytes = try read(start, length)
    var entries: [Entry] = []
    var index = 0
    for _ in 0..<count {
      guard index &+ 46 <= bytes.count, word32(bytes, index) == 0x0201_4B50 else {
        throw ZipFault.damaged("its directory of entries is damaged")
      }
      let nameLength = Int(word16(bytes, index &+ 28))
      let next =
        index &+ 46 &+ nameLength &+ Int(word16(bytes, index &+ 30))
        &+ Int(word16(bytes, index &+ 32))
      guard next <= bytes.count else {
        throw ZipFault.damaged("its directory of entries is damaged")
      }
      entries.append(
        Entry(
          name: String(decoding: bytes[(index + 46)..<(index + 46 + nameLength)], as: UTF8.self),
          method: word16(bytes, index &+ 10), flags: word16(bytes, index &+ 8),
          packedSize: Int64(word32(bytes, index &+ 20)),
          offset: Int64(word32(bytes, index &+ 42))))
      index = next
    }
    return entries
  }

  private static func endRecord(_ tail: [UInt8]) -> Int? {
    var index = tail.count - 22
    while index >= 0 {
      if word32(tail, index) == 0x0605_4B50 { return index }
      index -= 1
    }
    return nil
  }

  private static func word16(_ bytes: [UInt8], _ index: Int) -> UInt16 {
    index &+ 2 <= bytes.count ? UInt16(bytes[index]) | UInt16(bytes[index &+ 1]) << 8 : 0
  }

  private static func word32(_ bytes: [UInt8], _ index: Int) -> UInt32 {
    UInt32(word16(bytes, index)) | UInt32(word16(bytes, index &+ 2)) << 16
  }

  package func entry(_ name: String) -> Entry? {
    entries.first { $0.name.utf8.elementsEqual(name.utf8) }
  }

  /// Hands over what an entry holds, block by block, the last call with `isLast`.
  ///
  /// - Throws: `ZipFault`, and what reading and the output throw.
  package func read(
    _ entry: Entry, _ output: (UnsafeBufferPointer<UInt8>, _ isLast: Bool) throws -> Void
  ) throws {
    guard entry.flags & 1 == 0 else { throw ZipFault.unsupported("`\(entry.name)` is encrypted") }
    guard entry.method == 0 || entry.method == 8 else {
      throw ZipFault.unsupported("`\(entry.name)` is compressed by method \(entry.method)")
    }
    let head = try read(entry.offset, 30)
    guard head.count == 30, Self.word32(head, 0) == 0x0403_4B50 else {
      throw ZipFault.damaged("`\(entry.name)` is not where the directory says")
    }
    var offset =
      entry.offset &+ 30 &+ Int64(Self.word16(head, 26)) &+ Int64(Self.word16(head, 28))
    var left = entry.packedSize
    let inflater = entry.method == 8 ? try Inflater(.raw) : nil
    var expanded: Int64 = 0
    func pass(_ block: UnsafeBufferPointer<UInt8>) throws {
      expanded &+= Int64(block.count)
      try count(block.count, expanded, of: entry)
      try output(block, false)
    }
    while left > 0 {
      let bytes = try read(offset, Int(min(left, 64 << 10)))
      guard !bytes.isEmpty else { throw ZipFault.damaged("`\(entry.name)` is cut off") }
      offset &+= Int64(bytes.count)
      left &-= Int64(bytes.count)
      try bytes.withUnsafeBufferPointer { chunk in
        guard let inflater else { return try pass(chunk) }
        do {
          try inflater.feed(chunk, isLast: left <= 0, pass)
        } catch is CompressionFault {
          throw ZipFault.damaged("`\(entry.name)` can't be decompressed")
        }
      }
    }
    if let inflater, !inflater.isComplete {
      throw ZipFault.damaged("`\(entry.name)` is cut off")
    }
    try output(UnsafeBufferPointer(start: nil, count: 0), true)
  }

  private func count(_ count: Int, _ expanded: Int64, of entry: Entry) throws {
    total &+= Int64(count)
    guard total <= limits.total else {
      throw ZipFault.tooLarge("it expands to more than \(limits.total >> 20) MiB")
    }
    guard expanded <= 1 << 20 || expanded / max(1, entry.packedSize) <= limits.ratio else {
      throw ZipFault.tooLarge(
        "`\(entry.name)` expands to more than \(limits.ratio) times its size")
    }
  }
}
