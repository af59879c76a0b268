/// The bytes of a vault: they grow at the end, and nothing before it changes.
package protocol VaultStorage: AnyObject {
  /// For messages.
  var path: String { get }
  func size() throws(VaultError) -> Int
  /// At most so many bytes; fewer only at the end.
  func read(at offset: Int, count: Int) throws(VaultError) -> [UInt8]
  /// Writes all, or throws after having written a part or nothing.
  func write(_ bytes: [UInt8], at offset: Int) throws(VaultError)
  func truncate(to size: Int) throws(VaultError)
  /// Comes back when what was written survives a crash.
  func sync() throws(VaultError)
}
