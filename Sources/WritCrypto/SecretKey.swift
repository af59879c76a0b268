import COpenSSL

/// Bytes that must not be seen: they have no description and are overwritten when they are let go.
///
/// Safe from any thread: the bytes never change after the initializer.
package final class SecretKey: @unchecked Sendable {
  /// Of the keys that `KeyFile` reads and makes, in bytes.
  package static let standardSize = 32

  private let storage: UnsafeMutableRawBufferPointer

  /// `fill` writes the bytes.
  init<Failure: Error>(
    size: Int, _ fill: (UnsafeMutableRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    storage = .allocate(byteCount: max(size, 1), alignment: 16)
    storage.initializeMemory(as: UInt8.self, repeating: 0)
    do { try fill(UnsafeMutableRawBufferPointer(rebasing: storage[..<size])) } catch {
      // What was filled in is wiped by `deinit`, which runs since all properties are set.
      throw error
    }
    count = size
  }

  package let count: Int

  /// A copy; the caller wipes its own.
  package convenience init(copying bytes: some Collection<UInt8>) {
    self.init(size: bytes.count) { $0.copyBytes(from: bytes) }
  }

  /// A new key of 32 bytes.
  package static func random() throws(CryptoError) -> SecretKey {
    try SecretKey(size: standardSize) { (buffer) throws(CryptoError) in
      guard
        let address = buffer.baseAddress,
        RAND_priv_bytes(
          address.assumingMemoryBound(to: UInt8.self), Int32(truncatingIfNeeded: buffer.count)) == 1
      else { throw .unavailable("random numbers") }
    }
  }

  deinit {
    OPENSSL_cleanse(storage.baseAddress, storage.count)
    storage.deallocate()
  }

  package func withBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeRawBufferPointer(rebasing: storage[..<count]))
  }

  /// Without a difference in time.
  package func equals(_ other: SecretKey) -> Bool {
    withBytes { one in other.withBytes { ConstantTime.areEqual(one, $0) } }
  }
}

/// Nothing to look at, not even an address.
extension SecretKey: CustomReflectable {
  package var customMirror: Mirror { Mirror(self, children: []) }
}
