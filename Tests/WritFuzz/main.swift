import Foundation

// WritFuzz TARGET SECONDS [SEED]   mutates the target's seeds and runs them
// WritFuzz TARGET FILE             runs the target on one file
// WritFuzz differential CASES|SECONDSs|seed:N|crash:N|FOLDER [FIRST-SEED] [--engines native,sqlite,postgres]
//          [--postgres-every N]   PostgreSQL on every tenth case, or every Nth; where WRIT_PGURL is, or its own server
// WritFuzz in-place CASES [FIRST-SEED] [postgres]   tables of SQLite or PostgreSQL, judged where they lie

let targets: [any FuzzTarget] = [
  LexerTarget(), ParserTarget(), CheckerTarget(), JSONTarget(), LineScannerTarget(), CSVTarget(),
  GzipTarget(), DocumentsTarget(), AuthLogTarget(), YAMLTarget(), PatternTarget(), ValuesTarget(),
]
let arguments = Array(CommandLine.arguments.dropFirst())

func fail(_ message: String) -> Never {
  Output.complain("fuzz: \(message)")
  exit(2)
}

let folder = URL(filePath: ".build/fuzz")
if arguments.first == "differential" {
  do {
    var arguments = arguments
    let engines = try EngineChoice(taking: &arguments).engines()
    guard arguments.count == 2 || arguments.count == 3 else {
      fail("`differential` takes how many cases, and a first seed")
    }
    let first = arguments.count == 3 ? UInt64(arguments[2]) : UInt64.random(in: 0..<1_000_000_000)
    guard let first else { fail("`\(arguments[2])` is no seed") }
    exit(
      try DifferentialCommand(folder: folder, engines: engines)(arguments[1], firstSeed: first)
        ? 0 : 1)
  } catch {
    fail("\(error)")
  }
}

if arguments.first == "in-place" {
  let numbers = arguments.dropFirst().compactMap { UInt64($0) }
  guard let cases = numbers.first else { fail("`in-place` takes how many cases, and a first seed") }
  do {
    let first = numbers.count > 1 ? numbers[1] : UInt64.random(in: 0..<1_000_000_000)
    exit(
      try InPlaceCommand()(
        cases: cases, firstSeed: first, isPostgres: arguments.last == "postgres") ? 0 : 1)
  } catch {
    fail("\(error)")
  }
}

guard arguments.count >= 2, arguments.count <= 3,
  let target = targets.first(where: { $0.name == arguments[0] })
else {
  fail(
    "usage: WritFuzz TARGET SECONDS [SEED], or TARGET FILE; targets: "
      + targets.map(\.name).joined(separator: ", "))
}

do {
  let run = try FuzzRun(target: target, folder: folder)
  guard let seconds = Double(arguments[1]) else {
    let input = Array(try Data(contentsOf: URL(filePath: arguments[1])))
    guard let traits = try run.attempt(input, arguments[1]) else { exit(1) }
    Output.say("fuzz: \(target.name): ok: \(traits)")
    exit(0)
  }
  let chosen = arguments.count == 3 ? UInt64(arguments[2]) : UInt64.random(in: 0..<1_000_000)
  guard let seed = chosen else { fail("`\(arguments[2])` is no seed") }
  Output.say(
    "fuzz: \(target.name): \(Int(seconds)) s with seed \(seed); "
      + "the input at hand is in .build/fuzz/\(target.name)-current")
  let seeds = try Seeds.load(for: target)
  if seeds.isEmpty { fail("no seeds in Tests/WritFuzz/seeds/\(target.name)") }
  exit(try run.run(seeds: seeds, seconds: seconds, seed: seed) ? 0 : 1)
} catch {
  fail("\(error)")
}
