import Testing
import WritSources
import WritTables
import WritValues
import _WritTestSupport

@Suite struct GitLogTests {
  private func log(_ fields: [String], paths: [String] = []) -> [UInt8] {
    var text = (["writ1"] + fields).joined(separator: "\0") + "\0"
    for (index, path) in paths.enumerated() {
      text += (index == 0 ? "\n" : "") + ":100644 100644 abc def M\0\(path)\0"
    }
    return Array(text.utf8)
  }

  private let head = [
    "c1", "2026-03-01T10:00:00+02:00", "2026-03-01T09:00:00+02:00", "Ann@X.test", "bob@x.test",
  ]

  @Test func `a commit with reviews and paths`() throws {
    let trailers = "Bo <BO@x.test>\u{1F}jane\u{1F}carl@x.test\u{1F}Bo <bo@x.test>"
    let bytes =
      log(head + ["N", "p1 p2", "writ1: a subject", trailers], paths: ["a b", ":c", "writ1"])
      + log(["c2"] + head.dropFirst() + ["G", "", "", ""])
    let changes = try GitLog.parse(bytes, signed: [])
    #expect(
      changes == [
        [
          "id": "c1", "time": "2026-03-01T08:00:00Z", "authored": "2026-03-01T07:00:00Z",
          "author": "ann@x.test", "committer": "bob@x.test", "signed": false, "merge": true,
          "subject": "writ1: a subject", "reviewers": ["bo@x.test", "carl@x.test"],
          "paths": ["a b", ":c", "writ1"],
        ],
        [
          "id": "c2", "time": "2026-03-01T08:00:00Z", "authored": "2026-03-01T07:00:00Z",
          "author": "ann@x.test", "committer": "bob@x.test", "signed": true, "merge": false,
          "subject": "", "reviewers": [], "paths": [],
        ],
      ])
  }

  @Test(
    arguments: [
      ("G", true), ("U", true), ("B", false), ("X", false), ("Y", false), ("R", false), ("E", nil),
      ("N", nil),
    ] as [(String, Bool?)]) func `the state of a signature`(letter: String, state: Bool?) throws
  {
    let changes = try GitLog.parse(log(head + [letter, "", "s", ""]), signed: ["c1"])
    #expect(changes.first?["signed"]?.bool == state)
  }

  @Test func `only a header counts as a signature`() {
    let text =
      "c1\ntree t\ngpgsig -----BEGIN\n x\n\n    gpgsig no\0c2\ntree t\n\n    m\n\ngpgsig no\n\0"
    #expect(GitLog.signedCommits(Array(text.utf8)) == ["c1"])
  }

  @Test func `output that is cut is refused`() {
    let bytes = log(head + ["N", "", "s", ""], paths: ["a"])
    for count in 1..<(bytes.count - 1) where bytes[count - 1] != 0 {
      #expect(throws: (any Error).self) {
        let cut = Array(bytes[..<count])
        let changes = try GitLog.parse(cut, signed: [])
        // Cut within the path list's own entry mark the commit is whole.
        if !changes.isEmpty { throw ReadFailure(.broken, input: "", message: "") }
      }
    }
  }

  @Test func `a folder without a repository is unavailable`() throws {
    let folder = try TemporaryFolder()
    let table = GitRepository(path: folder.path).changes()
    #expect(table.records.isEmpty)
    #expect(table.unavailable != nil)
    #expect(
      GitRepository(path: folder.path, program: "no-such-git").changes().unavailable
        == "no-such-git is not installed")
  }

  @Test(.enabled("git is missing") { ExternalTool.isExpected("git") })
  func `the history of a repository`() throws {
    let folder = try TemporaryFolder()
    let git = try #require(ExternalTool("git"))
    let name = ["-C", folder.path, "-c", "user.name=A", "-c", "user.email=A@x.test"]
    _ = try git.run(["init", "-q", folder.path])
    try folder.write("a b.txt", "1")
    _ = try git.run(name + ["add", "."])
    _ = try git.run(
      name + ["commit", "-q", "-m", "one\n\nReviewed-by: B <b@x.test>\nAcked-by: c@x.test"])
    _ = try git.run(name + ["commit", "-q", "--allow-empty", "-m", "two"])
    let table = GitRepository(path: folder.path).changes()
    #expect(table.unavailable == nil)
    #expect(table.isComplete)
    #expect(table.records.map { $0.value.text("subject") } == ["two", "one"])
    let first = try #require(table.records.last?.value)
    #expect(first["reviewers"] == ["b@x.test", "c@x.test"])
    #expect(first["paths"] == ["a b.txt"])
    #expect(first["signed"] == false)
    #expect(first.text("author") == "a@x.test")
  }
}
