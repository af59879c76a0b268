package import WritValues

/// The zones of the cases, made here, so that no machine's files have a say.
package enum CaseZones {
  package static func named(_ name: String) -> Zone? { zones[name] }

  private static let zones: [String: Zone] = {
    var found = ["UTC": Zone.utc]
    found["Middle/Dst"] = make("Middle/Dst", offset: 3600, rule: "CET-1CEST,M3.5.0,M10.5.0/3")
    found["Far/East"] = make("Far/East", offset: 20_700, rule: "<+0545>-5:45")
    return found
  }()

  /// A zone file of one type and a rule for all time (RFC 8536).
  private static func make(_ name: String, offset: Int32, rule: String) -> Zone? {
    func header(types: UInt8, letters: UInt8) -> [UInt8] {
      Array("TZif2".utf8) + Array(repeating: 0, count: 15)
        + [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, types, 0, 0, 0, letters]
    }
    let bytes = withUnsafeBytes(of: offset.bigEndian) { Array($0) }
    let type = bytes + [0, 0] + [UInt8(ascii: "X"), 0]
    return Zone(
      name: name,
      tzif: header(types: 1, letters: 2) + type + header(types: 1, letters: 2) + type
        + Array("\n\(rule)\n".utf8))
  }
}
