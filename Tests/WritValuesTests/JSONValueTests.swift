import Testing
import WritValues
import _WritTestSupport

@Suite struct JSONValueTests {
  @Test func reads() throws {
    let value = try JSONValue.parse(
      #" {"b" : [1, -2.50, 1e3, true, false, null, {}, []], "a": "x\u00e9\ud83d\ude00\/\n"} "#)
    #expect(
      value == [
        "b": [
          1, .number("-2.50"), .number("1e3"), true, false, .null, .object([]), .array([]),
        ], "a": "xé😀/\n",
      ])
    #expect(value["a"]?.string == "xé😀/\n")
    #expect(value["b"]?.elements?.first?.int == 1)
    #expect(value["c"] == nil)
    #expect(value.compact == #"{"b":[1,-2.50,1e3,true,false,null,{},[]],"a":"xé😀/\n"}"#)
  }

  @Test(arguments: [
    ("", 0), ("  ", 2), ("[1,]", 3), ("{\"a\":1,}", 7), ("01", 0), ("1.", 0), ("-", 0), (".5", 0),
    ("tru", 0), ("nulll", 4), ("[1 2]", 3), ("{\"a\" 1}", 5), ("{1:2}", 1), ("\"\\x\"", 1),
    ("\"abc", 0),
    ("\"\\ud800\"", 1), ("\"\\udc00\\ud800\"", 1), ("\"\\ud800\\u0041\"", 1), ("\"\\u12G4\"", 1),
    ("\"\\", 1), ("\"\\u", 1), ("\"a\tb\"", 2), ("\"\\n\t\"", 3), ("[1] x", 4),
    ("{\"a\":1,\"\\u0061\":2}", 7),
    ("\u{FEFF}1", 0), ("NaN", 0), ("[", 1), ("{\"a\":", 5), ("\u{A0}1", 0),
  ])
  func refuses(text: String, offset: Int) {
    #expect { try JSONValue.parse(text) } throws: { ($0 as? JSONError)?.offset == offset }
  }

  @Test(
    arguments: [
      [0x22, 0x80, 0x22], [0x22, 0xC3, 0x22], [0x22, 0xC0, 0x80, 0x22],
      [0x22, 0xED, 0xA0, 0x80, 0x22],
      [0x22, 0x5C, 0x6E, 0xFF, 0x22], [0xFF], [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22],
    ] as [[UInt8]])
  func refusesWhatIsNotUTF8(bytes: [UInt8]) {
    #expect(throws: JSONError.self) { try JSONValue.parse(bytes) }
  }

  @Test func refusesADuplicateAmongMany() throws {
    let names = (0..<40).map { "\"n\($0)\":\($0)" }
    let good = "{" + names.joined(separator: ",") + "}"
    #expect(try JSONValue.parse(good).members?.count == 40)
    for twice in [0, 7, 8, 39] {
      let bad = "{" + names.joined(separator: ",") + ",\"n\(twice)\":0}"
      #expect(throws: JSONError.self) { try JSONValue.parse(bad) }
    }
  }

  @Test func boundsTheDepth() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    _ = try JSONValue.parse(nested(128))
    #expect(throws: JSONError.self) { try JSONValue.parse(nested(129)) }
    #expect(throws: JSONError.self) { try JSONValue.parse(String(repeating: "[", count: 100_000)) }
    #expect(throws: JSONError.self) {
      try JSONValue.parse(String(repeating: "{\"a\":", count: 100_000))
    }
  }

  @Test func writesCanonically() {
    let value: JSONValue = [
      "\u{20AC}": "Euro", "\r": "\u{1}\u{8}\t\n\u{c}\r\"\\/\u{7F}\u{2028}", "😀": 1, "\u{FB33}": 2,
      "1": [],
      "a": ["b": .object([]), "A": .null],
    ]
    #expect(
      String(decoding: value.canonical, as: UTF8.self)
        == #"{"\r":"\u0001\b\t\n\f\r\"\\/"# + "\u{7F}\u{2028}"
        + #"","1":[],"a":{"A":null,"b":{}},"€":"Euro","😀":1,"\#u{FB33}":2}"#)
  }

  @Test(arguments: [
    ("1", "1"), ("-0", "0"), ("1.50", "1.5"), ("-1.00", "-1"), ("0.0", "0"), ("-0.0", "0"),
    ("9223372036854775807", "9223372036854775807"), ("123456789012.345678", "123456789012.345678"),
    ("1e2", "100"), ("1e21", "1e+21"), ("1E20", "100000000000000000000"), ("1.5e-7", "1.5e-7"),
    ("0.0000001", "1e-7"), ("0.000001", "0.000001"), ("-12e-3", "-0.012"), ("0e5", "0"),
    ("333333333.33333329e0", "333333333.3333333"), ("1e400", "1e400"),
  ])
  func writesCanonicalNumbers(number: String, written: String) {
    #expect(String(decoding: JSONValue.number(number).canonical, as: UTF8.self) == written)
  }

  @Test func writesForPeople() {
    let value: JSONValue = ["b": [1, ["c": true]], "a": [], "o": .object([])]
    #expect(
      value.pretty() == """
        {
          "b": [
            1,
            {
              "c": true
            }
          ],
          "a": [],
          "o": {}
        }
        """)
  }

  @Test func readsBackWhatItWrites() throws {
    var generator = SeededGenerator(seed: 23)
    for _ in 0..<300 {
      let value = Self.random(depth: 4, &generator)
      #expect(try JSONValue.parse(value.compact) == value)
      #expect(try JSONValue.parse(value.pretty()) == value)
      #expect(try JSONValue.parse(value.canonical).canonical == value.canonical)
    }
  }

  @Test func survivesDamage() throws {
    var generator = SeededGenerator(seed: 29)
    for _ in 0..<3000 {
      var bytes = Array(Self.random(depth: 3, &generator).compact.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        default: bytes.removeLast(place)
        }
      }
      if let value = try? JSONValue.parse(bytes) {
        #expect(try JSONValue.parse(value.compact) == value)
      }
    }
  }

  static func random(depth: Int, _ generator: inout SeededGenerator) -> JSONValue {
    switch Int.random(in: 0..<(depth == 0 ? 4 : 6), using: &generator) {
    case 0: .bool(Bool.random(using: &generator))
    case 1: .number("\(Int64.random(in: -999...999, using: &generator))e-1")
    case 2: .null
    case 3: .text("\u{1}é😀\"\\ \(Int.random(in: 0...9, using: &generator))")
    case 4: .array((0..<3).map { _ in random(depth: depth - 1, &generator) })
    default:
      .object(
        (0..<Int.random(in: 0...12, using: &generator)).map {
          JSONValue.Member(name: Text("k\(11 - $0)"), value: random(depth: depth - 1, &generator))
        })
    }
  }
}
