import Testing
import WritValues
import _WritTestSupport

@testable import WritTables

/// What a template takes is what the parser takes, with the same values.
@Suite struct LineTemplateTests {
  static let schema = TableFixtures.schema([
    TableFixtures.field("id", .text),
    TableFixtures.field("count", .int, optional: true),
    TableFixtures.field("when", .time),
    TableFixtures.field("open", .bool, optional: true),
    TableFixtures.field("tags", .set(.text), optional: true),
    TableFixtures.field(
      "ports",
      .list(
        .record(
          RecordType(fields: [
            .init(name: "port", type: .int, isOptional: false),
            .init(name: "net", type: .network, isOptional: true),
          ]))), optional: true),
    TableFixtures.field("more", .json, optional: true),
  ])

  private static let plan = DecodingPlan(
    schema: schema, binding: FieldBinding(), keysOnly: false, keyType: { _ in .text })
  private static let place = RowPlace(
    name: "in", origin: RowOrigin(input: 0, line: 1, start: 0, end: 0))

  /// The row as the template and the dictionaries see it, and as the parser does; nil when the template does not match.
  private func both(
    _ template: LineTemplate, _ line: [UInt8]
  ) -> (fields: [Datum], parsed: DecodedRow)? {
    line.withUnsafeBufferPointer { bytes in
      var ranges = Array(repeating: ByteRange(start: 0, end: 0), count: Self.plan.fields.count)
      guard ranges.withUnsafeMutableBufferPointer({ template.match(bytes, into: $0) }) else {
        return nil
      }
      let fields = Self.plan.fields.indices.map { index in
        let tokens = TokenDictionary(Self.plan.fields[index], zone: nil)
        let code = tokens.code(of: bytes.part(ranges[index]))
        let placed = tokens.datum(of: bytes.part(ranges[index]), place: Self.place)
        if let datum = tokens.datum(code) {
          #expect(datum == placed)
        } else {
          #expect(placed.namesPlace)
        }
        return placed
      }
      var decoder = ObjectDecoder(plan: Self.plan)
      return (fields, decoder.decode(bytes, place: Self.place).decoded)
    }
  }

  private func template(_ line: [UInt8]) -> LineTemplate? {
    line.withUnsafeBufferPointer { bytes in
      LineTemplate(bytes) { name in
        Self.schema.fields.firstIndex { Array($0.name.utf8) == name }
      }
    }
  }

