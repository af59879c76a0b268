import WritChecker
import WritDatabase
import WritDiagnostics
import WritValues

extension RuleCompiler {
  /// The members are the groups of the rows that satisfy `where` or may.
  func groups(
    _ table: DatasetTable, _ members: Scope, _ environment: Environment, _ doubt: Fragment
  ) throws -> RuleStatements {
    if rule.window != nil { throw Untranslatable("`window`", at: rule.place) }
    throw Untranslatable("`group by`", at: rule.place)
  }
}
