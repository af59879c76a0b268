/// Hides all but the first and last characters; what separates them stays.
///
/// Doing it twice changes nothing: what is shown depends on places alone.
struct PartialMask {
  private static let star = UInt8(ascii: "*")
  /// With fewer characters hidden, the value could be guessed: all are.
  static let fewestHidden = 3

  let first: Int
  let last: Int
  /// What follows the last `@` is shown.
  let keepsDomain: Bool

  func apply(_ value: [UInt8]) -> [UInt8] {
    let end = keepsDomain ? value.lastIndex(of: UInt8(ascii: "@")) ?? value.count : value.count
    let marks = Self.scalars(value[..<end])
    let count = marks.count { $0.isPayload }
    let isShown = count - first - last >= Self.fewestHidden
    var result: [UInt8] = []
    result.reserveCapacity(value.count)
    var place = 0
    for mark in marks {
      guard mark.isPayload else {
        result += value[mark.range]
        continue
      }
      if isShown, place < first || place >= count - last {
        result += value[mark.range]
      } else {
        result.append(Self.star)
      }
      place += 1
    }
    return result + value[end...]
  }

  /// Characters of UTF-8; a byte that is none counts as one of its own. ASCII marks and blanks are no payload.
  private static func scalars(
    _ bytes: ArraySlice<UInt8>
  ) -> [(range: Range<Int>, isPayload: Bool)] {
    var marks: [(range: Range<Int>, isPayload: Bool)] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      let expected = byte < 0xC2 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : byte < 0xF5 ? 4 : 1
      var end = index + 1
      while end < bytes.endIndex, end - index < expected, bytes[end] & 0xC0 == 0x80 { end += 1 }
      if end - index != expected { end = index + 1 }
      let isPayload = byte >= 0x80 || byte == star || ValueLayout.kind(byte) != nil
      marks.append((index..<end, isPayload))
      index = end
    }
    return marks
  }
}
