/// A byte that every match holds, at a place where it is the first of its kind or always equally far from
/// the start: from one such byte in the text, all starts that can lead to it lie in the run of bytes
/// before it that may precede it.
final class RequiredByte: Sendable {
  /// A required byte farther from the start is of no use.
  private static let farthest = 1_024
  /// The share of a text's places at which it may occur.
  private static let rare = 0.012
  /// So rare by itself that even patterns with little work are better looked for by it.
  static let veryRare = 0.002

  /// The byte is one of these, with its neighbors.
  let rule: StartRule
  /// Bytes of a match before it; none of them is one of `rule.first`, unless `least` is `most`.
  let before: ByteSet
  let least: Int
  let most: Int
  /// What a match begins with.
  private let first: ByteSet
  /// What may stand before it.
  private let previous: ByteSet

  /// The rarest such byte of a pattern, if there is one.
  static func find(in node: GateNode) -> RequiredByte? {
    let parts = node.flattened
    var best: (cost: Double, value: RequiredByte)?
    var before = ByteSet()
    var last = ByteSet.all
    var least = 0
    var most: Int? = 0
    for (index, part) in parts.enumerated() {
      if case .byte(let set) = part, set.count <= 4, least > 0, let most, most <= farthest,
        least == most || set.intersection(before).isEmpty
      {
        let behind = GateNode.firstBytes(parts[(index + 1)...])
        let rule = StartRule(
          previous: last, first: set, next: behind.canBeEmpty ? .all : behind.bytes)
        // Masks look for the byte alone, what is beside it is asked for afterwards.
        let cost = ByteFrequency.share(set)
        if rule.share < rare, cost < best?.cost ?? .infinity {
          best = (cost, RequiredByte(rule, before, least, most, node))
        }
      }
      let length = part.length
      least += length.least
      most = most.flatMap { sum in length.most.map { sum + $0 } }
      before = before.union(part.bytes)
      // Whatever a part that takes text ends with is among its bytes.
      if length.most != 0 { last = length.least > 0 ? part.bytes : last.union(part.bytes) }
    }
    return best?.value
  }

  private init(
    _ rule: StartRule, _ before: ByteSet, _ least: Int, _ most: Int, _ node: GateNode
  ) {
    self.rule = rule
    self.before = before
    self.least = least
    self.most = most
    first = node.firstBytes.bytes
    previous = node.bytesBefore
  }

  /// The share it has of a text's bytes, whatever its neighbors.
  var share: Double { ByteFrequency.share(rule.first) }

  /// Whether a match may begin at a place, as far as two bytes tell.
  func canStart(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, _ isStart: Bool) -> Bool {
    guard first.contains(bytes[place]) else { return false }
    return (place == 0 && isStart) || previous.contains(bytes[place - 1])
  }
}

extension StartRule {
  /// At which share of a text's places it may hold.
  fileprivate var share: Double {
    ByteFrequency.share(previous) * ByteFrequency.share(first) * ByteFrequency.share(next)
  }
}
