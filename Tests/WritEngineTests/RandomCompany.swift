import WritValues
import _WritTestSupport

/// A small company from a seed: users, grants and events as NDJSON lines, with as many holes as asked for.
struct RandomCompany {
  /// What may be wrong with it, each in thousandths.
  struct Holes {
    /// A field that is not there, or null.
    var missing = 0
    /// A field of a type it should not have.
    var wrong = 0
    /// A line that is no JSON.
    var broken = 0
    /// A line that stands twice, or whose key another one has.
    var repeated = 0

    static let none = Holes()
    static let missing = Holes(missing: 150)
    static let all = Holes(missing: 100, wrong: 50, broken: 20, repeated: 40)
  }

  static let schema = """
    module t
    dataset users "Users" {
      key id
      id: text
      active: bool?
      admin: bool?
      level: int?
      score: decimal?
      roles: set<text>?
      names: list<text>?
      boss: users?
      seen: time?
    }
    dataset grants "Grants" {
      key id
      id: int
      user: users?
      users: list<users>?
      role: text?
      level: decimal?
      open: bool?
    }
    dataset events "Events" {
      key id
      order by time lateness 10m
      id: int
      time: time
      user: users?
      kind: text?
      size: int?
    }

    """

  var users: [String] = []
  var grants: [String] = []
  var events: [String] = []

  private var generator: SeededGenerator
  private let holes: Holes

  static let people = (0..<10).map { "u\($0)" }
  static let roles = ["admin", "audit", "read", "write"]

  init(seed: UInt64, holes: Holes, users: Int = 10, grants: Int = 25, events: Int = 60) {
    generator = SeededGenerator(seed: seed)
    self.holes = holes
    for number in 0..<users { add(user(number), to: \.users) }
    for number in 0..<grants { add(grant(number), to: \.grants) }
    for number in 0..<events { add(event(number), to: \.events) }
  }

  // MARK: Lines

  private mutating func user(_ number: Int) -> String {
    line([
      ("id", "\"u\(number)\"", false), ("active", bool(), true), ("admin", bool(), true),
      ("level", int(0..<5), true), ("score", decimal(), true), ("roles", list(Self.roles), true),
      ("names", list(Self.roles), true), ("boss", person(), true), ("seen", time(), true),
    ])
  }

  private mutating func grant(_ number: Int) -> String {
    line([
      ("id", "\(number)", false), ("user", person(), true), ("users", list(Self.people), true),
      ("role", pick(Self.roles), true), ("level", decimal(), true), ("open", bool(), true),
    ])
  }

  private mutating func event(_ number: Int) -> String {
    line([
      ("id", "\(number)", false), ("time", time(), holes.wrong > 0), ("user", person(), true),
      ("kind", pick(["in", "out"]), true), ("size", int(0..<6), true),
    ])
  }

  private mutating func add(
    _ line: String, to lines: WritableKeyPath<RandomCompany, [String]>
  ) {
    if chance(holes.broken) {
      self[keyPath: lines].append(
        String(line.dropLast(1 + Int.random(in: 0..<9, using: &generator))))
      return
    }
    self[keyPath: lines].append(line)
    guard chance(holes.repeated) else { return }
    // Alike, or with its key alone.
    let isAlike = Bool.random(using: &generator)
    let key = line.split(separator: ",").first ?? ""
    self[keyPath: lines].append(isAlike ? line : key + ",\"level\":1,\"size\":1}")
  }

  private mutating func line(_ fields: [(name: String, value: String, mayLack: Bool)]) -> String {
    var members: [String] = []
    for field in fields {
      if field.mayLack, chance(holes.missing) {
        if Bool.random(using: &generator) { members.append("\"\(field.name)\":null") }
      } else if field.mayLack, chance(holes.wrong) {
        members.append("\"\(field.name)\":{\"wrong\":1}")
      } else {
        members.append("\"\(field.name)\":\(field.value)")
      }
    }
    return "{\(members.joined(separator: ","))}"
  }

  // MARK: Values

  private mutating func chance(_ thousandths: Int) -> Bool {
    thousandths > 0 && Int.random(in: 0..<1000, using: &generator) < thousandths
  }

  private mutating func bool() -> String { Bool.random(using: &generator) ? "true" : "false" }

  private mutating func int(_ range: Range<Int>) -> String {
    String(Int.random(in: range, using: &generator))
  }

  private mutating func decimal() -> String {
    "\(Int.random(in: 0..<4, using: &generator)).\(["0", "5"].randomElement(using: &generator) ?? "0")"
  }

  private mutating func pick(_ words: [String]) -> String {
    "\"\(words.randomElement(using: &generator) ?? "")\""
  }

  /// Now and then one that nobody knows.
  private mutating func person() -> String {
    chance(30) ? "\"nobody\"" : pick(Self.people)
  }

  private mutating func list(_ words: [String]) -> String {
    let count = Int.random(in: 0..<4, using: &generator)
    let elements = (0..<count).map { _ -> String in
      // An element can be of a wrong type without its list being so.
      chance(holes.wrong) ? "7" : pick(words)
    }
    return "[\(elements.joined(separator: ","))]"
  }

  private mutating func time() -> String {
    let start = Timestamp(microseconds: 1_767_225_600_000_000)
    let offset = Int64.random(in: 0..<7_200, using: &generator) * 1_000_000
    return "\"\(start.adding(microseconds: offset) ?? start)\""
  }

  // MARK: Use

  func deliver(to policy: inout PolicyEvaluation) {
    policy.deliver("users", files: [Self.text(users)])
    policy.deliver("grants", files: [Self.text(grants)])
    policy.deliver("events", files: [Self.text(events)])
  }

  /// Every line ended: a last one that is broken is then a row that can't be read, not a file cut off.
  static func text(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }
}
