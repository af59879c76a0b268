import Foundation
import Testing
import _WritTestSupport

/// `writ pii risk`, its exit codes, and figures for rules.
@Suite("Risk of recognition") struct PiiRiskTests {
  /// Four pairs by the first digits of `zip`; with `age` everybody is alone.
  private static let people = """
    age,zip,job,illness
    21,10115,clerk,flu
    22,10117,clerk,cold
    33,10243,smith,flu
    34,10245,smith,gout

    """

  private func scene(_ more: [String: String] = [:]) throws -> Scene {
    try Scene(["people.csv": Self.people].merging(more) { $1 })
  }

  private func figures(_ text: String, _ name: String = "risk") throws -> [String: Any] {
    try #require(try Report(text).json[name] as? [String: Any])
  }

  @Test("figures are those of the worst class") func figures() throws {
    let outcome = try scene().writ(
      "pii risk people.csv --quasi job --sensitive illness -f json")
    #expect(outcome.code == 0, "\(outcome.all)")
    let risk = try figures(outcome.output)
    #expect(risk["rows"] as? Int == 4)
    #expect(risk["classes"] as? Int == 2)
    #expect(risk["k"] as? Int == 2)
    #expect(risk["l"] as? Int == 2)
    // Of clerks half have a cold, of all a quarter, and a quarter more of them: (0 + 1/4 + 1/4) / 2.
    #expect(risk["t"] as? Double == 0.25)
    #expect(risk["k_map"] is NSNull)
  }

  @Test(
    "thresholds decide the exit code",
    arguments: [
      ("--quasi job --k 2", 0), ("--quasi job --k 3", 1), ("--quasi age --k 2", 1),
      ("--quasi job --sensitive illness --l 2 --t 0.25", 0),
      ("--quasi job --sensitive illness --t 0.249999", 1),
      // The c of recursive diversity is not defined where a class has one value.
      ("--quasi age --sensitive illness --c 3", 2),
      ("--quasi job --population people.csv --k-map 2", 0),
      ("--quasi job --population few.csv --k-map 2", 2),
      ("--quasi job --population few.csv --k-map 2 --k 3", 1),
      ("--quasi nothing --k 2", 4), ("--quasi job --sensitive nothing", 4),
      ("--quasi job --population nowhere.csv", 4), ("", 64), ("--quasi job,", 64),
      ("--quasi job --t 0.2", 64), ("--quasi job --k 0", 64), ("--quasi job,job", 64),
      ("--quasi job --sensitive job", 64), ("--find-quasi --k 2", 64),
      ("--quasi job --output out.csv", 64),
    ])
  func exitCodes(flags: String, code: Int32) throws {
    let outcome = try scene(["few.csv": "job\nclerk\n"]).writ("pii risk people.csv \(flags)")
    #expect(outcome.code == code, "\(outcome.all)")
  }

  @Test(
    "what can't be measured is told, never passed",
    arguments: [
      ("age,zip\n", 2), ("", 4), ("age,age\n1,2\n", 4), ("age,zip\n1\n", 4),
      ("age,zip\n\"1,2\n", 4), ("{\"age\":1}\nnonsense\n", 4), ("[{\"age\":1}]\n", 4),
      ("{\"age\":1}\n{\"age\":1,\"age\":2}\n", 4),
    ])
  func unmeasured(text: String, code: Int32) throws {
    let outcome = try scene(["t.csv": text]).writ("pii risk t.csv --quasi age --k 1")
    #expect(outcome.code == code, "\(outcome.all)")
  }

  @Test("a table of NDJSON, through a pipe, with members that come late") func ndjson() throws {
    let lines = """
      {"job":"clerk","age":21,"zip":null}
      {"job":"clerk","age":22}
      {"job":"smith","age":21,"zip":"10115"}
      {"job":"smith","age":22,"zip":"10115"}

      """
    let outcome = try Scene().writ("pii risk - --quasi job,zip -f json", input: lines)
    #expect(outcome.code == 0, "\(outcome.all)")
    let risk = try figures(outcome.output)
    #expect(risk["k"] as? Int == 2)
    #expect(risk["rows_with_missing"] as? Int == 2)
  }