  private static func text(_ random: inout SeededGenerator) -> String {
    let pieces = [
      "a", "B7", " ", "ü", "日本", "🙂", "x-y", "", "longer text than eight bytes", "{", "]",
    ]
    let parts = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      pieces.randomElement(using: &random) ?? ""
    }
    return "\"\(parts.joined())\""
  }

  private static func value(_ random: inout SeededGenerator, depth: Int = 0) -> String {
    switch Int.random(in: 0..<(depth > 3 ? 5 : 7), using: &random) {
    case 0: return text(&random)
    case 1: return ["0", "-1", "12.5", "443", "0.0", "-0"].randomElement(using: &random) ?? "0"
    case 2: return "true"
    case 3: return "false"
    case 4: return "null"
    case 5:
      let count = Int.random(in: 0...3, using: &random)
      let inner = (0..<count).map { _ in value(&random, depth: depth + 1) }
      return "[\(inner.joined(separator: ", "))]"
    default:
      let names = ["port", "net", "n", "ö"].shuffled(using: &random)
        .prefix(Int.random(in: 0...4, using: &random))
      return
        "{\(names.map { "\"\($0)\":\(value(&random, depth: depth + 1))" }.joined(separator: ","))}"
    }
  }

  private static func line(_ names: [String], _ random: inout SeededGenerator) -> String {
    let members = names.map { name in
      let fitting: String? =
        switch name {
        case "id": text(&random)
        case "count": ["7", "null", "1.0"].randomElement(using: &random)
        case "when": "\"2026-01-31T10:00:00Z\""
        case "tags": "[\(text(&random)),\(text(&random))]"
        case "ports": "[{\"port\":22,\"net\":\"10.0.0.0/8\"},{\"port\":443}]"
        default: nil
        }
      let isOdd = Int.random(in: 0..<4, using: &random) == 0
      return "\"\(name)\":\(isOdd ? value(&random) : fitting ?? value(&random))"
    }
    return "{\(members.joined(separator: ","))}"
  }

  private static let pieces = Array("{}[]\",:\\u0d8ef1-+.eEtfn \r\t;ü".utf8) + [0, 0xFF, 0x80]

  private static func mutate(_ line: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = line
    for _ in 0..<Int.random(in: 1...2, using: &random) where !bytes.isEmpty {
      let at = Int.random(in: 0..<bytes.count, using: &random)
      let piece = pieces.randomElement(using: &random) ?? 0
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[at] = piece
      case 1: bytes.insert(piece, at: at)
      case 2: bytes.remove(at: at)
      default:
        let end = min(bytes.count, at + Int.random(in: 1...20, using: &random))
        bytes.insert(contentsOf: bytes[at..<end], at: at)
      }
    }
    return bytes
  }

  @Test func whatMatchesDecodesAlike() throws {
    var random = SeededGenerator(seed: 11)
    let all = Self.schema.fields.map(\.name) + ["extra", "ä"]
    var matches = 0
    var mutants = 0
    for _ in 0..<600 {
      let names = all.shuffled(using: &random).prefix(Int.random(in: 2...9, using: &random))
      let first = Array(Self.line(Array(names), &random).utf8)
      guard let template = template(first) else { continue }
      for round in 0..<12 {
        let line =
          round == 0
          ? first
          : round < 4
            ? Array(Self.line(Array(names), &random).utf8) : Self.mutate(first, &random)
        guard let (fields, parsed) = both(template, line) else {
          #expect(round > 0, "\(String(decoding: line, as: UTF8.self))")
          continue
        }
        matches += 1
        if round >= 4 { mutants += 1 }
        if let reason = parsed.rejectReason {
          #expect(reason.hasPrefix("no key"), "\(String(decoding: line, as: UTF8.self))")
        } else {
          #expect(parsed.row.fields == fields, "\(String(decoding: line, as: UTF8.self))")
        }
      }
    }
    #expect(matches > 1500)
    #expect(mutants > 300)
  }

  @Test(arguments: [
    (#"{"id":"a","more":{"x":1,"x":2}}"#, false),
    (#"{"id":"a","more":{"x":1,"y":2}}"#, true),
    (#"{"id":"a","more":[1,2,]}"#, false),
    (#"{"id":"a","more":[01]}"#, false),
    (#"{"id":"a","more":[-]}"#, false),
    (#"{"id":"a","more":[1e3]}"#, false),
    (#"{"id":"a","more":["\n"]}"#, false),
    (#"{"id":"a","more":[ ]}"#, true),
    (#"{"id":"a","more":{ }}"#, true),
    (#"{"id":"a","more":[[[[[[[[1]]]]]]]]}"#, true),
    (#"{"id":"a","more":[[[[[[[[[1]]]]]]]]]}"#, false),
    (#"{"id":"a","more":tru}"#, false),
    (#"{"id":"a","more":truefalse}"#, false),
    (#"{"id":"a","more":"ü日🙂"}"#, true),
    (#"{"id":"a","more":1} x"#, false),
    (#"{"id":"a","id":"b"}"#, false),
    (#"{}"#, false),
  ])
  func takes(line: String, isTaken: Bool) {
    #expect((template(Array(line.utf8)) != nil) == isTaken)
  }

  @Test(
    arguments: [
      [0x80], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xC3], [0xE2, 0x82],
    ] as [[UInt8]])
  func refusesBrokenUTF8(broken: [UInt8]) throws {
    for padding in 0..<9 {
      let filler = Array(repeating: UInt8(ascii: "x"), count: padding)
      let line = Array("{\"id\":\"".utf8) + filler + broken + filler + Array("\"}".utf8)
      #expect(template(line) == nil)
      let shape = try #require(template(Array("{\"id\":\"\"}".utf8)))
      #expect(both(shape, line) == nil)
    }
  }

  @Test func codesAreOfBytes() {
    let interner = ByteInterner()
    var random = SeededGenerator(seed: 5)
    var known: [[UInt8]: Int] = [:]
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...20, using: &random)
      let bytes = (0..<count).map { _ in UInt8.random(in: 97...99, using: &random) }
      let code = bytes.withUnsafeBufferPointer { interner.code(of: $0) }
      #expect(code == known[bytes, default: known.count])
      known[bytes] = code
      #expect(Array(interner.bytes(of: code)) == bytes)
    }
    #expect(interner.count == known.count)
  }
}
