/// The SSH daemon's configuration with its `Include` files in place.
///
/// As the daemon reads it: keywords in any case, the first value of a keyword wins, a `Match` block
/// reaches to the next one or the end of its file, an included file stands where its `Include` does.
struct SSHDConfiguration {
  struct Setting {
    var keyword: String
    var values: [String]
    /// The criteria of the block it stands in, as written; nil outside of all blocks.
    var match: String?
    /// Blocks are numbered from 1 in the order they are read; 0 outside.
    var block: Int
    var path: String
    var line: TextLine
  }

  private(set) var settings: [Setting] = []
  private(set) var paths: [String] = []
  /// Lines the daemon would refuse.
  private(set) var problems: [(path: String, line: TextLine, reason: String)] = []
  private let files: any FileSystem
  private var blocks = 0
  /// Open, from the outermost in.
  private var stack: [String] = []

  /// - Throws: `FileFailure` for a file that is there but can't be read: it may decide anything.
  init(path: String, files: any FileSystem) throws(FileFailure) {
    self.files = files
    try read(path, match: nil, block: 0)
  }

  private mutating func read(
    _ path: String, match: String?, block: Int
  ) throws(FileFailure) {
    let bytes = try files.read(path)
    if !paths.contains(path) { paths.append(path) }
    stack.append(path)
    defer { stack.removeLast() }
    var match = match
    var block = block
    let outer = match
    for line in TextLine.lines(of: bytes) {
      guard let words = Self.words(line.text) else {
        problems.append((path, line, "has a quote that is not closed"))
        continue
      }
      guard let first = words.first else { continue }
      let values = Array(words.dropFirst())
      let keyword = SSHDKeywords.aliases[first.lowercased()] ?? first.lowercased()
      guard !values.isEmpty else {
        problems.append((path, line, "gives no value"))
        continue
      }
      switch keyword {
      case "match":
        blocks += 1
        block = blocks
        let criteria = values.joined(separator: " ")
        // A block in a file that a block includes holds only where both do.
        match = outer.map { "\($0) and \(criteria)" } ?? criteria
      case "include":
        for pattern in values {
          try include(pattern, line: line, of: path, match: match, block: block)
        }
      default:
        settings.append(
          Setting(
            keyword: keyword, values: values, match: match, block: block, path: path, line: line))
      }
    }
  }

  private mutating func include(
    _ pattern: String, line: TextLine, of path: String, match: String?, block: Int
  ) throws(FileFailure) {
    let place = pattern.hasPrefix("/") ? pattern : "/etc/ssh/" + pattern
    for file in try PathPattern.expand(place, in: files) {
      guard stack.count < 16, !stack.contains(file) else {
        problems.append((path, line, "includes a file that includes it"))
        continue
      }
      do {
        try read(file, match: match, block: block)
      } catch {
        // The daemon passes over a file that is not there.
        if error.kind != .missing { throw error }
      }
    }
  }

  /// The words of a line, with `"` around those with spaces; nil when a quote is not closed.
  ///
  /// The keyword may be followed by `=`. A `#` where a word would begin ends the line.
  static func words(_ line: ByteText) -> [String]? {
    var words: [String] = []
    let bytes = line.bytes
    var index = bytes.startIndex
    func isSpace(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == 0x0C || byte == 0x0D
    }
    while index < bytes.endIndex {
      let byte = bytes[index]
      if isSpace(byte) || words.count == 1 && byte == UInt8(ascii: "=") {
        index += 1
        continue
      }
      if byte == UInt8(ascii: "#") { break }
      var word: [UInt8] = []
      var quote: UInt8?
      while index < bytes.endIndex {
        let byte = bytes[index]
        if let open = quote {
          if byte == open {
            quote = nil
          } else if byte == UInt8(ascii: "\\"), index + 1 < bytes.endIndex,
            bytes[index + 1] == open || bytes[index + 1] == UInt8(ascii: "\\")
          {
            index += 1
            word.append(bytes[index])
          } else {
            word.append(byte)
          }
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          quote = byte
        } else if isSpace(byte) || words.isEmpty && byte == UInt8(ascii: "=") {
          break
        } else {
          word.append(byte)
        }
        index += 1
      }
      if quote != nil { return nil }
      words.append(String(decoding: word, as: UTF8.self))
    }
    return words
  }
}
