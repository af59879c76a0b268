/// The names on the way to a value, outermost first, in one run of memory.
struct KeyStack: ~Copyable {
  /// Bytes of a name that are kept.
  static let longest = 256

  private struct Level {
    var start: Int
    var count: Int
    /// Members or elements so far, less one.
    var index: Int
    var isList: Bool
    /// Where it stands, for formats that nest by column.
    var column: Int
    /// Key bytes that are in force inside: those of the level, or of one around it.
    var keyStart: Int
    var keyCount: Int
  }

  private var storage: UnsafeMutableBufferPointer<UInt8>
  private var levels: [Level] = []
  private var end = 0

  init() {
    storage = .allocate(capacity: 4096)
    storage.initialize(repeating: 0)
  }

  deinit { storage.deallocate() }

  var depth: Int { levels.count }
  var isList: Bool { levels.last?.isList ?? false }
  var column: Int { levels.last?.column ?? -1 }

  mutating func removeAll() {
    levels.removeAll(keepingCapacity: true)
    end = 0
  }

  mutating func push(isList: Bool, column: Int = 0) {
    let last = levels.last
    levels.append(
      Level(
        start: end, count: 0, index: -1, isList: isList, column: column,
        keyStart: last?.keyStart ?? 0, keyCount: last?.keyCount ?? 0))
  }

  mutating func pop() {
    guard let last = levels.popLast() else { return }
    end = last.start
  }

  /// The next element of the innermost list.
  @inline(__always)
  mutating func advance() {
    guard !levels.isEmpty else { return }
    levels[levels.count &- 1].index &+= 1
  }

  /// The next member of the innermost level.
  mutating func name(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard !levels.isEmpty else { return }
    let last = levels.count &- 1
    let start = levels[last].start
    let count = min(bytes.count, Self.longest)
    if start &+ count > storage.count { grow() }
    if let source = bytes.baseAddress, let base = storage.baseAddress {
      (base + start).update(from: source, count: count)
    }
    levels[last].count = count
    levels[last].index &+= 1
    levels[last].keyStart = start
    levels[last].keyCount = count
    end = start &+ count
  }

  private mutating func grow() {
    let larger = UnsafeMutableBufferPointer<UInt8>.allocate(
      capacity: storage.count &* 2 &+ Self.longest)
    larger.initialize(repeating: 0)
    if let source = storage.baseAddress {
      larger.baseAddress?.update(from: source, count: storage.count)
    }
    storage.deallocate()
    storage = larger
  }

  /// The innermost name; valid until the next change.
  @inline(__always)
  var key: UnsafeBufferPointer<UInt8> {
    guard let last = levels.last else { return UnsafeBufferPointer(start: nil, count: 0) }
    return bytes(last.keyStart, last.keyCount)
  }

  /// The innermost name around the innermost level.
  var outerKey: UnsafeBufferPointer<UInt8> {
    guard levels.count > 1 else { return UnsafeBufferPointer(start: nil, count: 0) }
    let level = levels[levels.count &- 2]
    return bytes(level.keyStart, level.keyCount)
  }

  @inline(__always)
  private func bytes(_ start: Int, _ count: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: storage.baseAddress.map { UnsafePointer($0 + start) }, count: count)
  }

  /// `.people[3].email`
  var path: String {
    levels.reduce(into: "") { text, level in
      if level.isList {
        text += "[\(max(0, level.index))]"
      } else if level.index >= 0 {
        text += Self.step(String(decoding: bytes(level.start, level.count), as: UTF8.self))
      }
    }
  }

  private static func step(_ name: String) -> String {
    let isPlain =
      !name.isEmpty
      && name.utf8.allSatisfy {
        ASCII.isLetter($0) || ASCII.isDigit($0) || $0 == UInt8(ascii: "_") || $0 == ASCII.minus
      }
    return isPlain ? ".\(name)" : "[\"\(name)\"]"
  }
}
