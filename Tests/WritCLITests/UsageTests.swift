import Testing
import _WritTestSupport

/// Wrong usage is exit 64, on the error stream, before anything is read.
@Suite("Usage") struct UsageTests {
  static let commands: [(command: String, says: String)] = [
    // What the command line will have one day is absent until then.
    ("report", "report"), ("lint", "lint"), ("diff a b", "diff"),
    ("import hr hr.csv", "import"), ("tables", "tables"), ("baseline create", "baseline"),
    ("canon", "file"), ("evidence seal", "folder"), ("pii scan", "pii"),
    ("catalog show", "catalog"), ("quality", "quality"), ("retention plan", "retention"),
    ("hold list", "hold"), ("dsr list", "dsr"), ("doctor", "doctor"), ("man", "man"),
    ("completion bash", "completion"), ("schema infer", "infer"), ("schema check", "check"),
    ("controls export", "export"), ("waiver add", "add"), ("waiver list", "list"),
    ("waiver prune", "prune"), ("check --baseline f", "--baseline"),
    ("check --new-only", "--new-only"), ("check --since main", "--since"),
    ("check --jobs 2", "--jobs"), ("check --engine duckdb", "--engine"),
    ("check --explain", "--explain"), ("check --no-progress", "--no-progress"),
    ("check --provenance", "--provenance"), ("check --follow", "--follow"),
    ("audit --evidence d", "--key"), ("test --coverage", "--coverage"),
    ("test --mutate", "--mutate"), ("check -f html", "html"), ("check -f oscal", "oscal"),
    // Misspelled.
    ("chekc", "chekc"), ("--nosuch", "--nosuch"), ("check --nosuch", "--nosuch"),
    ("check --rul x", "Did you mean '--rule'?"), ("fmt --nosuch", "--nosuch"),
    // Values.
    ("check --fail-on hihg", "--fail-on takes low, medium, high, critical or never"),
    ("check --fail-on info", "--fail-on takes"), ("check --fail-on", "--fail-on"),
    ("check --no-data ignore", "--no-data takes fail or warn"),
    ("check -f jsn", "did you mean `json`?"),
    ("check -f json -f text", "only one format can go to the standard output"),
    ("check -f json=", "names no file"), ("check --now yesterday", "`yesterday` is no time"),
    ("check --period 2026", "`2026` is no period"),
    ("check --period 2026-04-01..2026-01-01", "is no period"),
    ("check --color pink", "--color takes auto, always or never"),
    ("init --ci travis", "--ci takes github or gitlab"),
    ("init --framework soc3", "there is no catalog of `soc3`"),
    ("collect --table port", "there is no table `port`"),
    ("schema findngs", "there is no schema `findngs`"),
    ("explain type/unknown-valeu", "did you mean `type/unknown-value`?"),
    ("controls show soc2:CC6.10", "there is no control `soc2:CC6.10`; did you mean `soc2:CC6.1`?"),
    ("controls show", "<control>"), ("why", "<finding>"), ("why nothing users.ndjson", "nothing"),
    ("version now", "now"), ("plan -f jsn", "did you mean `json`?"), ("plan --nosuch", "--nosuch"),
    ("plan admin_without_mfaa", "no rule matches `admin_without_mfaa`; did you mean"),
    ("plan access.* nothing*", "no rule matches `nothing*`"),
  ]

  @Test("wrong usage is exit 64 and says what", arguments: commands.indices)
  func wrong(index: Int) throws {
    let (command, says) = Self.commands[index]
    let scene = try Scene.small()
    let before = scene.files()
    let outcome = try scene.writ(command)
    #expect(outcome.code == 64, "\(command)\n\(outcome.all)")
    #expect(outcome.errors.contains(says), "\(command)\n\(outcome.all)")
    #expect(outcome.output.isEmpty, "\(command)\n\(outcome.all)")
    #expect(scene.files() == before)
  }

  @Test(
    "help and version are results",
    arguments: ["--help", "check --help", "help audit", "--version", "version", "controls --help"])
  func help(command: String) throws {
    let outcome = try Scene().writ(command)
    #expect(outcome.code == 0)
    #expect(outcome.errors.isEmpty)
    #expect(!outcome.output.isEmpty)
  }
}
