import WritValues

/// What a syslog message says about authentication and sessions.
///
/// User names, commands and key ids are chosen by whoever knocks: what the daemon adds after them is
/// read from the right, so that no name can pretend another address.
struct AuthEvent: Equatable {
  enum Action: String, CaseIterable {
    case login, logout, disconnect, sudo, su, other
    case sessionOpen = "session_open"
    case sessionClose = "session_close"
    case invalidUser = "invalid_user"
    case authFailure = "auth_failure"
    case accountChange = "account_change"
  }

  enum Outcome: String, CaseIterable { case success, failure, unknown }

  var action = Action.other
  var outcome = Outcome.unknown
  var actor: String?
  var isInvalidUser: Bool?
  /// The client as written: an address, a name, `UNKNOWN`.
  var source: String?
  var port: Int?
  var method: String?
  /// The account acted upon, where it is another than the actor.
  var target: String?
  var command: String?

  init(program: ByteText?, message: ByteText) {
    let program = program ?? ByteText([])
    if let event = Self.pam(message) {
      self = event
    } else if program == "sshd" || program == "sshd-session" || program == "sshd-auth" {
      if let event = Self.sshd(message) { self = event }
    } else if program == "sudo" {
      if let event = Self.sudo(message) { self = event }
    } else if program == "su" {
      if let event = Self.su(message) { self = event }
    } else if let event = Self.accountChange(program: program, message) {
      self = event
    }
  }

  private init(_ action: Action, _ outcome: Outcome) {
    self.action = action
    self.outcome = outcome
  }

  // MARK: sshd

  private static func sshd(_ message: ByteText) -> AuthEvent? {
    if let rest = message.dropping(prefix: "Accepted ") { return login(rest, .success) }
    if let rest = message.dropping(prefix: "Failed ") { return login(rest, .failure) }
    if let rest = message.dropping(prefix: "Invalid user ") {
      // `NAME from ADDRESS`, and since 7.x ` port N`; the name may be empty.
      guard let (name, tail) = rest.splitLast(at: " from ") else { return nil }
      var event = AuthEvent(.invalidUser, .failure)
      let (address, more) = tail.word()
      guard !address.isEmpty else { return nil }
      if !more.isEmpty {
        guard let port = more.dropping(prefix: "port ")?.number(limit: 65_535) else { return nil }
        event.port = port
      }
      event.actor = name.text
      event.isInvalidUser = true
      event.source = address.text
      return event
    }
    return parting(message)
  }

  /// `METHOD for [invalid user ]NAME from ADDRESS port N ssh2[: KEY]`.
  private static func login(_ text: ByteText, _ outcome: Outcome) -> AuthEvent? {
    let (method, rest) = text.word()
    guard let tail = rest.dropping(prefix: "for "), !method.isEmpty else { return nil }
    var sure: LoginTail?
    var possible: [LoginTail] = []
    for (name, after) in tail.splits(at: " from ") {
      guard let reading = LoginTail(name: name, after: after) else { continue }
      if reading.isExact { sure = reading } else { possible.append(reading) }
    }
    var event = AuthEvent(.login, outcome)
    event.method = method.text
    guard let reading = sure ?? (possible.count == 1 ? possible.first : nil) else {
      // A name or a key id that imitates the line: that somebody tried is all that is sure.
      return possible.isEmpty ? nil : event
    }
    if let name = reading.name.dropping(prefix: "invalid user ") {
      event.actor = name.text
      event.isInvalidUser = true
    } else {
      event.actor = reading.name.text
      event.isInvalidUser = false
    }
    event.source = reading.address.text
    event.port = reading.port
    return event
  }

  private struct LoginTail {
    var name: ByteText
    var address: ByteText
    var port: Int
    /// Nothing or a plain key follows, so that no text of the client's stands right of the address.
    var isExact: Bool

