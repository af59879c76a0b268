/// Two results that must be the same and are not.
package struct Disagreement: Error, Sendable {
  /// What was held against the reference: an engine, or a change of the case that changes nothing.
  package var check: String
  /// The first lines that differ, `-` the reference's, `+` the other's.
  package var detail: String

  package init(_ check: String, _ detail: String) {
    self.check = check
    self.detail = detail
  }

  /// Nil where the lines are the same, byte for byte.
  init?(_ check: String, expected: [String], found: [String]) {
    func isSame(_ one: String, _ other: String) -> Bool { one.utf8.elementsEqual(other.utf8) }
    if expected.count == found.count, zip(expected, found).allSatisfy(isSame) { return nil }
    var one = expected[...]
    var other = found[...]
    while let left = one.first, let right = other.first, isSame(left, right) {
      one = one.dropFirst()
      other = other.dropFirst()
    }
    while let left = one.last, let right = other.last, isSame(left, right) {
      one = one.dropLast()
      other = other.dropLast()
    }
    let lines = one.prefix(4).map { "- \($0)" } + other.prefix(4).map { "+ \($0)" }
    self.init(check, lines.joined(separator: "\n"))
  }
}
