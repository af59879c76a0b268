import Testing
import WritDatabase

@Suite("Names of tables") struct TableNameTests {
  @Test(
    "are read with and without quotes",
    arguments: [
      ("users", nil, "users", "\"users\""),
      ("public.Users", "public", "Users", "\"public\".\"Users\""),
      ("\"od.d\".\"we\"\"ird\"", "od.d", "we\"ird", "\"od.d\".\"we\"\"ird\""),
      ("Größe 1", nil, "Größe 1", "\"Größe 1\""),
      ("a;--", nil, "a;--", "\"a;--\""),
    ] as [(String, String?, String, String)])
  func parse(text: String, schema: String?, name: String, sql: String) throws {
    let table = try #require(TableName(parsing: text))
    #expect(table == TableName(schema: schema, name))
    #expect(table.sql == sql)
    #expect(TableName(parsing: table.description) == table)
  }

  @Test(
    "are refused where they can't be told apart",
    arguments: ["", ".", "a.", ".a", "a.b.c", "\"a", "a\"b", "\"\"", "a.\"b\"c", "a\0b"])
  func refused(text: String) { #expect(TableName(parsing: text) == nil) }
}
