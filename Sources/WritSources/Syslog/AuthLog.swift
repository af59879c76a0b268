package import WritTables
package import WritValues

/// Events from syslog files: sshd, sudo, su, PAM and whatever else is in them.
///
/// A line that says its message was repeated gives as many events. Files of one rotated log are read
/// oldest first, and the year goes on from one to the next.
package struct AuthLog: RecordSource {
  /// More repeats than this on one line are not believed.
  static let repeatLimit = 100_000

  private let inputs: [any ByteSource]
  private let year: Int?
  private let zone: Zone

  /// - Parameter year: the year of the first line of each log, oldest file first; nil leaves lines
  ///   without a year without a time.
  package init(inputs: [any ByteSource], year: Int? = nil, zone: Zone? = nil) {
    let byName = Dictionary(inputs.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    groups = LogRotation.groups(inputs.map(\.name))
    // A name given twice stays in the place it was first given.
    self.inputs =
      byName.count == inputs.count
      ? groups.joined().compactMap { byName[$0] } : inputs
    self.year = year
    self.zone = zone ?? .utc
  }

  private let groups: [[String]]

  package var inputNames: [String] { inputs.map(\.name) }

  package func forEachRecord(_ body: (JSONValue, RowOrigin) throws -> Void) throws -> [Reject] {
    var rejects: [Reject] = []
    let firsts = Set(groups.compactMap(\.first))
    var rule = YearRule(year: year)
    let prefixes = Self.idPrefixes(inputNames)
    for (index, input) in inputs.enumerated() {
      if firsts.contains(input.name) { rule = YearRule(year: year) }
      var reading = AuthLogReading(
        name: input.name, idPrefix: prefixes[index], input: Int32(clamping: index), zone: zone,
        rule: rule)
      try LineReader(source: input).forEachLine { line in try reading.read(line, body) }
      if reading.lines == 0 {
        throw ReadFailure(.empty, input: input.name, message: "holds no line")
      }
      if reading.events == 0, !reading.rejects.isEmpty {
        throw ReadFailure(
          .broken, input: input.name, message: "no line is a syslog line",
          line: reading.rejects.first?.line ?? 1)
      }
      rule = reading.rule
      rejects += reading.rejects
    }
    return rejects
  }
}

extension AuthLog {
  /// What ids begin with: the file's own name, with as many of its folders as tell it from the others. The rest of the
  /// path would change an event's identity with the folder the program is started in.
  package static func idPrefixes(_ names: [String]) -> [String] {
    let paths = names.map { Array(FilePath.components($0).reversed()) }
    return paths.indices.map { index in
      let path = paths[index]
      for count in 1...max(1, path.count) {
        let tail = path.prefix(count)
        let isAlone = !paths.indices.contains {
          $0 != index && paths[$0].prefix(count).elementsEqual(tail)
        }
        if isAlone || count >= path.count { return tail.reversed().joined(separator: "/") }
      }
      return names[index]
    }
  }
}

/// The way through one file.
private struct AuthLogReading {
  let name: String
  let idPrefix: String
  let input: Int32
  let zone: Zone
  var rule: YearRule
  var lines = 0
  var events = 0
  var rejects: [Reject] = []
  /// The program and message last seen of each host, for `last message repeated`.
  private var last: [String: (program: ByteText?, message: ByteText)] = [:]

  init(name: String, idPrefix: String, input: Int32, zone: Zone, rule: YearRule) {
    self.name = name
    self.idPrefix = idPrefix
    self.input = input
    self.zone = zone
    self.rule = rule
  }

  mutating func read(
    _ line: InputLine, _ body: (JSONValue, RowOrigin) throws -> Void
  ) throws {
    if line.bytes.isEmpty { return }
    lines += 1
    if line.isCut { return reject(line, "is longer than a line of a log may be") }
    guard let head = SyslogLine(line.bytes, zone: zone) else {
      return reject(line, "is not a syslog line")
    }
    let time: Timestamp?
    switch head.stamp {
    case .at(let moment): time = moment
    case .missing: time = nil
    case .yearless(let civil):
      let placed = rule.place(civil)
      if placed == nil, rule.hasYear { return reject(line, "its date is not in its year") }
      time = placed.flatMap { zone.timestamp(fromLocal: $0) }
    }
    var program = head.program
    var message = head.message
    var count: Int?
    if let (number, inner) = Self.repeated(message) {
      count = number
      message = inner
    } else if let number = Self.repeatedLast(program == nil ? message : ByteText([])) {
      guard let earlier = last[head.host?.text ?? ""] else {
        return reject(line, "repeats a message that is not there")
      }
      count = number
      program = earlier.program
      message = earlier.message
    }
    if let count, count > AuthLog.repeatLimit {
      return reject(line, "says it was repeated more than \(AuthLog.repeatLimit) times")
    }
    remember(host: head.host, program: program, message: message)
    try emit(
      AuthEvent(program: program, message: message), head: head, program: program,
      message: message, time: time, count: count, line: line, body)
  }

  private mutating func emit(
    _ event: AuthEvent, head: SyslogLine, program: ByteText?, message: ByteText, time: Timestamp?,
    count: Int?, line: InputLine, _ body: (JSONValue, RowOrigin) throws -> Void
  ) throws {
    let origin = RowOrigin(
      input: input, line: Int32(clamping: line.number), start: line.start, end: line.end)
    let place = "\(idPrefix):\(line.number)"
    var common = RecordBuilder()
    common.set("time", text: time?.description)
    common.set("host", text: head.host?.text)
    common.set("program", text: program?.text)
    common.set("pid", number: head.pid)
    common.set("action", text: event.action.rawValue)
    common.set("outcome", text: event.outcome.rawValue)
    common.set("actor", text: event.actor)
    common.set("invalid_user", flag: event.isInvalidUser)
    if let source = event.source {
      // A name where an address is expected would make the field unreadable.
      common.set(IPAddress(parsing: source) == nil ? "source_host" : "source_ip", text: source)
    }
    common.set("port", number: event.port)
    common.set("method", text: event.method)
    common.set("target", text: event.target)
    common.set("command", text: event.command)
    common.set("message", text: message.text)
    guard let count else {
      common.set("id", text: place)
      events += 1
      return try body(common.record, origin)
    }
    for index in 0..<count {
      var one = common
      one.set("id", text: "\(place)#\(index + 1)")
      one.set("repeat", ["count": .int(count), "index": .int(index + 1)])
      events += 1
      try body(one.record, origin)
    }
  }

  private mutating func remember(host: ByteText?, program: ByteText?, message: ByteText) {
    // Copies, so that the block a line came from is not held.
    let key = host?.text ?? ""
    if last.count >= 1000, last[key] == nil { last.removeAll() }
    last[key] = (
      program.map { ByteText(ArraySlice(Array($0.bytes))) },
      ByteText(ArraySlice(Array(message.bytes)))
    )
  }

  private mutating func reject(_ line: InputLine, _ reason: String) {
    rejects.append(
      Reject(
        input: name, line: line.number, start: line.start, end: line.end, reason: reason))
  }

  /// `message repeated 5 times: [ TEXT]`.
  private static func repeated(_ message: ByteText) -> (Int, ByteText)? {
    guard let rest = message.dropping(prefix: "message repeated ") else { return nil }
    let (digits, tail) = rest.word()
    guard let count = digits.number(limit: 9_999_999_999), count > 0,
      let text = tail.dropping(prefix: "times: [")?.dropping(suffix: "]")
    else { return nil }
    return (count, text.dropping(prefix: " ") ?? text)
  }

  /// `last message repeated 5 times`, as older daemons write it.
  private static func repeatedLast(_ message: ByteText) -> Int? {
    guard let rest = message.dropping(prefix: "last message repeated "),
      let digits = rest.dropping(suffix: " times") ?? rest.dropping(suffix: " time")
    else { return nil }
    return digits.number(limit: 9_999_999_999)
  }
}
