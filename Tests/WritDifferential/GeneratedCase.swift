/// A case as it was invented: a policy, data and a run, all in parts that can be taken away.
package struct GeneratedCase: Sendable {
  package var seed: UInt64
  package var schema: GeneratedSchema
  package var declarations: [GeneratedDeclaration]
  package var rules: [GeneratedRule]
  /// By dataset, in the order of the schema's.
  package var data: [GeneratedData]
  package var run: CaseRun

  /// The same case from the same seed.
  package init(seed: UInt64) {
    self.seed = seed
    let chance = Chance(seed: seed)
    let isLarge = chance.oneIn(300)
    let schema = SchemaGenerator(chance: chance).make()
    self.schema = schema
    let generator = RuleGenerator(chance: chance, schema: schema, isLarge: isLarge)
    rules = (0..<(1 + chance.below(4))).map { generator.rule($0) }
    declarations = generator.declarations
    let rows = DataGenerator(chance: chance, schema: schema)
    data = schema.datasets.indices.map { rows.make($0, mayBeLarge: isLarge) }
    run = CaseRun(chance: chance)
    run.params = generator.settings.map { .init(name: $0.param, value: $0.value) }
  }

  package var policy: String {
    let datasets = schema.datasets.filter { !$0.isOmitted }.map { $0.text(in: schema) }
    return (["module t\n"] + datasets + declarations.map(\.text) + rules.map(\.text))
      .joined(separator: "\n")
  }

  /// The case as text.
  package var rendered: DifferentialCase {
    var datasets: [DifferentialCase.Dataset] = []
    for (table, data) in zip(schema.datasets, data) {
      guard data.isDelivered else { continue }
      let files = data.files.enumerated().map { index, text in
        DifferentialCase.File(
          name: "\(table.name)\(index == 0 ? "" : "-\(index + 1)").\(data.format.rawValue)",
          text: text)
      }
      datasets.append(
        DifferentialCase.Dataset(
          name: table.name, files: files, collected: data.collected, covered: data.covered,
          zone: data.zone))
    }
    return DifferentialCase(seed: seed, policy: policy, datasets: datasets, run: run)
  }

  /// How many of each form of expression and clause there are.
  package func countForms(into counts: inout [String: Int]) {
    for expression in rules.flatMap(\.expressions) + declarations.map(\.value) {
      expression.visit { counts[$0.form, default: 0] += 1 }
    }
    for clause in rules.flatMap(\.clauses) + declarations.map(\.kind) {
      counts[clause, default: 0] += 1
    }
    for data in data {
      counts["data \(data.format.rawValue)", default: 0] += 1
      if !data.isDelivered { counts["data undelivered", default: 0] += 1 }
      if data.files.count > 1 { counts["data in two files", default: 0] += 1 }
      if data.rows.count > 1000 { counts["data large", default: 0] += 1 }
      if data.rows.contains(where: { $0.broken != nil }) { counts["data broken", default: 0] += 1 }
    }
  }
}
