/// A byte that every match holds, at a place where it is the first of its kind: from one such byte in
/// the text, all starts that can lead to it lie in the run of other bytes before it.
struct RequiredByte: Sendable {
  /// The byte is one of these, with its neighbors.
  let rule: StartRule
  /// Bytes of a match before it; none of them is one of `rule.first`.
  let before: ByteSet
  let least: Int
  let most: Int
  /// What a match begins with.
  private let first: ByteSet
  /// What may stand before it.
  private let previous: ByteSet

  /// The rarest such byte of a pattern, if there is one.
  init?(_ node: GateNode) {
    var best: (cost: Double, value: RequiredByte)?
    let parts = Self.flatten(node)
    var before = ByteSet()
    var last = ByteSet.all
    var least = 0
    var most: Int? = 0
    for (index, part) in parts.enumerated() {
      if case .byte(let set) = part, index > 0, set.count <= 4,
        set.intersection(before).isEmpty, least > 0, let most, most <= Self.farthest
      {
        let next = Self.first(of: parts[(index + 1)...])
        let cost = ByteFrequency.share(set) * ByteFrequency.share(last) * ByteFrequency.share(next)
        if cost < best?.cost ?? .infinity {
          let rule = StartRule(previous: last, first: set, next: next)
          best = (cost, RequiredByte(rule, before, least, most, parts))
        }
      }
      let length = part.length
      least += length.least
      most = most.flatMap { sum in length.most.map { sum + $0 } }
      before = before.union(part.bytes)
      // Whatever a part that takes text ends with is among its bytes.
      if length.most != 0 { last = length.least > 0 ? part.bytes : last.union(part.bytes) }
    }
    guard let best else { return nil }
    self = best.value
  }

  /// A required byte farther from the start is of no use.
  private static let farthest = 1_024

  private init(
    _ rule: StartRule, _ before: ByteSet, _ least: Int, _ most: Int, _ parts: [GateNode]
  ) {
    self.rule = rule
    self.before = before
    self.least = least
    self.most = most
    first = Self.first(of: parts[...])
    var previous = ByteSet.all
    for part in parts {
      guard case .previous(let set, _) = part else { break }
      previous = previous.intersection(set)
    }
    self.previous = previous
  }

  /// Whether a match may begin at a place, as far as two bytes tell.
  func canStart(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, _ isStart: Bool) -> Bool {
    guard first.contains(bytes[place]) else { return false }
    return (place == 0 && isStart) || previous.contains(bytes[place - 1])
  }

  /// How often it may be met in text, as a share of all bytes.
  var cost: Double {
    ByteFrequency.share(rule.first) * ByteFrequency.share(rule.previous)
      * ByteFrequency.share(rule.next)
  }

  /// The parts that follow one another in every match; a repeat gives its first round away.
  private static func flatten(_ node: GateNode) -> [GateNode] {
    switch node {
    case .sequence(let parts): return parts.flatMap(flatten)
    case .repeat(let inner, let minimum, let maximum) where minimum > 0:
      if minimum == 1, maximum == 1 { return flatten(inner) }
      // A set is one part however often it is repeated; a longer thing may hold the byte.
      if case .byte = inner { return [node] }
      return flatten(inner) + [
        .repeat(inner, minimum: minimum - 1, maximum: maximum.map { $0 - 1 })
      ]
    default: return [node]
    }
  }

  /// The bytes that the first text taken by these parts may begin with.
  private static func first(of parts: ArraySlice<GateNode>) -> ByteSet {
    var set = ByteSet()
    for part in parts {
      let (bytes, canBeEmpty) = first(part)
      set = set.union(bytes)
      if !canBeEmpty { return set }
    }
    return .all
  }

  private static func first(_ node: GateNode) -> (ByteSet, canBeEmpty: Bool) {
    switch node {
    case .empty, .previous, .next, .wordBoundary: return (ByteSet(), true)
    case .byte(let set): return (set, false)
    case .sequence(let parts):
      var set = ByteSet()
      for part in parts {
        let (bytes, canBeEmpty) = first(part)
        set = set.union(bytes)
        if !canBeEmpty { return (set, false) }
      }
      return (set, true)
    case .choice(let branches):
      return branches.reduce((ByteSet(), false)) { sum, branch in
        let (bytes, canBeEmpty) = first(branch)
        return (sum.0.union(bytes), sum.1 || canBeEmpty)
      }
    case .repeat(let inner, let minimum, _):
      let (bytes, canBeEmpty) = first(inner)
      return (bytes, canBeEmpty || minimum == 0)
    }
  }
}
