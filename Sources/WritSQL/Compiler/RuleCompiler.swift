import WritChecker
import WritDatabase
import WritDiagnostics
import WritPatterns
package import WritValues

/// What a run fixes for all rules.
package struct SQLSettings: Sendable {
  package var now: Timestamp
  package var period: (start: Timestamp, end: Timestamp)?
  /// Values that replace those of the program's params, by index.
  package var params: [Int: Value]
  package var isStrict: Bool
  package var zone: @Sendable (String) -> Zone?

  package init(
    now: Timestamp, period: (start: Timestamp, end: Timestamp)? = nil, params: [Int: Value] = [:],
    isStrict: Bool = true, zone: @escaping @Sendable (String) -> Zone? = { _ in nil }
  ) {
    self.now = now
    self.period = period
    self.params = params
    self.isStrict = isStrict
    self.zone = zone
  }
}

/// Translates one rule: from expressions to columns of scopes.
///
/// What it can't say to mean exactly the same is thrown as `Untranslatable`, never left out.
final class RuleCompiler {
  let program: CheckedProgram
  let rule: CheckedRule
  let settings: SQLSettings
  let dialect: SQLDialect
  let tables: [Int: DatasetTable]
  let kinds: SQLKinds
  let parameters: SQLParameters
  let patterns: PatternTable
  let zones: ZoneTables
  let variables: FreeVariableFinder
  /// One row: what is the same for all members.
  let root: Scope
  private var scopes: [Scope] = []
  private var nameCount = 0
  private var known: [Known: Operand] = [:]
  private var knownRows: [Known: RowOperand] = [:]

  private struct Known: Hashable {
    var expression: ObjectIdentifier
    var environment: ObjectIdentifier
    var scope: ObjectIdentifier
  }

  /// Kept alive, as they are known by identity.
  private var environments: [Environment] = []

  init(
    _ rule: CheckedRule, program: CheckedProgram, settings: SQLSettings, dialect: SQLDialect,
    tables: [Int: DatasetTable], kinds: SQLKinds, patterns: PatternTable,
    zones: ZoneTables
  ) {
    self.rule = rule
    self.program = program
    self.settings = settings
    self.dialect = dialect
    self.tables = tables
    self.kinds = kinds
    self.patterns = patterns
    self.zones = zones
    parameters = SQLParameters(dialect)
    variables = FreeVariableFinder(program)
    root = Scope(name: "s0", reaches: [], isRoot: true, isBaseCheap: true) {
      "SELECT 0 AS rid\($0)"
    }
    scopes.append(root)
  }

  func dispose() {
    for scope in scopes { scope.dispose() }
    known = [:]
    knownRows = [:]
  }

  func newName(_ letter: String) -> String {
    nameCount += 1
    return "\(letter)\(nameCount)"
  }

  func register(_ scope: Scope) -> Scope {
    scopes.append(scope)
    return scope
  }

  func environment(_ environment: Environment) -> Environment {
    environments.append(environment)
    return environment
  }

  func table(_ dataset: Int, _ place: Place) throws -> DatasetTable {
    guard let table = tables[dataset] else { throw Untranslatable("this dataset", at: place) }
    if program.datasets[dataset].completePer != nil {
      throw Untranslatable("a dataset that is `complete per` another", at: place)
    }
    return table
  }

  // MARK: Where things are worked out

  /// The outermost scope that has all the expression reads.
  func home(_ expression: CheckedExpression, _ environment: Environment, _ current: Scope) -> Scope
  {
    let free = variables.variables(of: expression)
    var needed: [Scope] = free.readsMember ? [environment.member] : []
    for slot in free.slots {
      switch environment.slots[slot] {
      case .row(let row)?: needed.append(row.scope)
      case .operand(_, let scope)?: needed.append(scope)
      case nil: break
      }
    }
    if needed.isEmpty { return free.hasComprehension ? root : current }
    if needed.allSatisfy({ $0.isRoot }) { return root }
    return outermost(from: current, needed)
  }

  private func outermost(from scope: Scope, _ needed: [Scope]) -> Scope {
    for reach in scope.reaches where needed.allSatisfy({ reach.scope.sees($0) }) {
      return outermost(from: reach.scope, needed)
    }
    return scope
  }

