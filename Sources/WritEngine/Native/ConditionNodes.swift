import WritChecker
import WritTables
import WritValues

/// The same for all rows.
final class ConstantCondition: ConditionNode {
  private let truth: UInt8

  init(_ truth: UInt8) { self.truth = truth }

  override func judge(_ batch: LineBatch, _ rows: RowNumbers, _ out: UnsafeMutablePointer<UInt8>) {
    for index in rows.indices { out[index] = truth }
  }
}

/// A condition over one column, evaluated once for each distinct value of it.
final class MemoCondition: ConditionNode {
  private let source: CodeNode
  private let question: Question
  private let scratch = Scratch<UInt32>()
  private var known: [UInt8] = []

  init(_ source: CodeNode, _ question: Question) {
    self.source = source
    self.question = question
  }

  override func judge(_ batch: LineBatch, _ rows: RowNumbers, _ out: UnsafeMutablePointer<UInt8>) {
    source.codes(batch, rows, scratch.pointer)
    source.extend(&known, batch, unseen: Truth.unseen, open: Truth.open)
    let codes = scratch.pointer
    var hasUnseen = false
    known.withUnsafeBufferPointer { known in
      for index in rows.indices {
        let truth = known[Int(codes[index])]
        out[index] = truth
        hasUnseen = hasUnseen || truth == Truth.unseen
      }
    }
    guard hasUnseen else { return }
    for index in rows.indices where out[index] == Truth.unseen {
      let code = Int(codes[index])
      if known[code] == Truth.unseen {
        known[code] = Truth.of(question.datum(batch, Int(rows[index])))
      }
      out[index] = known[code]
    }
  }

  override func forget() {
    source.forget()
    known = []
  }
}

/// A condition over two columns, evaluated once for each pair of values.
final class PairCondition: ConditionNode {
  private let one: CodeNode
  private let other: CodeNode
  private let question: Question
  private let scratch = Scratch<UInt32>()
  private let second = Scratch<UInt32>()
  private var known: [UInt64: UInt8] = [:]

  /// A larger table would outgrow the data it saves reading.
  private static let limit = 1 << 18

  init(_ one: CodeNode, _ other: CodeNode, _ question: Question) {
    self.one = one
    self.other = other
    self.question = question
  }

  override func judge(_ batch: LineBatch, _ rows: RowNumbers, _ out: UnsafeMutablePointer<UInt8>) {
    one.codes(batch, rows, scratch.pointer)
    other.codes(batch, rows, second.pointer)
    let (openOne, openOther) = (one.openCode ?? -1, other.openCode ?? -1)
    for index in rows.indices {
      if Int(scratch.pointer[index]) == openOne || Int(second.pointer[index]) == openOther {
        out[index] = Truth.open
        continue
      }
      let pair = UInt64(scratch.pointer[index]) << 32 | UInt64(second.pointer[index])
      if let truth = known[pair] {
        out[index] = truth
        continue
      }
      let truth = Truth.of(question.datum(batch, Int(rows[index])))
      if known.count >= Self.limit { known.removeAll(keepingCapacity: true) }
      known[pair] = truth
      out[index] = truth
    }
  }

  override func forget() {
    one.forget()
    other.forget()
    known = [:]
  }
}

/// A condition whose fields hold ever new values: evaluated for each row, over the columns it reads.
final class EachCondition: ConditionNode {
  private let question: Question

  init(_ question: Question) { self.question = question }

  override func judge(_ batch: LineBatch, _ rows: RowNumbers, _ out: UnsafeMutablePointer<UInt8>) {
    for index in rows.indices { out[index] = Truth.of(question.datum(batch, Int(rows[index]))) }
  }
}

final class CompareCondition: ConditionNode {
  private let comparison: CheckedExpression.Comparison
  private let one: NumberNode
  private let other: NumberNode
  private let left = Scratch<Int64>()
  private let right = Scratch<Int64>()
  private let states = Scratch<UInt8>()

  init(_ comparison: CheckedExpression.Comparison, _ one: NumberNode, _ other: NumberNode) {
    self.comparison = comparison
    self.one = one
    self.other = other
  }

  override func judge(_ batch: LineBatch, _ rows: RowNumbers, _ out: UnsafeMutablePointer<UInt8>) {
    one.numbers(batch, rows, left.pointer, out)
    other.numbers(batch, rows, right.pointer, states.pointer)
    for index in rows.indices {
      guard out[index] == Truth.yes, states.pointer[index] == Truth.yes else {
        out[index] = Truth.open
        continue
      }
      let (a, b) = (left.pointer[index], right.pointer[index])
      let holds =
        switch comparison {
        case .equal: a == b
        case .notEqual: a != b
        case .less: a < b
        case .lessOrEqual: a <= b
        case .greater: a > b
        case .greaterOrEqual: a >= b
        }
      out[index] = holds ? Truth.yes : Truth.no
    }
  }

  override func forget() {
    one.forget()
    other.forget()
  }
}

final class NotCondition: ConditionNode {
  private let operand: ConditionNode

  init(_ operand: ConditionNode) { self.operand = operand }

  override func judge(_ batch: LineBatch, _ rows: RowNumbers, _ out: UnsafeMutablePointer<UInt8>) {
    operand.judge(batch, rows, out)
    for index in rows.indices where out[index] != Truth.open { out[index] ^= 1 }
  }

  override func forget() { operand.forget() }
}

/// A conjunction or a disjunction: the deciding value wins over what is open.
final class JunctionCondition: ConditionNode {
  private let operands: [ConditionNode]
  private let deciding: UInt8
  private let scratch = Scratch<UInt8>()

  init(_ operands: [ConditionNode], deciding: UInt8) {
    self.operands = operands
    self.deciding = deciding
  }

  override func judge(_ batch: LineBatch, _ rows: RowNumbers, _ out: UnsafeMutablePointer<UInt8>) {
    for index in rows.indices { out[index] = deciding ^ 1 }
    for operand in operands {
      operand.judge(batch, rows, scratch.pointer)
      for index in rows.indices where out[index] != deciding {
        let truth = scratch.pointer[index]
        if truth == deciding || truth == Truth.open { out[index] = truth }
      }
    }
  }

  override func forget() { for operand in operands { operand.forget() } }
}
