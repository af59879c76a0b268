/// A run of bytes of one set that every match begins with, so long that text seldom has it.
struct RequiredRun: Sendable {
  /// A run of this length has at least half of it within one block of the masks.
  private static let shortest = 32
  private static let longest = 64

  let bytes: ByteSet
  let length: Int
  private let previous: ByteSet
  private let first: ByteSet

  init?(_ node: GateNode) {
    var bytes = ByteSet()
    var length = 0
    for part in node.flattened {
      let (least, most) = part.length
      if most == 0 { continue }
      if least == 0 { break }
      bytes = bytes.union(part.bytes)
      length += least
      if least != most || length >= Self.longest { break }
    }
    guard length >= Self.shortest, ByteFrequency.share(bytes) < 0.9 else { return nil }
    self.bytes = bytes
    self.length = min(length, Self.longest)
    previous = node.bytesBefore
    first = node.firstBytes.bytes
  }

  /// Whether a match may begin at a place, as far as two bytes tell.
  func canStart(_ text: UnsafeBufferPointer<UInt8>, _ place: Int, _ isStart: Bool) -> Bool {
    guard first.contains(text[place]) else { return false }
    return (place == 0 && isStart) || previous.contains(text[place - 1])
  }
}
