import Foundation
import Testing
import WritValues
import _WritTestSupport

@Suite struct ZoneTests {
  /// A zone file of version 2 made by hand.
  static func file(
    transitions: [(Int64, UInt8)], types: [Int32], footer: String, version: UInt8 = 0x32
  ) -> [UInt8] {
    func bytes(_ value: some FixedWidthInteger) -> [UInt8] {
      withUnsafeBytes(of: value.bigEndian) { Array($0) }
    }
    func header(_ times: Int, _ types: Int, _ names: Int) -> [UInt8] {
      Array("TZif".utf8) + [version] + [UInt8](repeating: 0, count: 15)
        + [0, 0, 0, times, types, names].flatMap { bytes(UInt32($0)) }
    }
    return header(0, 1, 1) + [0, 0, 0, 0, 0, 0, 0] + header(transitions.count, types.count, 4)
      + transitions.flatMap { bytes($0.0) } + transitions.map(\.1)
      + types.flatMap { bytes($0) + [0, 0] }
      + Array("LMT\0".utf8) + Array("\n\(footer)\n".utf8)
  }

  /// An hour ahead from 2001 on, with summer time as in middle Europe.
  static func berlin() throws -> Zone {
    try #require(
      Zone(
        name: "Test/Berlin",
        tzif: file(
          transitions: [(-1_000_000_000, 1), (978_307_200, 1)], types: [3208, 3600],
          footer: "CET-1CEST,M3.5.0,M10.5.0/3")))
  }

  static func time(_ text: String) throws -> Timestamp { try #require(Timestamp(parsing: text)) }

  @Test(
    arguments: [
      ("1900-01-01T00:00:00Z", 3208), ("1980-07-01T00:00:00Z", 3600),
      ("2026-03-29T00:59:59.999999Z", 3600),
      ("2026-03-29T01:00:00Z", 7200), ("2026-10-25T00:59:59Z", 7200),
      ("2026-10-25T01:00:00Z", 3600),
      ("9999-07-01T00:00:00Z", 7200), ("2400-02-29T00:00:00Z", 3600),
    ] as [(String, Int32)])
  func followsTheRule(text: String, offset: Int32) throws {
    #expect(try Self.berlin().offset(at: Self.time(text)) == offset)
  }

  @Test(arguments: [
    ("2026-07-01T12:00:00", "2026-07-01T10:00:00Z"),
    ("2026-03-29T01:59:59", "2026-03-29T00:59:59Z"),
    // Skipped: shifted forward.
    ("2026-03-29T02:00:00", "2026-03-29T01:00:00Z"),
    ("2026-03-29T02:30:00", "2026-03-29T01:30:00Z"),
    ("2026-03-29T03:00:00", "2026-03-29T01:00:00Z"),
    // Twice: the earlier.
    ("2026-10-25T02:30:00", "2026-10-25T00:30:00Z"),
    ("2026-10-25T03:00:00", "2026-10-25T02:00:00Z"),
    ("2026-07-01", "2026-06-30T22:00:00Z"),
    // With an offset of its own the zone is not asked.
    ("2026-07-01T12:00:00Z", "2026-07-01T12:00:00Z"),
  ])
  func placesLocalTimes(text: String, printed: String) throws {
    #expect(try Timestamp(parsing: text, zone: Self.berlin())?.description == printed)
  }

  @Test func findsTheStartOfTheDay() throws {
    // At midnight of 2020-03-29 clocks went on by an hour; on 2020-10-25 from 00:30 back to 23:30;
    // a year later from 23:30 on to 00:30.
    let zone = try #require(
      Zone(
        name: "Test/Midnight",
        tzif: Self.file(
          transitions: [(1_585_440_000, 1), (1_603_582_200, 0), (1_635_118_200, 1)],
          types: [0, 3600], footer: "")))
    let table = [
      ("2020-03-28T23:59:59Z", "2020-03-28T00:00:00Z"),
      ("2020-03-29T00:00:00Z", "2020-03-29T00:00:00Z"),
      ("2020-03-29T22:59:59Z", "2020-03-29T00:00:00Z"),
      ("2020-03-29T23:00:00Z", "2020-03-29T23:00:00Z"),
      ("2021-10-24T23:29:59Z", "2021-10-24T00:00:00Z"),
      ("2021-10-24T23:30:00Z", "2021-10-24T23:30:00Z"),
      ("2021-10-25T12:00:00Z", "2021-10-24T23:30:00Z"),
      // 00:10 before the change back is the next day already; 23:40 after it is the day before.
      ("2020-10-24T23:10:00Z", "2020-10-24T23:00:00Z"),
      ("2020-10-24T23:40:00Z", "2020-10-23T23:00:00Z"),
      ("2020-10-25T12:00:00Z", "2020-10-24T23:00:00Z"),
    ]
    for (text, midnight) in table {
      #expect(try zone.localMidnight(of: Self.time(text)).description == midnight, "\(text)")
    }
    #expect(
      try Zone.utc.localMidnight(of: Self.time("1969-12-31T01:00:00Z")).description
        == "1969-12-31T00:00:00Z")
    #expect(Zone.utc.localMidnight(of: .latest).description == "9999-12-31T00:00:00Z")
    // Nothing traps at the ends.
    for count in [Int64.min, .max] { _ = zone.localMidnight(of: Timestamp(microseconds: count)) }
    for count in [Int64.min, .max] { _ = zone.components(at: Timestamp(microseconds: count)) }
  }

  @Test(arguments: [
    "CET-1CEST", "CET-1CEST,M3.5.0", "CET", "CE-1", "CET-25", "CET-1CEST,M13.1.0,M10.5.0",
    "CET-1CEST,M3.6.0,M10.5.0",
    "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,J0,J9", "CET-1CEST,366,9", "<+01-1",
    "CET-1CEST,M3.5.0,M10.5.0x",
    "CET-1CEST,M3.5.0/168,M10.5.0",
  ])
  func refusesRules(footer: String) {
    #expect(Zone(name: "x", tzif: Self.file(transitions: [], types: [0], footer: footer)) == nil)
  }

  @Test(
    arguments: [
      ("<-0330>3:30", "2026-07-01T00:00:00Z", -12_600),
      ("EST5EDT,M3.2.0,M11.1.0", "2026-07-01T00:00:00Z", -14_400),
      ("EST5EDT,J60,300/0", "2024-03-01T07:00:00Z", -14_400),
      ("EST5EDT,J60,300/0", "2024-03-01T06:59:59Z", -18_000),
      ("EST5EDT,59,300", "2024-02-29T07:00:00Z", -14_400),
      ("IST-2IDT,M3.4.4/26,M10.5.0", "2026-03-27T00:00:00Z", 10_800),
      ("IST-2IDT,M3.4.4/26,M10.5.0", "2026-03-26T23:59:59Z", 7200),
      ("XXX3EDT4,0/0,J365/23", "2026-07-01T00:00:00Z", -14_400),
      ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29T01:00:00Z", -3600),
      ("AEST-10AEDT,M10.1.0,M4.1.0/3", "2026-01-01T00:00:00Z", 39_600),
    ] as [(String, String, Int32)])
  func readsRules(footer: String, text: String, offset: Int32) throws {
    let zone = try #require(
      Zone(name: "x", tzif: Self.file(transitions: [], types: [0], footer: footer)))
    #expect(try zone.offset(at: Self.time(text)) == offset)
  }

  @Test func refusesDamagedFiles() {
    let good = Self.file(transitions: [(0, 1), (10, 0)], types: [0, 3600], footer: "UTC0")
    #expect(Zone(name: "x", tzif: good) != nil)
    for count in 0..<good.count { #expect(Zone(name: "x", tzif: Array(good[..<count])) == nil) }
    #expect(
      Zone(name: "x", tzif: Self.file(transitions: [], types: [0], footer: "", version: 0)) == nil)
    #expect(
      Zone(name: "x", tzif: Self.file(transitions: [(0, 2)], types: [0, 1], footer: "")) == nil)
    #expect(
      Zone(name: "x", tzif: Self.file(transitions: [(5, 0), (5, 0)], types: [0], footer: "")) == nil
    )
    #expect(Zone(name: "x", tzif: Self.file(transitions: [], types: [.max], footer: "")) == nil)
    var generator = SeededGenerator(seed: 31)
    for _ in 0..<3000 {
      var bytes = good
      for _ in 0..<3 {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(
          in: 0...255, using: &generator)
      }
      guard let zone = Zone(name: "x", tzif: bytes) else { continue }
      for time in [Timestamp.earliest, .latest, Timestamp(microseconds: 7)] {
        _ = zone.localMidnight(of: time)
        _ = zone.timestamp(fromLocal: zone.components(at: time))
      }
    }
  }

  static let folder = "/usr/share/zoneinfo"
  static let known: [(String, String, Int32, String, String)] = [
    ("Europe/Berlin", "2020-03-29T00:59:59Z", 3600, "2020-03-29T01:59:59", "2020-03-28T23:00:00Z"),
    ("Europe/Berlin", "2020-03-29T01:00:00Z", 7200, "2020-03-29T03:00:00", "2020-03-28T23:00:00Z"),
    ("Europe/Berlin", "1880-01-01T00:00:00Z", 3208, "1880-01-01T00:53:28", "1879-12-31T23:06:32Z"),
    (
      "America/New_York", "1918-06-01T00:00:00Z", -14400, "1918-05-31T20:00:00",
      "1918-05-31T04:00:00Z"
    ),
    ("Asia/Kolkata", "2020-01-01T00:00:00Z", 19800, "2020-01-01T05:30:00", "2019-12-31T18:30:00Z"),
    ("Pacific/Apia", "2011-12-30T09:59:59Z", -36000, "2011-12-29T23:59:59", "2011-12-29T10:00:00Z"),
    ("Pacific/Apia", "2011-12-30T10:00:00Z", 50400, "2011-12-31T00:00:00", "2011-12-30T10:00:00Z"),
    (
      "America/Sao_Paulo", "2018-11-04T02:59:59Z", -10800, "2018-11-03T23:59:59",
      "2018-11-03T03:00:00Z"
    ),
    (
      "America/Sao_Paulo", "2018-11-04T12:00:00Z", -7200, "2018-11-04T10:00:00",
      "2018-11-04T03:00:00Z"
    ),
  ]

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: folder), "no zone files on this machine"),
    arguments: known)
  func readsTheMachinesZones(
    name: String, text: String, offset: Int32, local: String, midnight: String
  ) throws {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(Self.folder)/\(name)"))
    let zone = try #require(Zone(name: name, tzif: Array(bytes)))
    let time = try Self.time(text)
    #expect(zone.offset(at: time) == offset)
    #expect(zone.components(at: time).description == local)
    #expect(zone.localMidnight(of: time).description == midnight)
    #expect(zone.timestamp(fromLocal: zone.components(at: time)) == time)
  }
}
