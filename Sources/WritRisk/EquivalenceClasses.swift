/// Rows grouped by equal codes in some columns. Classes are numbered by first appearance.
struct EquivalenceClasses {
  /// One class a row.
  private(set) var classOf: [UInt32]
  private(set) var count: Int

  /// All rows in one class.
  init(rowCount: Int) {
    classOf = Array(repeating: 0, count: rowCount)
    count = min(rowCount, 1)
  }

  init(rowCount: Int, columns: [RiskColumn]) {
    self.init(rowCount: rowCount)
    for column in columns { split(by: column.codes, codeCount: column.dictionary.codeCount) }
  }

  /// From classes numbered 0 and up by first appearance.
  init(classOf: [UInt32], count: Int) {
    self.classOf = classOf
    self.count = count
  }

  /// Rows of a class stay together only where their codes, all below `codeCount`, agree.
  mutating func split(by codes: [UInt32], codeCount: Int) {
    guard codes.count == classOf.count, codeCount > 0 else { return }
    let (cells, overflow) = count.multipliedReportingOverflow(by: codeCount)
    if !overflow && cells <= max(1 << 16, classOf.count) {
      splitDirectly(codes, codeCount: codeCount, cells: cells)
    } else {
      splitByHash(codes, codeCount: codeCount)
    }
  }

  /// Rows of each class.
  var sizes: [Int] {
    var sizes = Array(repeating: 0, count: count)
    for id in classOf { sizes[Int(id)] &+= 1 }
    return sizes
  }

  /// Class of each pair (class, code) by plain indexing: for few enough pairs.
  private mutating func splitDirectly(_ codes: [UInt32], codeCount: Int, cells: Int) {
    var table = Array(repeating: UInt32.max, count: cells)
    var next: UInt32 = 0
    table.withUnsafeMutableBufferPointer { table in
      classOf.withUnsafeMutableBufferPointer { classOf in
        codes.withUnsafeBufferPointer { codes in
          for row in 0..<classOf.count {
            let cell = Int(classOf[row]) &* codeCount &+ Int(codes[row])
            if table[cell] == .max {
              table[cell] = next
              next &+= 1
            }
            classOf[row] = table[cell]
          }
        }
      }
    }
    count = Int(next)
  }

  /// The table grows with the classes found, not with the rows.
  private mutating func splitByHash(_ codes: [UInt32], codeCount: Int) {
    var table = PairTable(codeCount: UInt64(codeCount))
    classOf.withUnsafeMutableBufferPointer { classOf in
      codes.withUnsafeBufferPointer { codes in
        for row in 0..<classOf.count { classOf[row] = table.id(classOf[row], codes[row]) }
      }
    }
    count = table.count
  }
}

/// Numbers pairs (class, code) in order of first appearance.
private struct PairTable {
  private let codeCount: UInt64
  private var keys: [UInt64] = []
  /// Number + 1 of the pair, 0 where free.
  private var slots = [UInt32](repeating: 0, count: 1 << 12)

  init(codeCount: UInt64) { self.codeCount = codeCount }

  var count: Int { keys.count }

  mutating func id(_ group: UInt32, _ code: UInt32) -> UInt32 {
    let key = UInt64(group) &* codeCount &+ UInt64(code)
    var place = Self.mixed(key) & (slots.count &- 1)
    while true {
      let slot = slots[place]
      if slot == 0 { break }
      if keys[Int(slot &- 1)] == key { return slot &- 1 }
      place = (place &+ 1) & (slots.count &- 1)
    }
    let id = UInt32(truncatingIfNeeded: keys.count)
    keys.append(key)
    slots[place] = id &+ 1
    if keys.count &* 2 > slots.count { grow() }
    return id
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (index, key) in keys.enumerated() {
      var place = Self.mixed(key) & (slots.count &- 1)
      while slots[place] != 0 { place = (place &+ 1) & (slots.count &- 1) }
      slots[place] = UInt32(truncatingIfNeeded: index &+ 1)
    }
  }

  private static func mixed(_ key: UInt64) -> Int {
    let product = key &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: product ^ (product >> 32))
  }
}

/// The rows of each class, next to each other.
struct ClassMembers {
  private let rows: [UInt32]
  private let starts: [Int]

  init(_ classes: EquivalenceClasses) {
    var starts = Array(repeating: 0, count: classes.count + 1)
    for id in classes.classOf { starts[Int(id) &+ 1] &+= 1 }
    for index in 0..<classes.count { starts[index + 1] &+= starts[index] }
    var next = starts
    rows = Array(unsafeUninitializedCapacity: classes.classOf.count) { buffer, filled in
      for (row, id) in classes.classOf.enumerated() {
        buffer.initializeElement(at: next[Int(id)], to: UInt32(truncatingIfNeeded: row))
        next[Int(id)] &+= 1
      }
      filled = classes.classOf.count
    }
    self.starts = starts
  }

  var count: Int { starts.count - 1 }

  subscript(index: Int) -> ArraySlice<UInt32> { rows[starts[index]..<starts[index + 1]] }
}
