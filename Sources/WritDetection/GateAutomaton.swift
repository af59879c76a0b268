/// The patterns' common automaton, anchored where it is started, made state by state as texts ask for
/// them. One thread's own.
///
/// A match is known one byte late, when the byte behind it has been seen, so that what a pattern says
/// about that byte is part of the answer.
final class GateAutomaton {
  /// A table entry is the place of the next state's row; this bit says that something matched before
  /// the byte.
  static let matchFlag: UInt32 = 1 << 31
  /// The row of what is not known yet leads to itself.
  static let unknown: UInt32 = 0
  /// States beyond this are forgotten all together; 4 bytes for each class and state.
  private static let maximumStates = 16_384

  /// A signature has 64 bits: one for the start of the text, one for words, the rest for sets. What
  /// asks about a set beyond is taken to hold.
  static let maximumBackwardSets = 62

  fileprivate struct Key: Hashable {
    /// Instructions reached, in order, without those that only lead on.
    var places: [Int32]
    /// What of the byte before still matters.
    var signature: UInt64
  }

  let program: GateProgram
  /// Entries in a row: one for each class of bytes, one for the end of the text, and some to spare.
  let stride: Int
  /// The column for the end of the text.
  let endColumn: Int
  /// The row of the state that has no patterns left; it leads to itself.
  let dead: UInt32
  private(set) var table: UnsafeMutablePointer<UInt32>
  /// For entries with `matchFlag`: which set of patterns.
  private(set) var matchSets: UnsafeMutablePointer<UInt32>
  let classes: UnsafeMutablePointer<UInt8>
  private var capacity = 0
  fileprivate var states: [Key] = []
  private var rows: [Key: UInt32] = [:]
  private var sets: [[Int32]: UInt32] = [:]
  private(set) var patternSets: [[Int32]] = []
  /// Sets of bytes that some instruction asks about the byte before.
  private let backwardSets: [ByteSet]
  /// First row for each class of the byte before, and last for the start of the text.
  let initial: UnsafeMutablePointer<UInt32>
  private let asksBefore: [Bool]
  /// When each instruction was last come to.
  private var visited: [Int]
  private var visit = 0
  /// How often all states were forgotten.
  private(set) var resets = 0

  init(_ program: GateProgram) {
    self.program = program
    // Rows begin where cache lines do.
    stride = (program.classCount + 16) / 16 * 16
    endColumn = program.classCount
    dead = UInt32(stride)
    classes = .allocate(capacity: 256)
    initial = .allocate(capacity: stride)
    initial.initialize(repeating: dead, count: stride)
    for (byte, index) in program.classes.enumerated() { classes[byte] = index }
    var backward: [ByteSet] = []
    for instruction in program.instructions {
      if case .previous(let set, _, _) = instruction, !backward.contains(set) {
        backward.append(set)
      }
    }
    backwardSets = Array(backward.prefix(Self.maximumBackwardSets))
    asksBefore = Self.asksBefore(program)
    visited = Array(repeating: 0, count: program.instructions.count)
    table = .allocate(capacity: 0)
    matchSets = .allocate(capacity: 0)
    reset()
  }

  deinit {
    table.deallocate()
    matchSets.deallocate()
    classes.deallocate()
    initial.deallocate()
  }

  func forgetIfFull() {
    if states.count >= Self.maximumStates { reset() }
  }

  private func reset() {
    if !states.isEmpty { resets += 1 }
    rows.removeAll(keepingCapacity: true)
    // The first two rows are nobody's.
    states = Array(repeating: Key(places: [], signature: 0), count: 2)
    allocate(64, keeping: 0)
    (table + stride).update(repeating: dead, count: stride)
    let entries = program.entries.map { Int32($0) }
    for index in 0...program.classCount {
      let previous = index < program.classCount ? program.representatives[index] : nil
      initial[index] = row(entries, after: previous)
    }
  }

  private func allocate(_ count: Int, keeping kept: Int) {
    let size = count * stride
    let newTable = UnsafeMutableRawPointer.allocate(byteCount: size * 4, alignment: 64)
      .bindMemory(to: UInt32.self, capacity: size)
    let newSets = UnsafeMutablePointer<UInt32>.allocate(capacity: size)
    newTable.initialize(repeating: Self.unknown, count: size)
    newSets.initialize(repeating: 0, count: size)
    newTable.update(from: table, count: kept * stride)
    newSets.update(from: matchSets, count: kept * stride)
    table.deallocate()
    matchSets.deallocate()
    table = newTable
    matchSets = newSets
    capacity = count
  }

