import Testing
import WritEngine
import WritModel

/// Each value of a field × each form that reads it × `when` and `must`: what comes out, and why.
@Suite struct MissingDataMatrixTests {
  /// What a condition is for the five rows: `T` true, `F` false, `?` unknown.
  struct Form: Sendable, CustomTestStringConvertible {
    var text: String
    /// Where the field may be missing.
    var optional: String
    /// Where it must be there: absent and null are then as unreadable as a wrong type.
    var required: String

    init(_ text: String, _ optional: String, required: String? = nil) {
      self.text = text
      self.optional = optional
      self.required = required ?? optional
    }

    var testDescription: String { text }
  }

  /// `X` is the field, `ROW.` the row it is read from where a form asks for other rows.
  static let forms = [
    //                                      true, false, absent, null, wrong type
    Form("r.X", "TF???"),
    Form("r.X == true", "TF???"),
    Form("r.X == false", "FT???"),
    Form("r.X != true", "FT???"),
    Form("r.X != false", "TF???"),
    Form("not r.X", "FT???"),
    Form("not not r.X", "TF???"),
    Form("r.X in [true]", "TF???"),
    Form("r.X in [true, false]", "TT???"),
    Form("r.X not in [true]", "FT???"),
    Form("exists(p in parts where p.row == r and p.X)", "TF???"),
    Form("exists(p in parts where p.row == r)", "TTTTT"),
    Form("none(p in parts where p.row == r and p.X)", "FT???"),
    Form("every(p in parts where p.row == r : p.X)", "TF???"),
    Form("every(p in parts where p.row == r and p.X : p.X)", "TT???"),
    Form("count(p in parts where p.row == r and p.X) == 1", "TF???"),
    Form("count(p in parts where p.row == r and p.X) != 1", "FT???"),
    Form("count(p in parts where p.row == r and p.X) >= 1", "TF???"),
    Form("count(p in parts where p.row == r and p.X) == 0", "FT???"),
    // Both ends of the count agree.
    Form("count(p in parts where p.row == r and p.X) <= 1", "TTTTT"),
    Form("count(p in parts where p.row == r and p.X) > 1", "FFFFF"),
    Form("count(p in parts where p.row == r and p.X) == 2", "FFFFF"),
    Form("count(p in parts where p.row == r) == 1", "TTTTT"),
    Form("share(p.X for p in parts where p.row == r) == 1", "TF???"),
    // What decides, decides on either side.
    Form("r.X and r.id == \"\"", "FFFFF"),
    Form("r.id == \"\" and r.X", "FFFFF"),
    Form("r.X or r.id != \"\"", "TTTTT"),
    Form("r.id != \"\" or r.X", "TTTTT"),
    Form("r.X and r.id != \"\"", "TF???"),
    Form("r.X or r.id == \"\"", "TF???"),
    // A tautology in two-valued logic, open here: unknown is not a third value that equals itself.
    Form("r.X or not r.X", "TT???"),
    Form("r.X == r.X", "TT???"),
    Form("if r.X then r.id != \"\" else r.id == \"\"", "TF???"),
    Form("if r.X then r.id != \"\" else r.id starts_with \"\"", "TTTTT"),
    // About missing alone.
    Form("r.X is known", "TTFF?", required: "TT???"),
    Form("r.X is missing", "FFTT?", required: "FF???"),
    Form("r.X ?? true", "TFTT?", required: "TF???"),
    Form("r.X ?? false", "TFFF?", required: "TF???"),
    Form("r.X is known and r.X", "TFFF?", required: "TF???"),
    Form("exists(p in parts where p.row == r and (p.X ?? true))", "TFTT?", required: "TF???"),
    Form("count(p in parts where p.row == r and p.X is missing) == 1", "FFTT?", required: "FF???"),
  ]

  static let keys = ["t", "f", "absent", "null", "wrong"]

  private static let rows = """
    {"id":"t","flag":true,"duty":true}
    {"id":"f","flag":false,"duty":false}
    {"id":"absent"}
    {"id":"null","flag":null,"duty":null}
    {"id":"wrong","flag":"yes","duty":"yes"}
    """

  private static let parts = """
    {"id":1,"row":"t","flag":true,"duty":true}
    {"id":2,"row":"f","flag":false,"duty":false}
    {"id":3,"row":"absent"}
    {"id":4,"row":"null","flag":null,"duty":null}
    {"id":5,"row":"wrong","flag":0,"duty":0}
    """

