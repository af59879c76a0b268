import WritChecker
package import WritDatabase
import WritEngine
import WritModel
import WritPlan
import WritSQL
import WritSources
import WritTables
import WritValues

/// A case whose data are tables of a database: judged in place, and by the reference evaluator that reads them.
package struct InPlaceCheck: Sendable {
  package struct Tally: Sendable {
    package var cases = 0
    package var refused = 0
    package var judged = 0
    /// Rules with a member that fails or passes.
    package var settled = 0
    /// Datasets, by how they were judged.
    package var inPlace = 0
    package var loaded: [String: Int] = [:]
    package var failures: [String] = []

    package init() {}
  }

  /// A file that is made anew, or a server.
  private let location: DatabaseLocation

  package init(at location: DatabaseLocation) { self.location = location }

  package func run(seed: UInt64, into tally: inout Tally) throws {
    let generated = GeneratedCase(seed: seed)
    tally.cases += 1
    let prepared: PreparedCase
    do { prepared = try PreparedCase(generated.rendered) } catch is PreparedCase.Refusal {
      tally.refused += 1
      return
    }
    let tables = CaseTables(generated, dialect: location.dialect)
    let writer = try location.open()
    do {
      try tables.make(writer)
      writer.close()
    }
    let session = try DatabaseSession(location)
    var deliveries: [DatasetName: DatasetDelivery] = [:]
    var bound: [DatasetName: BoundTable] = [:]
    let schemas = Dictionary(
      prepared.program.datasets.map { ($0.name, $0) }, uniquingKeysWith: { one, _ in one })
    for schema in prepared.program.datasets {
      guard
        let number = generated.schema.datasets.firstIndex(where: { $0.name == schema.name.name }),
        generated.data[number].isDelivered
      else { continue }
      let data = generated.data[number]
      let table = try DatabaseTable(
        TableName(schema: tables.schema, schema.name.name), of: session, name: schema.name.name,
        schema: schema, zone: data.zone.flatMap(CaseZones.named),
        keyType: { KeyTypes.type(of: $0, schemas, depth: 0) })
      deliveries[schema.name] = DatasetDelivery(
        inputs: [.records(table, table.binding)],
        collectedAt: data.collected.flatMap { Timestamp(parsing: $0) })
      bound[schema.name] = table.bound
    }
    try compare(prepared, deliveries, bound, session, seed, &tally)
  }

  private func compare(
    _ prepared: PreparedCase, _ deliveries: [DatasetName: DatasetDelivery],
    _ bound: [DatasetName: BoundTable], _ session: DatabaseSession, _ seed: UInt64,
    _ tally: inout Tally
  ) throws {
    var options = prepared.options
    options.engine = .reference
    let support = SQLSupport(
      prepared.program, dialect: location.dialect, zone: prepared.options.zone)
    let rules = prepared.program.rules.filter { support.refusal(of: $0) == nil }
    let ids = Set(rules.map(\.id))
    let expected = ReferenceEvaluator(
      program: prepared.program, deliveries: deliveries, options: options
    ).evaluate(rules: ids)
    let outcomes = try SQLOutcomes(
      prepared.program, rules: rules,
      settings: SQLSettings(
        now: options.now, period: options.period, params: options.params,
        isStrict: options.isStrict, zone: options.zone),
      connection: session.unguarded, bound: bound)
    let found = ReferenceEvaluator(
      program: prepared.program, deliveries: deliveries, options: options, outcomes: outcomes
    ).evaluate(rules: ids)
    tally.judged += rules.count
    tally.settled += expected.rules.count { $0.ledger.pass > 0 || $0.ledger.fail > 0 }
    tally.inPlace += outcomes.inPlace.count
    for reason in outcomes.loaded.values { tally.loaded[reason, default: 0] += 1 }
    // PostgreSQL holds no text with a zero byte and says so, also of what is loaded into it.
    if found.rules.contains(where: { $0.error?.contains("zero byte") == true }) { return }
    if let difference = Disagreement(
      "in place", expected: ResultPrint.whole(expected), found: ResultPrint.whole(found))
    {
      tally.failures.append("seed \(seed): \(difference.detail)")
    }
  }
}

extension DatabaseLocation {
  fileprivate var dialect: SQLDialect { if case .postgres = self { .postgres } else { .sqlite } }
}

/// The rows of a case as tables of a database.
private struct CaseTables {
  let generated: GeneratedCase
  let dialect: SQLDialect
  var schema: String? { dialect == .postgres ? "writ_cases" : nil }
  /// Whether rows without a key or with another's are left out, as a table with a primary key has none.
  private let isSound: Bool
  private let chance: Chance

  init(_ generated: GeneratedCase, dialect: SQLDialect) {
    self.generated = generated
    self.dialect = dialect
    chance = Chance(seed: generated.seed ^ 0x7AB1E)
    isSound = !chance.oneIn(4)
  }

