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
  /// What is the same in all rounds, by the length of the run.
  private var plans: [Int: Plan] = [:]

  private struct Plan {
    /// The CBC-MAC of P and of the whole blocks of the tweak.
    var state: [UInt8]
    /// What of the tweak and its padding is left for the block that has the round's number.
    var tail: [UInt8]
    /// Bytes of a half's number.
    var byteCount: Int
  }

  /// What one value's run writes into, again and again.
  private struct Scratch {
    var limbs: [UInt32] = []
    var message: [UInt8] = []
    var stream: [UInt8] = []
  }

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
    let plan = try plan(length: count)
    var scratch = Scratch()
    var halves = (Array(numerals[..<left]), Array(numerals[left...]))
    for step in 0..<10 {
      let round = isDecrypting ? 9 - step : step
      // `kept` goes into the round function, `changed` takes what comes out.
      let kept = isDecrypting ? halves.0 : halves.1
      var changed = isDecrypting ? halves.1 : halves.0
      try fillStream(plan, round: UInt8(round), number: kept, &scratch)
      combine(&changed, isSubtracting: isDecrypting, &scratch)
      halves = isDecrypting ? (changed, kept) : (kept, changed)
    }
    return halves.0 + halves.1
  }

  // MARK: Round function

  private func plan(length: Int) throws(CryptoError) -> Plan {
    if let known = plans[length] { return known }
    let size = BlockCipher.size
    var state: [UInt8] = [1, 2, 1, 0, UInt8(radix >> 8), UInt8(radix & 0xFF), 10]
    state.append(UInt8(truncatingIfNeeded: length / 2))
    state += Self.bigEndian(UInt32(truncatingIfNeeded: length))
    state += Self.bigEndian(UInt32(truncatingIfNeeded: tweak.count))
    try encrypt(&state)
    let byteCount = byteCount(ofHalf: length - length / 2)
    let used = (tweak.count + byteCount + 1) % size
    let padded = tweak + [UInt8](repeating: 0, count: used > 0 ? size - used : 0)
    let whole = padded.count / size * size
    for start in stride(from: 0, to: whole, by: size) {
      for index in 0..<size { state[index] ^= padded[start + index] }
      try encrypt(&state)
    }
    let plan = Plan(state: state, tail: Array(padded[whole...]), byteCount: byteCount)
    plans[length] = plan
    return plan
  }

  private func encrypt(_ block: inout [UInt8]) throws(CryptoError) {
    guard block.withUnsafeMutableBufferPointer({ $0.baseAddress.map(cipher.encrypt) ?? false })
    else { throw .unavailable("AES") }
  }

  /// S of the standard: the CBC-MAC of P and Q, stretched to the bytes that are needed.
  private func fillStream(
    _ plan: Plan, round: UInt8, number: [UInt8], _ scratch: inout Scratch
  ) throws(CryptoError) {
    let size = BlockCipher.size
    scratch.message.removeAll(keepingCapacity: true)
    scratch.message += plan.tail
    scratch.message.append(round)
    appendNumber(number, byteCount: plan.byteCount, &scratch)
    let length = 4 * ((plan.byteCount + 3) / 4) + 4
    scratch.stream.removeAll(keepingCapacity: true)
    scratch.stream += plan.state
    let cipher = cipher
    var isDone = true
    scratch.message.withUnsafeBufferPointer { message in
      scratch.stream.withUnsafeMutableBufferPointer { block in
        guard let address = block.baseAddress else { return }
        for start in stride(from: 0, to: message.count, by: size) {
          for index in 0..<size { block[index] ^= message[start &+ index] }
          isDone = cipher.encrypt(address) && isDone
        }
      }
    }
    guard isDone else { throw .unavailable("AES") }
    let first = length > size ? scratch.stream : []
    var counter: UInt32 = 1
    while scratch.stream.count < length {
      var block = first
      for (index, byte) in Self.bigEndian(counter).enumerated() { block[12 + index] ^= byte }
      try encrypt(&block)
      scratch.stream += block
      counter += 1
    }
    scratch.stream.removeLast(scratch.stream.count - length)
  }

  private static func bigEndian(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  // MARK: Numbers of any size

  /// The number that the numerals write, big-endian in so many bytes.
  private func appendNumber(
    _ numerals: [UInt8], byteCount: Int, _ scratch: inout Scratch
  ) {
    scratch.limbs.removeAll(keepingCapacity: true)
    let radix = UInt64(radix)
    for numeral in numerals {
      var carry = UInt64(numeral)
      for index in scratch.limbs.indices {
        let product = UInt64(scratch.limbs[index]) &* radix &+ carry
        scratch.limbs[index] = UInt32(truncatingIfNeeded: product)
        carry = product >> 32
      }
      if carry > 0 { scratch.limbs.append(UInt32(truncatingIfNeeded: carry)) }
    }
    for place in stride(from: byteCount - 1, through: 0, by: -1) {
      let limb = place / 4 < scratch.limbs.count ? scratch.limbs[place / 4] : 0
      scratch.message.append(UInt8(truncatingIfNeeded: limb >> UInt32(8 * (place % 4))))
    }
  }

  /// Adds the stream's number to a half, or takes it away, modulo radix to the half's length.
  private func combine(
    _ half: inout [UInt8], isSubtracting: Bool, _ scratch: inout Scratch
  ) {
    scratch.limbs.removeAll(keepingCapacity: true)
    // Most significant first, for the division.
    for start in stride(from: 0, to: scratch.stream.count, by: 4) {
      scratch.limbs.append(scratch.stream[start..<start + 4].reduce(0) { $0 << 8 | UInt32($1) })
    }
    var carry = 0
    var place = half.count
    var first = 0
    while place > 0 {
      var rest: UInt64 = 0
      for index in first..<scratch.limbs.count {
        let value = rest << 32 | UInt64(scratch.limbs[index])
        scratch.limbs[index] = UInt32(truncatingIfNeeded: value / chunk.power)
        rest = value % chunk.power
      }
      while first < scratch.limbs.count, scratch.limbs[first] == 0 { first += 1 }
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
    return number.count
  }
}
