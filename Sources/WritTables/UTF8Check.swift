/// Strict UTF-8: no overlong form, no surrogate, nothing beyond U+10FFFF.
enum UTF8Check {
  /// Offset of the first byte that is not part of well-formed UTF-8; nil when all is well.
  static func firstFault(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let raw = UnsafeRawBufferPointer(bytes)
    let count = bytes.count
    var index = 0
    while index < count {
      if index &+ 8 <= count {
        let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        if word & 0x8080_8080_8080_8080 == 0 {
          index &+= 8
          continue
        }
      }
      let lead = bytes[index]
      if lead < 0x80 {
        index &+= 1
        continue
      }
      let length = sequence(in: bytes, at: index)
      if length == 0 { return index }
      index &+= length
    }
    return nil
  }

  /// How many bytes the sequence of several bytes has that begins here; 0 when it is not well-formed.
  @inline(__always)
  static func sequence(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let lead = bytes[index]
    let length = sequenceLength(lead)
    guard length > 0, index &+ length <= bytes.count, isSecond(bytes[index &+ 1], after: lead)
    else { return 0 }
    var offset = 2
    while offset < length {
      guard bytes[index &+ offset] & 0xC0 == 0x80 else { return 0 }
      offset &+= 1
    }
    return length
  }

  /// 0 for a byte that begins no sequence of several bytes.
  private static func sequenceLength(_ lead: UInt8) -> Int {
    switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }

  private static func isSecond(_ byte: UInt8, after lead: UInt8) -> Bool {
    switch lead {
    case 0xE0: (0xA0...0xBF).contains(byte)
    case 0xED: (0x80...0x9F).contains(byte)
    case 0xF0: (0x90...0xBF).contains(byte)
    case 0xF4: (0x80...0x8F).contains(byte)
    default: (0x80...0xBF).contains(byte)
    }
  }
}
