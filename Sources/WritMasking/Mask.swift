package import WritCrypto
package import WritModel

/// A mask with its operators read and its keys at hand: all that is shared by the threads that mask with it.
package struct Mask: Sendable {
  package let name: String
  private let lines: [(category: DataCategory, operation: MaskOperator)]
  private let otherwise: MaskOperator
  let keys: [String: SecretKey]
  package let vaults: [String: Vault]

  /// The mask, or nil after problems, all of which are given.
  ///
  /// - Parameters:
  ///   - key: the key of a name; asked once a name.
  ///   - vault: the vault of a name, sealed with the key of that name.
  package static func bind(
    _ definition: MaskDefinition,
    key: (String) -> Result<SecretKey, KeyFileError>,
    vault: (String, SecretKey) -> Result<Vault, VaultError> = { name, _ in
      .failure(.file(path: name, reason: "this run has no vaults"))
    }
  ) -> (mask: Mask?, problems: [MaskProblem]) {
    var problems: [MaskProblem] = []
    var keys: [String: SecretKey] = [:]
    var vaults: [String: Vault] = [:]
    var asked: Set<String> = []
    func read(_ operation: MaskDefinition.Operation) -> MaskOperator {
      do {
        let read = try MaskOperator(operation)
        if let name = read.keyName, asked.insert(name).inserted {
          switch key(name) {
          case .success(let found): keys[name] = found
          case .failure(let error):
            problems.append(MaskProblem(.missingKey(error), error.description))
          }
        }
        if case .vault(let name, _) = read, vaults[name] == nil, let key = keys[name] {
          switch vault(name, key) {
          case .success(let found): vaults[name] = found
          case .failure(let error): problems.append(MaskProblem(.vault(error), error.description))
          }
        }
        return read
      } catch {
        problems.append(error)
        // Never seen: a mask with problems is not given.
        return .redact
      }
    }
    let lines = definition.lines.map { (category: $0.category, operation: read($0.operation)) }
    let otherwise = read(definition.otherwise)
    guard problems.isEmpty else { return (nil, problems) }
    return (
      Mask(
        name: definition.name, lines: lines, otherwise: otherwise, keys: keys, vaults: vaults), []
    )
  }

  /// The operator for a category: that of the longest path that fits.
  package func operation(for category: DataCategory) -> MaskOperator {
    var best: (length: Int, operation: MaskOperator) = (-1, otherwise)
    for line in lines
    where line.category.path.count > best.length && category.isWithin(line.category) {
      best = (line.category.path.count, line.operation)
    }
    return best.operation
  }

  package var operations: [MaskOperator] { lines.map(\.operation) + [otherwise] }

  /// Whether every masked value can be told by itself, so that masking twice changes nothing. Otherwise the file needs
  /// a `MaskManifest`.
  package var isRecognizable: Bool { operations.allSatisfy(\.isRecognizable) }

  /// Makes all new tokens of vaults survive a crash; before the output gets its name.
  package func commit() throws(VaultError) {
    for name in vaults.keys.sorted() { try vaults[name]?.commit() }
  }

  /// The identifiers of the keys, by name: they tell keys apart and say nothing about them.
  package func keyIdentifiers() throws(CryptoError) -> [String: String] {
    var identifiers: [String: String] = [:]
    for (name, key) in keys { identifiers[name] = try key.identifier() }
    return identifiers
  }
}