  func make(_ connection: any DatabaseConnection) throws {
    if let schema {
      try connection.execute("DROP SCHEMA IF EXISTS \(schema) CASCADE", [])
      try connection.execute("CREATE SCHEMA \(schema)", [])
      try connection.execute("SET search_path = \(schema), pg_catalog", [])
    }
    for (table, data) in zip(generated.schema.datasets, generated.data) where data.isDelivered {
      try make(table, data, connection)
    }
  }

  private func make(
    _ table: GeneratedDataset, _ data: GeneratedData, _ connection: any DatabaseConnection
  ) throws {
    let name = SQLIdentifier.quoted(table.name)
    let fields = table.fields.filter { $0.parts.isEmpty }
    let types = fields.map { type(of: $0.type) }
    let list = zip(fields, types).map { "\(SQLIdentifier.quoted($0.name)) \($1)" }
    if dialect == .sqlite { try connection.execute("DROP TABLE IF EXISTS \(name)", []) }
    try connection.execute("CREATE TABLE \(name) (\(list.joined(separator: ", ")))", [])
    let keys = table.key.map { table.fields[$0].name }
    var seen: Set<[SQLValue]> = []
    var rows = data.rows.compactMap { row -> [SQLValue]? in
      guard row.broken == nil, let object = try? JSONValue.parse(row.json) else { return nil }
      let values = zip(fields, types).map { field, type in
        value(object[Text(field.name)] ?? .null, type)
      }
      if isSound {
        let key = zip(fields, values).filter { keys.contains($0.0.name) }.map(\.1)
        guard !key.contains(.null), seen.insert(key).inserted else { return nil }
      }
      return values
    }.makeIterator()
    try connection.insert(into: table.name, columns: fields.map(\.name)) { rows.next() }
  }

  /// Columns of different types hold the same values.
  private func type(of type: GeneratedType) -> String {
    if dialect == .sqlite { return chance.pick("", "TEXT", "INTEGER", "REAL", "BLOB") }
    return switch type {
    case .int: chance.pick("bigint", "numeric", "int")
    case .decimal: chance.pick("numeric", "numeric(20,8)", "bigint")
    case .bool: "boolean"
    case .time: chance.pick("timestamptz", "timestamp", "date", "timestamptz")
    case .ip: "inet"
    case .bytes: chance.pick("bigint", "text")
    case .text, .words: chance.pick("text", "varchar", "char(12)")
    case .key(let target): keyColumn(target)
    case .list, .set, .map, .record, .json: "json"
    default: "text"
    }
  }

  private func keyColumn(_ dataset: Int) -> String {
    let table = generated.schema.datasets[dataset]
    guard table.key.count == 1 else { return "json" }
    return switch table.fields[table.key[0]].type {
    case .key(let inner): keyColumn(inner)
    case .int: "bigint"
    case .bool: "boolean"
    case .time: "timestamptz"
    case .decimal: "numeric"
    default: "text"
    }
  }

  private func value(_ value: JSONValue, _ type: String) -> SQLValue {
    switch value {
    case .null: return .null
    case .bool(let bool):
      if type == "json" { return .text(value.compact) }
      return dialect == .sqlite
        ? .int(bool ? 1 : 0) : fits(bool ? "true" : "false", type).map { .text($0) } ?? .null
    case .number(let text):
      if type == "json" { return .text(text) }
      if dialect == .postgres { return fits(text, type).map { .text($0) } ?? .null }
      return Int64(text).map { .int($0) } ?? Double(text).map { .real($0) } ?? .null
    case .string(let text):
      if dialect == .sqlite { return .text(text.string) }
      return fits(text.string, type).map { .text($0) } ?? .null
    case .array, .object:
      let text = value.compact
      return dialect == .sqlite || type == "text" || type == "json" ? .text(text) : .null
    }
  }

  private func value(of text: String) -> String { JSONValue.text(text).compact }

  /// What a typed column takes; nil for NULL.
  private func fits(_ text: String, _ type: String) -> String? {
    if text.utf8.contains(0) { return nil }
    switch type {
    case "bigint": return Int64(text) != nil ? text : nil
    case "int": return Int32(text) != nil ? text : nil
    case "numeric":
      return Double(text).map { abs($0) < 1e30 } == true ? text : chance.pick(nil, "NaN")
    case "numeric(20,8)": return Double(text).map { abs($0) < 1e11 } == true ? text : nil
    case "boolean": return text == "true" || text == "false" ? text : nil
    case "timestamptz", "timestamp", "date":
      if chance.oneIn(30) {
        return chance.pick("infinity", "-infinity", "0044-03-15 BC", "12000-01-01")
      }
      return Timestamp(parsing: text, zone: .utc) == nil ? nil : text
    case "inet":
      return IPAddress(parsing: text) == nil ? nil : text + (chance.oneIn(10) ? "/7" : "")
    case "json": return value(of: text)
    case "char(12)": return text.unicodeScalars.count <= 12 ? text : nil
    default: return text
    }
  }
}
