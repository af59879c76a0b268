import Foundation
import Testing
import WritDatabase
import _WritTestSupport

/// Datasets that are tables of a database.
@Suite("Databases") struct DatabaseTests {
  private static let rows = """
    VALUES ('a', 'false', '["admin"]'), ('b', 'true', '["admin"]'), ('c', NULL, '["admin"]'),
      ('d', 'false', '[]'), (NULL, 'true', '[]')
    """

  static func sqlite(_ binding: String = "path: app.db, table: users") throws -> Scene {
    let scene = try Scene([
      "policies/access.writ": Scene.Policy.access,
      "writ.yaml": "datasets:\n  users: { from: sqlite, \(binding) }\n",
    ])
    let connection = try DatabaseLocation.sqlite(path: scene.file("app.db")).open()
    try connection.execute("CREATE TABLE users (id TEXT, mfa INTEGER, roles TEXT)", [])
    try connection.execute(
      "INSERT INTO users SELECT column1, column2 = 'true', column3 FROM (\(rows))", [])
    connection.close()
    return scene
  }

  static func postgres(
    _ schema: String, _ binding: String = "table: SCHEMA.users"
  ) throws -> (scene: Scene, environment: [String: String]) {
    let url = try PostgresServer.shared().url()
    let connection = try DatabaseLocation.postgres(url: url).open()
    try connection.execute("DROP SCHEMA IF EXISTS \(schema) CASCADE", [])
    try connection.execute("CREATE SCHEMA \(schema)", [])
    try connection.execute(
      "CREATE TABLE \(schema).users (id text, mfa bool, roles text[], secret text)", [])
    try connection.execute(
      """
      INSERT INTO \(schema).users SELECT column1, column2::bool,
        ARRAY(SELECT jsonb_array_elements_text(column3::jsonb)), 's3cret row' FROM (\(rows)) AS v
      """, [])
    connection.close()
    let settings = binding.split(separator: "SCHEMA", omittingEmptySubsequences: false)
      .joined(separator: schema)
    let scene = try Scene([
      "policies/access.writ": Scene.Policy.access,
      "writ.yaml": "datasets:\n  users: { from: postgres, url: \"${PGURL}\", \(settings) }\n",
    ])
    return (scene, ["PGURL": url])
  }

  // MARK: SQLite

  @Test("a table of SQLite is judged in place, its rows told by their number")
  func sqliteTable() throws {
    let scene = try Self.sqlite()
    let outcome = try scene.writ("check .")
    expectGolden(outcome.all, "Goldens/database/sqlite.txt")
    #expect(try scene.writ("check . --engine reference").all == outcome.all)
    #expect(scene.files() == ["app.db", "policies/access.writ", "writ.yaml"])
    #expect(try scene.writ("why admin_without_mfa/a").output.contains("at app.db/users:2"))
  }

  @Test(
    "what can't be read is exit 4 with its place, and no data",
    arguments: [
      ("path: none.db, table: users", "input/unreadable", "writ.yaml:2:32", "does not exist"),
      ("path: writ.yaml, table: users", "input/unreadable", "writ.yaml:2:32", "no SQLite database"),
      ("path: app.db, table: user", "input/unknown-table", "writ.yaml:2:47", "`users`?"),
      (
        "path: app.db, table: users, fields: { mfa: mf }", "input/unfit-column", "writ.yaml:2:69",
        "`mfa`?"
      ),
    ])
  func sqliteTrouble(binding: String, id: String, place: String, words: String) throws {
    let outcome = try Self.sqlite(binding).writ("check .")
    #expect(outcome.code == 4, "\(outcome.all)")
    #expect(outcome.errors.contains("error[\(id)]"), "\(outcome.all)")
    #expect(outcome.errors.contains(place), "\(outcome.all)")
    #expect(outcome.errors.contains(words), "\(outcome.all)")
    #expect(outcome.output.contains("unavailable(users)"), "\(outcome.all)")
  }

