import WritCrypto

/// Choices that follow from a value and a key, as many as are asked for.
struct SeededChoice {
  private let digest: KeyedDigest
  private let seed: [UInt8]
  private var block: [UInt8] = []
  private var used = 0
  private var counter: UInt8 = 0

  init(_ digest: KeyedDigest, _ value: [UInt8]) throws(CryptoError) {
    self.digest = digest
    seed = try digest.digest([0], value)
  }

  /// A number below the bound.
  mutating func number(below bound: Int) throws(CryptoError) -> Int {
    if used + 4 > block.count {
      block = try digest.digest([1, counter], seed)
      counter &+= 1
      used = 0
    }
    let number = block[used..<used + 4].reduce(0) { $0 << 8 | Int($1) }
    used += 4
    return number % max(1, bound)
  }

  mutating func pick<Element>(_ list: [Element], or none: Element) throws(CryptoError) -> Element {
    let index = try number(below: list.count)
    return list.indices.contains(index) ? list[index] : none
  }

  mutating func digit() throws(CryptoError) -> UInt8 { 0x30 + UInt8(try number(below: 10)) }
}