    init?(name: ByteText, after: ByteText) {
      let (address, rest) = after.word()
      guard !address.isEmpty, let tail = rest.dropping(prefix: "port ") else { return nil }
      let (digits, end) = tail.word()
      guard let port = digits.number(limit: 65_535),
        let key = end.dropping(prefix: "ssh2") ?? end.dropping(prefix: "ssh1")
      else { return nil }
      self.name = name
      self.address = address
      self.port = port
      if key.isEmpty {
        isExact = true
        return
      }
      guard let parts = key.dropping(prefix: ": ") else { return nil }
      let (type, fingerprint) = parts.word()
      guard !type.isEmpty, !fingerprint.isEmpty else { return nil }
      isExact = fingerprint.bytes.allSatisfy { byte in
        48...58 ~= byte || 65...90 ~= byte || 97...122 ~= byte || byte == UInt8(ascii: "+")
          || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=")
      }
    }
  }

  /// How a connection ended: `Disconnected from user NAME ADDRESS port N` and its relatives.
  private static func parting(_ message: ByteText) -> AuthEvent? {
    let early = message.dropping(suffix: " [preauth]")
    let text = early ?? message
    var event = AuthEvent(.disconnect, .unknown)
    if let rest = text.dropping(prefix: "Received disconnect from ") {
      // The reason at the end is the client's own text: this one is read from the left.
      let (address, more) = rest.word()
      guard let tail = more.dropping(prefix: "port ") else { return nil }
      event.source = address.text
      event.port = ByteText(tail.bytes.prefix { 48...57 ~= $0 }).number(limit: 65_535)
      return event
    }
    let rest: ByteText
    if let after = text.dropping(prefix: "Disconnected from ") {
      rest = after
      if early == nil { event = AuthEvent(.logout, .success) }
    } else if let after = text.dropping(prefix: "Connection closed by ")
      ?? text.dropping(prefix: "Connection reset by ")
    {
      rest = after
    } else {
      return nil
    }
    guard let (front, digits) = rest.splitLast(at: " port "),
      let port = digits.number(limit: 65_535)
    else { return nil }
    event.port = port
    var who = front
    var address = front
    if let (name, last) = front.splitLast(at: " ") {
      who = name
      address = last
    } else {
      who = ByteText([])
    }
    event.source = address.text
    for (prefix, isInvalid) in [
      ("user ", false), ("authenticating user ", false), ("invalid user ", true),
    ] as [(StaticString, Bool)] {
      if let name = who.dropping(prefix: prefix) {
        event.actor = name.text
        event.isInvalidUser = isInvalid
        break
      }
      // The space before an empty name was taken for the one before the address.
      if let name = ByteText(who.bytes + [UInt8(ascii: " ")]).dropping(prefix: prefix), name.isEmpty
      {
        event.actor = ""
        event.isInvalidUser = isInvalid
        break
      }
    }
    return event
  }

  // MARK: PAM, sudo, su

  private static func pam(_ message: ByteText) -> AuthEvent? {
    guard message.starts(with: "pam_"), let (head, rest) = message.split(at: "): "),
      let (_, service) = head.split(at: "(")
    else { return nil }
    let isByActor =
      service.starts(with: "sudo:") || service.starts(with: "su:")
      || service.starts(with: "su-l:") || service.starts(with: "sudo-i:")
    if let tail = rest.dropping(prefix: "session opened for user ") {
      guard let (account, by) = tail.splitLast(at: " by ") else { return nil }
      var event = AuthEvent(.sessionOpen, .success)
      let opener = withoutID(by)
      if isByActor, !opener.isEmpty {
        event.actor = opener.text
        event.target = withoutID(account).text
      } else {
        event.actor = withoutID(account).text
      }
      return event
    }
    if let account = rest.dropping(prefix: "session closed for user ") {
      var event = AuthEvent(.sessionClose, .success)
      if isByActor { event.target = account.text } else { event.actor = account.text }
      return event
    }
    if let tail = rest.dropping(prefix: "authentication failure; ") {
      var event = AuthEvent(.authFailure, .failure)
      // `… ruser=X rhost=HOST  user=NAME`: the name, at the end, is missing for an unknown account.
      if let (_, remote) = tail.split(at: " rhost=") {
        let (address, more) = remote.word()
        if !address.isEmpty { event.source = address.text }
        if let name = more.trimmingSpaces().dropping(prefix: "user=") { event.actor = name.text }
      }
      return event
    }
    if let tail = rest.dropping(prefix: "password changed for ") {
      var event = AuthEvent(.accountChange, .success)
      event.target = tail.text
      return event
    }
    return AuthEvent(.other, .unknown)
  }