  /// The row of the state whose threads stand at these places; 1 when there is none.
  private func row(_ places: [Int32], after previous: UInt8?) -> UInt32 {
    beginVisit()
    var kept: [Int32] = []
    var needsSignature = false
    var stack = places
    while let place = stack.popLast() {
      guard isNew(place) else { continue }
      switch program.instructions[Int(place)] {
      case .split(let one, let other):
        stack.append(Int32(one))
        stack.append(Int32(other))
      case .jump(let next): stack.append(Int32(next))
      case .previous, .wordBoundary:
        needsSignature = true
        kept.append(place)
      case .next(_, _, let next):
        if asksBefore[next] { needsSignature = true }
        kept.append(place)
      case .byte, .match: kept.append(place)
      }
    }
    if kept.isEmpty { return dead }
    kept.sort()
    let key = Key(places: kept, signature: needsSignature ? signature(previous) : 0)
    if let known = rows[key] { return known }
    let index = states.count
    if index >= capacity { allocate(capacity * 2, keeping: index) }
    states.append(key)
    let fresh = UInt32(index * stride)
    rows[key] = fresh
    return fresh
  }

  private func beginVisit() {
    visit &+= 1
  }

  private func isNew(_ place: Int32) -> Bool {
    if visited[Int(place)] == visit { return false }
    visited[Int(place)] = visit
    return true
  }

  /// Instructions from which, going on without a byte, one asks about the byte before.
  private static func asksBefore(_ program: GateProgram) -> [Bool] {
    var asks = program.instructions.map {
      switch $0 {
      case .previous, .wordBoundary: true
      default: false
      }
    }
    var isDone = false
    while !isDone {
      isDone = true
      for (place, instruction) in program.instructions.enumerated() where !asks[place] {
        let leads: Bool =
          switch instruction {
          case .split(let one, let other): asks[one] || asks[other]
          case .jump(let next), .next(_, _, let next): asks[next]
          default: false
          }
        if leads {
          asks[place] = true
          isDone = false
        }
      }
    }
    return asks
  }

  private func signature(_ previous: UInt8?) -> UInt64 {
    guard let previous else { return 1 }
    var bits: UInt64 = ByteSet.word.contains(previous) ? 2 : 0
    for (index, set) in backwardSets.enumerated() where set.contains(previous) {
      bits |= 4 << UInt64(index)
    }
    return bits
  }

  /// An entry of the table, filled in if need be.
  func entry(row: UInt32, column: Int) -> UInt32 {
    let known = table[Int(row) + column]
    return known == Self.unknown ? make(row: row, column: column) : known
  }

  /// Fills in one entry and gives it.
  ///
  /// - Parameter column: a class of bytes, or the last column for the end of the text.
  func make(row: UInt32, column: Int) -> UInt32 {
    let key = states[Int(row) / stride]
    let byte = column < program.classCount ? program.representatives[column] : nil
    beginVisit()
    var matched: [Int32] = []
    var after: [Int32] = []
    var stack = key.places
    while let place = stack.popLast() {
      guard isNew(place) else { continue }
      switch program.instructions[Int(place)] {
      case .split(let one, let other):
        stack.append(Int32(one))
        stack.append(Int32(other))
      case .jump(let next): stack.append(Int32(next))
      case .previous(let set, let orStart, let next):
        if holds(set, orStart, key.signature) { stack.append(Int32(next)) }
      case .next(let set, let orEnd, let next):
        if byte.map(set.contains) ?? orEnd { stack.append(Int32(next)) }
      case .wordBoundary(let isNegated, let next):
        let before = key.signature & 2 != 0
        let behind = byte.map(ByteSet.word.contains) ?? false
        if (before != behind) != isNegated { stack.append(Int32(next)) }
      case .byte(let set, let next):
        if let byte, set.contains(byte) { after.append(Int32(next)) }
      case .match(let pattern): matched.append(Int32(pattern))
      }
    }
    var entry = after.isEmpty ? dead : self.row(after, after: byte)
    let cell = Int(row) + column
    if !matched.isEmpty {
      matchSets[cell] = set(matched)
      entry |= Self.matchFlag
    }
    table[cell] = entry
    return entry
  }

  private func holds(_ set: ByteSet, _ orStart: Bool, _ signature: UInt64) -> Bool {
    if signature & 1 != 0 { return orStart }
    guard let index = backwardSets.firstIndex(of: set) else { return true }
    return signature & (4 << UInt64(index)) != 0
  }

  private func set(_ matched: [Int32]) -> UInt32 {
    let sorted = matched.sorted()
    if let known = sets[sorted] { return known }
    let index = UInt32(patternSets.count)
    patternSets.append(sorted)
    sets[sorted] = index
    return index
  }
}
extension GateAutomaton { var stateCount: Int { states.count } }
