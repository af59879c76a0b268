/// What an expression reads and how large it is, gathered once when the node is made.
struct ExpressionFacts: Hashable, Sendable {
  /// Slots read that the expression does not bind itself, sorted.
  var slots: [Int] = []
  /// A group's key, its window or its deadline is read.
  var readsMember = false
  /// A step of `each` is read.
  var readsStep = false
  /// Rows of the group are read.
  var readsGroup = false
  /// A quotient may come out, which is compared exactly and so has no one representation to hash.
  var hasQuotient = false
  /// Binds slots of its own.
  var bindsSlots = false
  /// Nodes, with those of lets and defines counted wherever they are used.
  var size = 1
  var depth = 1

  /// Whether the value is one for all members of a rule.
  var isConstant: Bool { slots.isEmpty && !readsMember && !readsStep && !readsGroup }

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

extension CheckedExpression.Kind {
  /// The expressions right below this one.
  var children: [CheckedExpression] {
    switch self {
    case .constant, .param, .now, .periodStart, .periodEnd, .deadline, .windowStart, .windowEnd,
      .stepStart, .stepEnd, .groupKey, .slot:
      []
    case .dereference(let one, _), .field(let one, _, _), .recordField(let one, _),
      .jsonAs(let one), .not(let one), .inDataset(let one, _), .isKnown(let one),
      .isMissing(let one), .matches(let one, _), .negate(let one), .mask(let one):
      [one]
    case .mapEntry(let one, let two), .jsonMember(let one, let two), .and(let one, let two),
      .or(let one, let two), .compare(_, let one, let two), .ageInMonths(_, let one, let two),
      .inCollection(let one, let two), .inMap(let one, let two), .inNetwork(let one, let two),
      .coalesce(let one, let two), .arithmetic(_, let one, let two):
      [one, two]
    case .between(let one, let two, let three), .choice(let one, let two, let three):
      [one, two, three]
    case .function(_, let all), .call(_, let all), .list(let all), .template(let all): all
    case .comprehension(let comprehension): comprehension.children
    }
  }
}

extension Comprehension {
  var children: [CheckedExpression] {
    var all: [CheckedExpression] = []
    if case .collection(let source) = source { all.append(source) }
    all += [condition, value, by, level].compactMap { $0 }
    return all
  }
}
