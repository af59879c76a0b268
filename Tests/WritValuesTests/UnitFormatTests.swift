import Testing
import WritValues
import _WritTestSupport

@Suite struct DurationFormatTests {
  @Test(
    arguments: [
      ("2h30m", 9_000_000_000), ("90d", 7_776_000_000_000), ("0s", 0), ("-1h", -3_600_000_000),
      ("1.5s", 1_500_000), ("1w2d", 777_600_000_000), ("250ms", 250_000), ("7us", 7),
      ("1d2h3m4s5ms6us", 93_784_005_006), ("0.000001s", 1), ("9223372036854775807us", .max),
      ("-9223372036854775808us", .min),
    ] as [(String, Int64)])
  func readsDurations(text: String, microseconds: Int64) {
    #expect(DurationFormat.parse(text) == .duration(microseconds))
    #expect(
      DurationFormat.parse(DurationFormat.describe(microseconds)) == .duration(microseconds))
  }

  @Test(
    arguments: [("3mo", 3), ("1y", 12), ("1y6mo", 18), ("-2y", -24), ("0mo", 0)]
      as [(String, Int64)])
  func readsMonths(text: String, months: Int64) {
    #expect(DurationFormat.parse(text) == .months(months))
    #expect(DurationFormat.describe(months: months) == text)
  }

  @Test(arguments: [
    "", "-", "5", "h", "1h2h", "30m2h", "1mo2d", "1y1d", "1d1mo", "1 h", "1H", "1.5h", "1.s", ".5s",
    "1.5s3ms5", "--1h", "+1h", "1h-2m", "9223372036854775808us", "99999999999999999999d",
    "9223372036854775807mo9y", "999999999999999999y", "1h ", "１h",
  ])
  func refuses(text: String) {
    #expect(DurationFormat.parse(text) == nil)
  }

  @Test(
    arguments: [
      (9_000_000_000, "2h30m"), (7_776_000_000_000, "90d"), (0, "0s"), (-3_600_000_000, "-1h"),
      (1_500_000, "1.5s"), (93_784_000_000, "1d2h3m4s"), (1, "0.000001s"), (60_250_000, "1m0.25s"),
    ] as [(Int64, String)])
  func describes(microseconds: Int64, text: String) {
    #expect(DurationFormat.describe(microseconds) == text)
  }
}

@Suite struct ByteFormatTests {
  @Test(
    arguments: [
      ("10MiB", 10_485_760), ("1kB", 1000), ("3TB", 3_000_000_000_000), ("1TiB", 1_099_511_627_776),
      ("0B", 0), ("-2KiB", -2048), ("7GB", 7_000_000_000), ("1500B", 1500),
    ] as [(String, Int64)])
  func reads(text: String, bytes: Int64) {
    #expect(ByteFormat.parse(text) == bytes)
    #expect(ByteFormat.parse(ByteFormat.describe(bytes)) == bytes)
  }

  @Test(arguments: ["", "5", "1KB", "1kb", "1.5MiB", "1MiB2KiB", "9999999999TiB", "MiB", "1 MiB"])
  func refuses(text: String) {
    #expect(ByteFormat.parse(text) == nil)
  }

  @Test(
    arguments: [
      (10_485_760, "10MiB"), (1500, "1500B"), (0, "0B"), (1024, "1KiB"), (1_025, "1025B"),
      (-2048, "-2KiB"), (.min, "-8388608TiB"),
    ] as [(Int64, String)])
  func describes(bytes: Int64, text: String) {
    #expect(ByteFormat.describe(bytes) == text)
  }
}
