package import WritChecker
package import WritValues

/// Something other than the evaluator that can tell the outcomes of a rule's members: a database.
///
/// It counts the members that pass or to which the rule does not apply, and names the rows of all others; the
/// evaluator judges those again and writes their findings. Where the two disagree the rule has no result but an error.
package protocol OutcomeSource: AnyObject {
  /// How many rows of a dataset lie in the database itself, to be judged there without being loaded; nil where they have
  /// to be loaded. They are numbered from 0 in the order of their keys, each has one that no other has, and none is
  /// rejected.
  func count(inPlace dataset: Int, stale: Causes?) -> Int64?

  /// Takes a dataset's rows, in the order in which they will be numbered from 0: that of their keys. Called once for
  /// each dataset some rule reads that is not judged in place, before any `outcomes`.
  ///
  /// - Parameters:
  ///   - sharedKeys: keys several rejected rows claimed: a reference to one is ambiguous, not dangling.
  ///   - rows: calls its argument for each row; may be gone through once.
  func load(
    dataset: Int, stale: Causes?, sharedKeys: Set<Value>,
    rows: ((Row) throws -> Void) throws -> Void
  ) throws

  /// A dataset that can't be seen: what reads it is unknown with these causes.
  func setUnavailable(dataset: Int, causes: Causes) throws

  /// What `count(inPlace:)` said is taken back: the rows will be loaded after all.
  func refuse(inPlace dataset: Int, because reason: String)

  func outcomes(of rule: CheckedRule) throws -> RuleOutcomes
}

extension OutcomeSource {
  package func count(inPlace dataset: Int, stale: Causes?) -> Int64? { nil }
  package func refuse(inPlace dataset: Int, because reason: String) {}
}

/// What an `OutcomeSource` says of one rule.
package struct RuleOutcomes: Sendable {
  /// Members counted and not named.
  package var pass: Int64 = 0
  package var notApplicable: Int64 = 0
  /// Numbers of the rows the evaluator has to see, sorted: those of every member that is not counted above. Of a group
  /// all rows that satisfy `where` or may.
  package var rows: [Int64] = []
  /// Members of these rows that pass or to which the rule does not apply: a row is a member of several steps.
  package var seenPass: Int64 = 0
  package var seenNotApplicable: Int64 = 0
  /// What the evaluator must find among them.
  package var fail: Int64 = 0
  package var noData: Int64 = 0
  package var pending: Int64 = 0
  /// Members that pass although it is unknown whether the rule applies; their rows are among `rows`.
  package var openPass: Int64 = 0
  /// How many of the no_data members have a cause of the kind.
  package var causes: [Cause.Kind: Int64] = [:]

  package init() {}
}
