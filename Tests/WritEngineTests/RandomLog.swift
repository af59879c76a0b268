import WritValues
import _WritTestSupport

/// A log from a seed, with the users, resources and grants it speaks of: lines as programs write them, and a few as none should.
struct RandomLog {
  /// What may befall it, each in thousandths of the lines.
  struct Oddities {
    /// A field that is not there, or null.
    var missing = 0
    /// A field of a type it should not have, a time that is none among them.
    var wrong = 0
    /// A line that is no JSON, or no object, or has no key.
    var broken = 0
    /// A row delivered twice, or another row with the key of one before.
    var repeated = 0
    /// Members in another order, escapes, white space, numbers written in other ways.
    var unusual = 0
    /// A row that comes later than the lateness.
    var late = 0

    static let none = Oddities()
    static let unusual = Oddities(missing: 60, unusual: 150)
    static let holes = Oddities(missing: 80, wrong: 30, unusual: 50)
    static let all = Oddities(
      missing: 50, wrong: 20, broken: 15, repeated: 30, unusual: 60, late: 10)
  }

  static func schema(order: String) -> String {
    """
    module t
    param limit: int = 3
    param calm: duration = 20m
    dataset users "Users" {
      key id
      id: text
      active: bool?
      admin: bool?
      level: int?
      boss: users?
      since: time?
      until: time?
    }
    dataset resources "Resources" {
      key id
      id: text
      owner: users?
      zone: text?
      tags: set<text>?
    }
    dataset grants "Grants" {
      key id
      id: text
      user: users
      resource: resources?
      level: int?
      zone: text?
    }
    dataset events "Events" {
      key id
      \(order)
      id: text
      time: time
      user: users?
      resource: resources?
      action: text?
      size: int?
      ok: bool?
      spent: duration?
      ip: ip?
      tags: set<text>?
    }
    define busy(e: events) = e.size > limit or e.action == "write"
    define runs(u: users) = u.active and u.boss.active

    """
  }

  var users: [String] = []
  var resources: [String] = []
  var grants: [String] = []
  /// Each with its end.
  var events: [String] = []

  private var generator: SeededGenerator
  private var oddities: Oddities
  private var clock: Int64 = 1_767_225_600

  init(seed: UInt64, _ oddities: Oddities, events count: Int = 250, sides: Oddities = .none) {
    generator = SeededGenerator(seed: seed)
    self.oddities = sides
    users = (0..<8).map { number in
      odd([
        ("id", "\"u\(number)\""), ("active", bool()), ("admin", bool()), ("level", int(0..<6)),
        ("boss", user()), ("since", time(spread: 7200)), ("until", time(spread: 7200)),
      ])
    }
    resources = (0..<6).map { number in
      odd([
        ("id", "\"r\(number)\""), ("owner", user()), ("zone", word(["a", "b"])),
        ("tags", "[\(word(["x", "y"])),\(word(["y", "z"]))]"),
      ])
    }
    grants = (0..<20).map { number in
      odd([
        ("id", "\"g\(number)\""), ("user", user()), ("resource", resource()),
        ("level", int(0..<6)), ("zone", word(["a", "b"])),
      ])
    }
    self.oddities = oddities
    for number in 0..<count { add(number) }
  }

  private mutating func add(_ number: Int) {
    clock += Int64.random(in: 0..<60, using: &generator)
    let time =
      chance(oddities.late)
      ? "\"\(Timestamp(microseconds: (clock - 5000) * 1_000_000))\"" : time(spread: 500)
    let members: [(String, String)] = [
      ("id", "\"e\(number)\""), ("time", time), ("user", user()), ("resource", resource()),
      ("action", word(["read", "write", "list", ""])), ("size", int(0..<7)), ("ok", bool()),
      ("spent", word(["5m", "1h", "300s", "90s"])), ("ip", word(["10.0.0.1", "192.0.2.7"])),
      ("tags", "[\(word(["x", "y"])),\(word(["y", "z"]))]"),
    ]
    let line = odd(members)
    events.append(ended(line))
    guard chance(oddities.repeated) else { return }
    switch Int.random(in: 0..<3, using: &generator) {
    case 0: events.append(ended(line))
    case 1: events.append(ended(text(members.shuffled(using: &generator))))
    default:
      let key = "\"e\(Int.random(in: 0...number, using: &generator))\""
      events.append(ended(odd([("id", key), ("time", self.time(spread: 500)), ("size", "1")])))
    }
  }

