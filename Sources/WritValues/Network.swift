/// An address range in CIDR form; the host bits are zero.
public struct Network: Hashable, Comparable, Sendable {
  public private(set) var address: IPAddress
  /// 0...32 for IPv4, 0...128 for IPv6.
  public private(set) var prefix: Int

  /// Host bits are cleared; a prefix beyond the family's is held within it.
  public init(address: IPAddress, prefix: Int) {
    self.prefix = min(max(prefix, 0), address.width)
    let mask = Self.mask(width: address.width, prefix: self.prefix)
    self.address = IPAddress(isV6: address.isV6, bits: address.bits & mask)
  }

  /// `10.0.0.0/8`, or an address alone, which is a network of one. Host bits are cleared.
  public init?(parsing text: String) {
    var copy = text
    guard let network = copy.withUTF8({ Self.parse($0) }) else { return nil }
    self = network
  }

  public init?(parsing text: some StringProtocol) { self.init(parsing: String(text)) }

  /// The same from bytes, without allocating.
  public static func parse(_ utf8: UnsafeBufferPointer<UInt8>) -> Network? {
    guard let slash = utf8.firstIndex(of: UInt8(ascii: "/")) else {
      return IPAddress.parse(utf8).map { Network(address: $0, prefix: $0.width) }
    }
    let before = UnsafeBufferPointer(rebasing: utf8[..<slash])
    guard let (isV6, bits) = AddressReader.read(before),
      let prefix = readPrefix(utf8[(slash + 1)...]), prefix <= (isV6 ? 128 : 32)
    else { return nil }
    let masked = bits & mask(width: isV6 ? 128 : 32, prefix: prefix)
    // A range of IPv4 addresses within IPv6 is a range of IPv4 addresses.
    let address = IPAddress(isV6: isV6, bits: masked)
    let isMapped = isV6 && !address.isV6
    if isMapped && prefix < 96 { return nil }
    return Network(address: address, prefix: isMapped ? prefix - 96 : prefix)
  }

  /// False where the families differ.
  public func contains(_ other: IPAddress) -> Bool {
    address.isV6 == other.isV6
      && other.bits & Self.mask(width: address.width, prefix: prefix) == address.bits
  }

  /// Whether the other network lies within this one; a network contains itself.
  public func contains(_ other: Network) -> Bool {
    prefix <= other.prefix && contains(other.address)
  }

  public static func < (one: Network, other: Network) -> Bool {
    one.address == other.address ? one.prefix < other.prefix : one.address < other.address
  }

  private static func mask(width: Int, prefix: Int) -> UInt128 {
    let all = UInt128.max >> (128 - width)
    return all ^ (all >> prefix)
  }

  private static func readPrefix(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard 1...3 ~= digits.count, digits.count == 1 || digits.first != UInt8(ascii: "0") else {
      return nil
    }
    var value = 0
    for byte in digits {
      let digit = byte &- UInt8(ascii: "0")
      if digit > 9 { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }
}

extension Network: CustomStringConvertible {
  public var description: String { "\(address)/\(prefix)" }
}
