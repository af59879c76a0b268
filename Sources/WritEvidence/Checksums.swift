import WritCrypto
import WritValues

/// The file SHA256SUMS as `sha256sum` writes it, sorted by the bytes of the names.
package struct Checksums: Hashable, Sendable {
  package struct Line: Hashable, Sendable {
    package var sha256: String
    package var path: String

    package init(sha256: String, path: String) {
      self.sha256 = sha256
      self.path = path
    }
  }

  package static let path = "SHA256SUMS"
  static let largest = 256 << 20

  package var lines: [Line]

  package init(_ lines: [Line]) {
    self.lines = lines.sorted { EvidencePath.inOrder($0.path, $1.path) }
  }

  /// Only the one spelling that `bytes` gives is read.
  package init(parsing bytes: [UInt8]) throws(EvidenceFailure) {
    lines = []
    guard !bytes.isEmpty else { throw EvidenceFailure(Self.path, "is empty") }
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast() {
      number += 1
      guard line.count > 66, line.prefix(64).allSatisfy(Self.isDigit),
        line.dropFirst(64).prefix(2).elementsEqual([0x20, 0x20])
      else { throw EvidenceFailure(Self.path, "line \(number) is not `DIGEST  PATH`") }
      let path = String(decoding: line.dropFirst(66), as: UTF8.self)
      if let problem = EvidencePath.problem(path) {
        throw EvidenceFailure(Self.path, "line \(number) has \(problem)")
      }
      if let last = lines.last, !EvidencePath.inOrder(last.path, path) {
        throw EvidenceFailure(Self.path, "line \(number) is out of order or there twice")
      }
      lines.append(Line(sha256: String(decoding: line.prefix(64), as: UTF8.self), path: path))
    }
    guard bytes.last == 0x0A else {
      throw EvidenceFailure(Self.path, "the last line has no line feed")
    }
  }

  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for line in lines {
      bytes += line.sha256.utf8
      bytes += [0x20, 0x20]
      bytes += line.path.utf8
      bytes.append(0x0A)
    }
    return bytes
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }
}
