/// Some whole lines of one input, owned.
package final class LineChunk {
  /// Which of the inputs, and which of the chunks of all inputs.
  package let input: Int
  package let number: Int
  /// Offset in the input of the first byte.
  package let offset: Int64
  /// The number of the first line, counted from 1.
  package let firstLine: Int
  let bytes: UnsafeMutablePointer<UInt8>
  package let count: Int

  /// Bytes behind the last line that may be read and mean nothing.
  static let padding = 64

  fileprivate init(
    input: Int, number: Int, offset: Int64, firstLine: Int,
    bytes: UnsafeMutablePointer<UInt8>, count: Int
  ) {
    self.input = input
    self.number = number
    self.offset = offset
    self.firstLine = firstLine
    self.bytes = bytes
    self.count = count
  }

  deinit { bytes.deallocate() }
}

/// Cuts the inputs of a dataset into chunks of whole lines, in order.
///
/// - Throws: `LineScanner.Undecided` for what only a reader that goes line by line can tell: a line that never ends.
package final class LineChunks {
  private let sources: [any ByteSource]
  private let size: Int
  private let limit: Int
  private var stream: (any ByteStream)?
  private var input = 0
  private var number = 0
  private var offset: Int64 = 0
  private var line = 1
  private var carry: [UInt8] = []
  private var isAtEnd = false
  /// Where records of the input end; nil where every line is one.
  private var ends: CSVRecordEnds?
  /// Bytes handed out so far.
  package private(set) var bytesRead: Int64 = 0

  /// - Parameters:
  ///   - size: bytes of a chunk, about.
  ///   - limit: the longest line.
  package init(sources: [any ByteSource], size: Int, limit: Int) {
    self.sources = sources
    self.size = max(1, size)
    self.limit = max(1, limit)
  }

  /// The next chunk; nil behind the last one of the last input.
  package func next() throws -> LineChunk? {
    while input < sources.count {
      if let chunk = try nextOfInput() { return chunk }
      input += 1
      stream = nil
      offset = 0
      line = 1
      carry = []
      isAtEnd = false
      ends = nil
    }
    return nil
  }

  private func nextOfInput() throws -> LineChunk? {
    if isAtEnd { return nil }
    var capacity = size &+ carry.count
    var bytes = Self.allocate(capacity)
    var count = carry.count
    bytes.update(from: carry, count: carry.count)
    carry = []
    do {
      if stream == nil, let source = sources[input] as? CSVLineSource {
        ends = CSVRecordEnds(delimiter: try source.delimiter(limit: limit))
      }
      var current = try stream ?? sources[input].open()
      while true {
        while count < capacity {
          let rest = UnsafeMutableRawBufferPointer(
            start: bytes + count, count: capacity &- count)
          let read = try current.read(into: rest)
          if read <= 0 {
            isAtEnd = true
            break
          }
          count &+= min(read, capacity &- count)
        }
        stream = current
        let whole = isAtEnd ? count : lastRecordEnd(bytes, count)
        if whole > 0 || isAtEnd {
          guard count &- whole <= limit else { throw LineScanner.Undecided() }
          return finish(bytes, count, whole: whole)
        }
        guard capacity <= limit else { throw LineScanner.Undecided() }
        let larger = Self.allocate(capacity &* 2)
        larger.update(from: bytes, count: count)
        bytes.deallocate()
        bytes = larger
        capacity &*= 2
      }
    } catch {
      bytes.deallocate()
      throw error
    }
  }

  private func finish(
    _ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, whole: Int
  ) -> LineChunk? {
    carry = Array(UnsafeBufferPointer(start: bytes + whole, count: count - whole))
    if whole == 0 {
      bytes.deallocate()
      return nil
    }
    for index in 0..<LineChunk.padding { bytes[whole &+ index] = 0 }
    var lines = 0
    for index in 0..<whole where bytes[index] == ASCII.lineFeed { lines &+= 1 }
    let chunk = LineChunk(
      input: input, number: number, offset: offset, firstLine: line, bytes: bytes, count: whole)
    number += 1
    line &+= lines
    offset &+= Int64(whole)
    bytesRead &+= Int64(whole)
    return chunk
  }

  private func lastRecordEnd(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
    guard let ends else { return Self.lastLineEnd(bytes, count) }
    return ends.last(
      in: UnsafeBufferPointer(start: bytes, count: count), hasMark: offset == 0
    ) ?? Self.lastLineEnd(bytes, count)
  }

  /// Behind the last line feed; 0 when there is none.
  private static func lastLineEnd(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
    var index = count
    while index > 0 {
      if bytes[index &- 1] == ASCII.lineFeed { return index }
      index &-= 1
    }
    return 0
  }

  private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<UInt8> {
    .allocate(capacity: capacity &+ LineChunk.padding)
  }
}
