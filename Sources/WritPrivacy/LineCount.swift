#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Counts lines as far as somebody asks for them.
struct LineCount {
  /// Line feeds before the place that was reached.
  private var passed: Int64 = 0
  /// How far the bytes at hand were looked through, and what was found there.
  private var reached = 0
  private var found: Int64 = 0

  /// The line of a place, from 1; places come in order.
  ///
  /// - Parameter start: of the bytes that were not passed.
  mutating func line(of place: Int, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int64
  {
    count(bytes, from: max(start, reached), to: place)
    return passed + found + 1
  }

  /// Moves on to a place.
  mutating func pass(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) {
    count(bytes, from: max(start, reached), to: end)
    // What was counted may lie behind the end.
    var later: Int64 = 0
    if reached > end { later = Self.feeds(bytes, end..<reached) }
    passed += found - later
    found = 0
    reached = 0
  }

  private mutating func count(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) {
    guard end > start else { return }
    found += Self.feeds(bytes, start..<end)
    reached = end
  }

  private static func feeds(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int64 {
    guard let base = bytes.baseAddress else { return 0 }
    var count: Int64 = 0
    var place = range.lowerBound
    while place < range.upperBound,
      let feed = memchr(base + place, 0x0A, range.upperBound - place)
    {
      count += 1
      place = base.distance(to: feed.assumingMemoryBound(to: UInt8.self)) + 1
    }
    return count
  }
}
