/// An IPv4 or IPv6 address; `::ffff:10.0.0.1` is `10.0.0.1`.
public struct IPAddress: Hashable, Comparable, Sendable {
  public private(set) var isV6: Bool
  /// The address as an unsigned number; below 2^32 for IPv4.
  public private(set) var bits: UInt128

  public init(isV6: Bool, bits: UInt128) {
    let isMapped = isV6 && bits >> 32 == 0xFFFF
    self.isV6 = isV6 && !isMapped
    self.bits = self.isV6 ? bits : bits & 0xFFFF_FFFF
  }

  /// How many bits an address of this family has.
  public var width: Int { isV6 ? 128 : 32 }

  /// IPv4 comes before IPv6.
  public static func < (one: IPAddress, other: IPAddress) -> Bool {
    (one.isV6 ? 1 : 0, one.bits) < (other.isV6 ? 1 : 0, other.bits)
  }
}

extension IPAddress: CustomStringConvertible {
  /// Dotted, or as RFC 5952 has it: lower case, the first longest run of zero groups as `::`.
  public var description: String {
    if !isV6 {
      return "\(bits >> 24).\(bits >> 16 & 0xFF).\(bits >> 8 & 0xFF).\(bits & 0xFF)"
    }
    let groups = (0..<8).map { UInt16(truncatingIfNeeded: bits >> ((7 - $0) * 16)) }
    var longest = 0..<0
    var start = 0
    while start < 8 {
      var end = start
      while end < 8 && groups[end] == 0 { end += 1 }
      if end - start > max(longest.count, 1) { longest = start..<end }
      start = end + 1
    }
    func text(_ part: ArraySlice<UInt16>) -> String {
      part.map { String($0, radix: 16) }.joined(separator: ":")
    }
    if longest.isEmpty { return text(groups[...]) }
    return text(groups[..<longest.lowerBound]) + "::" + text(groups[longest.upperBound...])
  }
}
