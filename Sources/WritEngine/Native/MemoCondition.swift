import WritChecker
import WritTables
import WritValues

/// A condition over one or two columns, evaluated once for each distinct value or pair of values.
final class MemoCondition {
  enum Truth: UInt8 { case unseen, yes, no, open }

  let expression: CheckedExpression
  private let first: Int
  private let second: Int?
  private var single: [UInt8] = []
  private var pairs: [UInt64: UInt8] = [:]

  /// Pairs beyond this are evaluated each time: a table of them would outgrow the data it saves reading.
  private static let pairLimit = 1 << 21
  /// Where most values are new, as times are, remembering them costs more than it saves.
  private var isForgetful = false
  private var asked = 0
  private var noted = 0
  private static let trial = 1 << 18

  init(_ expression: CheckedExpression, first: Int, second: Int?) {
    self.expression = expression
    self.first = first
    self.second = second
  }

  @inline(__always)
  func truth(_ line: LineScan.Line) -> Truth {
    if isForgetful { return .unseen }
    asked &+= 1
    let code = line.code(first)
    guard let second else {
      return code < single.count ? Truth(rawValue: single[code]) ?? .unseen : .unseen
    }
    return pairs[Self.pair(code, line.code(second))].flatMap(Truth.init(rawValue:)) ?? .unseen
  }

  func note(_ datum: Datum, _ line: LineScan.Line) -> Truth {
    let truth: Truth = datum == .true ? .yes : datum == .false ? .no : .open
    if isForgetful { return truth }
    noted &+= 1
    // A new value is asked about twice: before its row is decoded and after.
    if noted > Self.trial, noted &* 2 > asked &- noted {
      isForgetful = true
      single = []
      pairs = [:]
      return truth
    }
    let code = line.code(first)
    if let second {
      if pairs.count < Self.pairLimit { pairs[Self.pair(code, line.code(second))] = truth.rawValue }
    } else {
      while single.count <= code { single.append(Truth.unseen.rawValue) }
      single[code] = truth.rawValue
    }
    return truth
  }

  private static func pair(_ one: Int, _ other: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: one) << 32 | UInt64(truncatingIfNeeded: other)
  }
}
