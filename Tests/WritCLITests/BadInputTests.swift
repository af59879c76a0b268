import Foundation
import Testing
import _WritTestSupport

/// Whatever is wrong with what a run is given, it says what and where, and ends with its own code.
@Suite("Bad input") struct BadInputTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var command: String
    var code: Int32
    /// What the streams say.
    var says: [String]
    var files: [String: String] = [:]

    var testDescription: String { name }
  }

  @Test("a named file that is of no use is exit 4", arguments: inputs + names)
  func input(_ bad: Case) throws { try expect(bad) }

  @Test("what can't be told is exit 2, a failure beside it 1", arguments: open)
  func untold(_ bad: Case) throws { try expect(bad) }

  @Test("a mistake in policies, settings or waivers is exit 3", arguments: mistakes)
  func mistake(_ bad: Case) throws { try expect(bad) }

  @Test("the gravest of several decides", arguments: several)
  func precedence(_ bad: Case) throws { try expect(bad) }

  private func expect(_ bad: Case) throws {
    let scene = try Scene.small(bad.files)
    let outcome = try scene.writ(bad.command)
    #expect(outcome.code == bad.code, "\(outcome.all)")
    for text in bad.says {
      #expect((outcome.errors + outcome.output).contains(text), "\(text)\n\(outcome.all)")
    }
    // The closing line says the code, whatever stream it is on.
    #expect((outcome.output + outcome.errors).contains("exit \(bad.code): "), "\(outcome.all)")
  }

  // MARK: 4

  static let inputs: [Case] = [
    Case(
      name: "missing", command: "check gone.ndjson", code: 4,
      says: ["error[input/unreadable]: `gone.ndjson` does not exist"]),
    Case(
      name: "missing, with a name", command: "check -i users=gone.ndjson", code: 4,
      says: ["`gone.ndjson` does not exist"]),
    Case(
      name: "missing, in writ.yaml", command: "check", code: 4,
      says: ["`gone.ndjson` does not exist", "writ.yaml:2:10"],
      files: ["writ.yaml": "datasets:\n  users: gone.ndjson\n"]),
    Case(
      name: "empty", command: "check -i users=empty.ndjson", code: 4,
      says: ["`empty.ndjson` is empty"], files: ["empty.ndjson": ""]),
    Case(
      name: "empty, told by its place", command: "check users.json", code: 4,
      says: ["`users.json` is empty"], files: ["users.json": ""]),
    Case(
      name: "empty, with a kind", command: "check", code: 4, says: ["void.csv", "holds no record"],
      files: ["writ.yaml": "datasets:\n  users: { from: csv, path: void.csv }\n", "void.csv": ""]),
    Case(
      name: "blank lines only", command: "check", code: 4, says: ["void.ndjson: holds no record"],
      files: [
        "writ.yaml": "datasets:\n  users: { from: ndjson, path: void.ndjson }\n",
        "void.ndjson": "\n\n",
      ]),
    Case(
      name: "a header and no record", command: "check -i users=head.csv", code: 4,
      says: ["head.csv: holds no record"], files: ["head.csv": "id,mfa,roles\n"]),
    Case(
      name: "an array without elements", command: "check -i users=none.json", code: 4,
      says: ["none.json", "holds no record"], files: ["none.json": "[]\n"]),
    Case(
      name: "NDJSON, cut off", command: "check -i users=cut.ndjson", code: 4,
      says: ["cut.ndjson:2: is cut off in the middle of a record (byte 40)"],
      files: ["cut.ndjson": Scene.Data.passing.dropLast() + "\n{\"id\":\"b\",\"ro"]),
    Case(
      name: "JSON, cut off", command: "check -i users=cut.json", code: 4, says: ["cut.json:1: "],
      files: ["cut.json": #"[{"id":"a","roles":[]},{"id":"b","ro"#]),
    Case(
      name: "CSV, cut off in a row", command: "check -i users=cut.csv", code: 4,
      says: ["cut.csv:3: is cut off in the middle of a record"],
      files: ["cut.csv": "id,mfa,roles\na,true,admin\nb,tr"]),
    Case(
      name: "CSV, cut off in quotes", command: "check -i users=cut.csv", code: 4,
      says: ["cut.csv:2: is cut off in the middle of a record"],
      files: ["cut.csv": "id,mfa,roles\n\"a,true,admin\nb,true,admin\n"]),
    Case(
      name: "roster, cut off", command: "check -i hr=cut.csv", code: 4,
      says: ["cut.csv:3: is cut off in the middle of a record"],
      files: [
        "policies/access.writ": Scene.Policy.access.replacingOccurrences(
          of: "dataset users \"People\" {",
          with: "dataset hr {\n  key a\n  a: text\n}\n\n"
            + "rule r \"R\" {\n  severity low\n  for p in hr\n  must p.a != \"\"\n}\n\n"
            + "dataset users \"People\" {"),
        "cut.csv": "Employee ID,Employment Status,Hire Date\n1,Active,2020-01-01\n2,Act",
      ]),
    Case(
      name: "no JSON", command: "check -i users=wrong.json", code: 4, says: ["wrong.json"],
      files: ["wrong.json": "[{\"id\": \"a\",, }]\n"]),
    Case(
      name: "no line is JSON", command: "check", code: 4,
      says: ["wrong.ndjson:1: no line is a JSON object"],
      files: [
        "writ.yaml": "datasets:\n  users: { from: ndjson, path: wrong.ndjson }\n",
        "wrong.ndjson": "one\ntwo\n",
      ]),
    Case(
      name: "a column twice", command: "check -i users=twice.csv", code: 4, says: ["twice.csv"],
      files: ["twice.csv": "id,id,roles\na,b,c\n"]),
    Case(
      name: "a key's column is absent", command: "check -i users=keyless.csv", code: 4,
      says: ["keyless.csv:1: the header has no column `id`"],
      files: ["keyless.csv": "name,roles\na,b\n"]),
    Case(
      name: "bytes of another kind", command: "check users.bin", code: 4,
      says: ["error[input/unknown-kind]: `users.bin` is of no known kind", "known: NDJSON"],
      files: ["users.bin": "\u{7F}ELF\u{0}\u{1}\u{2}"]),
    Case(
      name: "prose", command: "check -i users=letter.txt", code: 4,
      says: ["`letter.txt` is of no known kind"], files: ["letter.txt": "Dear all,\n\nhello\n"]),
  ]

  static let names: [Case] = [
    Case(
      name: "neither dataset nor kind", command: "check -i userz=users.ndjson", code: 4,
      says: ["`userz` is neither a dataset", "did you mean `users`?"]),
    Case(
      name: "no dataset takes it", command: "check people.ndjson", code: 4,
      says: ["no dataset of the policies takes `people.ndjson`", "-i DATASET=people.ndjson"],
      files: ["people.ndjson": Scene.Data.passing]),
    Case(
      name: "policies that are not there", command: "check -p rules users.ndjson", code: 4,
      says: ["`rules` does not exist"]),
    Case(
      name: "policies of writ.yaml that are not there", command: "check users.ndjson", code: 4,
      says: ["`rules` does not exist"], files: ["writ.yaml": "policies: [rules]\n"]),
    Case(
      name: "waivers that are not there", command: "check --waivers gone.yaml users.ndjson",
      code: 4, says: ["`gone.yaml` does not exist"]),
    Case(
      name: "a folder where a file was named", command: "check", code: 4,
      says: ["writ.yaml:2:10", "`policies` is no file"],
      files: ["writ.yaml": "datasets:\n  users: policies\n"]),
  ]

  // MARK: 2 and 1

  static let open: [Case] = [
    Case(
      name: "a folder with nothing recognized", command: "check inbox", code: 2,
      says: ["left alone: inbox/readme.txt (unknown kind)", "nothing was evaluated"],
      files: ["inbox/readme.txt": "hello\n"]),
    Case(
      name: "no policy", command: "check -p none users.ndjson", code: 2,
      says: ["there is no rule in `none`", "nothing was evaluated: no rule"],
      files: ["none/readme.txt": "hello\n"]),
    Case(
      name: "a policy without a rule", command: "check -p empty.writ users.ndjson", code: 2,
      says: ["there is no rule in `empty.writ`"], files: ["empty.writ": "module empty\n"]),
    Case(
      name: "no rule asked for", command: "check --rule nothing users.ndjson", code: 2,
      says: ["no rule matches"]),
    Case(
      name: "no tag asked for", command: "check --tag nothing users.ndjson", code: 2,
      says: ["no rule matches"]),
    Case(
      name: "a rejected row", command: "check -i users=rows.ndjson", code: 2,
      says: ["rows.ndjson:2: malformed JSON", "1 row is rejected in access.users"],
      files: ["rows.ndjson": Scene.Data.passing + "not json\n"]),
    Case(
      name: "a rejected first row", command: "check -i users=rows.ndjson", code: 2,
      says: ["rows.ndjson:1: malformed JSON"],
      files: ["rows.ndjson": "not json\n" + Scene.Data.passing]),
    Case(
      name: "a row with too many cells", command: "check -i users=rows.csv", code: 2,
      says: ["rows.csv:3: 4 cells where the header has 3"],
      files: ["rows.csv": "id,mfa,roles\na,true,admin\nb,true,admin,more\n"]),
    Case(
      name: "a row without a key", command: "check -i users=rows.ndjson", code: 2,
      says: ["rows.ndjson:2", "1 row is rejected in access.users"],
      files: ["rows.ndjson": Scene.Data.passing + "{\"mfa\":true}\n"]),
    Case(
      name: "a key twice", command: "check -i users=rows.ndjson", code: 2,
      says: ["rows.ndjson:1: shares its key", "rows.ndjson:2: shares its key"],
      files: ["rows.ndjson": Scene.Data.passing + Scene.Data.passing]),
    Case(
      name: "a rejected row beside a failure", command: "check -i users=rows.ndjson", code: 1,
      says: ["rows.ndjson:2: malformed JSON", "access.admin_without_mfa fails"],
      files: ["rows.ndjson": Scene.Data.failing + "not json\n"]),
    Case(
      name: "a key twice beside a failure", command: "check -i users=rows.ndjson", code: 1,
      says: ["shares its key", "access.admin_without_mfa fails"],
      files: ["rows.ndjson": Scene.Data.failing + Scene.Data.passing + Scene.Data.passing]),
    Case(
      name: "nothing is delivered", command: "check", code: 2,
      says: ["unavailable(users)", "nothing was evaluated"], files: ["writ.yaml": "strict: true\n"]),
    Case(
      name: "a missing value", command: "check -i users=c.ndjson", code: 2,
      says: ["can't be told: missing(mfa)"], files: ["c.ndjson": Scene.Data.untold]),
    Case(
      name: "a value of another type", command: "check -i users=c.ndjson", code: 2,
      says: ["unreadable(c.ndjson:1"],
      files: ["c.ndjson": #"{"id":"c","roles":["admin"],"mfa":"perhaps"}"# + "\n"]),
  ]

  // MARK: 3

  static let mistakes: [Case] = [
    Case(
      name: "a text that does not end", command: "check users.ndjson", code: 3,
      says: ["error[syntax/unclosed-string]", "--> policies/more.writ:3:8"],
      files: ["policies/more.writ": "module more\n\nrule r \"R {\n"]),
    Case(
      name: "all mistakes of a file", command: "check users.ndjson", code: 3,
      says: [
        "error[name/unknown-dataset]: there is no dataset `userz`", "--> policies/more.writ:5:12",
        "error[rule/unknown-severity]: `hihg` is no severity", "--> policies/more.writ:4:12",
        "did you mean `high`?", "2 mistakes in policies or settings",
      ],
      files: [
        "policies/more.writ":
          "module more\n\nrule r \"R\" {\n  severity hihg\n  for u in userz\n  must u.mfa\n}\n"
      ]),
    Case(
      name: "an unknown control", command: "check users.ndjson", code: 3,
      says: ["CC6.99"],
      files: [
        "policies/access.writ": Scene.Policy.access.replacingOccurrences(
          of: "CC6.1", with: "CC6.99")
      ]),
    Case(
      name: "a file that is no text", command: "check users.ndjson", code: 3,
      says: ["policies/more.writ:1:1"], files: ["policies/more.writ": "\u{0}\u{1}\u{2}"]),
    Case(
      name: "no test", command: "test untested.writ", code: 3, says: ["no test was found"],
      files: ["untested.writ": "module untested\n"]),
    Case(
      name: "a mistake, under test", command: "test", code: 3,
      says: ["policies/more.writ:1:1"], files: ["policies/more.writ": "modul more\n"]),
    Case(
      name: "an unknown key of writ.yaml", command: "check", code: 3,
      says: ["error[config/unknown-key]", "writ.yaml:1:1"], files: ["writ.yaml": "polices: [x]\n"]),
    Case(
      name: "an unknown framework", command: "check users.ndjson --framework soc3", code: 3,
      says: ["there is no catalog of `soc3`", "did you mean `soc2`?"]),
    Case(
      name: "an unknown param", command: "check users.ndjson", code: 3,
      says: ["no policy declares a param `access.limit`", "writ.yaml:1:11"],
      files: ["writ.yaml": "params: { access.limit: 3 }\n"]),
    Case(
      name: "owner and approver are one", command: "check users.ndjson", code: 3,
      says: ["error[waiver/own-approval]", ".writ/waivers.yaml:6:13"],
      files: [".writ/waivers.yaml": Scene.waiver(approver: "IT@example.test")]),
    Case(
      name: "a waiver without expiry", command: "check users.ndjson", code: 3,
      says: ["a waiver needs the key `expires`", ".writ/waivers.yaml:1:3"],
      files: [".writ/waivers.yaml": Scene.waiver(expires: nil)]),
    Case(
      name: "a waiver for longer than a year", command: "check users.ndjson", code: 3,
      says: ["error[waiver/too-long]", ".writ/waivers.yaml:7:12"],
      files: [".writ/waivers.yaml": Scene.waiver(expires: "2027-12-31")]),
    Case(
      name: "an unknown key of a waiver", command: "check users.ndjson", code: 3,
      says: ["a waiver has no key `bogus`", ".writ/waivers.yaml:8:3"],
      files: [".writ/waivers.yaml": Scene.waiver(more: "  bogus: 1\n")]),
    Case(
      name: "a waiver for no rule", command: "check users.ndjson", code: 3,
      says: ["error[waiver/unknown-rule]", "access.nope", ".writ/waivers.yaml:1:3"],
      files: [".writ/waivers.yaml": Scene.waiver(rule: "access.nope")]),
    Case(
      name: "waivers that are no list", command: "check users.ndjson", code: 3,
      says: [".writ/waivers.yaml:1:1"], files: [".writ/waivers.yaml": "all: true\n"]),
    Case(
      name: "a statement approved by its maker", command: "check users.ndjson", code: 3,
      says: ["error[attestation/own-approval]", ".writ/attestations.yaml:4:13"],
      files: [
        ".writ/attestations.yaml": """
        - control: soc2:CC1.2
          statement: the board met
          by: a@example.test
          approver: a@example.test
          at: 2026-03-05
          expires: 2026-06-30

        """
      ]),
    Case(
      name: "a catalog that is none", command: "check users.ndjson", code: 3,
      says: ["controls/x/catalog.yaml:1:1"], files: ["controls/x/catalog.yaml": "- a\n"]),
  ]

  // MARK: Precedence

  static let several: [Case] = [
    Case(
      name: "3 before 4", command: "check gone.ndjson --waivers waivers.yaml", code: 3,
      says: ["waiver/own-approval"],
      files: ["waivers.yaml": Scene.waiver(approver: "it@example.test")]),
    Case(
      name: "4 before 1", command: "check users.ndjson gone.ndjson", code: 4,
      says: ["`gone.ndjson` does not exist"]),
    Case(
      name: "3 before 1", command: "check users.ndjson", code: 3,
      says: ["waiver/unknown-rule", "FAIL "],
      files: [".writ/waivers.yaml": Scene.waiver(rule: "access.nope")]),
    Case(
      name: "1 before 2", command: "check users.ndjson", code: 1,
      says: ["no data for 1 of 4 members", "access.admin_without_mfa fails"]),
    Case(
      name: "4 before 2", command: "check -i users=c.ndjson gone.ndjson", code: 4,
      says: ["`gone.ndjson` does not exist"], files: ["c.ndjson": Scene.Data.untold]),
  ]

  // MARK: Permissions

  @Test(
    "a file that may not be read is exit 4",
    .enabled(if: Unprivileged.isPossible, "no user without privileges can run the command"))
  func unreadable() throws {
    let wrapper = try #require(Unprivileged.wrapper)
    let scene = try Scene.small(["closed/users.ndjson": Scene.Data.passing])
    let files = FileManager.default
    try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: scene.file("users.ndjson"))
    try files.setAttributes([.posixPermissions: 0o700], ofItemAtPath: scene.file("closed"))
    // Where the tests are not root, their own files are closed for themselves as well.
    if wrapper.isEmpty {
      try files.setAttributes([.posixPermissions: 0], ofItemAtPath: scene.file("users.ndjson"))
      try files.setAttributes([.posixPermissions: 0], ofItemAtPath: scene.file("closed"))
    }
    for (command, path) in [
      ("check users.ndjson", "users.ndjson"), ("check -i users=users.ndjson", "users.ndjson"),
      ("check closed", "closed"), ("check closed/users.ndjson", "closed/users.ndjson"),
    ] {
      let outcome = try scene.writ(command, through: wrapper)
      #expect(outcome.code == 4, "\(command)\n\(outcome.all)")
      #expect(
        outcome.errors.contains(
          "error[input/unreadable]: `\(path)` can't be read: permission denied"),
        "\(outcome.all)")
    }
    let policy = scene.file("policies/access.writ")
    try files.setAttributes(
      [.posixPermissions: wrapper.isEmpty ? 0 : 0o600], ofItemAtPath: policy)
    let outcome = try scene.writ("test", through: wrapper)
    #expect(outcome.code == 4, "\(outcome.all)")
    #expect(outcome.errors.contains("`policies/access.writ` can't be read"), "\(outcome.all)")
    try files.setAttributes([.posixPermissions: 0o700], ofItemAtPath: scene.file("closed"))
  }
}
