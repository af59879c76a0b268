import Testing
import WritValues
import _WritTestSupport

@Suite struct ValueTests {
  static func text(_ string: String) -> Value { .text(Text(string)) }

  static let half = Value.ratio(Ratio(numerator: 1, denominator: 2))
  static let unreadable = Datum.unknown(Causes(Cause(.unreadable, "row 3")))

  @Test func comparesNumbersOfAllTypesExactly() {
    let table: [(Value, Value, Int?)] = [
      (.int(1), .decimal(Decimal(millionths: 1_000_000)), 0),
      (.int(1), .decimal(Decimal(millionths: 1_000_001)), -1),
      (.decimal(Decimal(millionths: 500_000)), Self.half, 0),
      (.ratio(Ratio(numerator: 1, denominator: 3)), .decimal(Decimal(millionths: 333_333)), 1),
      (.int(.max), .decimal(Decimal(millionths: .max)), 1),
      (.int(.min), .int(.max), -1),
      (.int(.max), .ratio(Ratio(numerator: Int128(Int64.max) * 3 + 1, denominator: 3)), -1),
      (.int(1), Self.text("1"), nil), (.duration(1), .int(1), nil), (.bool(true), .int(1), nil),
    ]
    for (one, other, result) in table {
      #expect(Value.compareNumeric(one, other) == result, "\(one) \(other)")
      #expect(Value.compareNumeric(other, one) == result.map { -$0 }, "\(other) \(one)")
    }
  }

  @Test func comparesOnlyWhatIsAlike() {
    #expect(Value.compare(Self.text("a"), Self.text("b")) == -1)
    #expect(Value.compare(Self.text("é"), Self.text("e\u{301}")) == 1)
    #expect(Value.compare(.int(2), Self.half) == 1)
    #expect(Value.compare(.duration(1), .months(1)) == nil)
    #expect(Value.compare(.duration(1), .bytes(1)) == nil)
    #expect(Value.compare(.bool(false), .bool(true)) == nil)
    #expect(Value.compare(.list([]), .list([])) == nil)
    #expect(Value.compare(.time(.earliest), .time(.latest)) == -1)
  }

  @Test func makesSets() {
    let elements: [Datum] = [
      .known(Self.text("b")), Self.unreadable, .known(Self.text("a")), .known(Self.text("b")),
      Self.unreadable,
    ]
    #expect(
      Value.set(of: elements)
        == .set([.known(Self.text("a")), .known(Self.text("b")), Self.unreadable, Self.unreadable]))
    #expect(Value.set(of: elements.reversed()) == Value.set(of: elements))
    #expect(Value.set(of: []) == .set([]))
  }

  @Test func makesMaps() {
    let entries = [
      MapEntry(key: "b", value: .true), MapEntry(key: "a", value: .true),
      MapEntry(key: "b", value: .false),
    ]
    #expect(
      Value.map(of: entries)
        == .map([MapEntry(key: "a", value: .true), MapEntry(key: "b", value: .false)]))
  }

  @Test func describes() throws {
    let table: [(Value, String)] = [
      (.bool(true), "true"), (.int(-3), "-3"), (Self.half, "0.5"), (Self.text("a b"), "a b"),
      (.duration(9_000_000_000), "2h30m"), (.months(15), "1y3mo"), (.bytes(2048), "2KiB"),
      (.time(Timestamp(microseconds: 0)), "1970-01-01T00:00:00Z"),
      (.list([.known(.int(1)), .missing("x")]), "[1, missing(x)]"),
      (.map([MapEntry(key: "k", value: .true)]), "{k: true}"),
      (.record([.known(.int(1)), .known(.int(2))]), "{1, 2}"),
      (.tuple([Self.text("u1"), .int(7)]), "[u1, 7]"),
      (.json(["a": [1, "b"]]), #"{"a":[1,"b"]}"#), (.json("plain"), "plain"),
    ]
    for (value, text) in table { #expect(value.description == text) }
    #expect(Datum.interval(2, 5, .none).description == "2 to 5")
    #expect(Datum.interval(2, .max, .none).description == "2 or more")
  }

  /// A few values of every kind, many of them close to each other.
  static func samples() -> [Value] {
    var generator = SeededGenerator(seed: 17)
    var values: [Value] = [
      .bool(true), .bool(false), half, .ratio(Ratio(numerator: 2, denominator: 2)), .json(.null),
      .json(true),
      .json([1]), .json([1, 2]), .json(["a": 1]), .json(["b": 1]), .json("1"), .list([]), .set([]),
      .map([]),
      .list([unreadable]), .list([.interval(1, 2, .none)]), .list([.missing("a"), .missing("b")]),
      .map([MapEntry(key: "a", value: .true)]), .tuple([]), .tuple([.int(1)]), .record([.true]),
      .months(1), .bytes(1), .duration(1), .time(Timestamp(microseconds: 1)),
      .ip(IPAddress(isV6: true, bits: 1)), .ip(IPAddress(isV6: false, bits: 1)),
      .network(Network(address: IPAddress(isV6: false, bits: 0), prefix: 8)),
      .network(Network(address: IPAddress(isV6: false, bits: 0), prefix: 9)),
      .version(Version(scheme: .deb, text: "1.0")), .version(Version(scheme: .deb, text: "1.00")),
    ]
    for number in ["1", "1.0", "10", "1e1", "1.0000001", "1e400", "-1e400"] {
      values.append(.json(.number(number)))
    }
    for _ in 0..<20 {
      let number = Int64.random(in: -2...2, using: &generator)
      values.append(.int(number))
      values.append(.decimal(Decimal(millionths: number * 500_000)))
      values.append(text(String(number)))
      values.append(.list([.known(.int(number)), .known(text("x"))]))
    }
    return values
  }

  @Test func ordersEverything() {
    let values = Self.samples()
    for one in values {
      #expect(!Value.inOrder(one, one), "\(one)")
      for other in values {
        let isFirst = Value.inOrder(one, other)
        #expect(!(isFirst && Value.inOrder(other, one)), "\(one) \(other)")
        if case .version = one, one == other { continue }
        if one == other { #expect(!isFirst, "\(one) \(other)") }
        if one != other { #expect(isFirst || Value.inOrder(other, one), "\(one) \(other)") }
        for third in values where isFirst && Value.inOrder(other, third) {
          if !Value.inOrder(one, third) { Issue.record("\(one) \(other) \(third)") }
        }
      }
    }
    #expect(Datum.inOrder(.known(.tuple([])), .interval(0, 1, .none)))
    #expect(Datum.inOrder(.interval(0, 1, .none), Self.unreadable))
  }

  @Test func comparesTextByBytes() {
    let table: [(Text, Text)] = [
      ("", "a"), ("a", "aa"), ("abcdefgh", "abcdefgi"), ("abcdefghi", "abcdefghj"),
      ("e\u{301}", "é"),
      ("Z", "a"), ("a-text-longer-than-fifteen-bytes", "a-text-longer-than-fifteen-bytez"),
      ("z", "é"),
    ]
    for (less, more) in table {
      #expect(less < more && !(more < less) && less != more && less == less)
      #expect(Set([less, more, less]).count == 2)
    }
  }
}