  @Test("sets of columns are ranked by whom they single out") func search() throws {
    let outcome = try scene().writ("pii risk people.csv --find-quasi --sensitive illness -f json")
    #expect(outcome.code == 0, "\(outcome.all)")
    let sets = try figures(outcome.output, "quasi_identifiers")["sets"] as? [[String: Any]] ?? []
    #expect(sets.first?["columns"] as? [String] == ["age"])
    #expect(sets.first?["unique_rows"] as? Int == 4)
    #expect(!sets.contains { ($0["columns"] as? [String])?.contains("illness") ?? true })
  }

  @Test(
    "a coarser table is written and reaches the goal",
    arguments: [
      "mondrian", "lattice --rule age=intervals:10,20@20 --rule zip=prefixes:3",
      "lattice --suppress 50% --rule zip=file:zip.csv",
    ])
  func coarser(method: String) throws {
    let scene = try scene(["zip.csv": "10115;101\n10117;101\n10243;102\n10245;102\n"])
    let flags = "--quasi age,zip --k 2 --sensitive illness --l 2"
    let outcome = try scene.writ(
      "pii risk people.csv \(flags) --generalize \(method) -o out.csv")
    #expect(outcome.code == 0, "\(outcome.all)")
    let text = try scene.text("out.csv")
    #expect(text.hasPrefix("age,zip,job,illness\n"), "\(text)")
    #expect(text.split(separator: "\n").count == 5)
    #expect(!text.contains("21,") && text.contains("gout"), "\(text)")
    let again = try scene.writ("pii risk out.csv \(flags)")
    #expect(again.code == 0, "\(again.all)")
  }

  @Test("below a threshold no table is written") func unwritten() throws {
    let scene = try scene()
    for (flags, code) in [
      ("--k 2 --sensitive illness --t 0.1", Int32(1)), ("--k 5", 1),
      ("--k 2 --rule zip=intervals:5", 0), ("--k 2 --rule job=prefixes:2", 4),
      ("--k 2 --rule zip=nonsense", 64), ("--k 2 --rule zip=file:nowhere", 4),
    ] {
      let outcome = try scene.writ(
        "pii risk people.csv --quasi age,zip \(flags) --generalize mondrian -o out-\(code).csv")
      #expect(outcome.code == code, "\(flags): \(outcome.all)")
      #expect(scene.exists("out-\(code).csv") == (code == 0), "\(flags)")
    }
  }

  @Test("no value of a cell is shown") func values() throws {
    let secret = "zebra"
    let scene = try scene([
      "t.csv": "age,zip,note\n\(secret)1,\(secret)2,\(secret)3\n\(secret)4,\(secret)5,\(secret)6\n",
      "broken.csv": "age,zip,note\n\(secret)1,\(secret)2\n",
    ])
    for flags in [
      "--quasi age,zip --sensitive note", "--find-quasi", "--quasi age --k 2 -f json",
      "--quasi age --k 2 --generalize lattice --rule age=intervals:5",
      "--quasi age --k 2 --generalize mondrian -f json",
      "--quasi age --k 2 --generalize mondrian --rule age=dates:year",
    ] {
      for file in ["t.csv", "broken.csv"] {
        let outcome = try scene.writ("pii risk \(file) \(flags)")
        #expect(!outcome.all.contains(secret), "\(flags): \(outcome.all)")
      }
    }
  }

  // MARK: Rules

  private static let exports = """
    module exports

    dataset export_risks {
      key file
      file: text
      rows: int
      k: int?
      l: int?
      t: decimal?
    }

    rule recognizable "Nobody stands out" {
      severity high
      for r in export_risks
      must r.k >= 2
    }

    """

  private func project(_ binding: String) throws -> Scene {
    try Scene([
      "writ.yaml": "datasets:\n  export_risks: { from: risk, \(binding) }\n",
      "policies/exports.writ": Self.exports, "out/a.csv": Self.people,
      "out/b.csv": "job,illness\nclerk,flu\n", "out/c.csv": "job,illness\n",
    ])
  }

