import Foundation
import Testing
import WritChecker
import WritDatabase
import WritEngine
import WritModel
import WritSQL
import WritSources
import WritTables
import WritValues
import _WritTestSupport

/// Tables of the engine's database are judged where they lie: nothing is written there, and of a table that rules only
/// walk nothing is read but the rows whose findings have to be explained.
@Suite(.serialized) struct InPlaceTableTests {
  /// Counts what is read of a table, and how.
  private final class Counted: NumberedRecordSource, @unchecked Sendable {
    let table: DatabaseTable
    private(set) var whole = 0
    private(set) var numbers: [Int64] = []

    init(_ table: DatabaseTable) { self.table = table }

    var inputNames: [String] { table.inputNames }

    func forEachRecord(_ body: (JSONValue, RowOrigin) throws -> Void) throws -> [Reject] {
      whole += 1
      return try table.forEachRecord(body)
    }

    func forEachRecord(at numbers: [Int64], _ body: (JSONValue, RowOrigin) throws -> Void) throws {
      self.numbers += numbers
      try table.forEachRecord(at: numbers, body)
    }
  }

  /// Passes all on, and notes what is asked for.
  private final class Traced: DatabaseConnection {
    private let base: any DatabaseConnection
    private(set) var statements: [String] = []
    private(set) var filled: [String] = []

    init(_ base: any DatabaseConnection) { self.base = base }

    var dialect: SQLDialect { base.dialect }
    var hasTemporaryTables: Bool { base.hasTemporaryTables }

    func execute(_ sql: String, _ parameters: [SQLValue]) throws -> Int {
      statements.append(sql)
      return try base.execute(sql, parameters)
    }

    func executeTemporary(_ sql: String) throws {
      statements.append(sql)
      try base.executeTemporary(sql)
    }

    func makeTemporary(_ table: String, as query: String, _ parameters: [SQLValue]) throws {
      statements.append(query)
      try base.makeTemporary(table, as: query, parameters)
    }

    func query(
      _ sql: String, _ parameters: [SQLValue], _ body: ([SQLValue]) throws -> Void
    ) throws {
      statements.append(sql)
      try base.query(sql, parameters, body)
    }

    func insert(into table: String, columns: [String], next: () throws -> [SQLValue]?) throws {
      filled.append(table)
      try base.insert(into: table, columns: columns, next: next)
    }

    func transaction<Result>(_ body: () throws -> Result) throws -> Result {
      try base.transaction(body)
    }

    func columns(of table: TableName) throws -> [DatabaseColumn]? { try base.columns(of: table) }
    func tables() throws -> [TableName] { try base.tables() }
    func close() { base.close() }
  }

  static let policy = """
    module t
    dataset users "Users" {
      key id
      id: text
      level: int?
      kind: "person" | "robot" | "guest"
      seen: time?
      active: bool?
      score: decimal?
      boss: users?
    }
    dataset events "Events" {
      key id
      id: int
      actor: users
      kind: "in" | "out" | "lost"
      size: int?
    }
    """

  static let rules = [
    "for e in events must e.size < 90",
    "for e in events when e.kind == \"in\" must e.actor.active",
    "for e in events where e.size > 50 group by a = e.actor must count(e) < 18",
    "for u in users must exists(e in events where e.actor == u.id)",
    "for u in users must u.level < 5 and u.score > 0.5 and u.seen >= 2026-01-01",
    "for u in users when u.boss is known must u.boss.level > u.level",
  ]

  /// Events the first rule does not pass: too large, or of unknown size.
  private static let failing = (0..<2000).count { $0 % 33 == 0 || $0 * 13 % 101 >= 90 }

  private static func text(_ rules: [String]) -> String {
    policy
      + rules.enumerated().map {
        "\nrule r\($0) \"R\" {\n  severity high\n"
          + $1.split(separator: "must", maxSplits: 1).joined(separator: "\n must") + "\n}\n"
      }.joined()
  }

  /// Tables with holes and odd values, the same in both databases as far as their types let them.
  private func fill(_ connection: any DatabaseConnection, _ schema: String) throws {
    let isPostgres = connection.dialect == .postgres
    let (time, bool) = isPostgres ? ("timestamptz", "boolean") : ("TEXT", "INTEGER")
    try connection.execute(
      """
      CREATE TABLE \(schema)users (id varchar PRIMARY KEY, level bigint, kind text, seen \(time),
        active \(bool), score numeric, boss text, unread text)
      """, [])
    try connection.execute(
      """
      CREATE TABLE \(schema)events (id bigint PRIMARY KEY, actor text, kind char(6), size bigint)
      """, [])
    try connection.transaction {
      for number in 0..<60 {
        let seen = number % 7 == 0 ? "NULL" : "'2026-0\(number % 3 + 1)-01 00:00:00Z'"
        let active = number % 11 == 0 ? "NULL" : number % 5 == 0 ? "0" : "1"
        try connection.execute(
          """
          INSERT INTO \(schema)users VALUES ('u\(number)', \(number % 6 == 0 ? "NULL" : "\(number % 9)"),
            '\(["person", "robot", "Person", "guest"][number % 4])', \(seen),
            \(isPostgres ? "(\(active))::int::bool" : active), \(number % 4).25,
            \(number % 3 == 0 ? "NULL" : "'u\(number / 2 * 3)'"), 'a secret')
          """, [])
      }
      for number in 0..<2000 {
        try connection.execute(
          """
          INSERT INTO \(schema)events VALUES (\(number * 3 - 100), 'u\(20..<25 ~= number * 7 % 62 ? 99 : number * 7 % 62)',
            \(number % 40 == 0 ? "NULL" : "'\(["in", "out", "odd"][number % 19 % 3])'"),
            \(number % 33 == 0 ? "NULL" : "\(number * 13 % 101)"))
          """, [])
      }
    }
  }

