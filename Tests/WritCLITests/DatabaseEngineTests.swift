import Foundation
import Testing
import WritDatabase
import _WritTestSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `--engine sqlite` and `--engine postgres` say what the other engines say, byte for byte.
@Suite("Engines that are databases") struct DatabaseEngineTests {
  private static let demo = PackageFolder.file("docs/demo")
  private static let policies = PackageFolder.file("policies")

  /// Modules whose rules read this machine, which other tests change meanwhile.
  private static let live = ["hosts.", "kernel.", "network.", "sshd."]

  /// The rules an engine runs over data that stays.
  private func rules(_ engine: String, _ policy: String) throws -> [String] {
    let outcome = try WritProcess.run(["plan", "-p", policy, "-f", "json"], in: "/")
    #expect(outcome.code == 0, "\(outcome.errors)")
    return try Report(outcome.output).list("rules").compactMap { rule in
      let engines = rule["engines"] as? [[String: Any]] ?? []
      let runs = engines.contains {
        $0["engine"] as? String == engine && $0["runs"] as? Bool == true
      }
      guard runs, let id = rule["id"] as? String else { return nil }
      return Self.live.contains { id.hasPrefix($0) } ? nil : id
    }
  }

  private func compare(
    _ engine: [String], rules: [String], policy: String, in folder: String, now: String
  ) throws {
    let shared =
      ["check", ".", "-p", policy, "--now", now, "-f", "json"] + rules.flatMap { ["--rule", $0] }
    let native = try WritProcess.run(shared, in: folder)
    let other = try WritProcess.run(shared + engine, in: folder)
    #expect(native.code == 1, "\(native.errors)")
    #expect(other.code == native.code, "\(other.errors)")
    #expect(other.output == native.output)
  }

  @Test("SQLite judges the demonstration alike") func sqlite() throws {
    let rules = try rules("sqlite", Self.policies)
    #expect(rules.count >= 55)
    try compare(
      ["--engine", "sqlite"], rules: rules, policy: Self.policies, in: Self.demo,
      now: "2026-11-01T00:00:00Z")
  }

  @Test(
    "PostgreSQL judges the demonstration alike",
    .enabled(if: PostgresServer.isExpected, "PostgreSQL is absent"))
  func postgres() throws {
    let rules = try rules("postgres", Self.policies)
    #expect(rules.count >= 54)
    let server = try PostgresServer.shared()
    try compare(
      ["--engine", "postgres", "--database", server.url()], rules: rules, policy: Self.policies,
      in: Self.demo, now: "2026-11-01T00:00:00Z")
  }

  @Test(
    "the benchmark's rules come to the same on every engine",
    .enabled(
      if: SampleFolder.isExpected && ExternalTool.isExpected("python3"),
      "the sample folder or python3 is absent"))
  func benchmark() throws {
    let python = try #require(ExternalTool("python3"))
    let folder = try TemporaryFolder()
    let made = try python.run([SampleFolder.file("bench/policy/gen.py"), "1000", folder.path])
    try #require(made.code == 0, "\(made.output)")
    let policy = PackageFolder.file("Benchmarks/policy/bench.writ")
    var engines = [["--engine", "sqlite"]]
    if PostgresServer.isExpected {
      engines.append(["--engine", "postgres", "--database", try PostgresServer.shared().url()])
    }
    for engine in engines {
      try compare(engine, rules: [], policy: policy, in: folder.path, now: "2026-06-30T00:00:00Z")
    }
  }

  @Test("what has no exact form is refused at its place, and nothing is judged")
  func refused() throws {
    let outcome = try WritProcess.run(
      ["check", ".", "-p", Self.policies, "--engine", "sqlite", "--rule", "weak_algorithm"],
      in: Self.demo)
    #expect(outcome.code == 3)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.errors.contains("error[engine/not-translatable]: `split` has no form in SQLite"))
    #expect(outcome.errors.contains("sshd.writ:"))
    #expect(outcome.errors.contains("`sshd.weak_algorithm` runs without `--engine`"))
  }

