import Foundation
import Testing
import _WritTestSupport

/// What a review of the whole product found, through the command.
@Suite("The product, reviewed") struct ProductReviewTests {
  @Test(
    "help that was asked for is a result",
    arguments: ["--help", "-h", "check --help", "help why", "waiver check -h", "--version"])
  func help(command: String) throws {
    let found = try Scene.small().writ(command)
    #expect(found.code == 0 && found.errors.isEmpty && !found.output.isEmpty, "\(found.all)")
  }

  @Test("links that lead in circles end, and a folder is read once", .timeLimit(.minutes(1)))
  func circles() throws {
    let scene = try Scene.small(["data/a/x.txt": "x", "data/b/y.txt": "y"])
    for (link, target) in [("a/up", ".."), ("b/up", ".."), ("a/twin", "../b")] {
      try FileManager.default.createSymbolicLink(
        atPath: scene.file("data/\(link)"), withDestinationPath: target)
    }
    let found = try scene.writ("check data -p policies")
    #expect(found.code == 2, "\(found.all)")
    #expect(found.errors.split(separator: "\n").count { $0.contains("y.txt") } == 1)
  }

  @Test("a pipe is never waited for, and told", .timeLimit(.minutes(1)))
  func pipes() throws {
    let scene = try Scene.small(["data/empty.ndjson": ""])
    try #require(mkfifo(scene.file("data/pipe.ndjson"), 0o600) == 0)
    let named = try scene.writ("check data/pipe.ndjson -p policies")
    #expect(named.code == 4 && named.errors.contains("a pipe or a device"), "\(named.all)")
    let folder = try scene.writ("check data -p policies")
    #expect(folder.errors.contains("left alone: data/pipe.ndjson (can't be read)"))
    #expect(folder.errors.contains("left alone: data/empty.ndjson (empty)"))
  }

  @Test("a file's name steers no terminal and writes no line of its own")
  func names() throws {
    let scene = try Scene.small(["data/a\n::error::\u{1B}[31m.txt": "x"])
    let found = try scene.writ("check data -p policies")
    #expect(!found.errors.contains("\u{1B}") && !found.errors.contains("\n::error"))
    let missing = try WritProcess.run(["check", "no\u{1B}[31m\n::error::x"], in: scene.path)
    #expect(!missing.all.contains("\u{1B}") && !missing.all.contains("\n::error"))
  }

  @Test("a misspelled field or column in `fields` is told, since its data would only be missing")
  func fields() throws {
    let files = [
      "staff.writ": """
      module m

      dataset staff {
        key id
        id: text
        left_at: time?
      }

      rule left "Nobody left" {
        severity high
        for s in staff
        when s.left_at is known
        must false
      }

      """, "staff.csv": "id,Termination Date\na,2026-01-01\n",
    ]
    func run(_ fields: String) throws -> WritProcess.Outcome {
      let settings =
        "policies: [staff.writ]\ndatasets: { staff: { path: staff.csv, fields: { \(fields) } } }\n"
      return try Scene.small(files.merging(["writ.yaml": settings]) { $1 }).writ("check")
    }
    let right = try run("left_at: Termination Date")
    #expect(right.code == 1, "\(right.all)")
    let field = try run("lefft_at: Termination Date")
    #expect(field.code == 3 && field.errors.contains("did you mean `left_at`?"), "\(field.all)")
    let column = try run("left_at: Termination Dat")
    #expect(column.code == 4 && column.errors.contains("`Termination Dat`"), "\(column.all)")
  }

  @Test("a report that can't be written is no success")
  func fullDevice() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let scene = try Scene.small()
    let found = try scene.writ("version", through: ["sh", "-c", "exec \"$0\" \"$@\" > /dev/full"])
    #expect(found.code == 4 && found.errors.contains("No space left"), "\(found.all)")
  }
}
