import Foundation
import Testing
import WritTables
import WritValues
import _WritTestSupport

/// The scanner of the readers, the parser of values and Foundation's parser read the same JSON the same way, but for the
/// differences that are meant.
@Suite("JSON, against another parser") struct JSONDifferentialTests {
  /// Where Foundation says otherwise, and why this is so.
  enum Difference: String, CaseIterable, CustomTestStringConvertible {
    // Refused here, read there.
    case nameTwice = "which of two values is meant can't be told; the last one wins there"
    case tooDeep = "128 levels are more than data needs; 512 are read there"
    case byteOrderMark = "a mark stands at the start of a file, not of a value"
    case otherEncoding = "UTF-16 and UTF-32 are guessed from zero bytes there"
    case lastComma =
      "a comma announces another element; one before a closing bracket is read over there"
    // Read here, refused or changed there.
    case numberRange = "a number is kept as written; there it has to fit a binary floating point"
    case alikeNames = "names are compared by their bytes; there canonically equal ones are one"
    case markInText =
      "a text is kept as written; U+FEFF at its start or behind an escape is dropped there"

    var testDescription: String { "\(self)" }
  }

  /// Documents of each kind; more than ten thousand of each.
  enum Kind: UInt64, CaseIterable, CustomTestStringConvertible {
    case sound = 11, mutated = 12, hostile = 13

    var count: Int { self == .mutated ? 24_000 : 12_000 }
    var testDescription: String { "\(self)" }
  }

