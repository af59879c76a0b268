import Synchronization

/// The bytes of the standard input, read once and only when something asks for `-`.
package final class StandardInputText: Sendable {
  private let read: @Sendable () -> [UInt8]
  private let cache = Mutex<[UInt8]?>(nil)

  package init(_ read: @escaping @Sendable () -> [UInt8]) { self.read = read }

  package var bytes: [UInt8] {
    cache.withLock { cache in
      let bytes = cache ?? read()
      cache = bytes
      return bytes
    }
  }
}
