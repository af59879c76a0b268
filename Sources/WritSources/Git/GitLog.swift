package import WritTables
package import WritValues

/// Reads what git prints about commits.
package enum GitLog {
  /// What `git log` is asked to print for a commit, each field closed by a zero byte.
  ///
  /// With `--raw -z` every path follows an entry that begins with a colon, so that no name of a file
  /// can be taken for a commit.
  static let format =
    "writ1%x00%H%x00%cI%x00%aI%x00%ae%x00%ce%x00%G?%x00%P%x00%s%x00"
    + "%(trailers:key=Reviewed-by,key=Acked-by,key=Approved-by,valueonly,unfold,separator=%x1f)"

  private static let mark = Array("writ1".utf8)

  /// The commits in the order they are printed.
  ///
  /// - Parameters:
  ///   - bytes: output of `git log --raw -z --format=…` with `format`.
  ///   - signed: the commits that carry a signature. git says the same of a commit without one and of
  ///     one whose signature it has no program to check.
  /// - Throws: `ReadFailure` when the output is cut or of another form.
  package static func parse(
    _ bytes: [UInt8], signed: Set<String>, name: String = "git log"
  ) throws(ReadFailure) -> [JSONValue] {
    var fields = FieldCursor(bytes: bytes)
    var records: [JSONValue] = []
    while let first = fields.next() {
      guard first.elementsEqual(mark) else {
        throw failure(name, fields.position, "a commit was expected")
      }
      var head: [String] = []
      for _ in 0..<9 {
        guard let field = fields.next() else {
          throw failure(name, fields.position, "the last commit is cut")
        }
        head.append(String(decoding: field, as: UTF8.self))
      }
      var paths: [String] = []
      while let entry = fields.peek(),
        entry.first == UInt8(ascii: ":") || entry.starts(with: [10, 58])
      {
        _ = fields.next()
        guard let path = fields.next() else {
          throw failure(name, fields.position, "the last path is cut")
        }
        paths.append(String(decoding: path, as: UTF8.self))
      }
      records.append(record(head, paths: paths, isSigned: signed.contains(head[0])))
    }
    if fields.isCut { throw failure(name, bytes.count, "the output is cut") }
    return records
  }

  /// The commits that carry a signature, from `git rev-list --header`.
  package static func signedCommits(_ bytes: [UInt8]) -> Set<String> {
    var found: Set<String> = []
    for commit in bytes.split(separator: 0) {
      let lines = commit.split(
        separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      guard let id = lines.first else { continue }
      for line in lines.dropFirst() {
        // An empty line ends the header; the message after it may say anything.
        if line.isEmpty { break }
        if line.starts(with: Array("gpgsig ".utf8))
          || line.starts(with: Array("gpgsig-sha256 ".utf8))
        {
          found.insert(String(decoding: id, as: UTF8.self))
          break
        }
      }
    }
    return found
  }

  private static func record(_ head: [String], paths: [String], isSigned: Bool) -> JSONValue {
    var builder = RecordBuilder()
    builder.set("id", text: head[0])
    builder.set("time", text: time(head[1]))
    builder.set("authored", text: time(head[2]))
    builder.set("author", text: address(head[3]))
    builder.set("committer", text: address(head[4]))
    builder.set("signed", flag: signature(head[5], isSigned: isSigned))
    builder.set("merge", flag: head[6].utf8.contains(UInt8(ascii: " ")))
    builder.set("subject", text: head[7])
    builder.set("reviewers", texts: reviewers(head[8]))
    builder.set("paths", texts: paths)
    return builder.record
  }

  private static func time(_ text: String) -> String {
    Timestamp(parsing: text)?.description ?? text
  }

  private static func address(_ text: String) -> String? {
    text.isEmpty ? nil : UnicodeText.lower(text)
  }

  /// Whether there is a good signature; nil when that can't be checked.
  private static func signature(_ letter: String, isSigned: Bool) -> Bool? {
    switch letter {
    case "G", "U": true
    case "B", "R", "X", "Y": false
    case "N": isSigned ? nil : false
    default: nil
    }
  }

  /// The addresses in trailers, each once; a trailer without an address names nobody for sure.
  private static func reviewers(_ text: String) -> [String] {
    var found: [String] = []
    for value in text.utf8.split(separator: 0x1F) {
      let value = ByteText(ArraySlice(Array(value)))
      let address: ByteText
      if let (_, tail) = value.splitLast(at: "<"), let (inner, _) = tail.split(at: ">") {
        address = inner.trimmingSpaces()
      } else {
        address = value.trimmingSpaces()
      }
      let text = UnicodeText.lower(address.text)
      guard text.utf8.contains(UInt8(ascii: "@")), !text.utf8.contains(UInt8(ascii: " ")),
        !found.contains(text)
      else { continue }
      found.append(text)
    }
    return found
  }

  private static func failure(_ name: String, _ byte: Int, _ message: String) -> ReadFailure {
    ReadFailure(.broken, input: name, message: message, line: 1, byte: Int64(byte))
  }
}

/// Fields closed by zero bytes.
private struct FieldCursor {
  let bytes: [UInt8]
  private(set) var position = 0
  /// The last field was not closed.
  private(set) var isCut = false

  init(bytes: [UInt8]) { self.bytes = bytes }

  func peek() -> ArraySlice<UInt8>? {
    guard position < bytes.count, let stop = bytes[position...].firstIndex(of: 0) else {
      return nil
    }
    return bytes[position..<stop]
  }

  mutating func next() -> ArraySlice<UInt8>? {
    guard let field = peek() else {
      isCut = position < bytes.count
      position = bytes.count
      return nil
    }
    position = field.endIndex + 1
    return field
  }
}