  @Test("accepted and read alike", arguments: Kind.allCases)
  func alike(_ kind: Kind) throws {
    var random = SeededGenerator(seed: kind.rawValue)
    var seen: Set<Difference> = []
    var accepted = 0
    let batch = 400
    for _ in 0..<(kind.count / batch) {
      let documents = (0..<batch).map { _ in Self.document(kind, &random) }
      let scanned = try Self.scan(documents)
      for (document, scan) in zip(documents, scanned) {
        let parsed = Result { () throws(JSONError) in try JSONValue.parse(document) }
        let value = try? parsed.get()
        #expect(scan == value, "scanner and parser differ: \(Self.show(document))")
        accepted += value == nil ? 0 : 1
        if let difference = Self.difference(document, parsed) { seen.insert(difference) }
      }
    }
    // Documents that are all refused, or all read, would prove little.
    switch kind {
    case .sound: #expect(accepted > kind.count * 9 / 10)
    case .mutated, .hostile:
      #expect((kind.count / 20..<kind.count * 4 / 5).contains(accepted), "\(accepted)")
    }
    if kind == .hostile { #expect(seen == Set(Difference.allCases)) }
  }

  /// Records what is not meant to differ.
  /// - Returns: the difference that is.
  private static func difference(
    _ document: [UInt8], _ parsed: Result<JSONValue, JSONError>
  ) -> Difference? {
    let other = Result {
      try JSONSerialization.jsonObject(with: Data(document), options: [.fragmentsAllowed])
    }
    switch (parsed, other) {
    case (.failure, .failure): return nil
    case (.failure(let error), .success):
      switch error.message {
      case "a name stands twice in one object": return .nameTwice
      case "nesting is too deep": return .tooDeep
      case "a byte-order mark is not allowed": return .byteOrderMark
      default:
        if document.contains(0) { return .otherEncoding }
        if isBehindComma(error.offset, document) { return .lastComma }
        Issue.record("only refused here, \(error.message): \(show(document))")
      }
    case (.success(let value), .failure):
      if hasHugeNumber(value) { return .numberRange }
      Issue.record("only read here: \(show(document))")
    case (.success(let value), .success(let foreign)):
      if isAlike(value, foreign) { return nil }
      if hasAlikeNames(value) { return .alikeNames }
      if holds(value, "\u{FEFF}") { return .markInText }
      if hasHugeNumber(value) { return .numberRange }
      Issue.record("read as \(value), there as \(foreign): \(show(document))")
    }
    return nil
  }

  /// What the readers' scanner makes of each: cells of type json; nil where it is refused.
  private static func scan(_ documents: [[UInt8]]) throws -> [JSONValue?] {
    let quote = UInt8(ascii: "\"")
    var text = Array("id,value\n".utf8)
    for (index, document) in documents.enumerated() {
      text += Array("\(index),\"".utf8)
      text += document.flatMap { $0 == quote ? [quote, quote] : [$0] }
      text += Array("\"\n".utf8)
    }
    let table = try TableFixtures.load(
      TableFixtures.single(.json), .csv(MemorySource(name: "in", bytes: text), FieldBinding()))
    try #require(table.rows.count == documents.count)
    return documents.indices.map { index in
      // A cell that says `null` is as good as empty.
      let inner = documents[index].drop(while: isSpace)
      if inner.starts(with: Array("null".utf8)), inner.dropFirst(4).allSatisfy(isSpace) {
        return .null
      }
      guard case .known(.json(let value))? = table.row(forKey: .text(Text("\(index)")))?.fields[1]
      else { return nil }
      return value
    }
  }

  // MARK: Comparison

  private static func isAlike(_ value: JSONValue, _ foreign: Any) -> Bool {
    switch value {
    case .null: return foreign is NSNull
    case .bool(let bool):
      return (foreign as? NSNumber).map { isBool($0) && $0.boolValue == bool } ?? false
    case .number(let text):
      guard let number = foreign as? NSNumber, !isBool(number) else { return false }
      if let whole = Int64(text) { return number.int64Value == whole }
      if let whole = UInt64(text) { return number.uint64Value == whole }
      // There a number of many digits goes through a decimal one, and its last bits may differ.
      return Double(text).map { abs($0 - number.doubleValue) <= 16 * $0.ulp } ?? false
    case .string(let text):
      return (foreign as? String).map { $0.utf8.elementsEqual(text.string.utf8) } ?? false
    case .array(let elements):
      guard let others = foreign as? [Any], others.count == elements.count else { return false }
      return zip(elements, others).allSatisfy { isAlike($0, $1) }
    case .object(let members):
      guard let others = foreign as? [String: Any], others.count == members.count else {
        return false
      }
      return members.allSatisfy { member in
        others[member.name.string].map { isAlike(member.value, $0) } ?? false
      }
    }
  }

  private static func isBool(_ number: NSNumber) -> Bool {
    number === (true as NSNumber) || number === (false as NSNumber)
      || String(cString: number.objCType) == "c"
  }

  private static func isBehindComma(_ offset: Int, _ document: [UInt8]) -> Bool {
    guard offset < document.count, [0x5D, 0x7D].contains(document[offset]) else { return false }
    return document[..<offset].last { !isSpace($0) } == UInt8(ascii: ",")
  }

  /// A text in it has the scalar.
  private static func holds(_ value: JSONValue, _ scalar: Unicode.Scalar) -> Bool {
    func isIn(_ text: Text) -> Bool { text.string.unicodeScalars.contains(scalar) }
    switch value {
    case .string(let text): return isIn(text)
    case .array(let elements): return elements.contains { holds($0, scalar) }
    case .object(let members):
      return members.contains { isIn($0.name) || holds($0.value, scalar) }
    default: return false
    }
  }

  private static func hasHugeNumber(_ value: JSONValue) -> Bool {
    switch value {
    case .number(let text): Double(text).map { !$0.isFinite || $0 == 0 || $0.isSubnormal } ?? true
    case .array(let elements): elements.contains(where: hasHugeNumber)
    case .object(let members): members.contains { hasHugeNumber($0.value) }
    default: false
    }
  }

  private static func hasAlikeNames(_ value: JSONValue) -> Bool {
    switch value {
    case .array(let elements): elements.contains(where: hasAlikeNames)
    case .object(let members):
      // `String` compares canonically.
      Set(members.map(\.name.string)).count < members.count
        || members.contains { hasAlikeNames($0.value) }
    default: false
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }

  private static func show(_ document: [UInt8]) -> String {
    "\(String(decoding: document.prefix(400), as: UTF8.self)) \(document.prefix(100))"
  }

  // MARK: Documents

  private static func document(_ kind: Kind, _ random: inout SeededGenerator) -> [UInt8] {
    switch kind {
    case .sound: return space(&random) + value(&random, depth: 0) + space(&random)
    case .mutated: return mutated(value(&random, depth: 0), &random)
    case .hostile: return hostile(&random)
    }
  }

  private static func space(_ random: inout SeededGenerator) -> [UInt8] {
    guard Int.random(in: 0..<4, using: &random) == 0 else { return [] }
    return (0..<Int.random(in: 1...3, using: &random)).map { _ in
      [0x20, 0x09, 0x0A, 0x0D].randomElement(using: &random) ?? 0x20
    }
  }

  private static func value(_ random: inout SeededGenerator, depth: Int) -> [UInt8] {
    switch Int.random(in: 0..<(depth > 4 ? 6 : 10), using: &random) {
    case 0: return Array("null".utf8)
    case 1: return Array((Bool.random(using: &random) ? "true" : "false").utf8)
    case 2, 3: return Array(number(&random).utf8)
    case 4, 5: return string(&random)
    case 6, 7:
      let parts = (0..<Int.random(in: 0...4, using: &random)).map { _ in
        space(&random) + value(&random, depth: depth + 1) + space(&random)
      }
      return [UInt8(ascii: "[")] + parts.joined(separator: [UInt8(ascii: ",")])
        + [UInt8(ascii: "]")]
    default:
      let parts = (0..<Int.random(in: 0...4, using: &random)).map { index in
        // Numbered, so that none stands twice.
        space(&random) + Array("\"\(index)".utf8) + string(&random).dropFirst() + space(&random)
          + [UInt8(ascii: ":")] + space(&random) + value(&random, depth: depth + 1)
      }
      return [UInt8(ascii: "{")] + parts.joined(separator: [UInt8(ascii: ",")])
        + [UInt8(ascii: "}")]
    }
  }

  private static let texts = [
    "", "a", "é", "€", "😀", "e\u{301}", "\u{7F}", "\u{FFFF}", "\\n", "\\\"", "\\\\", "\\/", "\\b",
    "\\u0041", "\\u00e9", "\\u20AC", "\\ud83d\\ude00", "\\u0000", "\\uFFFE",
    "a long text of words ",
    "1", "'", "{", "]",
  ]

  private static func string(_ random: inout SeededGenerator) -> [UInt8] {
    let parts = (0..<Int.random(in: 0...4, using: &random)).map { _ in
      texts.randomElement(using: &random) ?? ""
    }
    return Array("\"\(parts.joined())\"".utf8)
  }

  private static func number(_ random: inout SeededGenerator) -> String {
    let digits = { (count: Int, random: inout SeededGenerator) -> String in
      let first = Int.random(in: 1...9, using: &random)
      return "\(first)"
        + (1..<max(1, count)).map { _ in "\(Int.random(in: 0...9, using: &random))" }.joined()
    }
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return ["0", "-0", "0.0", "1e0", "-1E+2", "1e-2"].randomElement(using: &random) ?? "0"
    case 1:
      return [
        "9223372036854775807", "-9223372036854775808", "18446744073709551615", "4294967296",
      ].randomElement(using: &random) ?? "0"
    case 2, 3: return (Bool.random(using: &random) ? "-" : "") + digits(3, &random)
    case 4: return digits(15, &random) + "." + digits(2, &random)
    case 5: return digits(1, &random) + "." + digits(6, &random) + "e-12"
    case 6: return digits(2, &random) + "E\(Int.random(in: -200...200, using: &random))"
    default: return "0." + digits(9, &random)
    }
  }

  private static let pieces: [[UInt8]] =
    [
      "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud800", "\\udc00", "\\x", "0", "-", "+",
      ".", "e", "E5", "00", "NaN", "Infinity", "nul", "tru", "null", "//", "/*", "'", " ", "\n",
      "\u{FEFF}", "\u{A0}", "1e400", "\"a\":1", "\u{1}", "\u{7F}",
    ].map { Array($0.utf8) } + [
      [0], [0xFF], [0x80], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xE2, 0x82],
      [0xF0, 0x9F], [0xC3], [0xFE, 0xFF],
    ]