  // MARK: Lines

  private mutating func ended(_ line: String) -> String {
    line + (chance(oddities.unusual) ? "\r\n" : chance(oddities.unusual / 4) ? "\n\n" : "\n")
  }

  private mutating func odd(_ members: [(name: String, value: String)]) -> String {
    if chance(oddities.broken) {
      let whole = text(members)
      return [
        String(whole.dropLast(Int.random(in: 1..<9, using: &generator))), "[1]", "no line",
        text(Array(members.dropFirst())), whole + " x",
        whole.replacing(",", with: ",\"id\":\"twice\",", maxReplacements: 1), "{\"id\":\"a\u{1}\"}",
      ].randomElement(using: &generator) ?? ""
    }
    var members = members
    for index in members.indices.dropFirst() {
      if chance(oddities.missing) {
        members[index].value = "null"
      } else if chance(oddities.wrong) {
        members[index].value =
          ["{\"wrong\":1}", "7.5", "\"?\"", "[]"].randomElement(using: &generator) ?? ""
      }
    }
    if chance(oddities.missing), members.count > 3 { members.removeLast() }
    return text(members)
  }

  private mutating func text(_ members: [(name: String, value: String)]) -> String {
    guard chance(oddities.unusual) else {
      return "{\(members.map { "\"\($0.name)\":\($0.value)" }.joined(separator: ","))}"
    }
    switch Int.random(in: 0..<5, using: &generator) {
    case 0:
      let mixed = members.shuffled(using: &generator)
      return "{\(mixed.map { "\"\($0.name)\":\($0.value)" }.joined(separator: ","))}"
    case 1:
      return "{ \(members.map { "\"\($0.name)\": \($0.value)" }.joined(separator: ", ")) } "
    case 2:
      // The same texts, one letter written by its number.
      return
        "{\(members.map { "\"\($0.name)\":\(Self.escaped($0.value))" }.joined(separator: ","))}"
    case 3:
      return
        "{\"more\":{\"id\":[1,{}]},\(members.map { "\"\($0.name)\":\($0.value)" }.joined(separator: ","))}"
    default:
      return
        "\t{\(members.map { "\"\($0.name)\":\($0.name == "size" ? "\($0.value).0" : $0.value)" }.joined(separator: ","))}"
    }
  }

  private static func escaped(_ value: String) -> String {
    guard value.hasPrefix("\""), let first = value.dropFirst().unicodeScalars.first, first != "\""
    else { return value }
    let code = String(first.value, radix: 16)
    let zeros = String(repeating: "0", count: max(0, 4 - code.count))
    return "\"\\u\(zeros)\(code)\(value.dropFirst(2))"
  }

  // MARK: Values

  private mutating func chance(_ thousandths: Int) -> Bool {
    thousandths > 0 && Int.random(in: 0..<1000, using: &generator) < thousandths
  }

  private mutating func bool() -> String {
    Int.random(in: 0..<3, using: &generator) > 0 ? "true" : "false"
  }

  private mutating func int(_ range: Range<Int>) -> String {
    String(Int.random(in: range, using: &generator))
  }

  private mutating func word(_ words: [String]) -> String {
    "\"\(words.randomElement(using: &generator) ?? "")\""
  }

  /// Now and then one that nobody knows.
  private mutating func user() -> String { "\"u\(Int.random(in: 0..<9, using: &generator))\"" }

  private mutating func resource() -> String { "\"r\(Int.random(in: 0..<7, using: &generator))\"" }

  /// Around the clock, often the same.
  private mutating func time(spread: Int64) -> String {
    let offset = Int64.random(in: 0..<(spread / 10), using: &generator) * 10
    let time = Timestamp(microseconds: (clock - offset) * 1_000_000)
    return chance(oddities.unusual)
      ? "\"\(time)\"".replacing("Z", with: "+00:00") : "\"\(time)\""
  }
}
