import WritValues

/// How files of a bundle may be called: parts of `A-Z a-z 0-9 . _ -`, so that every tool reads them alike.
package enum EvidencePath {
  static let longest = 200

  /// Why the path is none of a bundle's; nil where it is one.
  package static func problem(_ path: String) -> String? {
    let bytes = Array(path.utf8)
    if bytes.isEmpty { return "a path without a name" }
    if bytes.count > longest { return "a path of more than \(longest) bytes" }
    for part in bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      if part.isEmpty { return "a path with an empty part" }
      if part.elementsEqual(".".utf8) || part.elementsEqual("..".utf8) {
        return "a path that leads elsewhere (`.` or `..`)"
      }
      if !part.allSatisfy(isPlain) {
        return "a name with other characters than A-Z a-z 0-9 . _ -"
      }
    }
    return nil
  }

  /// A name of one part that is much like the text.
  package static func part(_ text: String) -> String {
    let bytes = text.utf8.prefix(80).map { isPlain($0) ? $0 : UInt8(ascii: "_") }
    let name = String(decoding: bytes, as: UTF8.self)
    return name.isEmpty || name == "." || name == ".." ? "_" : name
  }

  /// In lower case, by which names that some disks take for one are found.
  package static func folded(_ path: String) -> String {
    String(
      decoding: path.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// By bytes, as `LC_ALL=C sort` has it.
  package static func inOrder(_ one: String, _ other: String) -> Bool {
    one.utf8.lexicographicallyPrecedes(other.utf8)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2E, 0x5F, 0x2D: true
    default: false
    }
  }
}
