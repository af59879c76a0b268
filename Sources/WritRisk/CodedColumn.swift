import WritValues

/// A column whose values are numbers of a dictionary, so that rows are compared without looking at texts.
package struct CodedColumn: Sendable {
  package let name: String
  /// Of each row, the place of its value in `values`.
  package let codes: [UInt32]
  /// Distinct values in their order: by number where all are numbers, by bytes else; a missing value is first.
  package let values: [String?]
  /// The numbers of `values`, where all values are numbers and none is missing: distances between them mean something.
  package let numbers: [Double]?

  /// - Parameter rows: nil is a missing value, which counts as a value of its own.
  package init(_ name: String, _ rows: [String?]) {
    self.name = name
    // Texts are compared as bytes: two that look alike may be two values.
    var firstCodes: [Text?: UInt32] = [:]
    var distinct: [String?] = []
    var raw: [UInt32] = []
    raw.reserveCapacity(rows.count)
    for row in rows {
      let key = row.map { Text($0) }
      if let code = firstCodes[key] {
        raw.append(code)
      } else {
        let code = UInt32(truncatingIfNeeded: distinct.count)
        firstCodes[key] = code
        distinct.append(row)
        raw.append(code)
      }
    }
    let numbers = distinct.map { $0.flatMap(Self.number) }
    let areNumbers = !numbers.isEmpty && numbers.allSatisfy { $0 != nil }
    let order = distinct.indices.sorted { one, other in
      if areNumbers, let first = numbers[one], let second = numbers[other], first != second {
        return first < second
      }
      switch (distinct[one], distinct[other]) {
      case (nil, let second): return second != nil
      case (_, nil): return false
      case (let first?, let second?): return first.utf8.lexicographicallyPrecedes(second.utf8)
      }
    }
    var places = [UInt32](repeating: 0, count: distinct.count)
    for (place, code) in order.enumerated() { places[code] = UInt32(truncatingIfNeeded: place) }
    codes = raw.map { places[Int($0)] }
    values = order.map { distinct[$0] }
    self.numbers = areNumbers ? order.map { numbers[$0] ?? 0 } : nil
  }

  /// Codes of one's own, below the count of values.
  init(_ name: String, codes: [UInt32], values: [String?]) {
    self.name = name
    self.codes = codes
    self.values = values
    numbers = nil
  }

  /// Plain decimal numbers; `nan`, `inf` and hexadecimal ones are texts.
  private static func number(_ text: String) -> Double? {
    guard text.utf8.count <= 40,
      text.utf8.allSatisfy({
        (0x30...0x39).contains($0) || [0x2D, 0x2B, 0x2E, 0x65, 0x45].contains($0)
      })
    else { return nil }
    return Double(text).flatMap { $0.isFinite ? $0 : nil }
  }
}