  @Test("a broken page in the middle is exit 4, and what was seen before it is no population")
  func brokenTable() throws {
    let scene = try Self.sqlite()
    let connection = try DatabaseLocation.sqlite(path: scene.file("app.db")).open()
    var count = 0
    try connection.insert(into: "users", columns: ["id", "mfa", "roles"]) {
      count += 1
      return count > 5000 ? nil : [.text("user \(count)"), .int(1), .text("[\"admin\"]")]
    }
    connection.close()
    let url = URL(fileURLWithPath: scene.file("app.db"))
    var bytes = try Data(contentsOf: url)
    bytes.replaceSubrange(40960..<45056, with: Data(repeating: 0xA5, count: 4096))
    try bytes.write(to: url)
    let outcome = try scene.writ("check .")
    #expect(outcome.code == 4, "\(outcome.all)")
    #expect(outcome.errors.contains("app.db: is a broken SQLite database"), "\(outcome.all)")
    #expect(outcome.errors.contains("writ.yaml:2:32"), "\(outcome.all)")
    #expect(outcome.output.contains("unavailable(users)"), "\(outcome.all)")
  }

  @Test("a locked database is exit 4", .timeLimit(.minutes(3)))
  func lockedTable() throws {
    let scene = try Self.sqlite()
    let connection = try DatabaseLocation.sqlite(path: scene.file("app.db")).open()
    try connection.execute("BEGIN EXCLUSIVE", [])
    let outcome = try scene.writ("check .")
    #expect(outcome.code == 4, "\(outcome.all)")
    #expect(outcome.errors.contains("app.db: another program has locked it"), "\(outcome.all)")
    connection.close()
  }

  @Test("a view that takes longer than `timeout` is exit 4, and no data", .timeLimit(.minutes(2)))
  func sqliteTimeout() throws {
    let scene = try Self.sqlite("path: app.db, table: endless, timeout: 300ms")
    let connection = try DatabaseLocation.sqlite(path: scene.file("app.db")).open()
    try connection.execute(
      """
      CREATE VIEW endless AS SELECT u.* FROM users u WHERE u.id <> (
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n)
      """, [])
    connection.close()
    for engine in ["native", "reference", "sqlite"] {
      let outcome = try scene.writ("check . --engine \(engine)")
      #expect(outcome.code == 4, "\(outcome.all)")
      #expect(outcome.errors.contains("error[input/unreadable]"), "\(outcome.all)")
      #expect(outcome.errors.contains("a statement took too long"), "\(outcome.all)")
      #expect(outcome.output.contains("unavailable(users)"), "\(outcome.all)")
    }
  }

  @Test(
    "a time-out has to be a duration", arguments: ["0s", "soon", "5", "2mo"])
  func wrongTimeout(text: String) throws {
    let outcome = try Self.sqlite("path: app.db, table: users, timeout: \(text)").writ("check .")
    #expect(outcome.code == 3, "\(outcome.all)")
    #expect(outcome.errors.contains("`timeout` has to be a duration"), "\(outcome.all)")
  }

