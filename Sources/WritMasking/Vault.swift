import Synchronization
package import WritCrypto

/// Random tokens for values, `vt_DOMAIN_…`, kept in an encrypted file that only grows. Safe from any thread.
///
/// The same value of a domain gets the same token. Tokens are in the file for sure after `commit`, which is called before
/// masked output gets its name. Every reversal is written down before the value is handed out.
///
/// The file: a line `writ-vault-1 ID KEY`, then a line of base 64 for each record, sealed with AES-256-GCM and bound to
/// the vault's id and the record's number, so that no record can be changed, moved or taken out of the middle. Whoever
/// can write to the file can still cut off its end; a copy elsewhere shows that.
package final class Vault: Sendable {
  /// A reversal as the vault remembers it.
  package struct Entry: Hashable, Sendable {
    package var reversal: Reversal
    package var token: [UInt8]
  }

  private let state: Mutex<VaultState>

  /// Reads what is there; an empty storage becomes a new vault.
  package init(storage: sending any VaultStorage, key: SecretKey) throws(VaultError) {
    state = Mutex(try VaultState(storage: storage, key: key))
  }

  package convenience init(path: String, key: SecretKey) throws(VaultError) {
    try self.init(storage: VaultFile(path: path), key: key)
  }

  /// Bytes at the end that a crash had left half written, and that were cut off when the vault was opened.
  package var droppedBytes: Int { state.withLock { $0.droppedBytes } }

  /// How many values have a token.
  package var count: Int { state.withLock { $0.count } }

  /// The value's token in the domain, made if it has none.
  package func token(for value: [UInt8], in domain: JoinDomain) throws(VaultError) -> [UInt8] {
    try run { state throws(VaultError) in try state.token(for: value, in: domain) }
  }

  /// Whether the vault made this token.
  package func contains(_ token: [UInt8]) -> Bool { state.withLock { $0.contains(token) } }

  /// Writes all new tokens down; comes back when they survive a crash.
  package func commit() throws(VaultError) {
    try run { state throws(VaultError) in try state.commit() }
  }

  /// The values of tokens, after the reversal of each has been written down; nil for a token that is not in the vault.
  package func reveal(
    _ tokens: [[UInt8]], _ reversal: Reversal
  ) throws(VaultError) -> [[UInt8]?] {
    try run { state throws(VaultError) in try state.reveal(tokens, reversal) }
  }

  /// All reversals, in their order.
  package func reversals() throws(VaultError) -> [Entry] {
    try run { state throws(VaultError) in try state.reversals() }
  }

  private func run<Value: Sendable>(
    _ body: (inout VaultState) throws(VaultError) -> Value
  ) throws(VaultError) -> Value {
    let result: Result<Value, VaultError> = state.withLock { state in
      do throws(VaultError) { return .success(try body(&state)) } catch { return .failure(error) }
    }
    return try result.get()
  }
}
