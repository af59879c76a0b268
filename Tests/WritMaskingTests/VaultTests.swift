import Foundation
import Testing
import WritCrypto
import WritMasking
import WritModel
import _WritTestSupport

/// Bytes in memory that fail when they are told to, and forget what was not synced when they crash.
private final class FaultyStorage: VaultStorage, @unchecked Sendable {
  var bytes: [UInt8]
  /// So many bytes can still be written.
  var budget = Int.max
  var failsToSync = false
  var failsToTruncate = false
  let path = "faulty"

  init(_ bytes: [UInt8] = []) { self.bytes = bytes }

  func size() throws(VaultError) -> Int { bytes.count }

  func read(at offset: Int, count: Int) throws(VaultError) -> [UInt8] {
    Array(bytes.dropFirst(offset).prefix(count))
  }

  func write(_ new: [UInt8], at offset: Int) throws(VaultError) {
    let part = new.prefix(budget)
    bytes = Array(bytes.prefix(offset)) + part
    budget -= part.count
    if part.count < new.count { throw .file(path: path, reason: "No space left on device") }
  }

  func truncate(to size: Int) throws(VaultError) {
    if failsToTruncate { throw .file(path: path, reason: "I/O error") }
    bytes = Array(bytes.prefix(size))
  }

  func sync() throws(VaultError) {
    if failsToSync { throw .file(path: path, reason: "I/O error") }
  }
}

@Suite struct VaultTests {
  private let domain: JoinDomain
  private let reversal = Reversal(
    by: "ada@example.test", reason: "SUP-17", time: 1_793_000_000_000_000)

