import COpenSSL

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A named key on disk or in the environment: one line `writ-key-1 NAME BASE64 CHECK`.
///
/// The check, eight hexadecimal digits of the SHA-256 of what stands before it, tells a line that was cut off or mistyped.
package enum KeyFile {
  private static let mark = "writ-key-1"
  private static let largest = 512

  /// Whether a key can be called so: `support`.
  package static func isName(_ name: String) -> Bool {
    let bytes = name.utf8
    guard let first = bytes.first, bytes.count <= 64 else { return false }
    return (0x61...0x7A).contains(first)
      && bytes.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F || $0 == 0x2D
      }
  }

  // MARK: Reading

  /// The key of a file that only its owner may read.
  package static func read(_ name: String, at path: String) throws(KeyFileError) -> SecretKey {
    guard isName(name) else { throw .badName(name) }
    var bytes = try contents(name, path)
    defer { OPENSSL_cleanse(&bytes, bytes.count) }
    return try parse(bytes, name: name, source: path)
  }

  /// The key of an environment's variable, which holds the same line as a file.
  package static func read(
    _ name: String, variable: String, environment: (String) -> String?
  ) throws(KeyFileError) -> SecretKey {
    guard isName(name) else { throw .badName(name) }
    guard let text = environment(variable), !text.isEmpty else {
      throw .notInEnvironment(name: name, variable: variable)
    }
    var bytes = Array(text.utf8)
    defer { OPENSSL_cleanse(&bytes, bytes.count) }
    return try parse(bytes, name: name, source: "the variable \(variable)")
  }

  private static func parse(
    _ bytes: [UInt8], name: String, source: String
  ) throws(KeyFileError) -> SecretKey {
    var line = bytes[...]
    if line.last == 0x0A { line = line.dropLast() }
    if line.last == 0x0D { line = line.dropLast() }
    let words = line.split(separator: 0x20, omittingEmptySubsequences: false)
    guard words.count == 4, words[0].elementsEqual(mark.utf8) else {
      throw .malformed(name: name, source: source)
    }
    guard
      words[3].elementsEqual(check(of: Array(line[..<words[2].endIndex]))),
      var secret = Base64.decode(words[2])
    else { throw .malformed(name: name, source: source) }
    defer { OPENSSL_cleanse(&secret, secret.count) }
    guard secret.count == SecretKey.standardSize else {
      throw .malformed(name: name, source: source)
    }
    guard words[1].elementsEqual(name.utf8) else {
      let found = String(decoding: words[1], as: UTF8.self)
      throw .wrongName(name: name, found: isName(found) ? found : "?", source: source)
    }
    return SecretKey(copying: secret)
  }

  private static func check(of bytes: [UInt8]) -> Substring.UTF8View {
    Digest.sha256Hex(bytes).prefix(8).utf8
  }

  private static func contents(_ name: String, _ path: String) throws(KeyFileError) -> [UInt8] {
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK
    var file = open(path, flags | O_NOFOLLOW)
    if file < 0, errno == ELOOP {
      var link = stat()
      guard lstat(path, &link) == 0 else { throw failure(name, path) }
      guard isTrusted(link.st_uid) else {
        throw .foreignOwner(name: name, path: path, isLink: true)
      }
      file = open(path, flags)
    }
    guard file >= 0 else {
      if errno == ENOENT { throw .absent(name: name, path: path) }
      throw failure(name, path)
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw failure(name, path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegular(name: name, path: path) }
    guard isTrusted(status.st_uid) else {
      throw .foreignOwner(name: name, path: path, isLink: false)
    }
    guard status.st_mode & 0o077 == 0 else {
      throw .tooOpen(name: name, path: path, mode: UInt32(status.st_mode & 0o7777))
    }
    var bytes = [UInt8](repeating: 0, count: largest)
    var count = 0
    while count < largest {
      let step = bytes.withUnsafeMutableBytes { buffer in
        pread(file, buffer.baseAddress.map { $0 + count }, largest - count, off_t(count))
      }
      if step < 0 {
        if errno == EINTR { continue }
        throw failure(name, path)
      }
      if step == 0 { break }
      count += step
    }
    // A key is far shorter: a file that fills the buffer is none.
    bytes.removeLast(largest - count)
    return bytes
  }

  /// The user of this process, and root, who could take its place anyhow.
  private static func isTrusted(_ owner: uid_t) -> Bool { owner == geteuid() || owner == 0 }

  private static func failure(_ name: String, _ path: String) -> KeyFileError {
    .file(name: name, path: path, reason: reason(errno))
  }

  private static func reason(_ code: Int32) -> String {
    strerror(code).map { String(cString: $0) } ?? "error \(code)"
  }

  // MARK: Making

  /// Makes a new key in a file of mode 0600 that is there whole or not at all; replaces nothing.
  package static func makeKey(_ name: String, at path: String) throws(KeyFileError) {
    guard isName(name) else { throw .badName(name) }
    let key: SecretKey
    do { key = try .random() } catch { throw .crypto(error) }
    var line = line(name, key)
    defer { OPENSSL_cleanse(&line, line.count) }
    let temporary = "\(path).new-\(getpid())"
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw failure(name, path) }
    defer { unlink(temporary) }
    var code = write(line, to: file)
    if code == 0, fchmod(file, 0o600) != 0 { code = errno }
    if code == 0, fsync(file) != 0 { code = errno }
    if close(file) != 0, code == 0 { code = errno }
    // Unlike `rename`, a link is refused where something has the name already.
    if code == 0, link(temporary, path) != 0 { code = errno }
    if code == EEXIST { throw .isThere(name: name, path: path) }
    guard code == 0 else { throw .file(name: name, path: path, reason: reason(code)) }
    syncFolder(of: path)
  }

  /// The line of a key, for its file or a variable; the caller wipes it.
  static func line(_ name: String, _ key: SecretKey) -> [UInt8] {
    var line = Array("\(mark) \(name) ".utf8)
    var secret = key.withBytes { Base64.encode($0) }
    defer { OPENSSL_cleanse(&secret, secret.count) }
    line += secret
    let check = Array(check(of: line))
    return line + [0x20] + check + [0x0A]
  }

  private static func write(_ bytes: [UInt8], to file: Int32) -> Int32 {
    var offset = 0
    return bytes.withUnsafeBytes { buffer in
      while offset < buffer.count {
        let count = pwrite(
          file, buffer.baseAddress.map { $0 + offset }, buffer.count - offset, off_t(offset))
        if count < 0 {
          if errno == EINTR { continue }
          return errno
        }
        offset += count
      }
      return 0
    }
  }

  private static func syncFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let handle = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if handle >= 0 {
      fsync(handle)
      close(handle)
    }
  }
}
