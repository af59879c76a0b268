import WritCrypto
import WritValues

/// What was tested, row by row, with the one digest that stands for all of it.
///
/// A leaf is `SHA-256(0x00 || salt || row)`: whoever is shown one row with its salt can't guess the others.
package struct Population: Hashable, Sendable {
  static let saltSize = 16

  package var name: String
  /// Lines of RFC 8785, without line feeds.
  package var rows: [[UInt8]]
  /// One for each row, 16 bytes.
  package var salts: [[UInt8]]

  /// - Parameter saltKey: of which salts are made, so that the same rows have the same salts under the same key.
  package init(name: String, rows: [[UInt8]], saltKey: [UInt8]) {
    self.name = name
    self.rows = rows
    salts = rows.enumerated().map { index, row in
      let message = Array("writ-salt-v1".utf8) + [0] + name.utf8 + [0] + "\(index)".utf8 + [0] + row
      return Array(Digest.hmacSHA256(key: saltKey, message).prefix(Self.saltSize))
    }
  }

  /// From the two files of a bundle.
  package init(name: String, lines: [UInt8], saltLines: [UInt8]) throws(EvidenceFailure) {
    self.name = name
    rows = try Self.lines(lines, Self.path(name))
    salts = []
    for (index, line) in try Self.lines(saltLines, Self.saltPath(name)).enumerated() {
      guard line.count == Self.saltSize * 2, let salt = Self.bytes(hex: line) else {
        throw EvidenceFailure(
          Self.saltPath(name), "line \(index + 1) is not \(Self.saltSize * 2) hexadecimal digits")
      }
      salts.append(salt)
    }
    guard rows.count == salts.count else {
      throw EvidenceFailure(
        Self.saltPath(name), "has \(salts.count) salts for \(rows.count) rows")
    }
  }

  package var leaves: [[UInt8]] { zip(rows, salts).map { MerkleTree.leaf($1 + $0) } }

  /// 64 hexadecimal digits.
  package var root: String { Digest.hex(MerkleTree.root(leaves)) }

  package var lines: [UInt8] { rows.flatMap { $0 + [0x0A] } }
  package var saltLines: [UInt8] { salts.flatMap { Array(Digest.hex($0).utf8) + [0x0A] } }

  package static func path(_ name: String) -> String { "populations/\(name).jsonl" }
  package static func saltPath(_ name: String) -> String { "populations/\(name).salts" }

  /// The name in `populations/NAME.jsonl`; nil for other paths.
  package static func name(of path: String) -> String? {
    let bytes = path.utf8
    let prefix = "populations/"
    let suffix = ".jsonl"
    guard path.hasPrefix(prefix), path.hasSuffix(suffix),
      bytes.count > prefix.utf8.count + suffix.utf8.count
    else { return nil }
    let name = String(path.dropFirst(prefix.count).dropLast(suffix.count))
    return name.utf8.contains(UInt8(ascii: "/")) ? nil : name
  }

  /// The lines of a file that ends in a line feed or is empty.
  package static func lines(
    _ bytes: [UInt8], _ path: String
  ) throws(EvidenceFailure) -> [[UInt8]] {
    if bytes.isEmpty { return [] }
    guard bytes.last == 0x0A else { throw EvidenceFailure(path, "the last line has no line feed") }
    return bytes.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
  }

  /// Refuses a row that is not one object in the form of RFC 8785.
  package static func checkRows(_ rows: [[UInt8]], _ path: String) throws(EvidenceFailure) {
    for (index, row) in rows.enumerated() {
      guard let json = try? JSONValue.parse(row), json.members != nil,
        let canonical = try? json.canonicalDocument(), canonical == row
      else {
        throw EvidenceFailure(path, "line \(index + 1) is no JSON object in the form of RFC 8785")
      }
    }
  }

  static func bytes(hex: [UInt8]) -> [UInt8]? {
    guard hex.count % 2 == 0 else { return nil }
    var bytes: [UInt8] = []
    var high: UInt8?
    for byte in hex {
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x61...0x66: digit = byte - 0x61 + 10
      default: return nil
      }
      if let first = high {
        bytes.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    return bytes
  }
}
