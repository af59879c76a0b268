/// What says where a PostgreSQL server is: a URL, or keywords with values.
///
/// It is read strictly before the client library sees it: that repeats in its errors what it could not make sense of, a
/// misplaced password too.
struct ConnectionText {
  let text: String
  /// Host, port, user and database as written; nil for a text that can't be taken apart for sure.
  private let parts: [String: String]?

  init(_ text: String) {
    self.text = text
    parts = Self.isURL(text) ? Self.url(text) : Self.keywords(text)
  }

  var isSound: Bool { parts != nil }

  /// For people: where it leads and as whom, never with a password or another option.
  var shown: String {
    guard let parts else { return "a PostgreSQL server" }
    let user = parts["user"].map { "\($0)@" } ?? ""
    let port = parts["port"].map { ":\($0)" } ?? ""
    let host = parts["host"] ?? parts["hostaddr"] ?? ""
    let name = parts["dbname"].map { "/\($0)" } ?? ""
    return "postgres://\(user)\(host)\(port)\(name)"
  }

  private static func isURL(_ text: String) -> Bool {
    text.hasPrefix("postgres://") || text.hasPrefix("postgresql://")
  }

  // MARK: postgres://user:password@host:port/name?option=value

  private static func url(_ text: String) -> [String: String]? {
    if text.utf8.contains(0) { return nil }
    var rest = text.dropFirst(text.hasPrefix("postgres://") ? 11 : 13)
    var options: Substring = ""
    if let mark = rest.firstIndex(of: "?") {
      options = rest[rest.index(after: mark)...]
      rest = rest[..<mark]
    }
    var name: Substring = ""
    if let slash = rest.firstIndex(of: "/") {
      name = rest[rest.index(after: slash)...]
      rest = rest[..<slash]
    }
    var user: Substring = ""
    if let at = rest.firstIndex(of: "@") {
      let person = rest[..<at]
      user = person.prefix { $0 != ":" }
      rest = rest[rest.index(after: at)...]
    }
    // An `@`, `/` or `?` in a password that is not percent-encoded would end up in one of these.
    guard isPlain(user), isPlain(name), isPlain(rest, also: ":,[]"), isSound(options: options)
    else { return nil }
    var parts: [String: String] = [:]
    if !user.isEmpty { parts["user"] = String(user) }
    if !rest.isEmpty { parts["host"] = String(rest) }
    if !name.isEmpty { parts["dbname"] = String(name) }
    return parts
  }

  private static func isSound(options: Substring) -> Bool {
    if options.isEmpty { return true }
    return options.split(separator: "&", omittingEmptySubsequences: false).allSatisfy { option in
      let pair = option.split(separator: "=", omittingEmptySubsequences: false)
      return pair.count == 2 && isKeyword(pair[0]) && isPlain(pair[1], also: "/:,+*!$'()[];")
    }
  }

  private static func isPlain(_ part: Substring, also more: String = "") -> Bool {
    part.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "%"), 0x80...:
        true
      default: more.utf8.contains(byte)
      }
    }
  }

  private static func isKeyword(_ word: Substring) -> Bool {
    !word.isEmpty
      && word.utf8.allSatisfy {
        $0 == UInt8(ascii: "_") || UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0
      }
  }

  // MARK: host=… user=… password='…'

  private static let known: Set<String> = [
    "host", "hostaddr", "port", "user", "dbname", "password", "passfile", "service",
    "connect_timeout", "application_name", "options", "target_session_attrs", "channel_binding",
    "sslmode", "sslcert", "sslkey", "sslpassword", "sslrootcert", "sslcrl", "sslcrldir", "sslsni",
    "sslcompression", "ssl_min_protocol_version", "ssl_max_protocol_version", "sslnegotiation",
    "sslcertmode", "requirepeer", "require_auth", "krbsrvname", "gsslib", "gssencmode",
    "gssdelegation", "keepalives", "keepalives_idle", "keepalives_interval", "keepalives_count",
    "tcp_user_timeout", "client_encoding", "fallback_application_name", "load_balance_hosts",
  ]

  private static func keywords(_ text: String) -> [String: String]? {
    if text.utf8.contains(0) { return nil }
    var rest = Array(text.unicodeScalars)[...]
    func skipSpace() { rest = rest.drop { $0.properties.isWhitespace } }
    var parts: [String: String] = [:]
    while true {
      skipSpace()
      if rest.isEmpty { return parts.isEmpty ? nil : parts }
      let word = rest.prefix { $0 != "=" && !$0.properties.isWhitespace }
      rest = rest.dropFirst(word.count)
      skipSpace()
      // Words of a password that was not quoted stand where a keyword is wanted.
      var name = ""
      name.unicodeScalars.append(contentsOf: word)
      guard known.contains(name), rest.popFirst() == "=" else { return nil }
      skipSpace()
      guard let value = value(&rest) else { return nil }
      parts[name] = value
    }
  }

  private static func value(_ rest: inout ArraySlice<Unicode.Scalar>) -> String? {
    var value = String.UnicodeScalarView()
    let isQuoted = rest.first == "'"
    if isQuoted { rest.removeFirst() }
    while let next = rest.first {
      if !isQuoted, next.properties.isWhitespace { return String(value) }
      rest.removeFirst()
      if isQuoted, next == "'" { return String(value) }
      if next == "\\" {
        guard let escaped = rest.popFirst() else { return isQuoted ? nil : String(value) }
        value.append(escaped)
      } else {
        value.append(next)
      }
    }
    return isQuoted ? nil : String(value)
  }
}
