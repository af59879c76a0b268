package import WritChecker

/// What one rule does, as relational operators in the order in which they are best evaluated.
///
/// The order changes no outcome: logic is commutative.
package struct RulePlan: Sendable {
  package var rule: String
  /// The dataset it walks; nil where it has one member.
  package var dataset: Int?
  package var cost: CostClass
  package var operators: [PlanOperator]
  package var state: GroupState?
}

/// What has to be kept of the rows of each group while a dataset goes by.
package struct GroupState: Hashable, Sendable {
  package enum Span: Hashable, Sendable {
    /// All its rows.
    case all
    /// Those of the last so many microseconds.
    case ring(Int64)
    /// Those of the window that is open.
    case openWindow
    case openSession
  }

  package var span: Span
  /// Names of the group's keys; empty where all rows are one group.
  package var keys: [String]

  package init(span: Span, keys: [String]) {
    self.span = span
    self.keys = keys
  }
}

/// One step of a rule's plan.
package struct PlanOperator: Sendable {
  package enum Kind: Sendable {
    /// A reference is followed to its row. `fields` are those read behind it, sorted.
    case lookUp(path: String, dataset: Int, fields: [Int])
    /// `ref in DATASET`
    case membership(reference: String, dataset: Int)
    case join(JoinPlan)
    /// A quantifier or an aggregate over a collection in the row. `value` is what must hold for every element, or what
    /// is summed or compared.
    case nested(Comprehension.Function, source: String, value: String?)
    /// The detectors run over a text.
    case detection
    /// An aggregate over the rows of a group or window.
    case aggregate
    /// Once for each step of the audit period.
    case each(CheckedRule.Step)
    /// A condition of `where`.
    case filter
    case group([String])
    case window(CheckedRule.Window)
    /// A condition of `when`.
    case when
    case must
    case within
    /// What is worked out for findings alone: clauses by their words.
    case findings([String])
  }

  package var kind: Kind
  /// The condition or expression, on one line; empty where the kind says it all.
  package var text = ""
  /// Its own, without that of `inner`.
  package var cost: CostClass
  /// What it evaluates for each of its rows or elements.
  package var inner: [PlanOperator] = []

  /// The cost of it all.
  var wholeCost: CostClass { inner.reduce(cost) { max($0, $1.wholeCost) } }
}

/// A quantifier or an aggregate over the rows of a dataset.
package struct JoinPlan: Sendable {
  package enum Kind: String, Sendable {
    /// Is there a row?
    case semi
    /// Is there none?
    case anti
    /// What do the rows come to?
    case group
  }

  package enum Strategy: String, Sendable {
    /// The rows that an equality leads to.
    case hash
    /// All rows, for each member.
    case cross
    /// All rows, once for all members: nothing of the member is read.
    case once
    /// All rows, once for each step of the period.
    case eachStep = "each_step"
  }

  package var comprehension: Comprehension
  package var kind: Kind
  package var strategy: Strategy
  package var dataset: Int
  /// The equalities an index is made on, the first being the one that is used while what it asks for is known.
  package var keys: [String]
  /// Conditions beside the first equality, cheapest first.
  package var rest: [String]
  /// What must hold for every row, or what is summed or compared.
  package var value: String?
  /// What orders the rows of `first` and `last`.
  package var by: String?
  /// Whether the members could be held and marked while the rows of this dataset stream by, instead of holding the
  /// dataset: it is a stream, and the population is none.
  package var isMarked: Bool
}