  private func judge(
    _ location: DatabaseLocation, schema: String?, _ rules: [String]
  ) throws -> (events: Counted, users: Counted, trace: Traced, outcomes: SQLOutcomes) {
    var comparison = SQLComparison(Self.text(rules))
    let session = try DatabaseSession(location)
    var counted: [String: Counted] = [:]
    var bound: [DatasetName: BoundTable] = [:]
    for dataset in comparison.program.datasets {
      let table = try DatabaseTable(
        TableName(schema: schema, dataset.name.name), of: session, name: dataset.name.name,
        schema: dataset)
      counted[dataset.name.name] = Counted(table)
      bound[dataset.name] = table.bound
      comparison.deliver(dataset.name.name, table)
    }
    let alone = try comparison.evaluate()
    for (name, source) in counted { comparison.deliver(name, source) }
    let trace = Traced(session.unguarded)
    let settings = SQLSettings(now: comparison.now, zone: { Zones.named($0) })
    // Functions are defined in SQLite itself.
    let outcomes = try SQLOutcomes(
      comparison.program, rules: comparison.program.rules, settings: settings,
      connection: session.unguarded is SQLiteConnection ? session.unguarded : trace, bound: bound)
    let found = try comparison.evaluate(outcomes: outcomes)
    for (one, other) in zip(alone.rules, found.rules) {
      #expect(one.whole == other.whole)
      #expect(
        one.ledger.pass > 0 && one.ledger.fail + one.ledger.noData > 0, "\(one.rule) \(one.ledger)")
    }
    #expect("\(alone.datasets)" == "\(found.datasets)")
    return (
      try #require(counted["events"]), try #require(counted["users"]), trace, outcomes
    )
  }

  private func sqlite() throws -> (TemporaryFolder, DatabaseLocation) {
    let folder = try TemporaryFolder()
    let location = DatabaseLocation.sqlite(path: "\(folder.path)/t.db")
    let connection = try location.open()
    try fill(connection, "")
    connection.close()
    return (folder, location)
  }

  @Test func sqliteReadsFailingRowsAlone() throws {
    let (folder, location) = try sqlite()
    let before = try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/t.db"))
    let judged = try judge(location, schema: nil, [Self.rules[0]])
    #expect(judged.outcomes.inPlace.map(\.name) == ["events"])
    #expect(judged.outcomes.loaded.isEmpty)
    #expect(judged.events.whole == 0)
    #expect(judged.events.numbers.count == Self.failing)
    #expect(judged.users.whole == 0)
    #expect(try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/t.db")) == before)
  }

  @Test func sqliteJudgesAllRulesInPlace() throws {
    let (folder, location) = try sqlite()
    let judged = try judge(location, schema: nil, Self.rules)
    #expect(Set(judged.outcomes.inPlace.map(\.name)) == ["events", "users"])
    // What is looked up is held for the findings.
    #expect(judged.users.whole == 1)
    #expect(FileManager.default.fileExists(atPath: folder.path))
  }

  @Test(.enabled(if: PostgresServer.isExpected, "PostgreSQL is absent"))
  func postgresReadsFailingRowsAlone() throws {
    let location = DatabaseLocation.postgres(url: try PostgresServer.shared().url())
    let connection = try location.open()
    defer { connection.close() }
    try connection.execute("DROP SCHEMA IF EXISTS writ_place CASCADE", [])
    try connection.execute("CREATE SCHEMA writ_place", [])
    try fill(connection, "writ_place.")
    let judged = try judge(location, schema: "writ_place", [Self.rules[0]])
    #expect(judged.outcomes.inPlace.map(\.name) == ["events"])
    #expect(judged.events.whole == 0)
    #expect(judged.events.numbers.count == Self.failing)
    #expect(judged.trace.filled.isEmpty)
    let all = try judge(location, schema: "writ_place", Self.rules)
    #expect(Set(all.outcomes.inPlace.map(\.name)) == ["events", "users"])
    // Words of closed sets, and nothing of a row.
    #expect(all.trace.filled.allSatisfy { $0.contains("_words") }, "\(all.trace.filled)")
    #expect(!all.trace.statements.contains { $0.contains("unread") })
  }

  @Test(
    "what has no exact form is loaded, and why is told",
    arguments: [
      (
        "ALTER TABLE events ADD COLUMN x; UPDATE events SET id = NULL WHERE id = 2",
        "a row has no key"
      ),
      ("INSERT INTO events SELECT * FROM events LIMIT 1", "several rows have the same key"),
    ])
  func loaded(change: String, reason: String) throws {
    let folder = try TemporaryFolder()
    let location = DatabaseLocation.sqlite(path: "\(folder.path)/t.db")
    let connection = try location.open()
    try fill(connection, "")
    try connection.execute("ALTER TABLE events RENAME TO old", [])
    try connection.execute("CREATE TABLE events AS SELECT * FROM old", [])
    for statement in change.split(separator: ";") { try connection.execute(String(statement), []) }
    connection.close()
    let judged = try judge(location, schema: nil, [Self.rules[0], Self.rules[1]])
    #expect(judged.outcomes.loaded.mapValues { $0 }.values.sorted() == [reason])
    #expect(judged.outcomes.inPlace.map(\.name) == ["users"])
  }
}
