import Testing
import WritDiagnostics

@testable import WritSyntax

struct ParserTests {
  @Test(arguments: Examples.all)
  func examplesHaveNothingWrong(_ text: String) {
    #expect(DiagnosticRenderer().render(parse(text).diagnostics) == "")
  }

  @Test func datasetsKeepClausesAndFieldsApart() throws {
    let file = parse(Examples.data).file
    #expect(file.imports.map(\.text) == ["shop"])
    let datasets = file.declarations.compactMap {
      if case .dataset(let dataset) = $0 { dataset } else { nil }
    }
    #expect(datasets.map(\.name.text) == ["users", "events", "columns", "single"])
    #expect(
      datasets.map { $0.key.map(\.text) } == [["id"], ["tbl", "name"], ["tbl", "name"], ["id"]])
    let users = try #require(datasets.first)
    #expect(
      users.fields.map(\.name.text) == [
        "id", "name", "email", "status", "roles", "mfa", "manager", "tags", "history", "package",
        "key", "order", "fresh", "in", "union", "last_login", "orders", "col",
      ])
    #expect(users.fields[2].personal?.text == "contact.email")
    #expect(users.fields[2].isSecret)
    #expect(users.fields[2].isOptional)
    #expect(users.fresh.map(SyntaxDescription.short) == "dur:93600000000")
    #expect(datasets[1].orderBy?.text == "time")
    #expect(datasets[1].lateness.map(SyntaxDescription.short) == "dur:600000000")
    #expect(datasets[1].completePer?.text == "host")
    #expect(datasets[1].valid != nil)
    #expect(datasets[3].fields.map(\.name.text) == ["id", "extra"])
  }

  @Test func detectorsAndMasksKeepWhatIsWritten() throws {
    let declarations = parse(Examples.personal).file.declarations
    guard case .detector(let card) = try #require(declarations.first),
      case .mask(let mask) = try #require(declarations.last)
    else {
      Issue.record("not a detector and a mask")
      return
    }
    var seen: [String] = []
    for (clause, _) in card.clauses {
      switch clause {
      case .category(let name): seen.append("category \(name.text)")
      case .pattern(let source, let flags, _): seen.append("/\(source)/\(flags)")
      case .validate(let calls): seen.append(calls.map(Self.show).joined(separator: " "))
      case .near(let words, let within):
        seen.append("near \(words.map(\.value)) \(SyntaxDescription.short(within))")
      case .confidence(let values):
        seen += values.map { "\($0.word?.text ?? "bare") \(SyntaxDescription.short($0.value))" }
      case .example(let texts): seen.append("\(texts.count) examples")
      default: break
      }
    }
    #expect(
      seen == [
        "category financial.card", #"/\b(?:\d[ -]?){12,18}\d\b/i"#,
        "luhn() weighted([3 7 -1] 10) length(13 19)",
        #"near ["card", "visa", "cvv"] 50"#,
        #"near ["number"] 20"#, "bare dec:500000", "near dec:950000", "named pct:950000",
        "2 examples",
      ])
    #expect(
      mask.lines.map {
        "\($0.category?.text ?? "*")\($0.isSubtree ? ".*" : "") \(Self.show($0.operation))"
      }
        == [
          "financial.card partial(last:4)", "contact.email partial(domain:true)",
          "government.* redact()", "otherwise.x.* shift_date(key:'support' days:30 by:'customer')",
          "* keep()",
        ])
  }

  private static func show(_ operation: OperationSyntax) -> String {
    "\(operation.name.text)(\(operation.arguments.map(show).joined(separator: " ")))"
  }

  private static func show(_ argument: OperationSyntax.Argument) -> String {
    let value =
      switch argument.value {
      case .integer(let value): "\(value)"
      case .duration(let value): "dur:\(value)"
      case .flag(let value): "\(value)"
      case .text(let value): "'\(value)'"
      case .name(let value): value
      case .list(let items): "[" + items.map(show).joined(separator: " ") + "]"
      case .other(let what): "other:\(what)"
      }
    return argument.label.map { "\($0.text):\(value)" } ?? value
  }

  @Test func testsKeepRowsAndCauses() throws {
    let tree = parse(Examples.tests)
    guard case .test(let test) = try #require(tree.file.declarations.first) else {
      Issue.record("no test")
      return
    }
    var causes: [String] = []
    var rows: [String] = []
    for (clause, _) in test.clauses {
      if case .expect(let outcome, let key, let because) = clause {
        let reasons = because.map { "\($0.kind.text):\($0.detail)" }
        causes.append(
          ([outcome.text, SyntaxDescription.short(key)] + reasons).joined(separator: " "))
      }
      if case .given(let dataset, let collected, let given) = clause {
        rows.append("\(dataset.text) \(collected == nil ? "" : "collected ")\(given.count)")
      }
    }
    #expect(rows == ["users 2", "shop.accounts collected 0", "hosts collected 1"])
    #expect(
      causes == [
        "fail 'a'", "pass 'b'", "no_data 'c' missing:mfa stale:users", "fail ['u1' '10.0.0.1']",
        "pass (neg 4)", "no_data 'x' unreadable:users.ndjson:3 (mfa)", "not_applicable 'd'",
      ])
  }

  @Test func clauseSpansCoverTheirTokens() throws {
    let tree = parse(Examples.everyClause)
    guard case .rule(let rule) = try #require(tree.file.declarations.dropFirst(2).first) else {
      Issue.record("no rule")
      return
    }
    let texts = rule.clauses.map { tree.source.text($0.span) }
    #expect(texts.first == "must owner == \"x\"")
    #expect(texts.contains("window tumbling 1d in \"Europe/Berlin\""))
    #expect(texts.contains("within 24h after e.time"))
    #expect(texts.last == "covers \"soc2:CC7.2\"")
    #expect(rule.clauses.count == 18)
  }

  @Test func canonicalTextForgetsLayout() throws {
    let one = parse("module m rule r \"t\" { must a in [1, 2,] // why\n say \"x\" }")
    let other = parse("module m\n\n// c\nrule r\n\"t\" {\nmust a   in [1,2]\n\nsay \"x\"\n}\n")
    guard case .rule(let first) = try #require(one.file.declarations.first),
      case .rule(let second) = try #require(other.file.declarations.first)
    else {
      Issue.record("no rule")
      return
    }
    #expect(one.canonicalText(of: first) == "rule r \"t\" { must a in [ 1 , 2 ] say \"x\" }")
    #expect(one.canonicalText(of: first) == other.canonicalText(of: second))
  }
}
