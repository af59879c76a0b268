import Testing
import WritTables
import WritValues

/// What a review of the whole product found in readers.
@Suite("Readers, reviewed") struct ProductReviewTests {
  @Test("a column that was named for a field has to be there")
  func namedColumn() throws {
    let schema = TableFixtures.schema([
      TableFixtures.field("id", .text), TableFixtures.field("note", .text, optional: true),
    ])
    func load(_ binding: FieldBinding) throws -> Int {
      try TableFixtures.load(
        schema, .csv(MemorySource(name: "t.csv", text: "id,Remark\na,x\n"), binding)
      ).rows.count
    }
    #expect(try load(FieldBinding()) == 1)
    #expect(try load(FieldBinding(fieldMap: ["note": "Remark"])) == 1)
    #expect(throws: ReadFailure.self) { try load(FieldBinding(fieldMap: ["note": "Remrak"])) }
    // What the dataset does not declare is nobody's loss.
    #expect(try load(FieldBinding(fieldMap: ["other": "Nowhere"])) == 1)
  }
}