  private static func mutated(
    _ document: [UInt8], _ random: inout SeededGenerator
  ) -> [UInt8] {
    var bytes = document
    for _ in 0..<Int.random(in: 1...2, using: &random) {
      let at = Int.random(in: 0...bytes.count, using: &random)
      let piece = pieces.randomElement(using: &random) ?? []
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes.removeSubrange(at...)
      case 1 where at < bytes.count: bytes.remove(at: at)
      case 2 where at < bytes.count: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 3 where at < bytes.count: bytes.replaceSubrange(at...at, with: piece)
      case 4:
        let end = min(bytes.count, at + Int.random(in: 0...12, using: &random))
        bytes.insert(contentsOf: bytes[at..<end], at: at)
      default: bytes.insert(contentsOf: piece, at: at)
      }
    }
    return bytes
  }

  /// What somebody would think of who wants to be read differently by two programs.
  private static func hostile(_ random: inout SeededGenerator) -> [UInt8] {
    let inner = String(decoding: value(&random, depth: 4), as: UTF8.self)
    let depth = [2, 64, 127, 128, 129, 200, 511, 512, 513, 3000].randomElement(using: &random) ?? 1
    let digits = String(repeating: "9", count: Int.random(in: 1...400, using: &random))
    let texts = [
      "{\"a\":1,\"a\":\(inner)}", "{\"a\":1,\"\\u0061\":\(inner)}", "{\"é\":1,\"e\u{301}\":2}",
      "{\"x\":{\"\":1,\"\":2}}", "[\(digits)]", "-\(digits).5", "1e\(digits.prefix(5))",
      "1e-\(digits.prefix(5))", "[1e308,1e309,-1e309]", "[4.9e-324,1e-325]", "0.\(digits)",
      String(repeating: "[", count: depth) + inner + String(repeating: "]", count: depth),
      String(repeating: "{\"a\":", count: depth) + "1" + String(repeating: "}", count: depth),
      String(repeating: "[", count: depth), "\"\\ud83d\"", "\"\\ude00\\ud83d\"",
      "\"\\ud83d\\u0041\"", "\"\\ud83d\\ud83d\\ude00\"", "\"\\uD83D\\uDE00\"", "\"\\u12\"",
      "\"\\u12g4\"", "\"\\U0041\"", "\"\u{0}\"", "\"\t\"", "\u{FEFF}\(inner)", "[\(inner)]\u{0}",
      "[1,2,]", "{\"a\":1,}", "[,1]", "[,]", "[1,,2]", "\"\u{FEFF}a\"", "\"a\u{FEFF}\"", "[1 2]",
      "{1:2}", "{a:1}", "{'a':1}", "[01]", "[-01]",
      "[+1]", "[.5]", "[5.]", "[1e]", "[1e+]", "[0x10]", "[1_000]", "[NaN]", "[-Infinity]", "True",
      "nulll", "/* a */ 1", "1 // a", "\(inner) \(inner)", "", " ", "\"", "\"\\", "{", "[", "-",
    ]
    var bytes = Array((texts.randomElement(using: &random) ?? "").utf8)
    switch Int.random(in: 0..<12, using: &random) {
    case 0: bytes = bytes.flatMap { [$0, 0] }
    case 1: bytes = bytes.flatMap { [0, $0] }
    case 2: bytes = Array(bytes.dropLast())
    case 3: bytes = space(&random) + bytes + space(&random)
    default: break
    }
    return bytes
  }
}
