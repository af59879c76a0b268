import WritChecker
import WritTables
import WritValues

/// What a condition says of a row without the row: no, yes, or that the evaluator has to look.
enum Truth {
  static let no: UInt8 = 0
  static let yes: UInt8 = 1
  static let open: UInt8 = 2
  static let unseen: UInt8 = 3

  static func of(_ datum: Datum?) -> UInt8 {
    switch datum {
    case .some(.true): yes
    case .some(.false): no
    default: open
    }
  }
}

/// Which rows of a batch are asked about.
typealias RowNumbers = UnsafeBufferPointer<Int32>

/// A condition compiled to whole columns.
class ConditionNode {
  /// Puts a truth for each row.
  func judge(_ batch: LineBatch, _ rows: RowNumbers, _ out: UnsafeMutablePointer<UInt8>) {
    for index in rows.indices { out[index] = Truth.open }
  }

  /// Forgets what was learnt: the codes are numbered anew.
  func forget() {}
}

/// A value that comes as the number of a distinct one.
class CodeNode {
  func codes(_ batch: LineBatch, _ rows: RowNumbers, _ out: UnsafeMutablePointer<UInt32>) {}
  /// No code is as large.
  func limit(_ batch: LineBatch) -> Int { 0 }
  /// A code that stands for whatever the evaluator has to look at.
  var openCode: Int? { nil }
  func forget() {}

  /// Makes room for what is known of each code.
  func extend<Known>(_ known: inout [Known], _ batch: LineBatch, unseen: Known, open: Known) {
    let missing = limit(batch) - known.count
    guard missing > 0 else { return }
    known.append(contentsOf: repeatElement(unseen, count: missing))
    if let openCode, openCode < known.count { known[openCode] = open }
  }
}

/// A value that comes as a 64-bit number: a time, a duration, an int, a size.
class NumberNode {
  /// Puts a number for each row, and `yes` where it is known, else `open`.
  func numbers(
    _ batch: LineBatch, _ rows: RowNumbers, _ out: UnsafeMutablePointer<Int64>,
    _ state: UnsafeMutablePointer<UInt8>
  ) {}
  func forget() {}
}

/// Memory for one value a row of a batch.
final class Scratch<Element> {
  let pointer: UnsafeMutablePointer<Element>

  init() { pointer = .allocate(capacity: LineBatch.capacity) }

  deinit { pointer.deallocate() }
}

// MARK: Codes

/// A tracked column itself.
final class ColumnCode: CodeNode {
  private let column: Int

  init(_ column: Int) { self.column = column }

  override func codes(
    _ batch: LineBatch, _ rows: RowNumbers, _ out: UnsafeMutablePointer<UInt32>
  ) {
    let codes = batch.codes(column)
    for index in rows.indices { out[index] = codes[Int(rows[index])] }
  }

  override func limit(_ batch: LineBatch) -> Int { batch.dictionaries[column].count }
}

/// The distinct values of an expression over one column, numbered; 0 where the evaluator has to look.
final class ValueCode: CodeNode {
  private let source: CodeNode
  private let question: Question
  private let scratch = Scratch<UInt32>()
  private var known: [UInt32] = []
  private var numbers: [Value: UInt32] = [:]
  /// By number; the first stands for none.
  private(set) var values: [Value] = [.bool(false)]

  private static let unseen = UInt32.max

  init(_ source: CodeNode, _ question: Question) {
    self.source = source
    self.question = question
  }

  override func limit(_ batch: LineBatch) -> Int { values.count }

  override func codes(
    _ batch: LineBatch, _ rows: RowNumbers, _ out: UnsafeMutablePointer<UInt32>
  ) {
    source.codes(batch, rows, scratch.pointer)
    source.extend(&known, batch, unseen: Self.unseen, open: 0)
    for index in rows.indices {
      let code = Int(scratch.pointer[index])
      var number = known[code]
      if number == Self.unseen {
        number = self.number(question.datum(batch, Int(rows[index])))
        known[code] = number
      }
      out[index] = number
    }
  }

  private func number(_ datum: Datum?) -> UInt32 {
    guard case .known(let value)? = datum, value.isWhole else { return 0 }
    if let number = numbers[value] { return number }
    let number = UInt32(truncatingIfNeeded: values.count)
    numbers[value] = number
    values.append(value)
    return number
  }

  /// The values keep their numbers.
  override func forget() {
    source.forget()
    known = []
  }

  /// Numbers the values anew, too: there may be ever more of them.
  func forgetValues() {
    forget()
    numbers = [:]
    values = [.bool(false)]
  }
}

