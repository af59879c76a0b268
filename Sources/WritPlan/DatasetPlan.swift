package import WritChecker
package import WritValues

/// How the rules of a plan read one dataset.
package struct DatasetPlan: Sendable {
  package enum Access: String, Sendable {
    /// No rule reads it.
    case unread
    /// Gone through once, for all rules that walk it together.
    case streamed
    /// Gone through once for joins that need no more than counts of its rows (`marks`).
    case marked
    /// In memory as a whole, with no other columns than `fields`.
    case held
  }

  /// Why a dataset has to be held.
  package enum Need: String, CaseIterable, Comparable, Sendable {
    /// A reference is followed to its row.
    case lookUp = "look_up"
    /// `ref in DATASET`
    case membership
    /// An equality of a join leads to its rows.
    case index
    /// All its rows are gone through: once, for each step, or for each member of a rule that says `allow cross`.
    case rows
    /// Its rows say for whom it was collected (`complete per`).
    case coverage
    /// Its keys are those for whom another dataset has to be collected.
    case subjects

    package static func < (one: Need, other: Need) -> Bool {
      let all = Need.allCases
      return (all.firstIndex(of: one) ?? 0) < (all.firstIndex(of: other) ?? 0)
    }
  }

  package struct Reason: Hashable, Sendable {
    /// The id of the rule that needs it.
    package var rule: String
    package var need: Need
  }

  /// The dataset's index in the program.
  package var dataset: Int
  package var name: DatasetName
  /// Indices of the fields to read, sorted; of what is streamed or held nothing else is looked at, but where rows that
  /// share a key have to be compared.
  package var fields: [Int] = []
  /// Ids of the rules whose members its rows are.
  package var walkedBy: [String] = []
  /// Why it is held, by rule; empty where it is not.
  package var reasons: [Reason] = []
  package var indexes: [HashIndex] = []

  /// All joins over it, where they can be told while it streams by; empty where its rows are needed.
  package var marks: [MarkJoin] = []

  /// Whether rules look its rows up or join them.
  package var isHeld: Bool { !reasons.isEmpty }

  package var access: Access {
    !marks.isEmpty
      ? .marked : isHeld ? .held : walkedBy.isEmpty && fields.isEmpty ? .unread : .streamed
  }

  /// Whether rows are found by their key.
  package var isKeyed: Bool {
    reasons.contains { $0.need == .lookUp || $0.need == .membership || $0.need == .subjects }
  }
}

/// A hash table over a held dataset, by which the rows that satisfy an equality are found.
package struct HashIndex: Sendable {
  /// What it is made on, a row being in the join's slot.
  package var row: CheckedExpression
  /// The slot that `row` reads.
  package var slot: Int
  /// Whether each element of a list or set has its entry.
  package var isByElement: Bool
  /// Whether it is made only when what the first equality asks for is unknown.
  package var isFallback: Bool
  /// `row` as text, without its variable: `resource`, `lower(email)`.
  package var text: String

  /// Adds itself, unless there is one made on the same.
  func join(_ indexes: inout [HashIndex]) {
    let same = indexes.firstIndex {
      $0.text == text && $0.row.type == row.type && $0.isByElement == isByElement
    }
    guard let same else {
      indexes.append(self)
      return
    }
    // What one rule keeps to spare another one uses first.
    if !isFallback { indexes[same].isFallback = false }
  }
}
