import WritCrypto
import WritValues

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Who had masked files reversed: JSON Lines that only grow, each with the digest of the line before, so that none can
/// be changed or taken out of the middle unseen. An entry is on the disk before the first value is handed out.
package struct ReversalLog: Sendable {
  package enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
    case file(path: String, reason: String)
    /// The line, counted from 1, does not follow from the one before.
    case damaged(path: String, line: Int)

    package var description: String {
      switch self {
      case .file(let path, let reason): "the log of reversals \(path) can't be used: \(reason)"
      case .damaged(let path, let line):
        "the log of reversals \(path) was changed at line \(line); nothing is reversed until that is cleared up"
      }
    }
  }

  package struct Entry: Hashable, Sendable {
    package var reversal: Reversal
    package var mask: String
    /// The file whose values were given back.
    package var source: String

    package init(reversal: Reversal, mask: String, source: String) {
      self.reversal = reversal
      self.mask = mask
      self.source = source
    }
  }

  package let path: String

  package init(path: String) { self.path = path }

  /// All entries, in their order; none where there is no file.
  package func entries() throws(Failure) -> [Entry] {
    try read(try contents()).entries
  }

  /// Appends an entry; comes back when it survives a crash.
  package func append(_ entry: Entry) throws(Failure) {
    let file = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw failure() }
    defer { close(file) }
    while flock(file, LOCK_EX) != 0 { if errno != EINTR { throw failure() } }
    let before = try read(try contents(file))
    let size = before.size
    let value: JSONValue = [
      "at": .int(entry.reversal.time), "by": .text(entry.reversal.by), "mask": .text(entry.mask),
      "previous": .text(before.digest), "reason": .text(entry.reversal.reason),
      "source": .text(entry.source),
    ]
    // What a crash left half written goes.
    guard ftruncate(file, off_t(size)) == 0 else { throw failure() }
    let line = value.canonical + [0x0A]
    var done = 0
    while done < line.count {
      let step = line.withUnsafeBytes {
        pwrite(file, $0.baseAddress.map { $0 + done }, line.count - done, off_t(size + done))
      }
      if step < 0 {
        if errno == EINTR { continue }
        let error = failure()
        _ = ftruncate(file, off_t(size))
        throw error
      }
      done += step
    }
    guard fsync(file) == 0 else { throw failure() }
  }

  private func failure() -> Failure {
    .file(path: path, reason: strerror(errno).map { String(cString: $0) } ?? "error \(errno)")
  }

  private func contents() throws(Failure) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else {
      if errno == ENOENT { return [] }
      throw failure()
    }
    defer { close(file) }
    return try contents(file)
  }

  private func contents(_ file: Int32) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let step = piece.withUnsafeMutableBytes {
        pread(file, $0.baseAddress, $0.count, off_t(bytes.count))
      }
      if step < 0 {
        if errno == EINTR { continue }
        throw failure()
      }
      if step == 0 { return bytes }
      bytes += piece.prefix(step)
    }
  }

  private func read(
    _ bytes: [UInt8]
  ) throws(Failure) -> (entries: [Entry], digest: String, size: Int) {
    var entries: [Entry] = []
    var digest = Digest.sha256Hex("")
    var start = 0
    while let end = bytes[start...].firstIndex(of: 0x0A) {
      let line = Array(bytes[start..<end])
      guard let value = try? JSONValue.parse(line), let previous = value["previous"]?.string,
        previous.utf8.elementsEqual(digest.utf8), let time = value["at"]?.int,
        let by = value["by"]?.string, let reason = value["reason"]?.string,
        let mask = value["mask"]?.string, let source = value["source"]?.string
      else { throw .damaged(path: path, line: entries.count + 1) }
      entries.append(
        Entry(
          reversal: Reversal(by: by, reason: reason, time: time), mask: mask, source: source))
      digest = Digest.sha256Hex(line)
      start = end + 1
    }
    return (entries, digest, start)
  }
}