  @Test("a rule judges each file") func dataset() throws {
    let outcome = try project(#"path: "out/*.csv", quasi: [job], sensitive: [illness]"#).writ(
      "check . -f json")
    #expect(outcome.code == 1, "\(outcome.all)")
    let report = try Report(outcome.output)
    #expect(
      report.findings == [
        "fail exports.recognizable out/b.csv", "no_data exports.recognizable out/c.csv",
      ], "\(outcome.output)")
  }

  @Test(
    "a file that can't be measured leaves nothing told",
    arguments: [
      (#"path: "out/*.csv", quasi: [age]"#, 4), (#"path: out/none.csv, quasi: [job]"#, 4),
      (#"path: "out/*.csv""#, 3), (#"path: "out/*.csv", quasi: []"#, 3),
      (#"path: "out/*.csv", quasi: [job], sensitive: [job]"#, 3),
      (#"path: "out/*.csv", quasi: [job], fields: { k: K }"#, 3),
    ])
  func unreadable(binding: String, code: Int32) throws {
    let outcome = try project(binding).writ("check .")
    #expect(outcome.code == code, "\(outcome.all)")
  }

  // MARK: personal(x)

  private static let notes = """
    module notes

    dataset notes {
      key id
      id: text
      body: text
    }

    rule clean "Notes hold no personal data" {
      severity high
      for n in notes
      must personal(n.body) is missing
      say "{n.id} holds {personal(n.body)}"
    }

    test clean "an address is found" {
      given notes [
        { id: "a", body: "called back" },
        { id: "b", body: "write to ada@example.com" },
        { id: "c" },
      ]
      expect pass "a"
      expect fail "b"
      expect no_data "c"
    }

    """

  @Test("rules ask the detectors, on every engine of the program alike", arguments: [1, 2])
  func personal(threads: Int) throws {
    let rows = (0..<300).map { index in
      let body = index % 3 == 0 ? "write to ada\(index)@example.com" : "called back \(index)"
      return #"{"id":"n\#(index)","body":"\#(body)"}"#
    }
    let scene = try Scene([
      "policies/notes.writ": Self.notes, "notes.ndjson": rows.joined(separator: "\n") + "\n",
    ])
    let native = try scene.writ("check notes.ndjson -f json --threads \(threads)")
    #expect(native.code == 1, "\(native.errors)")
    let report = try Report(native.output)
    #expect(report.list("findings").count == 100)
    #expect(native.output.contains("contact.email"))
    let reference = try scene.writ("check notes.ndjson -f json --engine reference")
    #expect(reference.output == native.output)
  }

  @Test("and so do their tests") func tests() throws {
    let scene = try Scene(["policies/notes.writ": Self.notes])
    let outcome = try scene.writ("test")
    #expect(outcome.code == 0, "\(outcome.all)")
    #expect(outcome.output.hasPrefix("1 test, 1 passed"))
  }

  @Test("a detector of the project is asked too; a broken one is a mistake where a rule asks")
  func ownDetectors() throws {
    func detector(_ digits: Int) -> String {
      """
      module badge

      detector badge "Badge number" {
        category employment.employee_id
        pattern /\\bBDG-[0-9]{\(digits)}\\b/
        confidence 0.9
        example "BDG-1234"
        counter "BDG-12"
      }

      """
    }
    let data = ["notes.ndjson": #"{"id":"a","body":"badge BDG-1234"}"# + "\n"]
    let files = ["policies/notes.writ": Self.notes].merging(data) { $1 }
    let found = try Scene(files.merging(["policies/badge.writ": detector(4)]) { $1 }).writ(
      "check notes.ndjson -f json")
    #expect(found.output.contains("employment.employee_id"), "\(found.all)")
    let broken = files.merging(["policies/badge.writ": detector(5)]) { $1 }
    for command in ["check notes.ndjson", "test"] {
      let outcome = try Scene(broken).writ(command)
      #expect(outcome.code == 3, "\(outcome.all)")
      #expect(outcome.errors.contains("[privacy/example]"), "\(outcome.all)")
    }
    // Nobody asks: the detectors are not loaded.
    let idle = try Scene.small(["policies/badge.writ": detector(5)]).writ("test")
    #expect(idle.code == 0, "\(idle.all)")
  }

  @Test("the project's own rules about personal data pass their tests") func pack() throws {
    let outcome = try WritProcess.run(
      ["test", PackageFolder.file("policies/personal-data/rules")], in: "/")
    #expect(outcome.code == 0, "\(outcome.all)")
    #expect(outcome.output.contains("6 rules, 0 without a test"), "\(outcome.all)")
  }
}
