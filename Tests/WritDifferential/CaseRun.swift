/// How a case is evaluated.
package struct CaseRun: Sendable {
  package struct Param: Sendable {
    package var name: String
    package var value: String
  }

  package var now = "2026-03-01T12:00:00Z"
  package var period: (start: String, end: String)?
  package var params: [Param] = []
  package var isStrict = true
  package var collectsMembers = false
  package var fingerprintKey = ""
  /// Bytes asked of a source at a time by the engines that are compared with the reference.
  package var blockSize = 1 << 20
  package var threads = 1

  package init() {}

  init(chance: Chance) {
    if chance.oneIn(6) {
      now = chance.pick(
        "2026-03-02T00:00:00Z", "2026-06-30T23:59:59.999999Z", "0001-01-01T00:00:00Z")
    }
    if chance.percent(85) {
      period = chance.pick(
        ("2025-07-01T00:00:00Z", "2026-01-01T00:00:00Z"),
        ("2025-10-31T00:00:00Z", "2026-03-15T00:00:00Z"),
        ("2026-02-27T10:00:00Z", "2026-03-02T00:00:00Z"))
    }
    isStrict = !chance.oneIn(6)
    collectsMembers = chance.oneIn(4)
    if chance.oneIn(3) { fingerprintKey = "key" }
    blockSize = chance.pick(1 << 20, 64, 1, 7, 1000, 4096)
    threads = chance.pick(1, 2)
  }
}
