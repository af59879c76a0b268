import WritValues

/// Reads times as logs write them, one after another on the same day.
struct TimeCache {
  /// `YYYY-MM-DD` of the last time read, as its bytes, and its midnight.
  private var day: (UInt64, UInt16) = (0, 0)
  private var midnight: Int64 = 0

  /// Microseconds of `2026-05-31T00:00:03Z` and its like; nil where the full parser has to look.
  ///
  /// - Parameter text: may be read eight bytes further.
  @inline(__always)
  mutating func microseconds(_ text: UnsafePointer<UInt8>, _ count: Int, zone: Zone?) -> Int64? {
    let raw = UnsafeRawPointer(text)
    guard count == 20, text[10] == UInt8(ascii: "T"), text[19] == UInt8(ascii: "Z"),
      text[13] == ASCII.colon, text[16] == ASCII.colon
    else { return parse(text, count, zone) }
    let head = raw.loadUnaligned(as: UInt64.self)
    let tail = raw.loadUnaligned(fromByteOffset: 8, as: UInt16.self)
    if head != day.0 || tail != day.1 {
      guard let time = parse(text, count, zone) else { return nil }
      let (hour, minute, second) = Self.clock(text)
      guard hour < 24, minute < 60, second < 60 else { return time }
      day = (head, tail)
      midnight = time &- Self.span(hour, minute, second)
      return time
    }
    let (hour, minute, second) = Self.clock(text)
    guard hour < 24, minute < 60, second < 60 else { return parse(text, count, zone) }
    return midnight &+ Self.span(hour, minute, second)
  }

  /// Numbers of two digits; anything else comes out as 100 or more.
  @inline(__always)
  private static func clock(_ text: UnsafePointer<UInt8>) -> (Int, Int, Int) {
    (pair(text[11], text[12]), pair(text[14], text[15]), pair(text[17], text[18]))
  }

  @inline(__always)
  private static func pair(_ high: UInt8, _ low: UInt8) -> Int {
    let tens = high &- ASCII.zero
    let ones = low &- ASCII.zero
    return tens < 10 && ones < 10 ? Int(tens) &* 10 &+ Int(ones) : 100
  }

  @inline(__always)
  private static func span(_ hour: Int, _ minute: Int, _ second: Int) -> Int64 {
    Int64((hour &* 60 &+ minute) &* 60 &+ second) &* 1_000_000
  }

  private func parse(_ text: UnsafePointer<UInt8>, _ count: Int, _ zone: Zone?) -> Int64? {
    Timestamp.parse(UnsafeBufferPointer(start: text, count: count), zone: zone)?.microseconds
  }
}
