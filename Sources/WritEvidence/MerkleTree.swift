import WritCrypto

/// The trees of RFC 6962, section 2.1: leaves and nodes are told apart by their first byte.
package enum MerkleTree {
  package static func leaf(_ bytes: [UInt8]) -> [UInt8] { Digest.sha256([0] + bytes) }

  static func node(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
    Digest.sha256([1] + left + right)
  }

  /// Of leaves' digests; of none the SHA-256 of nothing.
  package static func root(_ leaves: [[UInt8]]) -> [UInt8] {
    guard !leaves.isEmpty else { return Digest.sha256([]) }
    var level = leaves
    while level.count > 1 {
      var next: [[UInt8]] = []
      next.reserveCapacity((level.count + 1) / 2)
      var index = 0
      while index + 1 < level.count {
        next.append(node(level[index], level[index + 1]))
        index += 2
      }
      if index < level.count { next.append(level[index]) }
      level = next
    }
    return level[0]
  }

  /// The digests from the leaf up that prove it is at this place; nil where there is no such leaf.
  package static func inclusion(of index: Int, in leaves: [[UInt8]]) -> [[UInt8]]? {
    guard leaves.indices.contains(index) else { return nil }
    var proof: [[UInt8]] = []
    var level = leaves
    var place = index
    while level.count > 1 {
      let sibling = place ^ 1
      if sibling < level.count { proof.append(level[sibling]) }
      var next: [[UInt8]] = []
      var pair = 0
      while pair + 1 < level.count {
        next.append(node(level[pair], level[pair + 1]))
        pair += 2
      }
      if pair < level.count { next.append(level[pair]) }
      level = next
      place /= 2
    }
    return proof
  }

  /// Whether the proof leads from the leaf to the root: RFC 9162, section 2.1.3.2.
  package static func isIncluded(
    _ leaf: [UInt8], at index: Int, of count: Int, proof: [[UInt8]], root: [UInt8]
  ) -> Bool {
    guard index >= 0, index < count else { return false }
    var first = index
    var last = count - 1
    var digest = leaf
    for step in proof {
      guard last > 0 else { return false }
      if first & 1 == 1 || first == last {
        digest = node(step, digest)
        while first & 1 == 0, first != 0 {
          first >>= 1
          last >>= 1
        }
      } else {
        digest = node(digest, step)
      }
      first >>= 1
      last >>= 1
    }
    return last == 0 && digest == root
  }
}
