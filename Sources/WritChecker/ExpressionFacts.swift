/// What an expression reads and how large it is, gathered once when the node is made.
package struct ExpressionFacts: Hashable, Sendable {
  /// Slots read that the expression does not bind itself, sorted.
  package internal(set) var slots: [Int] = []
  /// A group's key, its window or its deadline is read.
  package internal(set) var readsMember = false
  /// A step of `each` is read.
  package internal(set) var readsStep = false
  /// Rows of the group are read.
  package internal(set) var readsGroup = false
  /// A quotient may come out, which is compared exactly and so has no one representation to hash.
  var hasQuotient = false
  /// Binds slots of its own.
  var bindsSlots = false
  /// Nodes, with those of lets and defines counted wherever they are used.
  var size = 1
  var depth = 1

  /// Whether the value is one for all members of a rule.
  package var isConstant: Bool { slots.isEmpty && !readsMember && !readsStep && !readsGroup }

  mutating func add(_ other: ExpressionFacts) {
    if slots != other.slots { slots = Set(slots).union(other.slots).sorted() }
    readsMember = readsMember || other.readsMember
    readsStep = readsStep || other.readsStep
    readsGroup = readsGroup || other.readsGroup
    hasQuotient = hasQuotient || other.hasQuotient
    bindsSlots = bindsSlots || other.bindsSlots
    grow(by: other)
  }

  mutating func grow(by other: ExpressionFacts) {
    // Saturates: shared lets can double the size with every step.
    size = min(size &+ other.size, ExpressionFacts.sizeLimit &+ 1)
    depth = max(depth, other.depth &+ 1)
  }

  /// Expressions past these are refused, so that evaluation stays within bounds.
  static let sizeLimit = 100_000
  static let depthLimit = 400
}

extension ExpressionFacts {
  /// `callee` is the body of the define that a call names.
  init(of kind: CheckedExpression.Kind, callee: ExpressionFacts?) {
    self.init()
    for child in kind.children { add(child.facts) }
    switch kind {
    case .slot(let slot): slots = [slot]
    case .groupKey, .windowStart, .windowEnd, .deadline: readsMember = true
    case .stepStart, .stepEnd: readsStep = true
    case .arithmetic(.divide, _, _): hasQuotient = true
    case .comprehension(let comprehension):
      slots.removeAll { $0 == comprehension.slot }
      bindsSlots = true
      switch comprehension.function {
      case .avg, .share: hasQuotient = true
      default: break
      }
      if case .group = comprehension.source { readsGroup = true }
    default: break
    }
    if let callee {
      hasQuotient = hasQuotient || callee.hasQuotient
      grow(by: callee)
    }
  }
}
