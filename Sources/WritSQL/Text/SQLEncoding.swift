import WritDatabase
import WritValues

/// Values on their way into a database.
enum SQLEncoding {
  /// Nil where the value is of another kind.
  static func encode(_ value: Value, as kind: SQLKind) -> SQLValue? {
    switch (kind, value) {
    case (.bool, .bool(let value)): .int(value ? 1 : 0)
    case (.int, .int(let value)): .int(value)
    case (.decimal, .decimal(let value)): .int(value.millionths)
    case (.text, .text(let value)): .text(value.string)
    case (.time, .time(let value)): .int(value.microseconds)
    case (.duration, .duration(let value)), (.months, .months(let value)),
      (.bytes, .bytes(let value)):
      .int(value)
    case (.ip, .ip(let value)): .text(address(value))
    case (.network, .network(let value)): .text(network(value))
    case (.tuple(let kinds), .tuple(let values)) where kinds.count == values.count:
      tuple(values, kinds).map { .text($0) }
    default: nil
    }
  }

  /// A bit for each kind of cause.
  static func bits(_ causes: Causes) -> Int64 {
    causes.items.reduce(0) { $0 | bit($1.kind) }
  }

  static func bit(_ kind: Cause.Kind) -> Int64 {
    1 << Int64(Cause.Kind.allCases.firstIndex(of: kind) ?? 0)
  }

  static let missing = bit(.missing)
  static let undefined = bit(.undefined)

  /// Family and bits in hex, of one width within a family: IPv4 before IPv6, as the language orders them.
  static func address(_ address: IPAddress) -> String {
    hex(address.bits, isV6: address.isV6)
  }

  private static func hex(_ bits: UInt128, isV6: Bool) -> String {
    let digits = String(bits, radix: 16)
    let width = isV6 ? 32 : 8
    return (isV6 ? "6" : "4") + String(repeating: "0", count: width - digits.count) + digits
  }

  /// The first address and the last one: two texts of one width.
  static func network(_ network: Network) -> String {
    let isV6 = network.address.isV6
    let all = UInt128.max >> (128 - network.address.width)
    // Shifting by the whole width gives zero.
    let last =
      network.address.bits | (network.prefix >= network.address.width ? 0 : all >> network.prefix)
    return hex(network.address.bits, isV6: isV6) + hex(last, isV6: isV6)
  }

  /// Parts apart by commas; texts in hex, so that no part holds one.
  private static func tuple(_ values: [Value], _ kinds: [SQLKind]) -> String? {
    var parts: [String] = []
    for (value, kind) in zip(values, kinds) {
      switch encode(value, as: kind) {
      case .int(let number)?: parts.append(String(number))
      case .text(let text)?: parts.append(hex(text))
      default: return nil
      }
    }
    return parts.joined(separator: ",")
  }

  private static func hex(_ text: String) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 { bytes += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
    return String(decoding: bytes, as: UTF8.self)
  }
}