  @Test("a server that is not there ends the run with 4, without its password")
  func absent() throws {
    let outcome = try Scene.small().writ(
      "check users.ndjson --engine postgres --database postgres://u:s3cret@127.0.0.1:9/none")
    #expect(outcome.code == 4, "\(outcome.all)")
    #expect(outcome.errors.contains("error[engine/no-database]"))
    #expect(!outcome.all.contains("s3cret"))
    let unnamed = try Scene.small().writ("check users.ndjson --engine postgres")
    #expect(unnamed.code == 4)
    #expect(unnamed.errors.contains("--database postgres://"))
  }

  /// A rule whose statement takes long: every row beside every other.
  private static func slow() throws -> Scene {
    let rows = (0..<4000).map { #"{"id":"u\#($0)","level":\#($0 % 7)}"# + "\n" }
    return try Scene([
      "policies/slow.writ": """
      module slow
      dataset users "Users" { key id  id: text  level: int }
      rule pairs "Pairs" {
        severity high
        allow cross
        for u in users
        must exists(v in users where v.level + u.level > 20 and v.id != u.id)
      }
      """,
      "users.ndjson": rows.joined(),
    ])
  }

  @Test(
    "a server that goes away or gives up in the middle of a statement is a rule's error, never a verdict",
    .enabled(if: PostgresServer.isExpected, "PostgreSQL is absent"),
    .timeLimit(.minutes(3)), arguments: ["server", "session", "time"])
  func lost(what: String) throws {
    let server = try PostgresServer()
    let watcher = try DatabaseLocation.postgres(url: server.url()).open()
    let scene = try Self.slow()
    let limit = what == "time" ? "?options=-c%20statement_timeout%3D300" : ""
    let process = try WritProcess(
      [
        "check", ".", "--now", Scene.now, "--engine", "postgres", "--database",
        server.url() + limit,
      ], in: scene.path, environment: [:])
    var session: SQLValue?
    for _ in 0..<2400 where session == nil && what != "time" {
      usleep(25_000)
      try watcher.query(
        """
        SELECT pid FROM pg_stat_activity WHERE application_name = 'writ' AND state = 'active' \
        AND pid <> pg_backend_pid() AND query LIKE 'CREATE TEMPORARY TABLE%CROSS JOIN%'
        """, []
      ) { session = $0.first }
    }
    if what == "server" { server.kill() }
    if what == "session", let session {
      try watcher.query("SELECT pg_terminate_backend($1::int)", [session]) { _ in }
    }
    let outcome = try process.wait()
    #expect(session != nil || what == "time", "\(outcome.all)")
    #expect(outcome.code == 5, "\(outcome.all)")
    #expect(outcome.output.contains("could not run: the database:"), "\(outcome.all)")
    #expect(!outcome.all.contains("s3cret"), "\(outcome.all)")
  }

  /// Two tables with holes and odd values: users, and what they did.
  private static func bound(
    _ location: DatabaseLocation, _ kind: String, _ schema: String, roles: Bool = false
  ) throws -> Scene {
    let place = kind == "sqlite" ? "path: app.db" : "url: \"${PGURL}\""
    let scene = try Scene([
      "policies/bound.writ": """
      module bound
      dataset users "Users" {
        key id
        id: text
        level: int?
        kind: "person" | "robot"
        \(roles ? "roles: set<text>?" : "")
      }
      dataset events "Events" { key id  id: int  actor: users  size: int? }
      rule small "Small" { severity high  for e in events must e.size < 90 }
      rule trusted "Trusted" {
        severity high
        for e in events
        when e.actor.kind == "person"
        must e.actor.level > 2\(roles ? " and \"x\" not in e.actor.roles" : "")
      }
      """,
      "writ.yaml": """
      datasets:
        users: { from: \(kind), \(place), table: \(schema)users }
        events: { from: \(kind), \(place), table: \(schema)events }

      """,
    ])
    let location = kind == "sqlite" ? .sqlite(path: scene.file("app.db")) : location
    let connection = try location.open()
    defer { connection.close() }
    let list = kind == "sqlite" ? "TEXT" : "text[]"
    if !schema.isEmpty {
      try connection.execute("DROP SCHEMA IF EXISTS \(schema.dropLast()) CASCADE", [])
      try connection.execute("CREATE SCHEMA \(schema.dropLast())", [])
    }
    try connection.execute(
      "CREATE TABLE \(schema)users (id text, level bigint, kind text, roles \(list))", [])
    try connection.execute("CREATE TABLE \(schema)events (id bigint, actor text, size bigint)", [])
    try connection.transaction {
      for number in 0..<40 {
        try connection.execute(
          """
          INSERT INTO \(schema)users VALUES ('u\(number)', \(number % 9 == 0 ? "NULL" : "\(number % 5)"),
            '\(["person", "robot", "ghost"][number % 3])', NULL)
          """, [])
      }
      for number in 0..<400 {
        try connection.execute(
          """
          INSERT INTO \(schema)events VALUES (\(number), 'u\(number % 42)',
            \(number % 31 == 0 ? "NULL" : "\(number % 101)"))
          """, [])
      }
    }
    return scene
  }

  @Test("tables of the engine's own file are judged in place, and what is not is told")
  func sqliteInPlace() throws {
    let scene = try Self.bound(.sqliteTemporary, "sqlite", "")
    let native = try scene.writ("check . -f json")
    let other = try scene.writ("check . -f json --engine sqlite")
    #expect(native.code == 1, "\(native.all)")
    #expect(other.code == 1, "\(other.all)")
    #expect(other.output == native.output)
    #expect(!other.errors.contains("engine/loaded"), "\(other.errors)")
    #expect(scene.files() == ["app.db", "policies/bound.writ", "writ.yaml"])

    let lists = try Self.bound(.sqliteTemporary, "sqlite", "", roles: true)
    let loaded = try lists.writ("check . -f json --engine sqlite")
    #expect(loaded.output == (try lists.writ("check . -f json")).output)
    #expect(
      loaded.errors.contains(
        "note[engine/loaded]: the rows of `users` were loaded, not judged in place: "
          + "`roles` is no single value"), "\(loaded.errors)")
    #expect(!loaded.errors.contains("of `events`"), "\(loaded.errors)")
  }

