import Testing
import WritSources
import WritTables
import WritValues
import _WritTestSupport

private let head = "Mar 27 13:06:56 web sshd[7]: "

private func event(_ line: String, year: Int? = 2026) throws -> JSONValue {
  let all = try records(.sshd, line + "\n", name: "auth.log", options: ImportOptions(year: year))
  return try #require(all.count == 1 ? all.first : nil)
}

@Suite struct AuthLogTests {
  struct Login: Sendable {
    var message: String
    var actor: String?
    var source: String?
    var isInvalid: Bool?
    var outcome = "failure"
  }

  static let logins = [
    Login(
      message: "Failed password for root from 192.0.2.1 port 22 ssh2", actor: "root",
      source: "192.0.2.1", isInvalid: false),
    Login(
      message: "Failed password for invalid user admin from 192.0.2.1 port 22 ssh2",
      actor: "admin", source: "192.0.2.1", isInvalid: true),
    Login(
      message: "Failed password for invalid user  from 192.0.2.1 port 22 ssh2", actor: "",
      source: "192.0.2.1", isInvalid: true),
    Login(
      message: "Accepted publickey for ann from 2001:db8::1 port 9 ssh2: ED25519 SHA256:ab+/c",
      actor: "ann", source: "2001:db8::1", isInvalid: false, outcome: "success"),
    Login(
      message:
        "Accepted publickey for ann from 192.0.2.1 port 9 ssh2: RSA-CERT SHA256:a ID k (serial 0) "
        + "CA RSA SHA256:b",
      actor: "ann", source: "192.0.2.1", isInvalid: false, outcome: "success"),
    // A name that carries a line of its own.
    Login(
      message:
        "Failed password for invalid user x from 198.51.100.9 port 1 ssh2 from 192.0.2.1 port 2 ssh2",
      actor: "x from 198.51.100.9 port 1 ssh2", source: "192.0.2.1", isInvalid: true),
    Login(
      message:
        "Failed publickey for x from 198.51.100.9 port 1 ssh2: RSA SHA256:a from 192.0.2.1 port 2 "
        + "ssh2: RSA SHA256:b",
      actor: "x from 198.51.100.9 port 1 ssh2: RSA SHA256:a", source: "192.0.2.1",
      isInvalid: false),
    // A key id that does: both readings are possible.
    Login(
      message:
        "Failed publickey for bob from 192.0.2.1 port 2 ssh2: RSA-CERT SHA256:a ID x from "
        + "198.51.100.9 port 1 ssh2: RSA SHA256:b c (serial 0) CA RSA SHA256:d",
      actor: nil, source: nil, isInvalid: nil),
  ]

