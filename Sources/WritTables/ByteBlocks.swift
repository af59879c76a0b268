#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Bytes of a stream in a window that slides forward and grows only when a record needs it.
final class ByteBlocks {
  private var stream: any ByteStream
  private var storage: UnsafeMutableRawBufferPointer
  private let name: String
  private let blockSize: Int
  private var start = 0
  private var end = 0
  /// Offset in the input of the first byte of the window.
  private(set) var offset: Int64 = 0
  private(set) var isAtEnd = false

  init(_ source: any ByteSource, blockSize: Int) throws {
    stream = try source.open()
    name = source.name
    self.blockSize = max(1, blockSize)
    storage = UnsafeMutableRawBufferPointer(start: nil, count: 0)
    try grow(to: self.blockSize)
  }

  deinit { free(storage.baseAddress) }

  /// In place where the system can: a document of any size is held once.
  private func grow(to size: Int) throws {
    guard let larger = realloc(storage.baseAddress, size) else {
      throw ReadFailure(.broken, input: name, message: "needs more memory than there is")
    }
    storage = UnsafeMutableRawBufferPointer(start: larger, count: size)
  }

  /// Bytes read and not yet consumed; valid until the next call of another member.
  var window: UnsafeBufferPointer<UInt8> {
    let bytes = UnsafeRawBufferPointer(storage).bindMemory(to: UInt8.self)
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  /// Bytes read so far.
  var bytesRead: Int64 { offset &+ Int64(end &- start) }

  /// Goes past bytes at the front of the window.
  func consume(_ count: Int) {
    let step = min(max(0, count), end &- start)
    start &+= step
    offset &+= Int64(step)
  }

  /// Reads more behind the window; without effect at the end of the input.
  func fill() throws {
    if isAtEnd { return }
    if start > 0 {
      let kept = UnsafeRawBufferPointer(rebasing: storage[start..<end])
      storage.copyMemory(from: kept)
      end &-= start
      start = 0
    }
    if storage.count &- end < blockSize {
      try grow(to: max(storage.count &* 2, end &+ blockSize))
    }
    let limit = min(storage.count, end &+ blockSize)
    let count = try stream.read(
      into: UnsafeMutableRawBufferPointer(rebasing: storage[end..<limit]))
    if count <= 0 {
      isAtEnd = true
    } else {
      end &+= min(count, limit &- end)
    }
  }

  /// Goes past a UTF-8 mark at the very start.
  func skipMark() throws {
    while end &- start < 3 && !isAtEnd { try fill() }
    if window.prefix(3).elementsEqual([0xEF, 0xBB, 0xBF]) { consume(3) }
  }
}