  private func evaluation(_ form: Form, _ field: String) -> PolicyEvaluation {
    let condition = form.text.replacing(".X", with: ".\(field)")
    var policy = PolicyEvaluation(
      """
      module t
      dataset rows "Rows" { key id  id: text  flag: bool?  duty: bool }
      dataset parts "Parts" { key id  id: int  row: rows  flag: bool?  duty: bool }
      rule required "It holds" { severity low for r in rows must \(condition) }
      rule met "It applies and holds" {
        severity low for r in rows when \(condition) must r.id != ""
      }
      rule unmet "It applies and does not hold" {
        severity low for r in rows when \(condition) must r.id == ""
      }
      """)
    policy.deliver("rows", Self.rows)
    policy.deliver("parts", Self.parts)
    return policy
  }

  /// The cause a row's field gives: the same in rows and in parts but for the place.
  private func cause(_ row: Int, _ field: String, in dataset: String) -> String {
    if field == "flag", row == 2 || row == 3 { return "missing(flag)" }
    return "unreadable(\(dataset).ndjson:\(row + 1): \(field))"
  }

  private func expected(
    _ form: Form, _ field: String, _ outcome: (Character) -> String
  ) -> [String] {
    let truths = Array(field == "flag" ? form.optional : form.required)
    let dataset = form.text.contains("p.X") ? "parts" : "rows"
    return Self.keys.indices.map { row -> String in
      let word = outcome(truths[row])
      let because = word == "no_data" ? " \(cause(row, field, in: dataset))" : ""
      return "\(Self.keys[row]): \(word)\(because)"
    }.sorted()
  }

  @Test(arguments: forms, ["flag", "duty"])
  func underMust(_ form: Form, _ field: String) {
    let policy = evaluation(form, field)
    #expect(
      policy.outcomes("required")
        == expected(form, field) { ["T": "pass", "F": "fail"][$0] ?? "no_data" })
  }

  @Test(arguments: forms, ["flag", "duty"])
  func underWhen(_ form: Form, _ field: String) {
    let policy = evaluation(form, field)
    #expect(
      policy.outcomes("met")
        == expected(form, field) { ["T": "pass", "F": "not_applicable"][$0] ?? "no_data" })
    #expect(
      policy.outcomes("unmet")
        == expected(form, field) { ["T": "fail", "F": "not_applicable"][$0] ?? "no_data" })
  }

  /// The one cell of the table that `strict: false` changes: unknown applicability, a requirement
  /// that holds.
  @Test(arguments: forms, ["flag", "duty"])
  func underWhenAndNotStrict(_ form: Form, _ field: String) throws {
    var policy = evaluation(form, field)
    policy.isStrict = false
    let truths = field == "flag" ? form.optional : form.required
    let met = try #require(policy.evaluate("met").rules.first)
    #expect(met.ledger.isBalanced)
    #expect(met.ledger.noData == 0)
    #expect(met.ledger.pass == Int64(truths.count { $0 != "F" }))
    #expect(met.passedThoughUnknown == Int64(truths.count { $0 == "?" }))
    #expect(
      policy.outcomes("unmet")
        == expected(form, field) { ["T": "fail", "F": "not_applicable"][$0] ?? "no_data" })
    #expect(
      policy.outcomes("required")
        == expected(form, field) { ["T": "pass", "F": "fail"][$0] ?? "no_data" })
  }

  /// The whole table of `when` × `must`, with the causes of both where both are open.
  @Test func outcomesOfTheTwoClauses() {
    var policy = PolicyEvaluation(
      """
      module t
      dataset rows "Rows" { key id  id: text  a: bool?  b: bool? }
      rule both "Both" { severity low for r in rows when r.a must r.b }
      rule two "Two requirements" { severity low for r in rows must r.a must r.b }
      """)
    policy.deliver(
      "rows",
      """
      {"id":"1","a":true,"b":true}
      {"id":"2","a":true,"b":false}
      {"id":"3","a":true}
      {"id":"4","a":false,"b":true}
      {"id":"5","a":false,"b":false}
      {"id":"6","a":false}
      {"id":"7","b":true}
      {"id":"8","b":false}
      {"id":"9"}
      """)
    #expect(
      policy.outcomes("both") == [
        "1: pass", "2: fail", "3: no_data missing(b)", "4: not_applicable", "5: not_applicable",
        "6: not_applicable", "7: no_data missing(a)", "8: no_data missing(a)",
        "9: no_data missing(a) missing(b)",
      ])
    // A requirement that does not hold is a failure, whatever the other one is.
    #expect(
      policy.outcomes("two") == [
        "1: pass", "2: fail", "3: no_data missing(b)", "4: fail", "5: fail", "6: fail",
        "7: no_data missing(a)", "8: fail", "9: no_data missing(a) missing(b)",
      ])
  }
}
