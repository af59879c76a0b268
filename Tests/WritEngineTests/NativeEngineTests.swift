import Synchronization
import Testing
import WritModel
import WritValues
import _WritTestSupport

@testable import WritEngine
@testable import WritTables

/// Logs in which the native engine could come to something else than the reference, one by one.
@Suite struct NativeEngineTests {
  private static func schema(_ order: String) -> String {
    """
    module t
    dataset users "Users" { key id  id: text  level: int?  boss: users? }
    dataset grants "Grants" { key id  id: text  user: users?  n: int? }
    dataset events "Events" {
      key id
      \(order)
      id: text
      time: time
      user: users?
      n: int?
      ok: bool?
    }

    """
  }

  private static let ordered = "order by time lateness 10m"

  private static func policy(
    _ rules: String..., order: String = ordered, users: String = "", grants: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> PolicyEvaluation {
    let text = rules.enumerated().map { number, rule in
      "rule r\(number) \"R\" { severity low for e in events \(rule) }\n"
    }.joined()
    var policy = PolicyEvaluation(schema(order) + text, sourceLocation: sourceLocation)
    policy.deliver("users", files: [users.isEmpty ? "{\"id\":\"u\",\"level\":2}\n" : users])
    policy.deliver("grants", files: [grants.isEmpty ? "{\"id\":\"g\",\"user\":\"u\"}\n" : grants])
    return policy
  }

  private static func event(
    _ id: String, _ time: String, user: String = "u", n: Int = 1, ok: Bool? = true
  ) -> String {
    let shown = ok.map { ",\"ok\":\($0)" } ?? ""
    let day = time.contains("T") ? time : "2026-01-01T\(time)Z"
    return "{\"id\":\"\(id)\",\"time\":\"\(day)\",\"user\":\"\(user)\",\"n\":\(n)\(shown)}"
  }

  private static let rules = [
    "must e.ok say \"{e.n}\"", "group by user = e.user must count(e where not e.ok) < 2",
    "group by user = e.user must first(e).ok",
    "group by user = e.user window sliding 5m must count(e) < 3",
    "group by user = e.user window session gap 5m must count(e where e.ok) < 3",
    "group by user = e.user window tumbling 10m must none(e where e.n > 2)",
    "window tumbling 1h must count(e) > 1",
  ]

  private static func policy(rules: [String], order: String = ordered) -> PolicyEvaluation {
    var policy = PolicyEvaluation(
      schema(order)
        + rules.enumerated().map { number, rule in
          "rule r\(number) \"R\" { severity low for e in events \(rule) }\n"
        }.joined())
    policy.deliver("users", files: ["{\"id\":\"u\",\"level\":2}\n{\"id\":\"v\"}\n"])
    policy.deliver("grants", files: ["{\"id\":\"g\",\"user\":\"u\"}\n"])
    return policy
  }

  // MARK: Lines

  struct Log: Sendable, CustomTestStringConvertible {
    var name: String
    var files: [String]

    init(_ name: String, _ files: String...) {
      self.name = name
      self.files = files
    }

    var testDescription: String { name }
  }

  private static let first = event("a", "08:00:00", ok: false)
  private static let second = event("b", "08:01:00", n: 3)

  static let logs = [
    Log("nothing", ""), Log("a mark alone", "\u{FEFF}"), Log("blank lines", "\n \n\r\n"),
    Log("a mark", "\u{FEFF}\(first)\n\(second)\n"),
    Log("a mark and a blank", "\u{FEFF}\n\(first)\n"),
    Log("a mark in each", "\u{FEFF}\(first)\n", "\u{FEFF}\(second)\n"),
    Log("a mark in the middle", "\(first)\n\u{FEFF}\(second)\n"),
    Log("no last feed", "\(first)\n\(second)"), Log("a last return", "\(first)\n\(second)\r"),
    Log("returns", "\(first)\r\n\(second)\r\n"),
    Log("two returns", "\(first)\r\r\n\(second)\r\r\n"),
    Log("a return within", "\(first)\n{\"id\":\r\"b\",\"time\":\"2026-01-01T09:00:00Z\"}\n"),
    Log("cut off", "\(first)\n\(second.dropLast(3))"),
    Log("cut off before the end", "\(first)\n\(second.dropLast(3))\n"),
    Log("a broken text and a return", "\(first)\n{\"id\":\"b\r\n\(second)\n"),
    Log("an open object and a return", "\(first)\n{\"id\":\"b\"\r\n\(second)\n"),
    Log("an escape at the end", "\(first)\n{\"id\":\"b\\\r\n\(second)\n"),
    Log("only broken lines", "x\n\(first.dropLast())\n"), Log("not an object", "[1]\n\(first)\n"),
    Log("an empty second file", "\(first)\n", ""),
    Log("an empty first file", "", "\(first)\n"),
    Log("a blank second file", "\(first)\n", "\n\n"),
    Log("a broken second file", "\(first)\n", "x\ny\n"),
    Log("a second file of rejects", "\(first)\n", "{}\n{\"id\":null}\n"),
    Log("a second file cut off", "\(first)\n", "\(second)\n{\"id\""),
    Log("no key", "\(first)\n{\"time\":\"2026-01-01T09:00:00Z\"}\n{\"id\":7}\n"),
    Log("an empty key", "\(first)\n\(event("", "08:02:00"))\n"),
    Log("a key with an escape", "\(first)\n\(event("\\u0061", "08:02:00"))\n"),
    Log(
      "no time",
      "\(first)\n{\"id\":\"x\",\"user\":\"u\"}\n{\"id\":\"y\",\"time\":7,\"user\":\"u\"}\n"),
    Log("no time twice", "\(first)\n{\"id\":\"a\",\"user\":\"u\"}\n{\"id\":\"a\",\"time\":7}\n"),
    Log(
      "times",
      "\(event("a", "2026-01-01"))\n\(event("b", "24:00:00"))\n"
        + "\(event("c", "23:59:60"))\n\(event("d", "2026-02-29T00:00:00Z"))\n"
        + "\(event("e", "2026-01-01T07:00:00+01:00"))\n\(event("f", "2026-01-01T07:00:00.25Z"))\n"
        + "\(event("g", "2026-01-01t07:00:00z"))\n\(event("h", "0000-01-01T00:00:00Z"))\n"),
    Log("one key twice", "\(first)\n\(event("a", "08:02:00"))\n\(second)\n"),
    Log("delivered twice", "\(first)\n\(first)\n\(second)\n"),
    Log("delivered twice in two files", "\(first)\n\(second)\n", "\(second)\n\(first)\n"),
    Log("one key in two files", "\(first)\n", "\(event("a", "08:03:00"))\n\(second)\n"),
    Log(
      "one key far apart",
      "\(event("a", "08:00:00", ok: false))\n\(event("b", "08:30:00"))\n"
        + "\(event("a", "09:00:00"))\n{\"user\":\"u\",\"id\":\"a\",\"time\":\"2026-01-01T10:00:00Z\"}\n"
    ),
    Log("as late as may be", "\(event("a", "08:10:00"))\n\(event("b", "08:00:00"))\n"),
    Log(
      "later than may be", "\(event("a", "08:10:01"))\n\(event("b", "08:00:00"))\n\(second)\n"),
    Log("a late repeat", "\(first)\n\(event("c", "10:00:00"))\n\(first)\n"),
    Log(
      "a late stranger", "\(first)\n\(event("c", "10:00:00"))\n\(event("a", "08:00:00", n: 9))\n"),
    Log(
      "into judged windows",
      (0..<9).map { event("e\($0)", "0\($0):00:00", ok: nil) + "\n" }.joined()
        + event("late", "02:30:00", n: 5) + "\n" + event("later", "02:00:00", ok: false) + "\n"),
    Log(
      "one time", (0..<6).map { event("e\($0)", "08:00:00", n: $0) + "\n" }.joined()),
    Log(
      "backwards",
      (0..<9).reversed().map { event("e\($0)", "08:0\($0):00", user: "v") + "\n" }.joined()),
    Log(
      "windows that fail and go on",
      (0..<9).map { event("e\($0)", "08:0\($0):00", n: $0) + "\n" }.joined()
        + (0..<9).map { event("f\($0)", "1\($0):30:00", n: $0) + "\n" }.joined()),
    Log(
      "groups unknown",
      "\(first)\n{\"id\":\"s\",\"time\":\"2026-01-01T08:00:00Z\"}\n"
        + "{\"id\":\"t\",\"time\":\"2026-01-01T08:00:00Z\",\"user\":3}\n\(event("w", "08:00:00", user: "nobody"))\n"
    ),
    Log("rejected among them", "\(first)\nx\n\(second)\n{\"id\":\"a\",\"id\":\"b\"}\n"),
    Log(
      "other types",
      "\(first)\n{\"id\":\"x\",\"time\":\"2026-01-01T08:00:00Z\",\"user\":\"u\",\"n\":\"1\",\"ok\":0}\n"
    ),
  ]

  /// The rest is tried on random logs.
  private static let fewRuns = [
    NativeRun(), NativeRun(threads: 2, blockSize: 1, placesKept: 3, numberedValues: 2),
  ]

  private static let streamed = [ordered, "order by time lateness 0s"].map {
    policy(rules: rules, order: $0)
  }
  private static let unordered = policy(rules: Array(rules.prefix(3)), order: "")

  @Test(arguments: logs)
  func log(_ log: Log) {
    for var policy in Self.streamed + [Self.unordered] {
      policy.deliver("events", files: log.files)
      policy.expectOneResult(runs: Self.fewRuns)
    }
  }

  /// A scan that is given up while threads hold chunks whose groups nobody has met.
  @Test func aScanIsGivenUpByAllThreads() {
    let lines = (0..<60).map { number in
      let time = "\(number % 4 == 3 ? "06" : "08"):\(10 + number / 2):00"
      return Self.event("e\(number)", time, user: "u\(number)") + "\n"
    }
    var policy = Self.streamed[1]
    policy.deliver("events", files: [lines.joined()])
    let runs = Array(repeating: NativeRun(threads: 4, blockSize: 1), count: 50)
    policy.expectOneResult(runs: runs)
  }

  /// A dataset that is held for other rules, too, is scanned as well.
  @Test(arguments: logs)
  func heldLog(_ log: Log) {
    var policy = Self.policy(
      "must none(f in events where f.user == e.user and f.n > e.n)",
      order: Self.ordered + "\n")
    policy.deliver("events", files: log.files)
    policy.expectOneResult(runs: Self.fewRuns)
  }

  @Test func linesAsLongAsTheLimit() {
    for filler in 0..<8 {
      for end in ["\n", "\r\n", ""] {
        var policy = Self.streamed[0]
        let long =
          Self.second.dropLast() + ",\"x\":\"" + String(repeating: "x", count: filler) + "\"}"
        policy.deliver("events", files: ["\(Self.first)\n\(long)\(end)"])
        policy.expectOneResult(runs: [NativeRun(), NativeRun(blockSize: 1)]) { options in
          options.readOptions.recordLimit = Self.second.utf8.count + 10
        }
      }
    }
  }

  /// Of two inputs that can't be used the first is told, as whoever reads them one after another does.
  @Test func theFirstInputThatFailsIsTold() {
    struct Gone: ByteSource {
      let name = "gone.ndjson"
      func open() throws -> any ByteStream {
        throw ReadFailure(.broken, input: name, message: "is gone")
      }
    }
    var policy = Self.streamed[0]
    policy.deliver(
      "events",
      inputs: [
        .ndjson(MemorySource(name: "broken.ndjson", text: "x\ny\n"), FieldBinding()),
        .ndjson(Gone(), FieldBinding()),
      ])
    let result = policy.expectOneResult()
    #expect(result.failures.first?.message.contains("broken.ndjson") == true)
  }

  @Test func compressedInputIsGoneThroughAgain() {
    var log = ""
    for number in 0..<60 {
      log +=
        Self.event("e\(number)", "08:\(10 + number / 2):00", user: number % 7 > 0 ? "u" : "v")
        + "\n"
    }
    var policy = Self.streamed[0]
    let source = GzipSource(
      MemorySource(name: "events.ndjson.gz", bytes: GzipFile.member(log)))
    policy.deliver("events", inputs: [.ndjson(source, FieldBinding())])
    let result = policy.expectOneResult()
    #expect(result.rules.contains { $0.ledger.fail > 0 })
  }

  // MARK: Zones

  /// Where clocks go back over midnight, a day is come back to.
  @Test func aDayThatIsComeBackTo() {
    var policy = Self.policy(
      "group by user = e.user window tumbling 1d in \"America/St_Johns\" must count(e) < 2",
      "group by user = e.user window tumbling 1d in \"America/St_Johns\" must count(e) < 3",
      "group by user = e.user window tumbling 1mo in \"America/St_Johns\" must count(e) < 2")
    for times in [["01:30:00", "02:40:00"], ["01:30:00", "02:30:30", "02:40:00"]] {
      let log = times.map { Self.event($0, "2008-11-02T\($0)Z") + "\n" }.joined()
      policy.deliver("events", files: [log])
      let result = policy.expectOneResult()
      #expect(result.rules[0].ledger.fail == 1)
    }
  }

  @Test func aZoneNobodyKnows() {
    var policy = Self.policy(
      "group by user = e.user window tumbling 1d in \"Nowhere/Town\" must count(e) < 2")
    policy.deliver("events", files: [Self.first + "\n"])
    policy.expectOneResult()
  }

  // MARK: Sides

  @Test(arguments: [
    "{\"id\":\"g\",\"user\":\"u\",\"n\":1}\nx\n", "{\"id\":\"g\",\"n\":1}\n", "x\n", "",
    "{\"id\":\"g\",\"user\":\"nobody\",\"n\":1}\n{\"id\":\"h\",\"user\":\"u\",\"n\":\"no\"}\n",
    "{\"id\":\"g\",\"user\":\"u\",\"n\":1}\n{\"id\":\"g\",\"user\":\"v\",\"n\":1}\n",
    "{\"id\":\"g\",\"user\":\"u\"}\n{\"id\":\"h\",\"user\":\"v\",\"n\":2}\n",
  ])
  func sidesOfJoins(_ grants: String) {
    var policy = Self.policy(
      "must exists(g in grants where g.user == e.user)",
      "must none(g in grants where g.user == e.user and g.n >= e.n)",
      "must none(g in grants where g.user.level == e.n and g.id != \"h\")",
      "group by user = e.user must none(e where exists(g in grants where g.user == e.user and g.n == e.n))",
      users: "{\"id\":\"u\",\"level\":1}\n{\"id\":\"v\"}\n")
    policy.deliver("grants", files: [grants])
    let log = [("a", "u", 1), ("b", "v", 2), ("c", "nobody", 1), ("d", "u", 3)].map {
      Self.event($0.0, "08:00:00", user: $0.1, n: $0.2) + "\n"
    }
    policy.deliver(
      "events", files: [log.joined() + "{\"id\":\"x\",\"time\":\"2026-01-01T08:00:00Z\"}\n"])
    policy.expectOneResult()
  }

  @Test(arguments: [
    "{\"id\":\"u\",\"level\":1}\n{\"id\":\"u\",\"level\":2}\n{\"id\":\"v\",\"level\":3,\"boss\":\"u\"}\n",
    "{\"id\":\"u\",\"level\":\"x\",\"boss\":\"v\"}\n{\"id\":\"v\",\"boss\":7}\n",
    "{\"id\":\"u\",\"level\":9,\"boss\":\"u\"}\n{\"id\":\"v\",\"boss\":\"gone\"}\nx\n", "x\n",
  ])
  func followedReferences(_ users: String) {
    var policy = Self.policy(
      "must e.user.level > 1", "must e.user.boss.level > e.n",
      "when e.user.boss is known must e.ok",
      "group by boss = e.user.boss must count(e) < 3",
      "where e.user.level > 0 group by level = e.user.level window sliding 5m must count(e) < 2",
      "must e.user in users", users: users)
    let log = (0..<12).map { number in
      Self.event(
        "e\(number)", "08:\(10 + number):00", user: ["u", "v", "w"][number % 3], n: number % 4)
        + "\n"
    }
    policy.deliver("events", files: [log.joined()])
    policy.expectOneResult()
  }

  @Test func whatIsStaleOrGone() {
    for collected in [nil, "2026-02-01T00:00:00Z", "2026-02-28T23:00:00Z"] {
      var policy = PolicyEvaluation(
        """
        module t
        dataset users "U" { key id  fresh within 1d  id: text  ok: bool? }
        dataset events "E" { key id  fresh within 1d  id: text  user: users?  ok: bool? }
        rule a "A" { severity low for e in events must e.ok }
        rule b "B" { severity low for e in events must e.user.ok }
        rule c "C" { severity low for e in events group by user = e.user must count(e where e.user.ok) > 0 }
        rule d "D" { severity low for e in events must exists(u in users where u == e.user and u.ok) }
        """)
      let log = "{\"id\":\"a\",\"user\":\"u\",\"ok\":true}\n{\"id\":\"b\"}\n"
      policy.deliver("users", "{\"id\":\"u\",\"ok\":true}\n", collected: collected)
      policy.deliver("events", log, collected: collected)
      policy.expectOneResult()
      policy.deliver("events", log, collected: "2026-02-28T23:00:00Z")
      policy.expectOneResult()
      policy.withhold("users", because: "no")
      policy.expectOneResult()
    }
  }

  // MARK: The evaluator's part

  /// A change tried out on a member shows wherever its rule meets the row.
  @Test func aChangeShowsInTheDatasetItself() {
    var policy = Self.policy(
      "must e.ok and exists(f in events where f.user == e.user and f.ok)")
    policy.deliver(
      "events",
      files: [
        Self.event("a", "08:00:00", ok: false) + "\n" + Self.event("a", "09:00:00", ok: false)
          + "\n"
      ])
    let result = policy.expectOneResult()
    #expect(result.rules[0].findings.map(\.counterfactual) == [["e.ok = true"], ["e.ok = true"]])
  }

  @Test(arguments: [0, 1, 2, 3, 5, 8, 20, 63, 64, 200, 1000])
  func steps(_ limit: Int) {
    let grants = (0..<40).map { "{\"id\":\"g\($0)\",\"user\":\"u\",\"n\":\($0 % 4)}\n" }.joined()
    var policy = Self.policy(
      "must exists(g in grants where g.user == e.user and g.n > e.n)",
      "must none(g in grants where g.user == e.user and g.n > 2)",
      "must count(g in grants where g.n == e.n) < 30",
      "must count(g in grants) > 2 and e.ok",
      "group by user = e.user must count(e) < 9",
      "group by user = e.user window sliding 5m must count(e) < 9 and count(e where e.ok) > 0",
      "group by user = e.user window session gap 2m must count(e where exists(g in grants where g.n == e.n)) < 9",
      "must exists(g in grants where g.user == e.user and count(h in grants where h.user == g.user) == e.n) or e.ok",
      grants: grants)
    let log = (0..<20).map {
      Self.event("e\($0)", "08:\(10 + $0 * 2 + $0 % 3):00", n: $0 % 4) + "\n"
    }
    policy.deliver("events", files: [log.joined()])
    policy.expectOneResult(runs: Self.fewRuns) { $0.stepLimit = limit }
  }

  /// However keys come, those that are listed are the first.
  @Test(arguments: [false, true])
  func failuresListed(_ isDescending: Bool) {
    var policy = Self.policy("must e.n > 5", "group by n = e.n must count(e) > 9")
    let numbers = Array(1000..<2200)
    let log = (isDescending ? numbers.reversed() : numbers).map {
      Self.event("e\($0)", "08:00:00", n: $0 % 8) + "\n"
    }
    policy.deliver("events", files: [log.joined()])
    for limit in [0, 7] {
      let result = policy.expectOneResult(
        runs: [NativeRun(), NativeRun(threads: 2, blockSize: 5000)]
      ) { $0.failuresListed = limit }
      #expect(result.rules[0].findings.count == limit)
      #expect(result.rules[0].findings.first?.memberKey.first == (limit > 0 ? "e1000" : nil))
      #expect(result.rules[0].unlistedFailures == result.rules[0].ledger.fail - Int64(limit))
    }
  }

  @Test func everyStepOfAPeriod() {
    var policy = PolicyEvaluation(
      Self.schema(Self.ordered) + """
        rule a "A" { severity low for e in events each h in period by 1h must e.time not in h or e.ok }
        rule b "B" { severity low for e in events each h in period by 1h where e.time in h group by user = e.user must count(e) < 2 }
        """)
    policy.deliver("users", "{\"id\":\"u\"}\n")
    policy.deliver("events", files: [Self.first + "\n" + Self.second + "\n"])
    policy.expectOneResult()
    policy.period = (
      PolicyEvaluation.time("2026-01-01T06:00:00Z"), PolicyEvaluation.time("2026-01-01T09:00:00Z")
    )
    policy.expectOneResult()
  }

  // MARK: What changes meanwhile

  /// The first openings give one text, all later ones another.
  private final class ChangingSource: ByteSource {
    let name = "events.ndjson"
    private let texts: [String]
    private let opened = Mutex(0)

    init(_ texts: [String]) { self.texts = texts }

    func open() throws -> any ByteStream {
      let number = opened.withLock { opened in
        opened += 1
        return opened - 1
      }
      return try MemorySource(name: name, text: texts[min(number, texts.count - 1)]).open()
    }
  }

  @Test func whatIsHeldIsWhatIsJudged() {
    var policy = Self.policy("must none(f in events where f.user == e.user and f.n > e.n)")
    let (old, new) = (Self.first + "\n" + Self.second + "\n", Self.first + "\n")
    policy.deliver("events", inputs: [.ndjson(ChangingSource([old]), FieldBinding())])
    let expected = policy.evaluate { $0.engine = .reference }
    policy.deliver("events", inputs: [.ndjson(ChangingSource([old, new]), FieldBinding())])
    let native = policy.evaluate { $0.engine = .native }
    #expect("\(native)" == "\(expected)")
  }

  @Test func groupsAreOfOneReading() {
    var policy = Self.policy("group by user = e.user must count(e) > 1")
    let old = Self.first + "\n"
    let new = Self.event("a", "08:00:00", user: "v") + "\n" + Self.second + "\n"
    policy.deliver("events", inputs: [.ndjson(ChangingSource([new]), FieldBinding())])
    let expected = policy.evaluate { $0.engine = .reference }
    // The pass that gathers the rows of open groups sees another file.
    policy.deliver("events", inputs: [.ndjson(ChangingSource([old, new]), FieldBinding())])
    let native = policy.evaluate { $0.engine = .native }
    #expect("\(native)" == "\(expected)")
  }

  // MARK: Passes

  /// How often an input is opened tells which way was taken: a log in order needs one pass.
  @Test func passes() {
    func opened(_ log: [String], isSeekable: Bool = true, rule: String = "must e.ok") -> Int {
      var policy = Self.policy(rule)
      let source = WatchedSource(
        name: "events.ndjson", text: log.map { $0 + "\n" }.joined(), isSeekable: isSeekable)
      policy.deliver("events", inputs: [.ndjson(source, FieldBinding())])
      _ = policy.evaluate { NativeRun(threads: 2, blockSize: 100).set(&$0) }
      return source.opened
    }
    let log = (10..<60).map { Self.event("e\($0)", "08:\($0):00") }
    let open = "group by user = e.user must count(e) > 90"
    #expect(opened(log) == 1)
    #expect(opened(log, rule: open) == 1)
    #expect(opened(log, isSeekable: false, rule: open) == 2)
    #expect(opened(log + [log[49]]) == 3)
    #expect(opened(log + [log[0]]) == 3)
    #expect(opened(["x", log[0]]) == 1)
  }
}
