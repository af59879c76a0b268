import Foundation
import Testing
import Writ
import WritDatabase
import WritDetection
import WritModel
import WritPrivacy
import WritReports
import _WritTestSupport

/// What columns are told to be, with names that tell and without, clean and dirty.
@Suite("Columns") struct ColumnTests {
  private static let set: DetectorSet? = PersonalDetectors.builtIn.load().set

  private func classifier() throws -> ColumnClassifier {
    let set = try #require(Self.set)
    return try #require(ColumnClassifier(set))
  }

  private static func family(_ type: String?) -> String {
    let type = type ?? "none"
    return type.hasPrefix("phone_number") ? "phone_number" : type
  }

  /// The types that were not told, and columns told to be what they are not.
  private func mistakes(seed: UInt64, rows: Int, isNamed: Bool, isDirty: Bool) throws -> [String] {
    let classifier = try classifier()
    var generators = ColumnGenerators(seed: seed)
    var wrong: [String] = []
    for kind in ColumnGenerators.kinds where isNamed || kind.isPlain {
      for name in isNamed ? kind.names : ["col_7"] {
        let sample = generators.sample(rows, isDirty: isDirty, kind.cell)
        let found = classifier.classify(name, sample)
        if Self.family(found.type) != kind.type {
          wrong.append("\(name): \(kind.type) is told to be \(found.type ?? "none")")
        }
      }
    }
    for other in ColumnGenerators.others {
      let sample = generators.sample(rows, isDirty: isDirty, other.cell)
      let found = classifier.classify(isNamed ? other.name : "col_8", sample)
      if let type = found.type { wrong.append("\(other.name) is told to be \(type)") }
    }
    return wrong
  }

  @Test("columns with telling names") func named() throws {
    #expect(try mistakes(seed: 11, rows: 100, isNamed: true, isDirty: false) == [])
  }

  @Test("columns whose names say nothing") func opaque() throws {
    #expect(try mistakes(seed: 12, rows: 100, isNamed: false, isDirty: false) == [])
  }

  @Test("one cell in five empty or broken") func dirty() throws {
    #expect(try mistakes(seed: 13, rows: 120, isNamed: true, isDirty: true) == [])
    #expect(try mistakes(seed: 14, rows: 120, isNamed: false, isDirty: true) == [])
  }

  @Test("a checksum that all cells pass is proof, one that some pass is chance") func chance()
    throws
  {
    let classifier = try classifier()
    var generators = ColumnGenerators(seed: 15)
    let all = classifier.classify(nil, generators.sample(200) { $0.bsn() })
    #expect(all.type == "nl_bsn")
    #expect(all.terms.contains { $0.name == "passed by chance" && $0.weight > 10_000 })
    #expect(all.share?.hits == 200)
    // Some of these pass, as one in eleven of any numbers do.
    #expect(classifier.classify(nil, generators.sample(200) { $0.digits(9) }).type == nil)
    // All of these are in the ranges of one country's numbers, and so are all numbers.
    let plain = classifier.classify(nil, generators.sample(200) { "5" + $0.digits(8) })
    #expect(plain.type == nil)
  }

  @Test("the name decides between what the cells leave open") func names() throws {
    let classifier = try classifier()
    var generators = ColumnGenerators(seed: 16)
    let dates = generators.sample(100) { $0.date(2_018...2_024) }
    #expect(classifier.classify("order_date", dates).type == nil)
    #expect(classifier.classify("child_dob", dates).type == "birth_date")
    let people = generators.sample(100) { $0.firstName() }
    #expect(classifier.classify("last_name", people).category == DataCategory("person.name.last"))
    #expect(classifier.classify("first_name", people).category == DataCategory("person.name.first"))
    let flags = generators.sample(100) { $0.one("true false") }
    #expect(classifier.classify("password", flags).type == nil)
    #expect(classifier.classify("phone_verified", flags).type == nil)
  }