  @Test("a table is as of now, unless it is said when it was taken")
  func collected() throws {
    func scene(_ more: String) throws -> Scene {
      let scene = try Self.sqlite("path: app.db, table: users\(more)")
      let policy = try scene.text("policies/access.writ")
        .replacingOccurrences(of: "key id\n", with: "key id\n  fresh within 1h\n")
      try scene.folder.write("policies/access.writ", policy)
      return scene
    }
    let words = "check . -f json"
    #expect(!(try scene("").writ(words).output.contains("\"stale")))
    #expect(
      try scene(", collected: 2026-05-01").writ(words).output.contains("\"state\":\"stale\""))
    // A time of this machine's clock would make two runs differ.
    let live = try scene("")
    #expect(try live.writ(words).output == live.writ(words).output)
  }

  @Test(
    "settings that mean nothing are mistakes",
    arguments: [
      ("{ from: postgres, url: h, table: t, collected: mtime }", "config/wrong-type"),
      ("{ from: postgres, url: h }", "config/missing-key"),
      ("{ from: postgres, table: t }", "config/missing-key"),
      ("{ from: postgres, url: h, table: t, path: p }", "config/unused-key"),
      ("{ from: sqlite, table: t }", "config/missing-key"),
      ("{ from: sqlite, path: p }", "config/missing-key"),
      ("{ from: sqlite, path: p, table: t, url: h }", "config/unused-key"),
      ("{ from: sqlite, path: p, table: a.b.c }", "config/wrong-type"),
      ("{ from: postgres, url: \"${NOT_SET_ANYWHERE}\", table: t }", "config/missing-variable"),
      ("postgres://u:s3cret@h/db", "config/wrong-type"),
      ("{ path: postgres://u:s3cret@h/db }", "config/wrong-type"),
      ("{ from: postgres, url: postgres://u:s3cret@h/db, table: t }", "config/plain-password"),
      ("{ from: postgres, url: host=h password=s3cret, table: t }", "config/plain-password"),
      (
        "{ from: postgres, url: \"postgres://h/d?password=s3cret\", table: t }",
        "config/plain-password"
      ),
    ])
  func mistakes(binding: String, id: String) throws {
    let scene = try Scene([
      "policies/access.writ": Scene.Policy.access, "writ.yaml": "datasets:\n  users: \(binding)\n",
    ])
    let outcome = try scene.writ("check .")
    #expect(outcome.code == 3, "\(outcome.all)")
    #expect(outcome.errors.contains("error[\(id)]"), "\(outcome.all)")
    #expect(!outcome.all.contains("s3cret"), "\(outcome.all)")
  }

  // MARK: PostgreSQL

  static let needsServer: Comment = "PostgreSQL is absent"

  @Test(
    "a table of PostgreSQL is judged in place, its rows told by their number",
    .enabled(if: PostgresServer.isExpected, needsServer))
  func postgresTable() throws {
    let (scene, environment) = try Self.postgres("judged")
    let outcome = try scene.writ("check .", environment: environment)
    expectGolden(outcome.all, "Goldens/database/postgres.txt")
    #expect(try scene.writ("check .", environment: environment).all == outcome.all)
    #expect(
      try scene.writ("check . --engine reference", environment: environment).all == outcome.all)
  }

  @Test(
    "a view of PostgreSQL that takes longer than `timeout` is exit 4, and no data",
    .enabled(if: PostgresServer.isExpected, needsServer), .timeLimit(.minutes(2)))
  func postgresTimeout() throws {
    let (scene, environment) = try Self.postgres(
      "slow", "table: SCHEMA.sleepy, timeout: 400ms")
    let connection = try DatabaseLocation.postgres(url: environment["PGURL"] ?? "").open()
    try connection.execute(
      "CREATE VIEW slow.sleepy AS SELECT u.* FROM slow.users u, LATERAL (SELECT pg_sleep(20)) AS s",
      [])
    connection.close()
    for engine in ["native", "postgres"] {
      let outcome = try scene.writ("check . --engine \(engine)", environment: environment)
      #expect(outcome.code == 4, "\(outcome.all)")
      #expect(outcome.errors.contains("error[input/unreadable]"), "\(outcome.all)")
      #expect(outcome.errors.contains("statement timeout"), "\(outcome.all)")
      #expect(outcome.output.contains("unavailable(users)"), "\(outcome.all)")
      #expect(!outcome.all.contains("s3cret"), "\(outcome.all)")
    }
  }

  @Test(
    "no report and no message has the password, or a column that no schema declares",
    .enabled(if: PostgresServer.isExpected, needsServer),
    arguments: ["judged", "none", "refused", "dead"])
  func passwords(kind: String) throws {
    var (scene, environment) = try Self.postgres(
      "hidden_\(kind)", kind == "none" ? "table: SCHEMA.usrs" : "table: SCHEMA.users")
    let url = environment["PGURL"] ?? ""
    if kind == "refused" {
      environment["PGURL"] = url.replacingOccurrences(of: "s3cret", with: "s3cret-wrong")
    }
    if kind == "dead" { environment["PGURL"] = "postgres://u:s3cret@127.0.0.1:1/x" }
    for format in ["text", "json", "jsonl", "sarif", "junit", "csv", "markdown", "github"] {
      let outcome = try scene.writ("check . -v -f \(format)", environment: environment)
      #expect(outcome.code == (kind == "judged" ? 1 : 4), "\(outcome.all)")
      #expect(!outcome.all.contains("s3cret"), "\(outcome.all)")
    }
    let why = try scene.writ("why admin_without_mfa/a", environment: environment)
    #expect(!why.all.contains("s3cret"), "\(why.all)")
  }

  @Test(
    "a server that dies while it answers is exit 4, never a verdict",
    .enabled(if: PostgresServer.isExpected, needsServer), .timeLimit(.minutes(3)))
  func killed() throws {
    let server = try PostgresServer()
    let connection = try DatabaseLocation.postgres(url: server.url()).open()
    try connection.execute(
      """
      CREATE VIEW public.users AS SELECT 'user ' || i AS id, true AS mfa,
        CASE WHEN pg_sleep(0.01) IS NULL THEN '{}' ELSE '{admin}'::text[] END AS roles
      FROM generate_series(1, 100000) AS i
      """, [])
    let scene = try Scene([
      "policies/access.writ": Scene.Policy.access,
      "writ.yaml": "datasets:\n  users: { from: postgres, url: \"${PGURL}\", table: users }\n",
    ])
    let process = try WritProcess(
      ["check", ".", "--now", Scene.now], in: scene.path, environment: ["PGURL": server.url()])
    var isRunning = false
    for _ in 0..<600 where !isRunning {
      usleep(50_000)
      try connection.query(
        """
        SELECT count(*) FROM pg_stat_activity
        WHERE application_name = 'writ' AND state = 'active' AND pid <> pg_backend_pid()
          AND query LIKE '%ORDER BY%' AND query NOT LIKE '%LIMIT 0'
        """, []
      ) { isRunning = $0.first != .int(0) }
    }
    #expect(isRunning)
    server.kill()
    let outcome = try process.wait()
    #expect(outcome.code == 4, "\(outcome.all)")
    #expect(outcome.errors.contains("error[input/unreadable]"), "\(outcome.all)")
    #expect(outcome.errors.contains("writ.yaml:2:33"), "\(outcome.all)")
    #expect(outcome.output.contains("unavailable(users)"), "\(outcome.all)")
    #expect(!outcome.all.contains("s3cret"), "\(outcome.all)")
  }

  /// The words before a command that hide the client library from it; nil where that is not permitted.
  static let withoutLibrary: [String]? = {
    let words = [
      "unshare", "-m", "sh", "-c",
      """
      for file in /usr/lib/*/libpq.so.5; do
        [ ! -e "$file" ] || mount --bind /dev/null "$(readlink -f "$file")" || exit 9
      done
      exec "$@"
      """, "hide",
    ]
    let outcome = try? WritProcess.run(["version"], in: "/", through: words)
    return outcome?.code == 0 ? words : nil
  }()

  @Test(
    "without the client library the dataset is exit 4, with what to install, and all else works",
    .enabled(if: withoutLibrary != nil, "a library can't be hidden here"))
  func noLibrary() throws {
    let scene = try Scene([
      "policies/access.writ": Scene.Policy.access, "users.ndjson": Scene.Data.users,
      "writ.yaml": """
      datasets:
        users: { from: postgres, url: "postgres://u@127.0.0.1:1/x", table: users }

      """,
    ])
    let wrapper = try #require(Self.withoutLibrary)
    let outcome = try scene.writ("check .", through: wrapper)
    #expect(outcome.code == 4, "\(outcome.all)")
    #expect(outcome.errors.contains("on Debian: apt-get install libpq5"), "\(outcome.all)")
    #expect(outcome.output.contains("unavailable(users)"), "\(outcome.all)")
    #expect(try scene.writ("check . -i users=users.ndjson", through: wrapper).code == 1)
  }

  @Test("what the command line delivers opens no session")
  func replaced() throws {
    let scene = try Scene([
      "policies/access.writ": Scene.Policy.access, "users.ndjson": Scene.Data.users,
      "writ.yaml": """
      datasets:
        users: { from: postgres, url: "postgres://u@127.0.0.1:1/x", table: users }

      """,
    ])
    #expect(try scene.writ("check . -i users=users.ndjson").code == 1)
    #expect(try scene.writ("check .").code == 4)
  }
}
