import Testing
import WritSources
import WritTables
import WritValues
import _WritTestSupport

/// Whatever the bytes, a reader gives records, rejects or a failure.
@Suite struct SourceFuzzTests {
  private func mutants(of text: String, seed: UInt64, count: Int = 400) -> [[UInt8]] {
    var random = SeededGenerator(seed: seed)
    let original = Array(text.utf8)
    return (0..<count).map { _ in
      var bytes = original
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let place = bytes.isEmpty ? 0 : Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: if !bytes.isEmpty { bytes[place] = UInt8.random(in: 0...255, using: &random) }
        case 1: if !bytes.isEmpty { bytes.remove(at: place) }
        case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
        case 3: bytes = Array(bytes[..<place])
        default:
          let end = Int.random(in: place...bytes.count, using: &random)
          bytes.insert(contentsOf: bytes[place..<end].prefix(200), at: place)
        }
      }
      return bytes
    }
  }

  private let log = """
    Mar 27 13:06:56 web sshd[7]: Failed password for invalid user a b from 192.0.2.1 port 22 ssh2
    Dec  1 01:02:03 web sshd[7]: message repeated 2 times: [ Failed none for x from ::1 port 1 ssh2]
    <38>1 2026-03-27T13:06:56Z web sshd 7 id [a b="]\\""] Invalid user  from 192.0.2.1 port 5
    2026-03-27T13:06:56+01:00 web sudo:   ann : TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/bin/ls
    Jan  1 01:02:03 web sshd[7]: Connection closed by authenticating user root 192.0.2.1 port 5 [preauth]
    Jan  1 01:02:03 web su[7]: pam_unix(su:session): session opened for user root(uid=0) by a(uid=1)
    Jan  1 01:02:03 web last message repeated 3 times

    """

  @Test func `logs`() {
    for bytes in mutants(of: log, seed: 1) {
      let source = AuthLog(inputs: [MemorySource(name: "a", bytes: bytes)], year: 2026)
      _ = try? read(source)
      _ = InputKind.recognize(name: "a", prefix: bytes)
    }
  }

  @Test func `rosters`() {
    let text = "ID,Status,Hire Date\r\n1,\"a \"\"b\"\"\",2020-01-01\r\n2,x,\n"
    for bytes in mutants(of: text, seed: 2) {
      _ = try? read(HRRoster(inputs: [MemorySource(name: "a", bytes: bytes)]))
      _ = InputKind.recognize(name: "a", prefix: bytes)
    }
  }

  @Test func `accounts and members`() {
    let text =
      "[{\"id\": \"u\\u0041\", \"profile\": {\"email\": \"A\"}, \"_factors\": [{\"a\": [1.5e3, null]}]}, {}]"
    for bytes in mutants(of: text, seed: 3) {
      _ = try? read(OktaUsers(inputs: [MemorySource(name: "a", bytes: bytes)]))
      _ = try? read(GitHubMembers(inputs: [MemorySource(name: "a", bytes: bytes)]))
      _ = InputKind.recognize(name: "a", prefix: bytes)
    }
  }

  @Test func `commits`() {
    let text = "writ1\0c1\0t\0t\0a\0b\0G\0p\0s\0B <b@c>\0\n:1 2 3 4 M\0path\0writ1\0c2\0"
    for bytes in mutants(of: text, seed: 4) {
      _ = try? GitLog.parse(bytes, signed: ["c1"])
      _ = GitLog.signedCommits(bytes)
    }
  }

  @Test func `files of a host`() {
    let texts: [(HostTable, String, String)] = [
      (.os, "/etc/os-release", "ID=a\nNAME=\"b \\\" c\"\nID_LIKE='d e'\n"),
      (
        .packages, "/var/lib/dpkg/status",
        "Package: a\nStatus: install ok installed\nVersion: 1\nSource: b (2)\n\n"
      ),
      (.users, "/etc/passwd", "root:x:0:0::/root:/bin/sh\n+::::::\n"),
      (.groups, "/etc/group", "root:x:0:a,b\n"),
      (.listeningPorts, "/proc/net/tcp", "h\n 0: 0100007F:0019 0:0 0A 0:0 0:0 0 8 0 11 1\n"),
      (
        .sshdEffective, "/etc/ssh/sshd_config",
        "Include /etc/ssh/*\nPort=22 # x\nMatch User \"a b\"\nLoginGraceTime 1h2m\nPermitRootLogin 'no'\n"
      ),
    ]
    for (index, (table, path, text)) in texts.enumerated() {
      for bytes in mutants(of: text, seed: UInt64(10 + index), count: 150) {
        var files = MemoryFileSystem(files: [
          "/etc/passwd": "root:x:0:0::/root:/bin/sh\n", "/etc/group": "root:x:0:\n",
          "/proc/net/udp": "h\n",
        ])
        files[path] = .file(bytes)
        _ = HostCollector.collect(table, from: files)
      }
    }
  }
}