/// An expression over fields of the row, for the evaluator.
final class Question {
  let expression: CheckedExpression
  let fields: [Int]
  private let slot: Int
  private let frame: Frame
  private let judge: RowJudge

  init(_ expression: CheckedExpression, _ fields: [Int], slot: Int, frame: Frame, _ judge: RowJudge)
  {
    self.expression = expression
    self.fields = fields
    self.slot = slot
    self.frame = frame
    self.judge = judge
  }

  func datum(_ batch: LineBatch, _ row: Int) -> Datum? {
    judge.datum(expression, fields, slot: slot, frame: frame, batch, row)
  }
}

// MARK: Numbers

final class TimeColumn: NumberNode {
  private let column: Int

  init(_ column: Int) { self.column = column }

  override func numbers(
    _ batch: LineBatch, _ rows: RowNumbers, _ out: UnsafeMutablePointer<Int64>,
    _ state: UnsafeMutablePointer<UInt8>
  ) {
    let times = batch.times(column)
    for index in rows.indices {
      let time = times[Int(rows[index])]
      out[index] = time
      state[index] = time <= LineBatch.missingTime ? Truth.open : Truth.yes
    }
  }
}

final class ConstantNumber: NumberNode {
  private let number: Int64

  init(_ number: Int64) { self.number = number }

  override func numbers(
    _ batch: LineBatch, _ rows: RowNumbers, _ out: UnsafeMutablePointer<Int64>,
    _ state: UnsafeMutablePointer<UInt8>
  ) {
    for index in rows.indices {
      out[index] = number
      state[index] = Truth.yes
    }
  }
}

/// An expression over one column, evaluated once for each distinct value of it.
final class MemoNumber: NumberNode {
  private let source: CodeNode
  private let question: Question
  private let scratch = Scratch<UInt32>()
  private var states: [UInt8] = []
  private var known: [Int64] = []

  init(_ source: CodeNode, _ question: Question) {
    self.source = source
    self.question = question
  }

  override func numbers(
    _ batch: LineBatch, _ rows: RowNumbers, _ out: UnsafeMutablePointer<Int64>,
    _ state: UnsafeMutablePointer<UInt8>
  ) {
    source.codes(batch, rows, scratch.pointer)
    source.extend(&states, batch, unseen: Truth.unseen, open: Truth.open)
    source.extend(&known, batch, unseen: 0, open: 0)
    for index in rows.indices {
      let code = Int(scratch.pointer[index])
      if states[code] == Truth.unseen {
        let number = Self.number(question.datum(batch, Int(rows[index])))
        states[code] = number == nil ? Truth.open : Truth.yes
        known[code] = number ?? 0
      }
      out[index] = known[code]
      state[index] = states[code]
    }
  }

  static func number(_ datum: Datum?) -> Int64? {
    switch datum {
    case .known(.time(let time)): time.microseconds
    case .known(.int(let number)): number
    case .known(.duration(let span)): span
    case .known(.bytes(let size)): size
    default: nil
    }
  }

  override func forget() {
    source.forget()
    states = []
    known = []
  }
}

/// A sum or a difference; what leaves the time that is known for sure is left to the evaluator.
final class SumNumber: NumberNode {
  private let one: NumberNode
  private let other: NumberNode
  private let isDifference: Bool
  private let numbers = Scratch<Int64>()
  private let states = Scratch<UInt8>()

  /// Well within the years that times have, 1 to 9999, as microseconds around 1970.
  private static let bounds: ClosedRange<Int64> = -60_000_000_000_000_000...250_000_000_000_000_000

  init(_ one: NumberNode, _ other: NumberNode, isDifference: Bool) {
    self.one = one
    self.other = other
    self.isDifference = isDifference
  }

  override func numbers(
    _ batch: LineBatch, _ rows: RowNumbers, _ out: UnsafeMutablePointer<Int64>,
    _ state: UnsafeMutablePointer<UInt8>
  ) {
    one.numbers(batch, rows, out, state)
    other.numbers(batch, rows, numbers.pointer, states.pointer)
    for index in rows.indices {
      let (sum, overflow) =
        isDifference
        ? out[index].subtractingReportingOverflow(numbers.pointer[index])
        : out[index].addingReportingOverflow(numbers.pointer[index])
      let isPlain = !overflow && Self.bounds.contains(sum)
      out[index] = sum
      if states.pointer[index] != Truth.yes || !isPlain { state[index] = Truth.open }
    }
  }

  override func forget() {
    one.forget()
    other.forget()
  }
}