  func bring(_ scalar: Scalar, from home: Scope, to scope: Scope) -> Scalar {
    if home === scope { return scalar }
    var brought = scalar
    brought.value = scope.bring(scalar.value, from: home)
    brought.causes = scope.bring(scalar.causes, from: home)
    brought.high = scalar.high.map { scope.bring($0, from: home) }
    brought.denominator = scalar.denominator.map { scope.bring($0, from: home) }
    return brought
  }

  // MARK: Entry points

  /// The scalar an expression comes to, in terms of the scope.
  func scalar(
    _ expression: CheckedExpression, _ environment: Environment, _ scope: Scope
  ) throws -> Scalar {
    let home = home(expression, environment, scope)
    switch try operand(expression, environment, home) {
    case .scalar(let scalar): return bring(scalar, from: home, to: scope)
    case .opaque(_, _, let title): throw Untranslatable(title, at: expression.place)
    case .record, .collection:
      throw Untranslatable("a collection or record as one value", at: expression.place)
    }
  }

  func condition(
    _ expression: CheckedExpression, _ environment: Environment, _ scope: Scope
  ) throws -> Scalar {
    let scalar = try scalar(expression, environment, scope)
    guard scalar.kind == .bool else {
      throw Untranslatable("a condition that is no bool", at: expression.place)
    }
    return scalar
  }

  /// A scalar that is known or unknown, never an interval.
  func plain(
    _ expression: CheckedExpression, _ environment: Environment, _ scope: Scope
  ) throws -> Scalar {
    plain(try scalar(expression, environment, scope), scope)
  }

  func plain(_ scalar: Scalar, _ scope: Scope) -> Scalar {
    guard scalar.high != nil else { return scalar }
    var plain = scalar
    let causes = scope.bind(scalar.causes)
    plain.value = scope.bind("CASE WHEN \(causes) = 0 THEN \(scalar.value) END")
    plain.causes = causes
    plain.high = nil
    return plain
  }

  /// What the expression comes to in its home.
  func operand(
    _ expression: CheckedExpression, _ environment: Environment, _ scope: Scope
  ) throws -> Operand {
    let key = Known(
      expression: ObjectIdentifier(expression), environment: ObjectIdentifier(environment),
      scope: ObjectIdentifier(scope))
    if let operand = known[key] { return operand }
    var operand = try translate(expression, environment, scope)
    if case .scalar(var scalar) = operand {
      // Long texts are said once.
      if scalar.value.text.utf8.count > 200 { scalar.value = scope.bind(scalar.value) }
      if scalar.causes.text.utf8.count > 200 { scalar.causes = scope.bind(scalar.causes) }
      operand = .scalar(scalar)
    }
    known[key] = operand
    return operand
  }

  /// The row a row-typed expression stands for, in its home.
  func row(
    _ expression: CheckedExpression, _ environment: Environment, _ scope: Scope
  ) throws -> RowOperand {
    let home = home(expression, environment, scope)
    let key = Known(
      expression: ObjectIdentifier(expression), environment: ObjectIdentifier(environment),
      scope: ObjectIdentifier(home))
    if let row = knownRows[key] { return row }
    let row = try translateRow(expression, environment, home)
    knownRows[key] = row
    return row
  }

  /// The environment of a define's body.
  func environment(
    of define: Int, _ arguments: [CheckedExpression], _ environment: Environment, _ scope: Scope
  ) throws -> Environment {
    let inner = self.environment(Environment(member: environment.member))
    inner.window = environment.window
    inner.step = environment.step
    inner.deadline = environment.deadline
    inner.groupKeys = environment.groupKeys
    let definition = program.defines[define]
    for (index, argument) in arguments.enumerated() where index < definition.slotCount {
      if case .row = argument.type {
        inner.slots[index] = .row(try row(argument, environment, scope))
      } else {
        let home = home(argument, environment, scope)
        inner.slots[index] = .operand(try operand(argument, environment, home), home)
      }
    }
    return inner
  }
}

/// Regular expressions by number, for the function that searches.
final class PatternTable {
  private(set) var patterns: [Pattern] = []
  private var numbers: [Pattern: Int64] = [:]

  func number(of pattern: Pattern) -> Int64 {
    if let known = numbers[pattern] { return known }
    patterns.append(pattern)
    numbers[pattern] = Int64(patterns.count - 1)
    return Int64(patterns.count - 1)
  }
}