  @Test func idsDoNotChangeWithTheFolder() {
    let table: [([String], [String])] = [
      (["/var/log/auth.log"], ["auth.log"]),
      (["a/auth.log", "a/auth.log.1"], ["auth.log", "auth.log.1"]),
      (["x/a/auth.log", "x/b/auth.log"], ["a/auth.log", "b/auth.log"]),
      (["auth.log", "b/auth.log"], ["auth.log", "b/auth.log"]),
    ]
    for (names, prefixes) in table { #expect(AuthLog.idPrefixes(names) == prefixes) }
  }

  @Test(arguments: logins) func `a login is read from the right`(login: Login) throws {
    let event = try event(head + login.message)
    #expect(event.text("action") == "login")
    #expect(event.text("outcome") == login.outcome)
    #expect(event.text("actor") == login.actor)
    #expect(event.text("source_ip") == login.source)
    #expect(event["invalid_user"]?.bool == login.isInvalid)
  }

  static let others: [(String, String, String, String?)] = [
    ("sshd[1]: Invalid user  from 192.0.2.7", "invalid_user", "failure", ""),
    ("sshd[1]: Invalid user a b from 192.0.2.7 port 5", "invalid_user", "failure", "a b"),
    ("sshd[1]: Disconnected from user ann 192.0.2.7 port 5", "logout", "success", "ann"),
    ("sshd[1]: Disconnected from 192.0.2.7 port 5", "logout", "success", nil),
    (
      "sshd-session[1]: Connection closed by invalid user x 192.0.2.7 port 5 [preauth]",
      "disconnect", "unknown", "x"
    ),
    ("sshd[1]: Received disconnect from 192.0.2.7 port 5:11: bye", "disconnect", "unknown", nil),
    ("sshd[1]: Server listening on :: port 22.", "other", "unknown", nil),
    (
      "sshd[1]: pam_unix(sshd:session): session opened for user ann(uid=7) by (uid=0)",
      "session_open", "success", "ann"
    ),
    (
      "sudo: pam_unix(sudo:session): session opened for user root by ann(uid=7)", "session_open",
      "success", "ann"
    ),
    (
      "CRON[1]: pam_unix(cron:session): session closed for user root", "session_close", "success",
      "root"
    ),
    (
      "sshd[1]: pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= "
        + "rhost=192.0.2.7  user=root", "auth_failure", "failure", "root"
    ),
    ("sudo:   ann : TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/bin/ls", "sudo", "success", "ann"),
    (
      "sudo:   ann : command not allowed ; TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/bin/ls", "sudo",
      "failure", "ann"
    ),
    ("sudo:   ann : (command continued) x", "other", "unknown", "ann"),
    ("su[9]: Successful su for root by ann", "su", "success", "ann"),
    ("su[9]: FAILED SU (to root) ann on pts/0", "su", "failure", "ann"),
    ("useradd[2]: new user: name=eve, UID=1001", "account_change", "success", nil),
    ("useradd[2]: failed adding user 'eve', data deleted", "account_change", "failure", nil),
    ("nothing at all", "other", "unknown", nil),
  ]

  @Test(arguments: others) func `other messages`(
    line: String, action: String, outcome: String, actor: String?
  ) throws {
    let event = try event("Mar  7 13:06:56 web " + line)
    #expect(event.text("action") == action)
    #expect(event.text("outcome") == outcome)
    #expect(event.text("actor") == actor)
  }

  @Test func `sudo says who ran what as whom`() throws {
    let event = try event(
      "Mar 27 13:06:56 web sudo:   ann : TTY=pts/0 ; PWD=/x ; USER=root ; COMMAND=/bin/cat a ; b")
    #expect(event.text("target") == "root")
    #expect(event.text("command") == "/bin/cat a ; b")
  }

  static let stamps: [(String, String?)] = [
    ("Mar  7 13:06:56 web sshd[7]: x", "2026-03-07T13:06:56Z"),
    ("<38>Mar 27 13:06:56 web sshd[7]: x", "2026-03-27T13:06:56Z"),
    ("Mar 27 2024 13:06:56 web sshd[7]: x", "2024-03-27T13:06:56Z"),
    ("2026-03-27T13:06:56.25+02:00 web sshd[7]: x", "2026-03-27T11:06:56.25Z"),
    ("<38>1 2026-03-27T13:06:56Z web sshd 7 - - x", "2026-03-27T13:06:56Z"),
    (
      "<38>1 2026-03-27T13:06:56Z web sshd 7 id [a b=\"]\\\"\"][c d=\"e\"] x",
      "2026-03-27T13:06:56Z"
    ),
    ("<38>1 - web sshd 7 - - x", nil),
  ]

  @Test(arguments: stamps) func `the head of a line`(line: String, time: String?) throws {
    let event = try event(line)
    #expect(event.text("time") == time)
    #expect(event.text("host") == "web")
    #expect(event.text("program") == "sshd")
    #expect(event["pid"]?.int == 7)
    #expect(event.text("message") == "x")
  }

  @Test func `without a year there is no time`() throws {
    #expect(try event(head + "x", year: nil).text("time") == nil)
  }

  @Test func `the year goes on where the month jumps back`() throws {
    let log = """
      Dec 30 23:00:00 web a: 1
      Jan  1 00:00:01 web a: 2
      Dec 31 23:59:59 web a: late
      Jan  2 00:00:00 web a: 3
      Mar  1 00:00:00 web a: 4
      Feb 28 00:00:00 web a: late
      Feb  1 00:00:00 web a: next year

      """
    let times = try records(.syslog, log, options: ImportOptions(year: 2024)).map {
      String($0.text("time")?.prefix(10) ?? "-")
    }
    #expect(
      times == [
        "2024-12-30", "2025-01-01", "2024-12-31", "2025-01-02", "2025-03-01", "2025-02-28",
        "2026-02-01",
      ])
  }

  @Test func `a date that its year does not have is rejected`() throws {
    let log = "Feb 28 00:00:00 web a: 1\nFeb 29 00:00:00 web a: 2\n"
    let source = AuthLog(inputs: [MemorySource(name: "a", text: log)], year: 2026)
    let found = try read(source)
    #expect(found.records.count == 1)
    #expect(found.rejects.map(\.line) == [2])
  }

