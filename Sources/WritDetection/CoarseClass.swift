import CKernels

/// Sixteen kinds of bytes: four of them in a row tell most of what no pattern can begin with.
enum CoarseClass {
  static let count = 16

  static func of(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x30...0x39: 0
    case 0x61...0x7A: 1
    case 0x41...0x5A: 2
    case 0x20, 0x09: 3
    case UInt8(ascii: "-"): 4
    case UInt8(ascii: "."): 5
    case UInt8(ascii: ":"): 6
    case UInt8(ascii: "/"): 7
    case UInt8(ascii: "_"): 8
    case UInt8(ascii: "="): 9
    case UInt8(ascii: "+"): 10
    case UInt8(ascii: "("), UInt8(ascii: ")"): 11
    case UInt8(ascii: ","), UInt8(ascii: ";"): 12
    case UInt8(ascii: "\""), UInt8(ascii: "'"): 13
    case 0x80...0xFF: 14
    default: 15
    }
  }
}

/// Tells, from the byte before a start and the first three from there, most starts that lead nowhere.
final class StartFilter: @unchecked Sendable {
  /// The kind of each byte.
  let classes: UnsafeMutablePointer<UInt8>
  /// A bit for each four kinds: of the byte before and the first three.
  let kinds: UnsafeMutablePointer<UInt64>
  /// A byte for each kind of the byte before and each two first bytes, for patterns without a lead.
  let pairs: UnsafeMutablePointer<UInt64>

  var input: writ_start_filter { writ_start_filter(classes: classes, kinds: kinds, pairs: pairs) }

  init() {
    classes = .allocate(capacity: 256)
    for byte in UInt8.min...UInt8.max { classes[Int(byte)] = CoarseClass.of(byte) }
    kinds = .allocate(capacity: 1 << 10)
    kinds.initialize(repeating: 0, count: 1 << 10)
    pairs = .allocate(capacity: CoarseClass.count << 10)
    pairs.initialize(repeating: 0, count: CoarseClass.count << 10)
  }

  deinit {
    classes.deallocate()
    kinds.deallocate()
    pairs.deallocate()
  }

  /// Lets a pattern's starts through.
  ///
  /// - Returns: the bytes before a start that a mask has to let through, and the first bytes.
  func add(_ node: GateNode, hasLead: Bool) -> [StartRule] {
    let program = GateProgram([node])
    let automaton = GateAutomaton(program)
    let end = automaton.endColumn
    let members = (0..<program.classCount).map { index in
      ByteSet((UInt8.min...UInt8.max).filter { Int(program.classes[Int($0)]) == index })
    }
    let coarse = members.map { Set($0.bytes.map { Int(CoarseClass.of($0)) }).sorted() }
    var rules: [StartRule] = []
    var previous: [UInt32: (bytes: ByteSet, kinds: Set<Int>)] = [:]
    for index in 0..<program.classCount where automaton.initial[index] != automaton.dead {
      let row = automaton.initial[index]
      previous[row, default: (ByteSet(), [])].bytes =
        (previous[row]?.bytes ?? ByteSet()).union(members[index])
      previous[row]?.kinds.formUnion(coarse[index])
    }
    for (row, before) in previous {
      for first in 0..<program.classCount {
        let second = automaton.entry(row: row, column: first) & ~GateAutomaton.matchFlag
        if second == automaton.dead { continue }
        var isUsed = automaton.entry(row: second, column: end) != automaton.dead
        for next in 0..<program.classCount {
          let entry = automaton.entry(row: second, column: next)
          if entry == automaton.dead { continue }
          isUsed = true
          if !hasLead { addPairs(before.kinds, members[first], members[next]) }
          let third = entry & ~GateAutomaton.matchFlag
          let isMatched = entry != third
          for last in 0..<program.classCount {
            guard isMatched || automaton.entry(row: third, column: last) != automaton.dead
            else { continue }
            addKinds(before.kinds, coarse[first], coarse[next], coarse[last])
          }
        }
        if isUsed { rules.append(StartRule(previous: before.bytes, first: members[first])) }
      }
    }
    return rules
  }

  private func addPairs(_ before: Set<Int>, _ first: ByteSet, _ next: ByteSet) {
    for kind in before {
      for one in first.bytes {
        for other in next.bytes {
          pairs[kind << 10 | Int(one) << 2 | Int(other >> 6)] |= 1 << UInt64(other & 63)
        }
      }
    }
  }

  private func addKinds(_ before: Set<Int>, _ first: [Int], _ next: [Int], _ last: [Int]) {
    for kind in before {
      for one in first {
        for two in next {
          for three in last {
            let place = kind << 12 | one << 8 | two << 4 | three
            kinds[place >> 6] |= 1 << UInt64(place & 63)
          }
        }
      }
    }
  }
}
