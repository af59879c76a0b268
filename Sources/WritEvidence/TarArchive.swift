/// A bundle as one file: ustar, files alone, sorted by name, one time, owner 0, mode 0644. The same bundle gives
/// the same bytes, and only those bytes are read back.
package enum TarArchive {
  static let block = 512

  /// The header of a file; nil where the path or the size does not fit into one.
  ///
  /// - Parameter time: seconds since 1970.
  package static func header(path: String, size: Int64, time: Int64) -> [UInt8]? {
    guard let (prefix, name) = split(path), size >= 0, size < 1 << 33, time >= 0, time < 1 << 33
    else { return nil }
    var header = [UInt8](repeating: 0, count: block)
    func put(_ bytes: some Sequence<UInt8>, at offset: Int) {
      for (index, byte) in bytes.enumerated() { header[offset + index] = byte }
    }
    put(name, at: 0)
    put(octal(0o644, 7), at: 100)
    put(octal(0, 7), at: 108)
    put(octal(0, 7), at: 116)
    put(octal(size, 11), at: 124)
    put(octal(time, 11), at: 136)
    put(repeatElement(0x20, count: 8), at: 148)
    header[156] = UInt8(ascii: "0")
    put("ustar\u{0}00".utf8, at: 257)
    put(prefix, at: 345)
    let sum = header.reduce(Int64(0)) { $0 + Int64($1) }
    put(octal(sum, 6) + [0, 0x20], at: 148)
    return header
  }

  /// Zeros after a file of that size.
  package static func padding(after size: Int64) -> [UInt8] {
    let rest = Int(size % Int64(block))
    return rest == 0 ? [] : [UInt8](repeating: 0, count: block - rest)
  }

  package static let end = [UInt8](repeating: 0, count: 2 * block)

  private static func octal(_ value: Int64, _ digits: Int) -> [UInt8] {
    let text = Array(String(value, radix: 8).utf8)
    return [UInt8](repeating: 0x30, count: max(0, digits - text.count)) + text
  }

  /// At a slash, so that the name has at most 100 bytes and what stands before it 155.
  private static func split(_ path: String) -> (prefix: [UInt8], name: [UInt8])? {
    let bytes = Array(path.utf8)
    if bytes.count <= 100 { return ([], bytes) }
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "/") && index <= 155 {
      let name = bytes[(index + 1)...]
      if !name.isEmpty, name.count <= 100 { return (Array(bytes[..<index]), Array(name)) }
    }
    return nil
  }

  // MARK: Reading

  /// The files of an archive, without the one folder that all of them are in.
  package static func read(_ bytes: [UInt8]) throws(EvidenceFailure) -> (
    folder: String, files: MemoryFolder
  ) {
    var position = 0
    var folder: String?
    var last = ""
    var files: [String: [UInt8]] = [:]
    while true {
      guard bytes.count - position >= block else { throw broken("is cut off") }
      let header = bytes[position..<(position + block)]
      if header.allSatisfy({ $0 == 0 }) { break }
      guard let size = number(header, 124, 11), let time = number(header, 136, 11) else {
        throw broken("has a header that can't be read (byte \(position))")
      }
      let name = field(header, 0, 100)
      let prefix = field(header, 345, 155)
      let path = prefix.isEmpty ? name : "\(prefix)/\(name)"
      guard
        Self.header(path: path, size: size, time: time).map({ header.elementsEqual($0) }) == true
      else { throw broken("holds more than plain files as a bundle has them (byte \(position))") }
      position += block
      let padding = Self.padding(after: size)
      guard let count = Int(exactly: size), bytes.count - position - padding.count >= count else {
        throw broken("is cut off")
      }
      let content = Array(bytes[position..<(position + count)])
      position += count
      guard bytes[position..<(position + padding.count)].elementsEqual(padding) else {
        throw broken("has something between its files (byte \(position))")
      }
      position += padding.count
      if let problem = EvidencePath.problem(path) { throw EvidenceFailure(path, "is \(problem)") }
      guard last.isEmpty || EvidencePath.inOrder(last, path) else {
        throw EvidenceFailure(path, "is out of order in the archive or there twice")
      }
      last = path
      let parts = path.split(separator: "/", maxSplits: 1)
      guard parts.count == 2, folder == nil || folder == String(parts[0]) else {
        throw EvidenceFailure(path, "is not in the one folder of the archive")
      }
      folder = String(parts[0])
      files[String(parts[1])] = content
    }
    guard bytes[position...].elementsEqual(end) else { throw broken("goes on after its end") }
    guard let folder else { throw broken("is empty") }
    return (folder, MemoryFolder(files))
  }

  private static func broken(_ reason: String) -> EvidenceFailure {
    EvidenceFailure("", "the archive \(reason)")
  }

  private static func field(_ header: ArraySlice<UInt8>, _ offset: Int, _ count: Int) -> String {
    let start = header.startIndex + offset
    return String(decoding: header[start..<(start + count)].prefix { $0 != 0 }, as: UTF8.self)
  }

  private static func number(_ header: ArraySlice<UInt8>, _ offset: Int, _ count: Int) -> Int64? {
    Int64(field(header, offset, count), radix: 8)
  }
}
