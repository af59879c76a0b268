/// Patterns as one nondeterministic automaton: what the lazy automaton takes its states from.
struct GateProgram: Sendable {
  enum Instruction: Sendable {
    case byte(ByteSet, next: Int)
    case split(Int, Int)
    case jump(Int)
    case previous(ByteSet, orStart: Bool, next: Int)
    case next(ByteSet, orEnd: Bool, next: Int)
    case wordBoundary(isNegated: Bool, next: Int)
    case match(pattern: Int)
  }

  private(set) var instructions: [Instruction] = []
  /// Where each pattern begins.
  private(set) var entries: [Int] = []
  /// Bytes that no instruction tells apart have one class.
  private(set) var classes: [UInt8] = []
  /// A byte of each class.
  private(set) var representatives: [UInt8] = []

  init(_ patterns: [GateNode]) {
    for (index, pattern) in patterns.enumerated() {
      let end = add(.match(pattern: index))
      entries.append(compile(pattern, then: end))
    }
    divideBytes()
  }

  private mutating func add(_ instruction: Instruction) -> Int {
    instructions.append(instruction)
    return instructions.count - 1
  }

  /// The place of an instruction that does `node` and goes on at `next`.
  private mutating func compile(_ node: GateNode, then next: Int) -> Int {
    switch node {
    case .empty: return next
    case .byte(let set): return add(.byte(set, next: next))
    case .previous(let set, let orStart):
      return add(.previous(set, orStart: orStart, next: next))
    case .next(let set, let orEnd): return add(.next(set, orEnd: orEnd, next: next))
    case .wordBoundary(let isNegated):
      return add(.wordBoundary(isNegated: isNegated, next: next))
    case .sequence(let parts):
      return parts.reversed().reduce(next) { compile($1, then: $0) }
    case .choice(let branches):
      guard var place = branches.last.map({ compile($0, then: next) }) else { return next }
      for branch in branches.dropLast().reversed() {
        let here = compile(branch, then: next)
        place = add(.split(here, place))
      }
      return place
    case .repeat(let inner, let minimum, let maximum):
      return compileRepeat(inner, minimum, maximum, then: next)
    }
  }

  private mutating func compileRepeat(
    _ inner: GateNode, _ minimum: Int, _ maximum: Int?, then next: Int
  ) -> Int {
    var place = next
    if let maximum {
      for _ in 0..<max(0, maximum - minimum) {
        let body = compile(inner, then: place)
        place = add(.split(body, next))
      }
    } else {
      let loop = add(.jump(next))
      let body = compile(inner, then: loop)
      instructions[loop] = .split(body, next)
      place = loop
    }
    for _ in 0..<minimum { place = compile(inner, then: place) }
    return place
  }

  // MARK: Classes

  private mutating func divideBytes() {
    var sets: Set<ByteSet> = []
    for instruction in instructions {
      switch instruction {
      case .byte(let set, _), .previous(let set, _, _), .next(let set, _, _): sets.insert(set)
      case .wordBoundary: sets.insert(.word)
      case .split, .jump, .match: break
      }
    }
    let ordered = sets.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    var members: [[Bool]: [UInt8]] = [:]
    for byte in UInt8.min...UInt8.max {
      members[ordered.map { $0.contains(byte) }, default: []].append(byte)
    }
    // Frequent bytes first: what a walk looks up lies close together then.
    let sorted = members.values.map { (bytes: $0, share: ByteFrequency.share(ByteSet($0))) }
      .sorted { ($1.share, $0.bytes[0]) < ($0.share, $1.bytes[0]) }
    classes = Array(repeating: 0, count: 256)
    // At most 256 bytes, so at most 256 classes.
    for (index, entry) in sorted.enumerated() {
      for byte in entry.bytes { classes[Int(byte)] = UInt8(truncatingIfNeeded: index) }
      representatives.append(entry.bytes[0])
    }
  }

  var classCount: Int { representatives.count }
}
