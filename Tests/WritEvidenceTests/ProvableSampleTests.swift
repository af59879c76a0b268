import Testing
import WritCrypto
import WritEvidence
import WritValues

@Suite struct ProvableSampleTests {
  @Test func sampleIsTheOneAnybodyDraws() {
    let sample = ProvableSample(
      root: [UInt8](repeating: 0, count: 32), nonce: "auditor-2026-11-21", count: 4211, size: 5)
    #expect(sample.indices == [2050, 1956, 166, 1193, 987])
  }

  @Test func allRowsAreDrawnOnceAtMost() {
    for (count, size) in [(0, 3), (1, 1), (1, 9), (10, 10), (10, 25), (1000, 60)] {
      let sample = ProvableSample(root: [1, 2, 3], nonce: "n", count: count, size: size)
      #expect(sample.indices.count == min(count, size))
      #expect(Set(sample.indices).count == sample.indices.count)
      #expect(sample.indices.allSatisfy { (0..<count).contains($0) })
    }
  }

  @Test func rootNonceAndNothingElseDecide() {
    let one = ProvableSample(root: [1], nonce: "a", count: 1000, size: 20)
    #expect(
      one.indices
        == ProvableSample(root: [1], nonce: "a", count: 1000, size: 25).indices.dropLast(5))
    #expect(one.indices != ProvableSample(root: [1], nonce: "b", count: 1000, size: 20).indices)
    #expect(one.indices != ProvableSample(root: [2], nonce: "a", count: 1000, size: 20).indices)
  }

  @Test func disclosedRowsProveThemselves() throws {
    let population = Population(name: "rule", rows: Sealed.rows, saltKey: [1])
    let root = MerkleTree.root(population.leaves)
    let sample = ProvableSample(root: root, nonce: "n", count: 3, size: 2)
    let json = population.disclosure(sample, nonce: "n")
    for row in try #require(json["rows"]?.elements) {
      let index = Int(try #require(row["index"]?.int))
      let bytes = try #require(row["row"]).canonical
      #expect(bytes == Sealed.rows[index])
      let proof = try #require(MerkleTree.inclusion(of: index, in: population.leaves))
      #expect(row["proof"]?.elements?.map(\.string) == proof.map { Digest.hex($0) })
      let leaf = MerkleTree.leaf(population.salts[index] + bytes)
      #expect(MerkleTree.isIncluded(leaf, at: index, of: 3, proof: proof, root: root))
    }
  }
}