  @Test("quasi-identifiers are marked") func quasi() throws {
    let classifier = try classifier()
    var generators = ColumnGenerators(seed: 17)
    let zip = classifier.classify("zip", generators.sample(50) { $0.digits(5) })
    #expect(zip.isQuasiIdentifier)
    #expect(
      !classifier.classify("email", generators.sample(50) { _ in "a@example.org" })
        .isQuasiIdentifier)
  }

  @Test("text that holds personal data is said to") func within() throws {
    let classifier = try classifier()
    var generators = ColumnGenerators(seed: 18)
    let notes = generators.sample(60) {
      $0.words() + ($0.below(4) == 0 ? " from anna.berg@example.org" : "")
    }
    let found = classifier.classify("notes", notes)
    #expect(found.type == nil)
    #expect(found.within.map(\.type) == ["email_address"])
  }

  @Test(
    "Wilson's interval",
    arguments: [(0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634), (98, 100, 0.9300, 0.9945)])
  func interval(hits: Int, count: Int, low: Double, high: Double) {
    let bounds = ShareInterval(hits: hits, of: count).bounds
    #expect(abs(bounds.low - low) < 0.0001 && abs(bounds.high - high) < 0.0001)
    #expect(ShareInterval(hits: 0, of: 0).bounds == (0, 1))
  }

  @Test("a sample keeps the head, is bounded, and is the same each time") func sample() {
    func drawn() -> CellSample {
      var sample = CellSample(capacity: 500)
      for number in 0..<5_000 { sample.add(Array(String(number).utf8)) }
      return sample
    }
    let sample = drawn()
    #expect(sample.cells.count == 500 && sample.seen == 5_000)
    #expect(sample.cells.prefix(200).elementsEqual((0..<200).map { Array(String($0).utf8) }))
    #expect(Set(sample.cells).count == 500)
    // Of the last fifth of the rows about a fifth.
    let late = sample.cells.compactMap { Int(String(decoding: $0, as: UTF8.self)) }.count {
      $0 >= 4_000
    }
    #expect((35...90).contains(late))
    #expect(drawn().cells == sample.cells)
  }

  // MARK: The command

  private static func table(_ rows: Int) -> String {
    var generators = ColumnGenerators(seed: 19)
    return "id,customer email,dob,total\n"
      + (0..<rows).map { row in
        "\(row),user\(row)@example.org,\(generators.date(1_940...2_000)),\(generators.below(900)).50\n"
      }.joined()
  }

  @Test("CSV as text, JSON and a fideslang dataset; no value is shown") func csv() throws {
    let scene = try Scene(["people.csv": Self.table(50)])
    let outcome = try scene.writ(
      "pii columns people.csv -f text -f json=out.json --to out.yaml")
    #expect(outcome.code == 0, "\(outcome.all)")
    let json = try scene.text("out.json")
    let yaml = try scene.text("out.yaml")
    #expect(outcome.output.contains("2 of 4 columns are personal data, 1 quasi-identifiers"))
    #expect(json.contains("\"type\": \"email_address\""))
    #expect(yaml.contains("data_categories:\n              - user.contact.email\n"))
    #expect(yaml.contains("origin: machine"))
    for text in [outcome.all, json, yaml] { #expect(!text.contains("example.org")) }
  }

  @Test("JSON by path, without the numbers of elements") func paths() throws {
    let lines = (0..<30).map { "{\"people\":[{\"mail\":\"u\($0)@example.org\",\"n\":\($0)}]}\n" }
    let scene = try Scene(["people.ndjson": lines.joined()])
    let outcome = try scene.writ("pii columns people.ndjson")
    #expect(outcome.code == 0, "\(outcome.all)")
    #expect(outcome.output.contains("$.people[].mail  email_address"))
    #expect(outcome.output.contains("1 of 2 columns"))
  }

  @Test("tables of a SQLite file, all or by name") func sqlite() throws {
    let scene = try Scene()
    let connection = try DatabaseLocation.sqlite(path: scene.file("app.db")).open()
    try connection.execute("CREATE TABLE people (id INTEGER, email TEXT)", [])
    try connection.execute("CREATE TABLE parts (part_no TEXT)", [])
    for row in 0..<30 {
      try connection.execute(
        "INSERT INTO people VALUES (?1, ?2)", [.int(Int64(row)), .text("u\(row)@example.org")])
      try connection.execute("INSERT INTO parts VALUES (?1)", [.text("AB-\(1_000 + row)")])
    }
    connection.close()
    let all = try scene.writ("pii columns sqlite:app.db")
    #expect(all.code == 0, "\(all.all)")
    #expect(all.output.contains("app.db, people  (sqlite)"))
    #expect(all.output.contains("1 of 3 columns are personal data"))
    #expect(try scene.writ("pii columns app.db --table parts").output.contains("0 of 1 columns"))
    #expect(try scene.writ("pii columns app.db --table nothing").code == 4)
  }

  @Test("nothing to tell anything by is 2, what can't be read is 4") func exits() throws {
    let scene = try Scene(["empty.csv": "", "head.csv": "email,name\n"])
    #expect(try scene.writ("pii columns empty.csv").code == 2)
    #expect(try scene.writ("pii columns head.csv").code == 2)
    #expect(try scene.writ("pii columns nowhere.csv").code == 4)
    #expect(try scene.writ("pii columns sqlite:nowhere.db").code == 4)
    #expect(try scene.writ("pii columns").code == 64)
  }
}
