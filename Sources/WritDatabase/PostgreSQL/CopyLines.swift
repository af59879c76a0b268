/// Rows in the text form of `COPY`: a line each, tabs between values.
struct CopyLines {
  private(set) var bytes: [UInt8] = []

  /// - Throws: `DatabaseError` for what PostgreSQL can't store.
  mutating func add(_ row: [SQLValue]) throws {
    for (index, value) in row.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: "\t")) }
      guard let text = try value.postgresText() else {
        bytes += [UInt8(ascii: "\\"), UInt8(ascii: "N")]
        continue
      }
      for byte in text.utf8 { add(byte) }
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func add(_ byte: UInt8) {
    let escaped: UInt8
    switch byte {
    case UInt8(ascii: "\\"): escaped = byte
    case 0x09: escaped = UInt8(ascii: "t")
    case 0x0A: escaped = UInt8(ascii: "n")
    case 0x0D: escaped = UInt8(ascii: "r")
    default:
      bytes.append(byte)
      return
    }
    bytes += [UInt8(ascii: "\\"), escaped]
  }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }
}
