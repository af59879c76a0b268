import Testing
import WritSources
import WritTables
import WritValues

/// What a review of the whole product found in importers.
@Suite("Importers, reviewed") struct ProductReviewTests {
  private static let users = #"{"id":"u1","profile":{"login":"a","dept":"Ops","a.b":"c"}}"#

  @Test("a document of another kind is refused, not read as accounts without anything")
  func kinds() {
    #expect(throws: ReadFailure.self) { try records(.okta, #"[{"login":"a"}]"#) }
    #expect(throws: ReadFailure.self) { try records(.github, "[\(Self.users)]") }
  }

  @Test("`fields` takes a field from elsewhere in the object")
  func fields() throws {
    let found = try records(
      .okta, "[\(Self.users)]",
      options: ImportOptions(fields: ["department": "profile.dept", "title": "profile.none"]))
    #expect(found.first?.text("department") == "Ops")
    #expect(found.first?.text("title") == nil)
    #expect(found.first?.text("login") == "a")
  }

  @Test("`member` names the array among several")
  func member() throws {
    let text = #"{"groups":[{"id":"g"}],"users":[\#(Self.users), 7]}"#
    #expect(throws: ReadFailure.self) { try records(.okta, text) }
    let source = try #require(
      Importer.source(
        .okta, inputs: [MemorySource(name: "o", text: text)],
        options: ImportOptions(member: "users")))
    let found = try read(source)
    #expect(found.records.map { $0.text("id") } == ["u1"])
    #expect(found.rejects.count == 1)
    #expect(throws: ReadFailure.self) {
      try records(.okta, text, options: ImportOptions(member: "people"))
    }
  }
}
