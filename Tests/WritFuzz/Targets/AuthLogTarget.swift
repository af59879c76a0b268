import WritSources
import WritTables
import WritValues

/// A log gives the same events from pieces of any size.
struct AuthLogTarget: FuzzTarget {
  let name = "sshd"
  let words = [
    "Jan  1 00:00:00 ", "Feb 29 23:59:60 ", "Dec 31 23:59:59 ", "2026-03-27T13:06:56+01:00 ",
    "<38>1 ",
    " web ", "sshd[7]: ", "sudo: ", "su[1]: ", "CRON[2]: ", "Failed password for ", "invalid user ",
    "Accepted publickey for ", "Invalid user ", " from ", " port ", " ssh2", "[preauth]",
    "192.0.2.1",
    "2001:db8::1", "message repeated ", "last message repeated ", " times: [ ", "]", " times",
    "pam_unix(",
    "session opened for user ", "COMMAND=", " ; ", "TTY=", "USER=", "[id a=\"b\"] ", "\r\n", "\n",
    "\u{FEFF}",
    "Connection closed by authenticating user ", "Disconnected from user ", "rhost=", "UNKNOWN",
    "maximum authentication attempts exceeded for ", "error: PAM: Authentication failure for ",
  ]

  func run(_ input: [UInt8]) throws -> [String] {
    var actions: Set<String> = []
    for year in [2026, nil] as [Int?] {
      _ = try RecordPrint.check("log", input) { AuthLog(inputs: [$0], year: year, zone: .utc) }
    }
    let source = AuthLog(
      inputs: [MemorySource(name: "input", bytes: input)], year: 2026, zone: .utc)
    struct Enough: Error {}
    var count = 0
    let rejects = try? source.forEachRecord { record, _ in
      actions.insert((record["action"]?.string ?? "") + (record["outcome"]?.string ?? ""))
      for member in record.members ?? [] { actions.insert(member.name.string) }
      count += 1
      if count > 100 { throw Enough() }
    }
    _ = InputKind.recognize(name: "input", prefix: input)
    return Array(actions) + Set((rejects ?? []).map(\.reason))
  }
}
