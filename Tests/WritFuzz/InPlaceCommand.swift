import WritDatabase
import WritDifferential
import _WritTestSupport

/// Cases whose data are tables of a database, judged in place and by the reference evaluator.
struct InPlaceCommand {
  /// - Parameter isPostgres: on a server of its own, else in a file of SQLite.
  /// - Returns: whether all agreed.
  func callAsFunction(cases: UInt64, firstSeed: UInt64, isPostgres: Bool) throws -> Bool {
    let folder = try TemporaryFolder()
    let location: DatabaseLocation =
      isPostgres
      ? .postgres(url: try PostgresServer.shared().url()) : .sqlite(path: "\(folder.path)/case.db")
    let check = InPlaceCheck(at: location)
    var tally = InPlaceCheck.Tally()
    for seed in firstSeed..<(firstSeed &+ cases) {
      do { try check.run(seed: seed, into: &tally) } catch {
        tally.failures.append("seed \(seed): \(error)")
      }
      if tally.failures.count >= 10 { break }
    }
    Output.say(
      "fuzz: in place: \(tally.cases) cases from seed \(firstSeed), \(tally.refused) refused by the "
        + "checker; \(tally.judged) rules, \(tally.settled) with a pass or fail; \(tally.inPlace) "
        + "tables judged in place")
    for (reason, count) in tally.loaded.sorted(by: { $0.value > $1.value }).prefix(30) {
      Output.say("  loaded \(count): \(reason)")
    }
    for failure in tally.failures { Output.say(failure) }
    return tally.failures.isEmpty
  }
}