  @Test(
    "tables of the engine's own server are judged in place, with or without `--database`",
    .enabled(if: PostgresServer.isExpected, "PostgreSQL is absent"))
  func postgresInPlace() throws {
    let url = try PostgresServer.shared().url()
    let scene = try Self.bound(.postgres(url: url), "postgres", "bound_run.")
    let environment = ["PGURL": url]
    let native = try scene.writ("check . -f json", environment: environment)
    #expect(native.code == 1, "\(native.all)")
    for words in ["", " --database \(url)"] {
      let other = try scene.writ(
        "check . -f json --engine postgres\(words)", environment: environment)
      #expect(other.output == native.output, "\(other.errors)")
      #expect(!other.errors.contains("engine/loaded"), "\(other.errors)")
    }
    // Another engine's database is given the rows.
    let elsewhere = try scene.writ("check . -f json --engine sqlite", environment: environment)
    #expect(elsewhere.output == native.output, "\(elsewhere.errors)")
    #expect(elsewhere.errors.contains("it lies in another database"), "\(elsewhere.errors)")
  }

  @Test("--database goes with --engine postgres alone") func usage() throws {
    let outcome = try Scene.small().writ("check users.ndjson --database postgres://127.0.0.1/x")
    #expect(outcome.code == 64)
    let other = try Scene.small().writ("check users.ndjson --engine oracle")
    #expect(other.code == 64)
    #expect(other.errors.contains("native, reference, sqlite or postgres"))
  }
}