  init() throws { domain = try #require(JoinDomain("contact.email")) }

  @Test func tokensLast() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/main.vault"
    var tokens: [[UInt8]] = []
    do {
      let vault = try Vault(path: path, key: key("v"))
      for number in 0..<300 {
        tokens.append(try vault.token(for: bytes("user-\(number)@example.com"), in: domain))
      }
      #expect(try vault.token(for: bytes("user-7@example.com"), in: domain) == tokens[7])
      try vault.commit()
    }
    #expect(Set(tokens).count == 300)
    #expect(tokens.allSatisfy { text($0).hasPrefix("vt_contact_email_") && $0.count == 37 })
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let content = try Data(contentsOf: URL(filePath: path))
    #expect(!String(decoding: content, as: UTF8.self).contains("user-17"))
    let vault = try Vault(path: path, key: key("v"))
    #expect(vault.count == 300 && vault.droppedBytes == 0)
    #expect(try vault.token(for: bytes("user-7@example.com"), in: domain) == tokens[7])
    let other = try #require(JoinDomain("person.name"))
    #expect(
      try vault.token(for: bytes("user-7@example.com"), in: other).suffix(20)
        != tokens[7].suffix(20))
    #expect(try vault.reveal(tokens, reversal) == (0..<300).map { bytes("user-\($0)@example.com") })
  }

  @Test func everyReversalIsWrittenDownFirst() throws {
    let storage = FaultyStorage()
    let vault = try Vault(storage: storage, key: key("v"))
    let token = try vault.token(for: bytes("Ada"), in: domain)
    #expect(try vault.reveal([token, bytes("vt_x_y")], reversal) == [bytes("Ada"), nil])
    #expect(try vault.reversals().map(\.reversal) == [reversal])
    #expect(try vault.reversals().map(\.token) == [token])
    let again = try Vault(storage: FaultyStorage(storage.bytes), key: key("v"))
    #expect(try again.reversals().count == 1)
    // Where it can't be written down, no value comes out.
    storage.budget = 10
    #expect(throws: VaultError.self) { try vault.reveal([token], reversal) }
    let unsynced = FaultyStorage(storage.bytes)
    let third = try Vault(storage: unsynced, key: key("v"))
    unsynced.failsToSync = true
    #expect(throws: VaultError.self) { try third.reveal([token], reversal) }
    #expect(throws: VaultError.stopped) { try third.reveal([token], reversal) }
  }

  /// A write that ends at any byte: what was committed before is there, nothing is half there, and nobody takes a token
  /// that is not in the file.
  @Test func aWriteThatFailsAnywhereLosesOnlyItself() throws {
    let first = FaultyStorage()
    let tokens: [[UInt8]]
    do {
      let vault = try Vault(storage: first, key: key("v"))
      tokens = try ["Ada", "Bo"].map { try vault.token(for: bytes($0), in: domain) }
      try vault.commit()
    }
    for (budget, failsToTruncate) in (0..<400).flatMap({ [($0, false), ($0, true)] }) {
      let storage = FaultyStorage(first.bytes)
      let vault = try Vault(storage: storage, key: key("v"))
      storage.budget = budget
      storage.failsToTruncate = failsToTruncate
      var new: [UInt8]?
      do {
        let token = try vault.token(for: bytes("Cleo"), in: domain)
        _ = try vault.token(for: bytes("Dora"), in: domain)
        try vault.commit()
        new = token
      } catch {
        #expect(throws: VaultError.stopped) { try vault.commit() }
        #expect(throws: VaultError.stopped) { try vault.token(for: bytes("Cleo"), in: domain) }
      }
      let after = try Vault(storage: FaultyStorage(storage.bytes), key: key("v"))
      #expect(try after.reveal(tokens, reversal) == [bytes("Ada"), bytes("Bo")])
      if let new { #expect(try after.reveal([new], reversal) == [bytes("Cleo")]) }
    }
  }

  /// A file cut off at any byte opens with all whole records before the cut.
  @Test func everyTruncationIsAPrefix() throws {
    let storage = FaultyStorage()
    let vault = try Vault(storage: storage, key: key("v"))
    var ends: [Int] = []
    for name in ["Ada", "Bo", "Cleo"] {
      _ = try vault.token(for: bytes(name), in: domain)
      try vault.commit()
      ends.append(storage.bytes.count)
    }
    for size in 0...storage.bytes.count {
      let cut = FaultyStorage(Array(storage.bytes.prefix(size)))
      let opened = try Vault(storage: cut, key: key("v"))
      #expect(opened.count == ends.count { $0 <= size }, "\(size)")
      // And it goes on from there.
      let token = try opened.token(for: bytes("Dora"), in: domain)
      try opened.commit()
      let again = try Vault(storage: FaultyStorage(cut.bytes), key: key("v"))
      #expect(again.contains(token) && again.droppedBytes == 0)
    }
  }

  @Test func blocksOfZerosAtTheEndAreACrash() throws {
    let storage = FaultyStorage()
    let vault = try Vault(storage: storage, key: key("v"))
    _ = try vault.token(for: bytes("Ada"), in: domain)
    try vault.commit()
    let zeros = FaultyStorage(storage.bytes + [UInt8](repeating: 0, count: 4096))
    #expect(try Vault(storage: zeros, key: key("v")).count == 1)
    #expect(zeros.bytes == storage.bytes)
  }

  @Test func changesInTheMiddleAreDamage() throws {
    let storage = FaultyStorage()
    let vault = try Vault(storage: storage, key: key("v"))
    for name in ["Ada", "Bo", "Cleo", "Dora"] { _ = try vault.token(for: bytes(name), in: domain) }
    try vault.commit()
    var lines = storage.bytes.split(separator: 0x0A).map(Array.init)
    #expect(lines.count == 5)
    func opened(_ lines: [[UInt8]]) throws -> Vault {
      try Vault(storage: FaultyStorage(lines.flatMap { $0 + [0x0A] }), key: key("v"))
    }
    var changed = lines
    changed[2][10] = changed[2][10] == 0x41 ? 0x42 : 0x41
    #expect(throws: VaultError.damaged(path: "faulty", record: 2)) { try opened(changed) }
    #expect(throws: VaultError.damaged(path: "faulty", record: 2)) {
      try opened([lines[0], lines[1], lines[3], lines[4]])
    }
    #expect(throws: VaultError.damaged(path: "faulty", record: 1)) {
      try opened([lines[0], lines[2], lines[1], lines[3], lines[4]])
    }
    // Records of another vault under the same key.
    let other = FaultyStorage()
    let otherVault = try Vault(storage: other, key: key("v"))
    _ = try otherVault.token(for: bytes("Eve"), in: domain)
    try otherVault.commit()
    lines[2] = Array(other.bytes.split(separator: 0x0A)[1])
    #expect(throws: VaultError.damaged(path: "faulty", record: 2)) { try opened(lines) }
  }

  @Test func whatIsNoVaultIsLeftAlone() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("notes.txt", "my notes\n")
    #expect(throws: VaultError.notAVault(path: path)) { try Vault(path: path, key: key("v")) }
    let long = try folder.write("long.txt", String(repeating: "x", count: 500))
    #expect(throws: VaultError.notAVault(path: long)) { try Vault(path: long, key: key("v")) }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "my notes\n")
    let vault = "\(folder.path)/v.vault"
    do { _ = try Vault(path: vault, key: key("v")) }
    #expect(throws: VaultError.wrongKey(path: vault)) { try Vault(path: vault, key: key("w")) }
    #expect(throws: VaultError.self) { try Vault(path: "\(folder.path)/no/v.vault", key: key("v")) }
    #expect(throws: VaultError.self) { try Vault(path: folder.path, key: key("v")) }
  }

  @Test func oneAtATime() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/v.vault"
    let vault = try Vault(path: path, key: key("v"))
    #expect(throws: VaultError.inUse(path: path)) { try Vault(path: path, key: key("v")) }
    try vault.commit()
  }

  @Test func threadsShareIt() async throws {
    let vault = try Vault(storage: FaultyStorage(), key: key("v"))
    let domain = domain
    let tokens = try await withThrowingTaskGroup(of: [[UInt8]].self) { group in
      for _ in 0..<4 {
        group.addTask {
          try (0..<200).map { try vault.token(for: bytes("u\($0)"), in: domain) }
        }
      }
      return try await group.reduce(into: [[[UInt8]]]()) { $0.append($1) }
    }
    #expect(Set(tokens).count == 1 && vault.count == 200)
  }

  @Test func theMaskerUsesIt() throws {
    let vault = try Vault(storage: FaultyStorage(), key: key("main"))
    let mask = try mask(
      .init("vault", ["name": .text("main")]), keys: ["main": key("main")], vaults: ["main": vault])
    let context = try context("email_address", "contact.email")
    let masker = Masker(mask)
    let token = masker.apply(bytes("ada@example.com"), context).bytes
    #expect(masker.apply(token, context).outcome == .alreadyMasked)
    // A token of nobody is a value like any other.
    var forged = token
    forged[30] = forged[30] == 0x61 ? 0x62 : 0x61
    #expect(masker.apply(forged, context).outcome == .masked)
    try mask.commit()
    #expect(
      try Unmasker(mask).values(ofVaultTokens: [token, bytes("x")], reversal)
        == [bytes("ada@example.com"), nil])
    #expect(try vault.reversals().map(\.token) == [token])
  }

  @Test func anyBytesAfterTheHeadAreReadOrRefused() throws {
    let storage = FaultyStorage()
    let vault = try Vault(storage: storage, key: key("v"))
    for name in ["Ada", "Bo", "Cleo"] { _ = try vault.token(for: bytes(name), in: domain) }
    try vault.commit()
    var generator = SeededGenerator(seed: 51)
    for _ in 0..<300 {
      var broken = storage.bytes
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let index = Int.random(in: 0..<broken.count, using: &generator)
        broken[index] = UInt8.random(in: 0...255, using: &generator)
      }
      guard let opened = try? Vault(storage: FaultyStorage(broken), key: key("v")) else { continue }
      #expect(opened.count <= 3)
    }
  }
}
