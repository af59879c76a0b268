import Testing
import WritDatabase
import WritDifferential
import _WritTestSupport

/// Tables that are judged where they lie come to what the reference evaluator makes of them.
@Suite struct InPlaceTests {
  private func check(_ seeds: Range<UInt64>, _ check: InPlaceCheck) throws -> InPlaceCheck.Tally {
    var tally = InPlaceCheck.Tally()
    for seed in seeds { try check.run(seed: seed, into: &tally) }
    for failure in tally.failures { Issue.record("\(failure)") }
    return tally
  }

  @Test(arguments: UInt64(0)..<4) func sqlite(part: UInt64) throws {
    let folder = try TemporaryFolder()
    let tally = try check(
      (part * 75)..<(part * 75 + 75), InPlaceCheck(at: .sqlite(path: "\(folder.path)/case.db")))
    #expect(tally.inPlace > 20, "\(tally)")
    #expect(!tally.loaded.isEmpty && tally.settled > 20, "\(tally)")
  }

  @Test(.enabled(if: PostgresServer.isExpected, "PostgreSQL is absent")) func postgres() throws {
    let url = try PostgresServer.shared().url()
    let tally = try check(0..<80, InPlaceCheck(at: .postgres(url: url)))
    #expect(tally.inPlace > 10, "\(tally)")
    #expect(!tally.loaded.isEmpty && tally.settled > 10, "\(tally)")
  }
}
