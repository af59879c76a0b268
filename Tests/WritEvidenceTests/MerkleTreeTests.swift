import Testing
import WritCrypto
import WritEvidence

@Suite struct MerkleTreeTests {
  private static func leaves(_ count: Int) -> [[UInt8]] {
    (0..<UInt32(count)).map { index in
      MerkleTree.leaf(withUnsafeBytes(of: index.bigEndian) { Array($0) })
    }
  }

  /// Made with pymerkle 7.0.0 over the big-endian 32-bit numbers from 0.
  @Test(arguments: [
    (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (1, "8855508aade16ec573d21e6a485dfd0a7624085c1a14b5ecdd6485de0c6839a4"),
    (2, "50746ee02c3fda32e421ddc1bbf3f20b50ce18738d48709cb6d0ad13f2bdabb7"),
    (3, "e4b0b8adadc95bb54949a5993c44797855d5acc2f863aab6435b74799e4c3484"),
    (5, "efb01591aed96c37c3d8ea64ffbf685f000db88652fdfbaece8d54f3bdc1ee36"),
    (7, "d62b43d7342d2e73a4a8910565cffb0dd6c07f65f9b8647417ad8d5c86bed8d8"),
    (8, "de1179c92dc98db5358961ded727f4b71474a71aa3e4053cf9e266d24cfb754a"),
    (13, "422d634c508507e68ab894b896e17abf4b1aca1fc81d2cd201e82b5221aa49c3"),
  ])
  func rootIsThatOfRFC6962(_ count: Int, _ root: String) {
    #expect(Digest.hex(MerkleTree.root(Self.leaves(count))) == root)
  }

  @Test func proofsProveTheirLeafAlone() throws {
    for count in 1...20 {
      let leaves = Self.leaves(count)
      let root = MerkleTree.root(leaves)
      for index in 0..<count {
        let proof = try #require(MerkleTree.inclusion(of: index, in: leaves))
        for place in -1...count {
          for leaf in leaves.indices {
            let isTrue = MerkleTree.isIncluded(
              leaves[leaf], at: place, of: count, proof: proof, root: root)
            #expect(isTrue == (place == index && leaf == index), "\(count) \(index) \(place)")
          }
        }
        var longer = proof
        longer.append(root)
        #expect(
          !MerkleTree.isIncluded(leaves[index], at: index, of: count, proof: longer, root: root))
      }
      #expect(MerkleTree.inclusion(of: count, in: leaves) == nil)
      #expect(MerkleTree.inclusion(of: -1, in: leaves) == nil)
    }
  }
}
