/// A validator bound to its arguments; pure, safe from any thread.
package struct Validator: Sendable {
  /// The form of the value a validator is given.
  package enum Reading: String, Sendable, CaseIterable {
    /// ASCII digits only; everything else is dropped by the caller.
    case digits
    /// ASCII digits and letters, the letters in upper case; everything else is dropped.
    case compact
    /// The match as it stands.
    case raw
  }

  package let reading: Reading
  private let lengths: ClosedRange<Int>
  private let rule: @Sendable (Bytes) -> Bool
  private let check: CheckCharacters?

  init(
    reading: Reading, lengths: ClosedRange<Int>, check: CheckCharacters? = nil,
    rule: @escaping @Sendable (Bytes) -> Bool
  ) {
    self.reading = reading
    self.lengths = lengths
    self.check = check
    self.rule = rule
  }

  /// Whether a value in this validator's reading obeys its rule. A value that is not in that
  /// reading is refused.
  package func accepts(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard lengths.contains(bytes.count) else { return false }
    switch reading {
    case .digits: guard bytes.hasOnlyDigits else { return false }
    case .compact: guard bytes.hasOnlyUpperAndDigits else { return false }
    case .raw: break
    }
    return rule(bytes)
  }

  package func accepts(_ bytes: [UInt8]) -> Bool { bytes.withUnsafeBufferPointer(accepts) }

  package func accepts(_ span: Span<UInt8>) -> Bool { span.withUnsafeBufferPointer(accepts) }

  /// The match brought into this validator's reading and judged; for callers that judge few values.
  package func acceptsMatch(_ match: [UInt8]) -> Bool { accepts(reading.read(match)) }

  /// The share of random tokens of a shape that pass, from 0 to 1, measured on 20,000 tokens of a
  /// fixed seed. The shape is that of the value in this validator's reading.
  package func falsePassRate(shape: TokenShape) -> Double {
    var sampler = TokenSampler(seed: 0x5EED)
    var token: [UInt8] = []
    var passed = 0
    for _ in 0..<TokenSampler.count {
      sampler.fill(&token, as: shape)
      if accepts(token) { passed += 1 }
    }
    return Double(passed) / Double(TokenSampler.count)
  }

  /// Where the check characters stand that `repaired` computes, in a value of some length in this
  /// validator's reading; empty where the rule has none. All other places are payload.
  package func checkPlaces(inLength length: Int) -> [Int] { check?.offsets(in: length) ?? [] }

  /// The value, in this validator's reading, with its check characters computed anew so that it is
  /// accepted; nil where the rule has none, or none fits this payload (no NHS number has the
  /// check digit 10).
  package func repaired(_ bytes: [UInt8]) -> [UInt8]? {
    guard let check else { return nil }
    return check.repaired(bytes, accepts: { self.accepts($0) })
  }
}

extension Validator.Reading {
  /// A match in this reading.
  package func read(_ match: [UInt8]) -> [UInt8] {
    guard self != .raw else { return match }
    return match.compactMap(kept)
  }

  /// Writes a match in this reading into a buffer and gives its length; nil when it does not fit.
  package func read(
    _ match: UnsafeBufferPointer<UInt8>, into buffer: UnsafeMutableBufferPointer<UInt8>
  ) -> Int? {
    var count = 0
    for byte in match {
      guard let kept = kept(byte) else { continue }
      guard count < buffer.count else { return nil }
      buffer[count] = kept
      count &+= 1
    }
    return count
  }

  /// What becomes of one byte: nil when it is dropped.
  @inline(__always)
  package func kept(_ byte: UInt8) -> UInt8? {
    if self == .raw { return byte }
    if byte.isASCIIDigit { return byte }
    guard self == .compact else { return nil }
    if byte.isASCIIUpper { return byte }
    return byte.isASCIILower ? byte & 0xDF : nil
  }
}
