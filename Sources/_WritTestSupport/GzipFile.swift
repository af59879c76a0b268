/// Makes gzip members (RFC 1952) of its own, so that a test reads what another program's would be.
package enum GzipFile {
  /// A member that holds the bytes as they are.
  package static func member(_ bytes: [UInt8], blockSize: Int = 0xFFFF) -> [UInt8] {
    var output = header
    var rest = bytes[...]
    repeat {
      let part = rest.prefix(min(max(1, blockSize), 0xFFFF))
      rest = rest.dropFirst(part.count)
      output.append(rest.isEmpty ? 1 : 0)
      let length = UInt16(part.count)
      output += little(length) + little(~length)
      output += part
    } while !rest.isEmpty
    return output + little(crc(of: bytes)) + little(UInt32(truncatingIfNeeded: bytes.count))
  }

  package static func member(_ text: String) -> [UInt8] { member(Array(text.utf8)) }

  /// A member of one byte repeated, a thousandth of its size.
  package static func member(repeating byte: UInt8, count: Int) -> [UInt8] {
    var bits = Bits()
    bits.add(0b011, 3)  // the last block, with the fixed codes
    literal(byte, &bits)
    var left = count - 1
    while left >= 258 {
      bits.addCode(0b1100_0101, 8)  // 258 bytes
      bits.addCode(0, 5)  // from one byte before
      left -= 258
    }
    for _ in 0..<left { literal(byte, &bits) }
    bits.addCode(0, 7)
    var state = ~UInt32(0)
    for _ in 0..<count { state = step(state, byte) }
    return header + bits.finished + little(~state) + little(UInt32(truncatingIfNeeded: count))
  }

  private static let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]

  private static func literal(_ byte: UInt8, _ bits: inout Bits) {
    if byte < 144 {
      bits.addCode(UInt32(byte) + 0x30, 8)
    } else {
      bits.addCode(UInt32(byte) + 0x100, 9)
    }
  }

  private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1
    }
  }

  private static func step(_ state: UInt32, _ byte: UInt8) -> UInt32 {
    table[Int((state ^ UInt32(byte)) & 0xFF)] ^ (state >> 8)
  }

  private static func crc(of bytes: [UInt8]) -> UInt32 { ~bytes.reduce(~UInt32(0), step) }

  private struct Bits {
    private var bytes: [UInt8] = []
    private var held: UInt32 = 0
    private var count = 0

    /// Numbers come with their lowest bit first.
    mutating func add(_ value: UInt32, _ width: Int) {
      for bit in 0..<width { addBit(value >> bit & 1) }
    }

    /// Codes come with their highest bit first.
    mutating func addCode(_ code: UInt32, _ width: Int) {
      for bit in (0..<width).reversed() { addBit(code >> bit & 1) }
    }

    private mutating func addBit(_ bit: UInt32) {
      held |= bit << count
      count += 1
      if count == 8 { flush() }
    }

    private mutating func flush() {
      bytes.append(UInt8(truncatingIfNeeded: held))
      held = 0
      count = 0
    }

    var finished: [UInt8] {
      count == 0 ? bytes : bytes + [UInt8(truncatingIfNeeded: held)]
    }
  }
}
