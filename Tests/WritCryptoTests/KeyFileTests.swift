import Foundation
import Testing
import WritCrypto
import _WritTestSupport

@Suite struct KeyFileTests {
  private func error(_ body: () throws -> SecretKey) -> KeyFileError? {
    do {
      _ = try body()
      return nil
    } catch { return error as? KeyFileError }
  }

  private func setMode(_ mode: Int, _ path: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
  }

  private func file(_ folder: TemporaryFolder, _ text: String) throws -> String {
    let path = try folder.write("k-\(UUID().uuidString).key", text)
    try setMode(0o600, path)
    return path
  }

  @Test func aKeyIsMadeAndRead() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/support.key"
    try KeyFile.makeKey("support", at: path)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.hasPrefix("writ-key-1 support ") && text.hasSuffix("\n"))
    #expect(text.split(separator: " ").count == 4)
    let key = try KeyFile.read("support", at: path)
    #expect(key.count == 32)
    #expect(key.equals(try KeyFile.read("support", variable: "K") { $0 == "K" ? text : nil }))
    // Nothing else lies beside it.
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["support.key"])
  }

  @Test func nothingIsOverwritten() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/support.key"
    try KeyFile.makeKey("support", at: path)
    let before = try Data(contentsOf: URL(filePath: path))
    #expect(throws: KeyFileError.isThere(name: "support", path: path)) {
      try KeyFile.makeKey("support", at: path)
    }
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
    let dangling = "\(folder.path)/link.key"
    try FileManager.default.createSymbolicLink(
      atPath: dangling, withDestinationPath: "\(folder.path)/elsewhere")
    #expect(throws: KeyFileError.isThere(name: "support", path: dangling)) {
      try KeyFile.makeKey("support", at: dangling)
    }
    #expect(throws: KeyFileError.self) {
      try KeyFile.makeKey("support", at: "\(folder.path)/none/support.key")
    }
    #expect(throws: KeyFileError.badName("Support!")) {
      try KeyFile.makeKey("Support!", at: "\(folder.path)/x.key")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
  }

  @Test(arguments: [0o640, 0o604, 0o620, 0o666, 0o601])
  func anOpenFileIsRefused(_ mode: Int) throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/support.key"
    try KeyFile.makeKey("support", at: path)
    try setMode(mode, path)
    let found = error { try KeyFile.read("support", at: path) }
    #expect(found == .tooOpen(name: "support", path: path, mode: UInt32(mode)))
    try setMode(0o400, path)
    #expect(try KeyFile.read("support", at: path).count == 32)
  }

  @Test func everyTruncationAndChangeIsRefused() throws {
    let folder = try TemporaryFolder()
    let made = "\(folder.path)/support.key"
    try KeyFile.makeKey("support", at: made)
    let text = try String(contentsOfFile: made, encoding: .utf8)
    let line = Array(text.utf8.dropLast())
    for count in 0..<line.count {
      let cut = String(decoding: line.prefix(count), as: UTF8.self)
      #expect(error { try KeyFile.read("support", variable: "K") { _ in cut } } != nil)
    }
    for index in line.indices {
      var changed = line
      changed[index] = changed[index] == 0x41 ? 0x42 : 0x41
      let other = String(decoding: changed, as: UTF8.self)
      #expect(error { try KeyFile.read("support", variable: "K") { _ in other } } != nil)
    }
    for bad in [text + text, text + "x", String(repeating: "A", count: 4096), "\n", "\0"] {
      let path = try file(folder, bad)
      #expect(
        error { try KeyFile.read("support", at: path) } == .malformed(name: "support", source: path)
      )
    }
    // Windows line ends and none at all are fine.
    for good in [text, String(text.dropLast()), text.dropLast() + "\r\n"] {
      let path = try file(folder, String(good))
      #expect(try KeyFile.read("support", at: path).count == 32)
    }
  }

  @Test func aKeyOfAnotherNameOrLengthIsRefused() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/a.key"
    try KeyFile.makeKey("support", at: path)
    #expect(
      error { try KeyFile.read("billing", at: path) }
        == .wrongName(name: "billing", found: "support", source: path))
    let body = "writ-key-1 support " + String(decoding: Base64.encode([1, 2, 3]), as: UTF8.self)
    let short = try file(folder, "\(body) \(Digest.sha256Hex(body).prefix(8))\n")
    #expect(
      error { try KeyFile.read("support", at: short) } == .malformed(name: "support", source: short)
    )
  }

  @Test func whatIsNoFileIsRefused() throws {
    let folder = try TemporaryFolder()
    let absent = "\(folder.path)/none.key"
    #expect(
      error { try KeyFile.read("support", at: absent) } == .absent(name: "support", path: absent))
    #expect(
      error { try KeyFile.read("support", at: folder.path) }
        == .notRegular(name: "support", path: folder.path))
    #expect(
      error { try KeyFile.read("support", at: "/dev/null") }
        == .notRegular(name: "support", path: "/dev/null"))
    #expect(
      error { try KeyFile.read("support", variable: "K") { _ in nil } }
        == .notInEnvironment(name: "support", variable: "K"))
    #expect(
      error { try KeyFile.read("support", variable: "K") { _ in "" } }
        == .notInEnvironment(name: "support", variable: "K"))
  }

  @Test func aLinkOfOnesOwnIsFollowed() throws {
    let folder = try TemporaryFolder()
    try KeyFile.makeKey("support", at: "\(folder.path)/real.key")
    let link = "\(folder.path)/link.key"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "real.key")
    #expect(try KeyFile.read("support", at: link).count == 32)
  }

  @Test func aKeyIsNeverShown() throws {
    let key = SecretKey(copying: Array("0123456789abcdef0123456789abcdef".utf8))
    var dumped = ""
    dump(key, to: &dumped)
    for text in ["\(key)", String(reflecting: key), String(describing: key), dumped] {
      #expect(!text.contains("0123") && !text.contains("48") && !text.contains("0x"), "\(text)")
    }
  }

  @Test func errorsSayWhatAndWhereButNotTheKey() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/support.key"
    try KeyFile.makeKey("support", at: path)
    try setMode(0o644, path)
    let text = try #require(error { try KeyFile.read("support", at: path) }).description
    #expect(text.contains("support") && text.contains(path) && text.contains("chmod 600"))
    let secret = try String(contentsOfFile: path, encoding: .utf8).split(separator: " ")[2]
    #expect(!text.contains(secret))
  }

  @Test(arguments: [
    ("support", true), ("a", true), ("a-b_c9", true), ("", false), ("9a", false), ("A", false),
    ("a b", false), ("a/b", false), (String(repeating: "a", count: 65), false),
  ])
  func names(_ name: String, _ isOne: Bool) { #expect(KeyFile.isName(name) == isOne) }
}
