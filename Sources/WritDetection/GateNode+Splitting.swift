extension GateNode {
  /// The branches between which a match is chosen at its very start; one when there is no choice.
  var branches: [GateNode] {
    switch self {
    case .choice(let branches): return branches.flatMap(\.branches)
    case .sequence(let parts):
      guard let place = parts.firstIndex(where: { !$0.isAssertion }),
        case .choice(let branches) = parts[place]
      else { return [self] }
      let before = parts[..<place]
      let behind = parts[(place + 1)...]
      return branches.flatMap { GateNode.sequence(before + [$0] + behind).branches }
    default: return [self]
    }
  }

  private var isAssertion: Bool {
    switch self {
    case .empty, .previous, .next, .wordBoundary: true
    default: false
    }
  }

  /// The bytes that may stand before a match, as far as its leading assertions say.
  var bytesBefore: ByteSet {
    switch self {
    case .previous(let set, _): return set
    case .sequence(let parts):
      var set = ByteSet.all
      for part in parts {
        if case .previous(let own, _) = part { set = set.intersection(own) } else { break }
      }
      return set
    default: return .all
    }
  }

  /// The bytes that a match may begin with, and whether it may take none.
  var firstBytes: (bytes: ByteSet, canBeEmpty: Bool) {
    switch self {
    case .empty, .previous, .next, .wordBoundary: return (ByteSet(), true)
    case .byte(let set): return (set, false)
    case .sequence(let parts): return GateNode.firstBytes(parts[...])
    case .choice(let branches):
      return branches.reduce((ByteSet(), false)) { sum, branch in
        let (bytes, canBeEmpty) = branch.firstBytes
        return (sum.0.union(bytes), sum.1 || canBeEmpty)
      }
    case .repeat(let inner, let minimum, _):
      let (bytes, canBeEmpty) = inner.firstBytes
      return (bytes, canBeEmpty || minimum == 0)
    }
  }

  static func firstBytes(_ parts: ArraySlice<GateNode>) -> (bytes: ByteSet, canBeEmpty: Bool) {
    var set = ByteSet()
    for part in parts {
      let (bytes, canBeEmpty) = part.firstBytes
      set = set.union(bytes)
      if !canBeEmpty { return (set, false) }
    }
    return (set, true)
  }

  /// The parts that follow one another in every match; a repeat gives its first round away.
  var flattened: [GateNode] {
    switch self {
    case .sequence(let parts): return parts.flatMap(\.flattened)
    case .repeat(let inner, let minimum, let maximum) where minimum > 0:
      if minimum == 1, maximum == 1 { return inner.flattened }
      // A set is one part however often it is repeated; a longer thing may hold what is sought.
      if case .byte = inner { return [self] }
      return inner.flattened + [
        .repeat(inner, minimum: minimum - 1, maximum: maximum.map { $0 - 1 })
      ]
    default: return [self]
    }
  }

  /// A digit that has to follow a match's first byte soon, where that is not always one itself.
  var lead: StartRule.Lead? {
    if firstBytes.bytes.subtracting(.digits).isEmpty { return nil }
    let parts = flattened
    var between = ByteSet()
    var least = 0
    var most = 0
    for (index, part) in parts.enumerated() {
      if least > 0, most > 0 {
        let (wanted, canBeEmpty) = GateNode.firstBytes(parts[index...])
        if !canBeEmpty, wanted.subtracting(.digits).isEmpty {
          return StartRule.Lead(wanted: wanted, between: between, most: most)
        }
      }
      let length = part.length
      guard let longest = length.most, most + longest <= Self.farthestLead else { return nil }
      least += length.least
      most += longest
      between = between.union(part.bytes)
    }
    return nil
  }

  private static var farthestLead: Int { 8 }
}
