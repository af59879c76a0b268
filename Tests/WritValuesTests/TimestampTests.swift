import Testing
import WritValues
import _WritTestSupport

@Suite struct TimestampTests {
  @Test(arguments: [
    ("2026-01-31", "2026-01-31T00:00:00Z"),
    ("2026-01-31T10:00:00Z", "2026-01-31T10:00:00Z"),
    ("2026-01-31 10:00:00z", "2026-01-31T10:00:00Z"),
    ("2026-01-31t10:00:00Z", "2026-01-31T10:00:00Z"),
    ("2026-01-31T10:00:00+02:00", "2026-01-31T08:00:00Z"),
    ("2026-01-31T23:30:00-05:45", "2026-02-01T05:15:00Z"),
    ("2026-01-31T10:00:00.5Z", "2026-01-31T10:00:00.5Z"),
    ("2026-01-31T10:00:00.000001Z", "2026-01-31T10:00:00.000001Z"),
    ("2026-01-31T10:00:00.1234569999999999Z", "2026-01-31T10:00:00.123456Z"),
    ("1969-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.999999Z"),
    ("2024-02-29", "2024-02-29T00:00:00Z"),
    ("0001-01-01", "0001-01-01T00:00:00Z"),
    ("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.999999Z"),
  ])
  func reads(text: String, printed: String) {
    #expect(Timestamp(parsing: text)?.description == printed)
    #expect(Timestamp(parsing: text[...])?.description == printed)
  }

  @Test(arguments: [
    "", "2026", "2026-1-31", "2026-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "0000-01-01",
    "10000-01-01", "2026-01-31T", "2026-01-31T10:00:00", "2026-01-31T10:00Z",
    "2026-01-31T24:00:00Z",
    "2026-01-31T10:60:00Z", "2026-06-30T23:59:60Z", "2026-01-31T10:00:00.Z",
    "2026-01-31T10:00:00,5Z",
    "2026-01-31T10:00:00+0200", "2026-01-31T10:00:00+24:00", "2026-01-31T10:00:00Z ", " 2026-01-31",
    "2026-01-31Z", "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01", "２026-01-31",
    "2026-01-31  10:00:00Z",
  ])
  func refuses(text: String) {
    #expect(Timestamp(parsing: text) == nil)
  }

  @Test func countsMicroseconds() {
    #expect(Timestamp(parsing: "1970-01-01")?.microseconds == 0)
    #expect(Timestamp(parsing: "2001-09-09T01:46:40.25Z")?.microseconds == 1_000_000_000_250_000)
    #expect(Timestamp(parsing: "0001-01-01") == .earliest)
    #expect(Timestamp(parsing: "9999-12-31T23:59:59.999999Z") == .latest)
  }

  @Test(
    arguments: [
      ("2026-01-31", 1, "2026-02-28T00:00:00Z"),
      ("2024-01-31T12:30:00Z", 1, "2024-02-29T12:30:00Z"),
      ("2024-02-29", 12, "2025-02-28T00:00:00Z"),
      ("2024-03-31", -1, "2024-02-29T00:00:00Z"),
      ("2026-11-30", 3, "2027-02-28T00:00:00Z"),
      ("2026-05-05T00:00:00.5Z", 0, "2026-05-05T00:00:00.5Z"),
      ("0001-02-01", -1, "0001-01-01T00:00:00Z"),
    ] as [(String, Int64, String)])
  func stepsByMonths(text: String, months: Int64, printed: String) {
    #expect(Timestamp(parsing: text)?.adding(months: months)?.description == printed)
  }

  @Test func staysWithinTheCalendar() {
    #expect(Timestamp.latest.adding(microseconds: 1) == nil)
    #expect(Timestamp.earliest.adding(microseconds: -1) == nil)
    #expect(Timestamp.latest.adding(microseconds: .max) == nil)
    #expect(Timestamp.latest.adding(months: 1) == nil)
    #expect(Timestamp.earliest.adding(months: -1) == nil)
    #expect(Timestamp.latest.adding(months: .max) == nil)
    #expect(Timestamp.latest.adding(months: .min) == nil)
    #expect(Timestamp(microseconds: .min).microseconds(since: .latest) == nil)
    #expect(Timestamp(year: 2026, month: 2, day: 29) == nil)
    #expect(Timestamp(year: 10_000, month: 1, day: 1) == nil)
    #expect(!Timestamp(microseconds: .min).description.isEmpty)
    #expect(!Timestamp(microseconds: .max).description.isEmpty)
  }

  @Test func knowsWeekdays() {
    #expect(Timestamp(parsing: "1970-01-01")?.weekday == 4)
    #expect(Timestamp(parsing: "2026-03-02")?.weekday == 1)
    #expect(Timestamp(parsing: "1969-12-28T23:59:59Z")?.weekday == 7)
    #expect(CivilTime(year: 2001, month: 1, day: 1).weekday == 1)
  }

  @Test func printsAndReadsBack() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<2000 {
      let time = Timestamp(
        microseconds: .random(
          in: Timestamp.earliest.microseconds...Timestamp.latest.microseconds, using: &generator))
      #expect(Timestamp(parsing: time.description) == time)
      #expect(time.civil.epochMicroseconds == time.microseconds)
    }
  }
}
