/// One record of a vault before it is sealed: fields, each behind its length in four bytes.
enum VaultRecord: Hashable {
  case value(token: [UInt8], value: [UInt8])
  case reversal(Reversal, token: [UInt8])

  var bytes: [UInt8] {
    switch self {
    case .value(let token, let value): Self.join([[0x76], token, value])
    case .reversal(let reversal, let token):
      Self.join([
        [0x72], token, Array(String(reversal.time).utf8), Array(reversal.by.utf8),
        Array(reversal.reason.utf8),
      ])
    }
  }

  /// Nil for what is no record.
  init?(_ bytes: [UInt8]) {
    guard let fields = Self.split(bytes) else { return nil }
    if fields.count == 3, fields[0] == [0x76] {
      self = .value(token: fields[1], value: fields[2])
    } else if fields.count == 5, fields[0] == [0x72],
      let time = Int64(String(decoding: fields[2], as: UTF8.self))
    {
      let reversal = Reversal(
        by: String(decoding: fields[3], as: UTF8.self),
        reason: String(decoding: fields[4], as: UTF8.self), time: time)
      self = .reversal(reversal, token: fields[1])
    } else {
      return nil
    }
  }

  private static func join(_ fields: [[UInt8]]) -> [UInt8] {
    fields.flatMap { field in
      (0..<4).map { UInt8(truncatingIfNeeded: field.count >> (24 - 8 * $0)) } + field
    }
  }

  private static func split(_ bytes: [UInt8]) -> [[UInt8]]? {
    var fields: [[UInt8]] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      guard rest.count >= 4 else { return nil }
      let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
      rest = rest.dropFirst(4)
      guard rest.count >= length else { return nil }
      fields.append(Array(rest.prefix(length)))
      rest = rest.dropFirst(length)
    }
    return fields
  }
}