  @Test func `rotated files are read oldest first`() throws {
    let inputs = [
      MemorySource(name: "auth.log", text: "Jan  5 00:00:00 web a: 3\n"),
      MemorySource(name: "auth.log.1", text: "Dec 30 00:00:00 web a: 2\n"),
      MemorySource(name: "auth.log.10", text: "Nov  1 00:00:00 web a: 1\n"),
      MemorySource(name: "other.log", text: "Feb  1 00:00:00 web a: 4\n"),
    ]
    let source = AuthLog(inputs: inputs, year: 2025)
    #expect(source.inputNames == ["auth.log.10", "auth.log.1", "auth.log", "other.log"])
    let times = try read(source).records.map { String($0.text("time")?.prefix(10) ?? "-") }
    #expect(times == ["2025-11-01", "2025-12-30", "2026-01-05", "2025-02-01"])
  }

  @Test func `a repeated message is as many events`() throws {
    let log =
      head + "message repeated 3 times: [ Failed password for root from 192.0.2.1 port 2 ssh2]\n"
    let events = try records(.sshd, log, name: "auth.log", options: ImportOptions(year: 2026))
    #expect(events.map { $0.text("id") } == ["auth.log:1#1", "auth.log:1#2", "auth.log:1#3"])
    #expect(events.allSatisfy { $0.text("actor") == "root" && $0.text("source_ip") == "192.0.2.1" })
    #expect(events.last?["repeat"] == ["count": 3, "index": 3])
  }

  @Test func `the older form repeats the line above`() throws {
    let log = """
      \(head)Failed password for root from 192.0.2.1 port 2 ssh2
      Mar 27 13:07:00 other sshd[1]: x
      Mar 27 13:07:01 web last message repeated 2 times

      """
    let events = try records(.sshd, log, options: ImportOptions(year: 2026))
    #expect(events.filter { $0.text("action") == "login" }.count == 3)
  }

  @Test func `a repeat nobody believes is rejected`() throws {
    let log = head + "message repeated 999999999 times: [ x]\n" + head + "y\n"
    let found = try read(AuthLog(inputs: [MemorySource(name: "a", text: log)], year: 2026))
    #expect(found.records.count == 1)
    #expect(found.rejects.map(\.line) == [1])
  }

  @Test func `what is no syslog is rejected with its place`() throws {
    let log = head + "x\nhello\n\n" + head + "y"
    let found = try read(AuthLog(inputs: [MemorySource(name: "a", text: log)], year: 2026))
    #expect(found.records.count == 2)
    #expect(
      found.rejects == [
        Reject(
          input: "a", line: 2, start: Int64(head.utf8.count + 2),
          end: Int64(head.utf8.count + 8), reason: "is not a syslog line")
      ])
    #expect(found.origins.map(\.line) == [1, 4])
  }

  @Test(arguments: ["", "hello\nworld\n"]) func `a file without a log is refused`(text: String) {
    #expect(throws: ReadFailure.self) { try records(.sshd, text) }
  }

  @Test func `a host name is no address`() throws {
    let event = try event(head + "Failed password for a from client.example port 2 ssh2")
    #expect(event.text("source_host") == "client.example")
    #expect(event.text("source_ip") == nil)
  }

  @Test(.enabled("no sample folder") { SampleFolder.isExpected })
  func `the counts of the sample log`() throws {
    let found = try sampleRecords(
      .sshd, "data/logs/sshd/auth.log", options: ImportOptions(year: 2026))
    #expect(found.rejects.isEmpty)
    #expect(Set(found.origins.map(\.line)).count == 7121)
    let logins = zip(found.records, found.origins).filter { $0.0.text("action") == "login" }
    let failed = logins.filter { $0.0.text("outcome") == "failure" }
    #expect(Set(failed.map(\.1.line)).count == 717)
    #expect(failed.count == 1042)
    #expect(failed.filter { $0.0["repeat"] != nil }.count == 410)
    #expect(logins.filter { $0.0.text("outcome") == "success" }.count == 226)
    let sources = Dictionary(grouping: failed) { $0.0.text("source_ip") ?? "" }
    #expect(sources.count == 105)
    #expect(sources[""] == nil)
    #expect(sources.values.filter { $0.count >= 10 }.count == 11)
    let bursts = try sources.values.filter { events in
      let times = try events.map {
        try #require(Timestamp(parsing: $0.0.text("time") ?? "")).microseconds
      }.sorted()
      return times.indices.contains { $0 >= 9 && times[$0] - times[$0 - 9] <= 60_000_000 }
    }
    #expect(bursts.count == 9)
    let names = Set(found.records.compactMap { $0.text("actor") })
    #expect(names.contains(""))
    #expect(
      found.records.contains { $0.text("message")?.contains("elastic_user_$login_count") == true })
    #expect(found.records.filter { $0.text("action") == "sudo" }.count == 186)
  }
}
