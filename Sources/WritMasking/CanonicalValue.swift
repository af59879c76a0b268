import WritModel
import WritValidators

/// The form of a value in which two spellings of it are equal, for operators that do not give it back.
///
/// `4111 1111 1111 1111` and `4111-1111-1111-1111` are one card, `Ada@Example.com` and `ada@example.com` one address.
/// Operators that are reversed take the bytes as they stand.
enum CanonicalValue {
  static func of(_ value: [UInt8], _ context: ValueContext) -> [UInt8] {
    let readings = Set(context.validators.map(\.reading))
    // The reading that drops least, so that no two values become one.
    if !readings.contains(.raw),
      let reading = readings.contains(.compact) ? .compact : readings.first
    {
      let read = reading.read(value)
      if !read.isEmpty { return read }
    }
    return value.contains(UInt8(ascii: "@")) ? value.map(lowercased) : value
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
