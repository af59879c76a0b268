/// Places in a text, written by kernels; the room is kept.
final class StartList {
  private var storage: UnsafeMutablePointer<Int64>
  private var capacity = 0
  private(set) var count = 0

  init() { storage = .allocate(capacity: 0) }

  deinit { storage.deallocate() }

  @inline(__always)
  subscript(_ index: Int) -> Int { Int(storage[index]) }

  var starts: UnsafeBufferPointer<Int64> { UnsafeBufferPointer(start: storage, count: count) }

  func removeAll() { count = 0 }

  func append(_ start: Int) {
    reserve(1)
    storage[count] = Int64(start)
    count += 1
  }

  /// Has a function write places behind those there are, where there is room for one more than `most`.
  func append(_ most: Int, _ body: (UnsafeMutablePointer<Int64>) -> Int) {
    reserve(most + 1)
    count += body(storage + count)
  }

  /// The same, in the place of those there are.
  func fill(_ most: Int, _ body: (UnsafeMutablePointer<Int64>) -> Int) {
    count = 0
    append(most, body)
  }

  private func reserve(_ more: Int) {
    if count + more <= capacity { return }
    let larger = max(2 * capacity, count + more)
    let fresh = UnsafeMutablePointer<Int64>.allocate(capacity: larger)
    fresh.update(from: storage, count: count)
    storage.deallocate()
    storage = fresh
    capacity = larger
  }

  /// In order, each once.
  func order() {
    var buffer = UnsafeMutableBufferPointer(start: storage, count: count)
    buffer.sort()
    var kept = 0
    for index in 0..<count where index == 0 || storage[index] != storage[kept - 1] {
      storage[kept] = storage[index]
      kept += 1
    }
    count = kept
  }
}
