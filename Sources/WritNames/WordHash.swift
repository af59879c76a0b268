/// The hash of a word by its folded letters.
struct WordHash {
  private var value: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  mutating func add(_ letter: UInt32) {
    value = (value ^ UInt64(letter)) &* 0x0000_0100_0000_01B3
  }

  /// Never 0, which marks an empty place.
  var finished: UInt64 {
    let mixed = (value ^ (value >> 32)) &* 0xD6E8_FEB8_6659_FD93
    return (mixed ^ (mixed >> 29)) | 1
  }
}
