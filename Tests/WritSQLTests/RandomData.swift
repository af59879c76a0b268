import WritValues
import _WritTestSupport

/// Users, hosts, grants and events from a seed, with holes, extremes, broken lines and keys that two rows share.
struct RandomData {
  static let schema = """
    module t
    dataset users "Users" {
      key id
      fresh within 26h
      id: text
      active: bool?
      level: int?
      score: decimal?
      roles: set<text>?
      names: list<text>?
      tags: map<text>?
      home: { city: text?, floor: int, zips: list<int>? }?
      boss: users?
      seen: time?
      left: duration?
      disk: bytes?
      kind: "person" | "robot" | "guest"
    }
    dataset hosts "Hosts" {
      key zone, number
      zone: text
      number: int
      address: ip?
      networks: list<network>?
      ports: list<{ port: int?, cidr: network?, tags: set<text>? }>?
      owner: users?
      release: version<semver>?
      raw: json?
    }
    dataset grants "Grants" {
      key id
      id: int
      user: users?
      users: list<users>?
      role: text?
      level: decimal?
      open: bool?
      host_zone: text?
      host_number: int?
      host: hosts(host_zone, host_number)
    }
    dataset events "Events" {
      key id
      order by time lateness 10m
      id: int
      time: time
      user: users?
      kind: text?
      size: int?
      source: ip?
    }

    """

  var users: [String] = []
  var hosts: [String] = []
  var grants: [String] = []
  var events: [String] = []
  private var generator: SeededGenerator
  private let holes: Int

  /// - Parameter holes: thousandths of fields that are absent or of a wrong type.
  init(seed: UInt64, holes: Int, users: Int = 9, hosts: Int = 6, grants: Int = 14, events: Int = 40)
  {
    generator = SeededGenerator(seed: seed)
    self.holes = holes
    for number in 0..<users {
      self.users += lines([
        ("id", "\"u\(number)\"", false), ("active", bool(), true), ("level", int(), true),
        ("score", decimal(), true), ("roles", list(Self.words), true),
        ("names", list(Self.words), true), ("tags", tags(), true), ("home", home(), true),
        ("boss", person(), true), ("seen", time(), true), ("left", span(), true),
        ("disk", "\"\(Int.random(in: 0..<5, using: &generator))KiB\"", true),
        ("kind", pick(["person", "robot", "guest"]), false),
      ])
    }
    for number in 0..<hosts {
      self.hosts += lines([
        ("zone", "\"z\(number % 2)\"", false), ("number", "\(number / 2)", false),
        ("address", address(), true), ("networks", networks(), true), ("ports", ports(), true),
        ("owner", person(), true), ("release", pick(["1.2.3", "x"]), true),
        ("raw", tags(), true),
      ])
    }
    for number in 0..<grants {
      self.grants += lines([
        ("id", "\(number)", false), ("user", person(), true), ("users", list(Self.people), true),
        ("role", pick(Self.words), true), ("level", decimal(), true), ("open", bool(), true),
        ("host_zone", pick(["z0", "z1", "z2"]), true), ("host_number", "\(number % 4)", true),
      ])
    }
    for number in 0..<events {
      self.events += lines([
        ("id", "\(number)", false), ("time", time(), holes > 100), ("user", person(), true),
        ("kind", pick(["in", "out", "IN"]), true), ("size", int(), true),
        ("source", address(), true),
      ])
    }
  }

  static let words = ["admin", "Audit", "read", "wr\u{EF}te", "\u{1F511}", " pad "]
  static let people = (0..<9).map { "u\($0)" }

  private mutating func chance(_ thousandths: Int) -> Bool {
    thousandths > 0 && Int.random(in: 0..<1000, using: &generator) < thousandths
  }

