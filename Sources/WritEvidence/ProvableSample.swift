import WritCrypto
package import WritValues

/// Which rows are looked at: drawn from a root that was signed before anybody named the nonce, so that nobody chose
/// them, and anybody can draw them again.
package struct ProvableSample: Hashable, Sendable {
  private static let mark = Array("writ-sample-v1".utf8) + [0]

  /// 64 hexadecimal digits.
  package let seed: String
  /// In the order drawn, from 0.
  package let indices: [Int]

  /// - Parameters:
  ///   - root: of the population, 32 bytes.
  ///   - nonce: the auditor's, UTF-8.
  ///   - count: rows there are.
  ///   - size: rows wanted; all where there are no more.
  package init(root: [UInt8], nonce: String, count: Int, size: Int) {
    let seed = Digest.sha256(Self.mark + root + Array(nonce.utf8))
    self.seed = Digest.hex(seed)
    var indices: [Int] = []
    var drawn: Set<Int> = []
    var counter: UInt64 = 0
    // What is left over above the largest multiple of the count would make the first rows likelier.
    let modulus = UInt64(max(count, 1))
    let limit = UInt64.max - (UInt64.max % modulus + 1) % modulus
    while indices.count < min(size, count) {
      let digest = Digest.sha256(seed + withUnsafeBytes(of: counter.bigEndian) { Array($0) })
      counter &+= 1
      let value = digest.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      guard value <= limit else { continue }
      let index = Int(value % modulus)
      if drawn.insert(index).inserted { indices.append(index) }
    }
    self.indices = indices
  }
}

extension Population {
  /// The drawn rows with their salts and the proofs that they belong to the root.
  package func disclosure(_ sample: ProvableSample, nonce: String) -> JSONValue {
    let leaves = leaves
    return [
      "schema": "writ.sample/1", "population": .text(name), "count": .int(rows.count),
      "root": .text(root), "nonce": .text(nonce), "seed": .text(sample.seed),
      "rows": .array(
        sample.indices.map { index in
          let proof = MerkleTree.inclusion(of: index, in: leaves) ?? []
          return [
            "index": .int(index),
            "row": (try? JSONValue.parse(rows[index])) ?? .null,
            "salt": .text(Digest.hex(salts[index])),
            "proof": .array(proof.map { .text(Digest.hex($0)) }),
          ]
        }),
    ]
  }
}