  /// `root(uid=0)` without what is in brackets.
  private static func withoutID(_ text: ByteText) -> ByteText {
    guard text.ends(with: ")"), let (name, id) = text.splitLast(at: "(uid="),
      id.dropping(suffix: ")")?.number(limit: 4_294_967_295) != nil
    else { return text }
    return name
  }

  /// `NAME : [WHY ; ]TTY=… ; PWD=… ; USER=… ; COMMAND=…`.
  private static func sudo(_ message: ByteText) -> AuthEvent? {
    guard let (name, details) = message.trimmingSpaces().split(at: " : ") else { return nil }
    var event = AuthEvent(.sudo, .success)
    event.actor = name.text
    if details.starts(with: "(command continued)") {
      event.action = .other
      event.outcome = .unknown
      return event
    }
    // Why it was refused comes first; an allowed command begins with where it was run.
    if !details.starts(with: "TTY=") && !details.starts(with: "PWD=")
      && !details.starts(with: "HOST=") && !details.starts(with: "USER=")
      && !details.starts(with: "GROUP=") && !details.starts(with: "CHROOT=")
    {
      event.outcome = .failure
    }
    guard let (front, command) = details.split(at: "COMMAND=") else {
      return event.outcome == .failure ? event : nil
    }
    event.command = command.text
    if let (_, user) = front.splitLast(at: "USER=") {
      event.target = (user.split(at: " ;")?.before ?? user).trimmingSpaces().text
    }
    return event
  }

  private static func su(_ message: ByteText) -> AuthEvent? {
    let success = message.dropping(prefix: "Successful su for ")
    if let rest = success ?? message.dropping(prefix: "FAILED su for ")
      ?? message.dropping(prefix: "FAILED SU for ")
    {
      guard let (target, actor) = rest.splitLast(at: " by ") else { return nil }
      var event = AuthEvent(.su, success == nil ? .failure : .success)
      event.actor = actor.text
      event.target = target.text
      return event
    }
    let failed = message.dropping(prefix: "FAILED SU (to ")
    if let rest = failed ?? message.dropping(prefix: "(to ") {
      guard let (target, tail) = rest.split(at: ") "), let (actor, _) = tail.splitLast(at: " on ")
      else { return nil }
      var event = AuthEvent(.su, failed == nil ? .success : .failure)
      event.actor = actor.text
      event.target = target.text
      return event
    }
    return nil
  }

  private static func accountChange(program: ByteText, _ message: ByteText) -> AuthEvent? {
    let isTool = [
      "useradd", "usermod", "userdel", "groupadd", "groupmod", "groupdel", "gpasswd",
      "chage", "passwd", "chpasswd",
    ].contains(program.text)
    guard isTool else { return nil }
    var event = AuthEvent(.accountChange, .success)
    if message.starts(with: "failed ") || message.starts(with: "cannot ")
      || message.starts(with: "can't ")
    {
      event.outcome = .failure
    }
    if let (_, rest) = message.split(at: "name=") {
      event.target = (rest.split(at: ",")?.before ?? rest).text
    } else if let (_, rest) = message.split(at: " user '"), let (name, _) = rest.split(at: "'") {
      event.target = name.text
    }
    return event
  }
}