  private mutating func lines(_ fields: [(name: String, value: String, mayLack: Bool)]) -> [String]
  {
    var members: [String] = []
    for field in fields {
      if field.mayLack, chance(holes) {
        if chance(500) { members.append("\"\(field.name)\":null") }
      } else if field.mayLack, chance(holes / 3) {
        members.append("\"\(field.name)\":{\"wrong\":1}")
      } else {
        members.append("\"\(field.name)\":\(field.value)")
      }
    }
    let line = "{\(members.joined(separator: ","))}"
    if chance(holes / 6) { return [String(line.dropLast(2))] }
    if chance(holes / 6) { return [line, line.replacing("\"role\"", with: "\"rule\"")] }
    if chance(holes / 6) { return [line, "{\(members[0]),\"level\":1,\"size\":1}"] }
    return [line]
  }

  private mutating func pick(_ words: [String]) -> String {
    "\"\(words.randomElement(using: &generator) ?? "")\""
  }

  private mutating func bool() -> String { chance(500) ? "true" : "false" }

  private mutating func int() -> String {
    if chance(20) {
      return ["9223372036854775807", "-9223372036854775808", "-1"].randomElement(using: &generator)
        ?? "0"
    }
    return "\(Int.random(in: -1..<6, using: &generator))"
  }

  private mutating func decimal() -> String {
    if chance(20) {
      return ["999999999999.999999", "-0.000001", "1e3"].randomElement(using: &generator) ?? "0"
    }
    return ["0", "0.5", "1.0", "1.5", "2", "2.333333", "-3.25"].randomElement(using: &generator)
      ?? "0"
  }

  private mutating func person() -> String { chance(60) ? "\"nobody\"" : pick(Self.people) }

  private mutating func list(_ words: [String]) -> String {
    let elements = (0..<Int.random(in: 0..<4, using: &generator)).map { _ in
      chance(holes / 4) ? "7" : pick(words)
    }
    return "[\(elements.joined(separator: ","))]"
  }

  private mutating func tags() -> String {
    let keys = ["owner", "env", "tier"].filter { _ in chance(500) }
    return
      "{\(keys.map { "\"\($0)\":\(chance(holes / 4) ? "7" : pick(Self.words))" }.joined(separator: ","))}"
  }

  private mutating func home() -> String {
    "{\"floor\":\(int())\(chance(holes) ? "" : ",\"city\":\(pick(Self.words))"),\"zips\":[1,2,\(int())]}"
  }

  private mutating func time() -> String {
    if chance(15) {
      return ["\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59Z\""].randomElement(
        using: &generator) ?? ""
    }
    let start = Timestamp(microseconds: 1_767_225_600_000_000)
    let offset = Int64.random(in: 0..<10_800, using: &generator) * 1_000_000
    let shift: Int64 =
      chance(300) ? Int64.random(in: -90..<60, using: &generator) * 86_400_000_000 : 0
    return "\"\(start.adding(microseconds: offset + shift) ?? start)\""
  }

  private mutating func span() -> String { pick(["0s", "90s", "2h30m", "45d"]) }

  private mutating func address() -> String {
    pick(["10.0.0.1", "10.0.1.200", "::ffff:10.0.0.1", "192.168.4.4", "2001:db8::1", "::1"])
  }

  private mutating func networks() -> String {
    list(["10.0.0.0/24", "0.0.0.0/0", "::/0", "2001:db8::/32", "192.168.4.4"])
  }

  private mutating func ports() -> String {
    let elements = (0..<Int.random(in: 0..<4, using: &generator)).map { _ in
      let port =
        chance(holes / 2) ? "" : "\"port\":\([22, 80, 443].randomElement(using: &generator) ?? 1),"
      let network = pick(["0.0.0.0/0", "10.0.0.0/8", "::/0"])
      return "{\(port)\"cidr\":\(network),\"tags\":\(list(Self.words))}"
    }
    return "[\(elements.joined(separator: ","))]"
  }

  func deliver(to comparison: inout SQLComparison, users collected: String = "2026-02-28T20:00:00Z")
  {
    comparison.deliver("users", users, collected: collected)
    comparison.deliver("hosts", hosts)
    comparison.deliver("grants", grants)
    comparison.deliver("events", events)
  }
}
