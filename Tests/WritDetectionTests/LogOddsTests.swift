import Testing

@testable import WritDetection

struct LogOddsTests {
  @Test func halfIsEven() {
    #expect(LogOdds.of(500_000) == 0)
  }
}
