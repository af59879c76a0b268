import Foundation
import Testing
import WritSources
import WritTables
import _WritTestSupport

@Suite struct FileSystemTests {
  @Test func `links in an image lead into the image`() throws {
    let folder = try TemporaryFolder()
    try folder.write("etc/real", "inside")
    for (link, target) in [
      ("absolute", "/etc/real"), ("relative", "real"), ("up", "../../../../etc/real"),
      ("loop", "loop"), ("dangling", "nothing"),
    ] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/etc/" + link, withDestinationPath: target)
    }
    let files = DiskFileSystem(root: folder.path + "/")
    for link in ["absolute", "relative", "up"] {
      #expect(try files.read("/etc/" + link) == Array("inside".utf8))
    }
    #expect(throws: FileFailure(.loop, path: "/etc/loop")) { try files.read("/etc/loop") }
    #expect(try !files.exists("/etc/dangling"))
    #expect(try files.list("/etc") == ["absolute", "dangling", "loop", "real", "relative", "up"])
    #expect(try files.status("/etc/up").kind == .link)
    #expect(try files.target("/etc/relative") == "real")
    #expect(throws: FileFailure.self) { try files.read("/etc") }
  }

  @Test func `patterns`() throws {
    var files = MemoryFileSystem(files: [
      "/l/a.log": "", "/l/a.log.1": "", "/l/.a.log": "", "/l/b/x.log": "", "/l/c/x.log": "",
    ])
    #expect(try PathPattern.expand("/l/a.log*", in: files) == ["/l/a.log", "/l/a.log.1"])
    #expect(try PathPattern.expand("/l/*/x.log", in: files) == ["/l/b/x.log", "/l/c/x.log"])
    #expect(try PathPattern.expand("/no/*", in: files) == [])
    #expect(try PathPattern.expand("/no/such", in: files) == ["/no/such"])
    files["/closed"] = .denied()
    #expect(throws: FileFailure.self) { try PathPattern.expand("/closed/*", in: files) }
  }

  @Test func `rotated logs, oldest first`() {
    #expect(
      LogRotation.groups([
        "a.log", "b.log-20260201", "a.log.2", "b.log", "a.log.1", "b.log-20260101",
      ])
        == [["a.log.2", "a.log.1", "a.log"], ["b.log-20260101", "b.log-20260201", "b.log"]])
    #expect(
      LogRotation.groups([
        "a.log", "a.log.10.gz", "b.log-20260101.gz", "a.log.2.gz", "b.log", "a.log.1", "c.gz",
      ])
        == [
          ["a.log.10.gz", "a.log.2.gz", "a.log.1", "a.log"], ["b.log-20260101.gz", "b.log"],
          ["c.gz"],
        ])
  }

  @Test func `a file in blocks`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("x", "hello")
    let source = FileByteSource(path: path, name: "x")
    var stream = try source.open()
    var block = [UInt8](repeating: 0, count: 3)
    var bytes: [UInt8] = []
    while true {
      let count = try block.withUnsafeMutableBytes { try stream.read(into: $0) }
      if count == 0 { break }
      bytes += block[..<count]
    }
    #expect(bytes == Array("hello".utf8))
    #expect(throws: FileFailure.self) { try FileByteSource(path: path + "/no").open() }
    #expect(throws: FileFailure.self) { try FileByteSource(path: folder.path).open() }
  }
}

@Suite struct InputKindTests {
  static let cases: [(String, InputKind?)] = [
    ("{\"a\": 1}\n{\"a\": 2}\n", .ndjson),
    ("{\"a\": 1}", .json),
    ("[{\"a\": 1}]", .json),
    ("[{\"id\": \"1\", \"status\": \"ACTIVE\", \"profile\": {\"x\": 1}, \"_factors\": []", .okta),
    ("[{\"login\": \"a\", \"role\": \"member\", \"two_factor_enabled\": tr", .github),
    ("Employee ID,Employment Status,Hire Date\n1,Active,2020-01-01\n", .hr),
    ("a;b\n1;2\n", .csv),
    ("Mar 27 13:06:56 h sshd[1]: x\n", .sshd),
    ("2026-03-27T13:06:56Z h cron[1]: x\n2026-03-27T13:0", .syslog),
    ("module x\n\nrule a {}\n", nil),
    ("Dear all, hello\n", nil),
    ("# Title, with a comma\n\nText\n", nil),
    ("{{ template }}", nil),
    ("", nil), ("\0\0\0", nil), ("\u{1F}\u{8B}", nil), ("[section]\nkey = v\n", nil),
  ]

  @Test(arguments: cases) func `kinds by content`(text: String, kind: InputKind?) {
    #expect(InputKind.recognize(name: "input", prefix: Array(text.utf8)) == kind)
    #expect(
      InputKind.recognize(name: "input", prefix: [0xEF, 0xBB, 0xBF] + Array(text.utf8)) == kind)
  }

  @Test(.enabled("no sample folder") { SampleFolder.isExpected }) func `kinds of samples`() throws {
    let folder = "data/inventory/identity-and-cloud/"
    for (name, kind) in [
      ("hr_roster.csv", .hr), ("okta_users.json", .okta), ("github_org_members.json", .github),
      ("google_workspace_users.csv", .csv), ("osqueryd.results.log", .ndjson),
    ] as [(String, InputKind)] {
      let bytes = try DiskFileSystem().read(SampleFolder.file(folder + name))
      for count in [300, 4096, bytes.count] where kind == .csv || kind == .hr || count > 300 {
        #expect(
          InputKind.recognize(name: name, prefix: Array(bytes.prefix(max(count, 1500)))) == kind)
      }
    }
  }
}
