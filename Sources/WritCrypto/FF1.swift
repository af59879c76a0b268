/// FF1 of NIST SP 800-38G: encrypts a run of numerals to one of the same length and radix.
///
/// Not for use from two threads at a time. FF3 is not here: NIST withdrew it (SP 800-38G Rev. 1, second draft).
package final class FF1 {
  /// All values of a shorter domain could be tried (SP 800-38G Rev. 1, second draft, 5.2).
  package static let smallestDomain = 1_000_000
  /// Numerals of the longest run; the standard allows more, no identifier needs them.
  package static let longestRun = 512

  package let radix: Int
  private let tweak: [UInt8]
  private let cipher: BlockCipher
  /// As many numerals as a 32-bit word holds, and the radix to that power.
  private let chunk: (length: Int, power: UInt64)
  /// Of the length of a half: how many bytes its number takes.
  private var byteCounts: [Int: Int] = [:]
  private var limbs: [UInt32] = []
  private var message: [UInt8] = []
  private var stream: [UInt8] = []

  /// - Parameters:
  ///   - key: 16, 24 or 32 bytes.
  ///   - radix: 2 to 256.
  package init(key: SecretKey, radix: Int, tweak: [UInt8]) throws(CryptoError) {
    guard 2...256 ~= radix, tweak.count <= 1 << 16 else { throw .badNumeral }
    self.radix = radix
    self.tweak = tweak
    cipher = try BlockCipher(key: key)
    var (length, power) = (0, UInt64(1))
    while power * UInt64(radix) <= 1 << 32 {
      power *= UInt64(radix)
      length += 1
    }
    chunk = (length, power)
  }

  /// Whether runs of this length have at least a million values.
  package static func isLargeEnough(radix: Int, length: Int) -> Bool {
    var values = 1
    for _ in 0..<max(length, 0) {
      values *= max(radix, 1)
      if values >= smallestDomain { return true }
    }
    return false
  }

  /// - Parameter numerals: each below the radix.
  package func encrypt(_ numerals: [UInt8]) throws(CryptoError) -> [UInt8] {
    try run(numerals, isDecrypting: false)
  }

  package func decrypt(_ numerals: [UInt8]) throws(CryptoError) -> [UInt8] {
    try run(numerals, isDecrypting: true)
  }

  private func run(_ numerals: [UInt8], isDecrypting: Bool) throws(CryptoError) -> [UInt8] {
    let count = numerals.count
    guard count <= Self.longestRun else {
      throw .badLength("a value to encrypt in its format has at most \(Self.longestRun) characters")
    }
    guard count >= 2, Self.isLargeEnough(radix: radix, length: count) else { throw .domainTooSmall }
    guard numerals.allSatisfy({ Int($0) < radix }) else { throw .badNumeral }
    let left = count / 2
    let byteCount = byteCount(ofHalf: count - left)
    let header = try header(length: count)
    var halves = (Array(numerals[..<left]), Array(numerals[left...]))
    for step in 0..<10 {
      let round = isDecrypting ? 9 - step : step
      // `kept` goes into the round function, `changed` takes what comes out.
      let kept = isDecrypting ? halves.0 : halves.1
      var changed = isDecrypting ? halves.1 : halves.0
      try fillStream(
        header: header, round: UInt8(round), number: kept, byteCount: byteCount)
      combine(&changed, isSubtracting: isDecrypting)
      halves = isDecrypting ? (changed, kept) : (kept, changed)
    }
    return halves.0 + halves.1
  }

  // MARK: Round function

  /// The first block, P, encrypted: it is the same in all rounds.
  private func header(length: Int) throws(CryptoError) -> [UInt8] {
    var block: [UInt8] = [1, 2, 1, 0, UInt8(radix >> 8), UInt8(radix & 0xFF), 10]
    block.append(UInt8(truncatingIfNeeded: length / 2))
    block += Self.bigEndian(UInt32(truncatingIfNeeded: length))
    block += Self.bigEndian(UInt32(truncatingIfNeeded: tweak.count))
    guard block.withUnsafeMutableBufferPointer({ $0.baseAddress.map(cipher.encrypt) ?? false })
    else { throw .unavailable("AES") }
    return block
  }

  /// S of the standard: the CBC-MAC of P and Q, stretched to the bytes that are needed.
  private func fillStream(
    header: [UInt8], round: UInt8, number: [UInt8], byteCount: Int
  ) throws(CryptoError) {
    let size = BlockCipher.size
    message.removeAll(keepingCapacity: true)
    message += tweak
    let used = (tweak.count + byteCount + 1) % size
    if used > 0 { message.append(contentsOf: repeatElement(0, count: size - used)) }
    message.append(round)
    appendNumber(number, byteCount: byteCount)
    let length = 4 * ((byteCount + 3) / 4) + 4
    stream.removeAll(keepingCapacity: true)
    stream += header
    var isDone = true
    let cipher = cipher
    stream.withUnsafeMutableBufferPointer { block in
      guard let address = block.baseAddress else { return }
      for start in stride(from: 0, to: message.count, by: size) {
        for index in 0..<size { block[index] ^= message[start + index] }
        isDone = cipher.encrypt(address) && isDone
      }
    }
    let first = Array(stream)
    var counter: UInt32 = 1
    while stream.count < length {
      var block = first
      for (index, byte) in Self.bigEndian(counter).enumerated() { block[12 + index] ^= byte }
      isDone =
        block.withUnsafeMutableBufferPointer { $0.baseAddress.map(cipher.encrypt) ?? false }
        && isDone
      stream += block
      counter += 1
    }
    stream.removeLast(stream.count - length)
    guard isDone else { throw .unavailable("AES") }
  }

  private static func bigEndian(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  // MARK: Numbers of any size

  /// The number that the numerals write, big-endian in so many bytes.
  private func appendNumber(_ numerals: [UInt8], byteCount: Int) {
    limbs.removeAll(keepingCapacity: true)
    let radix = UInt64(radix)
    for numeral in numerals {
      var carry = UInt64(numeral)
      for index in limbs.indices {
        let product = UInt64(limbs[index]) &* radix &+ carry
        limbs[index] = UInt32(truncatingIfNeeded: product)
        carry = product >> 32
      }
      if carry > 0 { limbs.append(UInt32(truncatingIfNeeded: carry)) }
    }
    for place in stride(from: byteCount - 1, through: 0, by: -1) {
      let limb = place / 4 < limbs.count ? limbs[place / 4] : 0
      message.append(UInt8(truncatingIfNeeded: limb >> UInt32(8 * (place % 4))))
    }
  }

  /// Adds the stream's number to a half, or takes it away, modulo radix to the half's length.
  private func combine(_ half: inout [UInt8], isSubtracting: Bool) {
    limbs.removeAll(keepingCapacity: true)
    // Most significant first, for the division.
    for start in stride(from: 0, to: stream.count, by: 4) {
      limbs.append(stream[start..<start + 4].reduce(0) { $0 << 8 | UInt32($1) })
    }
    var carry = 0
    var place = half.count
    var first = 0
    while place > 0 {
      var rest: UInt64 = 0
      for index in first..<limbs.count {
        let value = rest << 32 | UInt64(limbs[index])
        limbs[index] = UInt32(truncatingIfNeeded: value / chunk.power)
        rest = value % chunk.power
      }
      while first < limbs.count, limbs[first] == 0 { first += 1 }
      for _ in 0..<min(chunk.length, place) {
        let numeral = Int(rest % UInt64(radix))
        rest /= UInt64(radix)
        place -= 1
        var sum = Int(half[place]) + (isSubtracting ? -numeral : numeral) + carry
        carry = sum < 0 ? -1 : sum >= radix ? 1 : 0
        sum -= carry * radix
        half[place] = UInt8(truncatingIfNeeded: sum)
      }
    }
  }

  /// Bytes that hold the largest number of so many numerals.
  private func byteCount(ofHalf length: Int) -> Int {
    if let known = byteCounts[length] { return known }
    // In bytes, least significant first: radix − 1 in every place.
    var number: [UInt8] = []
    for _ in 0..<length {
      var carry = radix - 1
      for index in number.indices {
        let product = Int(number[index]) * radix + carry
        number[index] = UInt8(truncatingIfNeeded: product)
        carry = product >> 8
      }
      if carry > 0 { number.append(UInt8(truncatingIfNeeded: carry)) }
    }
    byteCounts[length] = number.count
    return number.count
  }
}
