/// The masks of a part of a text, all made in one pass.
final class TextMasks {
  /// Words of one mask: a stretch with what is asked about around it.
  private static let stride = (SightingReader.stretch + (1 << 13)) / 64

  let masks: StartMasks
  private let storage: UnsafeMutableBufferPointer<UInt64>
  /// The bytes the masks are for.
  private(set) var from = 0
  private(set) var to = 0

  init(_ masks: StartMasks) {
    self.masks = masks
    storage = .allocate(capacity: max(1, masks.lists.count) * Self.stride)
    storage.initialize(repeating: 0)
  }

  deinit { storage.deallocate() }

  /// Makes the masks for a range, or for as much of it as there is room for; bits at its end and
  /// behind it mean nothing.
  func fill(_ text: UnsafePointer<UInt8>, _ range: Range<Int>) {
    from = range.lowerBound
    let blocks = min((range.count + 63) / 64, Self.stride)
    to = min(range.upperBound, from + blocks * 64)
    masks.fill(storage, stride: Self.stride, blocks: blocks, from: text + from)
  }

  func forget() {
    from = 0
    to = 0
  }

  /// A mask's words, from the block that `from` is in.
  @inline(__always)
  func words(_ list: Int) -> UnsafeMutablePointer<UInt64>? {
    storage.baseAddress.map { $0 + list &* Self.stride }
  }
}
