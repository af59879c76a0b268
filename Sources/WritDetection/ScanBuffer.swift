/// The part of a document that is being looked at, with bytes around it that kernels may read.
final class ScanBuffer {
  /// Bytes in front of the first and behind the last that may be read; those behind are zero.
  private static let padding = 128

  private var storage: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0
  /// Offset in the document of the first byte.
  private(set) var offset = 0

  init(capacity: Int = 1 << 16) {
    self.capacity = capacity
    storage = .allocate(capacity: capacity + 2 * Self.padding)
    storage.initialize(repeating: 0, count: capacity + 2 * Self.padding)
  }

  deinit { storage.deallocate() }

  var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: storage + Self.padding, count: count)
  }

  func append(_ more: UnsafeBufferPointer<UInt8>) {
    guard let source = more.baseAddress, more.count > 0 else { return }
    if count + more.count > capacity { grow(to: max(2 * capacity, count + more.count)) }
    (storage + Self.padding + count).update(from: source, count: more.count)
    count += more.count
    (storage + Self.padding + count).update(repeating: 0, count: Self.padding)
  }

  private func grow(to size: Int) {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: size + 2 * Self.padding)
    larger.initialize(repeating: 0, count: size + 2 * Self.padding)
    larger.update(from: storage, count: count + 2 * Self.padding)
    storage.deallocate()
    storage = larger
    capacity = size
  }

  /// Forgets bytes at the front.
  func drop(_ number: Int) {
    let base = storage + Self.padding
    base.update(from: base + number, count: count - number + Self.padding)
    count -= number
    offset += number
  }

  func restart() {
    count = 0
    offset = 0
  }
}
