/// Invents the datasets of a case.
struct SchemaGenerator {
  let chance: Chance

  func make() -> GeneratedSchema {
    var schema = GeneratedSchema()
    schema.wordLists = [
      ["on", "off", "idle"], ["low", "high"], ["on", "a b", "Ä", "x"],
    ]
    // Which ones have a key of two fields, or are a log that nothing refers to, so that it is streamed.
    let count = 1 + chance.below(4)
    let hasLog = chance.percent(65)
    let kinds = (0..<count).map { number -> Kind in
      if number == count - 1, hasLog { return .log }
      return number > 0 && chance.oneIn(5) ? .pair : .plain
    }
    for number in 0..<count { schema.datasets.append(dataset(number, kinds, schema)) }
    return schema
  }

  private enum Kind { case plain, pair, log }

  // MARK: Datasets

  private func dataset(
    _ number: Int, _ kinds: [Kind], _ schema: GeneratedSchema
  ) -> GeneratedDataset {
    let isLog = kinds[number] == .log
    var dataset = GeneratedDataset(name: "d\(number)", fields: [], key: [0])
    dataset.fields.append(keyField(number, schema, isLog: isLog))
    if kinds[number] == .pair {
      dataset.fields.append(GeneratedField(name: "part", type: chance.pick(.int, .text, .bool)))
      dataset.key = [0, 1]
    }
    let isOrdered = isLog ? chance.percent(90) : chance.oneIn(6)
    if isOrdered {
      dataset.fields.append(GeneratedField(name: "at", type: .time))
      dataset.order = ("at", chance.pick("", "10m", "1h", "1s", "0s", "365d"))
    }
    for index in 0..<(2 + chance.below(7)) {
      let name = fieldName(index)
      if dataset.fields.contains(where: { $0.name == name }) { continue }
      dataset.fields.append(field(name, in: number, kinds))
    }
    addCompositeReference(to: &dataset, schema)
    if chance.oneIn(7) { dataset.fresh = chance.pick("26h", "1d", "365d", "1s") }
    if chance.oneIn(6) {
      let hosts = dataset.fields.filter {
        if case .key(let target) = $0.type {
          $0.parts.isEmpty && kinds[target] != .pair
        } else {
          false
        }
      }
      dataset.completePer = chance.element(of: hosts)?.name
    }
    return dataset
  }

  private func keyField(_ number: Int, _ schema: GeneratedSchema, isLog: Bool) -> GeneratedField {
    var field = GeneratedField(name: "id", type: .text)
    if chance.percent(isLog ? 25 : 45) {
      field.type = chance.pick(
        .int, .int, .ip, .time, .version("deb"), .words(0), .bool, .network, .version("semver"))
      if number > 0, chance.oneIn(6) { field.type = .key(0) }
    }
    if chance.oneIn(14) { field.tag = chance.pick("@secret", "@personal(person.name)") }
    return field
  }

  /// A reference made of two fields, to a dataset whose key has two.
  private func addCompositeReference(to dataset: inout GeneratedDataset, _ schema: GeneratedSchema)
  {
    for (index, target) in schema.datasets.enumerated()
    where target.key.count == 2 && chance.percent(70) {
      let isOptional = chance.oneIn(2)
      for (place, key) in target.key.enumerated() {
        dataset.fields.append(
          GeneratedField(
            name: "c\(index)\(place)", type: target.fields[key].type, isOptional: isOptional))
      }
      dataset.fields.append(
        GeneratedField(
          name: "pair\(index)", type: .key(index), parts: ["c\(index)0", "c\(index)1"]))
    }
  }

  // MARK: Fields

  private func fieldName(_ index: Int) -> String {
    if chance.oneIn(12) {
      return chance.pick("count", "where", "rule", "first", "in", "key", "max")
    }
    return "f\(index)"
  }

  private func field(_ name: String, in dataset: Int, _ kinds: [Kind]) -> GeneratedField {
    var field = GeneratedField(
      name: name, type: type(in: dataset, kinds), isOptional: chance.percent(60))
    if case .key = field.type { return field }
    if field.type.isScalar, chance.oneIn(16) {
      field.tag = chance.pick("@secret", "@personal(contact.email)")
    }
    return field
  }

  private func type(in dataset: Int, _ kinds: [Kind]) -> GeneratedType {
    switch chance.below(20) {
    case 0..<9: return scalar()
    case 9..<13: return reference(in: dataset, kinds) ?? scalar()
    case 13, 14: return .list(element(in: dataset, kinds))
    case 15, 16: return .set(element(in: dataset, kinds))
    case 17: return .map(chance.pick(.text, .int, .bool, .time))
    case 18:
      return .record([
        .init(name: "r", type: scalar(), isOptional: chance.oneIn(2)),
        .init(
          name: "s", type: chance.oneIn(4) ? .list(.int) : scalar(), isOptional: chance.oneIn(2)),
      ])
    default: return .json
    }
  }

  private func scalar() -> GeneratedType {
    switch chance.below(17) {
    case 0, 1: .text
    case 2, 3: .bool
    case 4, 5: .int
    case 6: .decimal
    case 7, 8: .time
    case 9: .duration
    case 10: .months
    case 11: .bytes
    case 12: .ip
    case 13: .network
    case 14: .version(chance.pick("semver", "deb", "rpm", "pep440"))
    default: .words(chance.below(3))
    }
  }

  private func element(in dataset: Int, _ kinds: [Kind]) -> GeneratedType {
    if chance.oneIn(4), let target = reference(in: dataset, kinds) { return target }
    return chance.oneIn(3)
      ? scalar() : chance.pick(.text, .int, .decimal, .words(chance.below(3)), .bool)
  }

  /// Mostly to an earlier dataset or itself; seldom to a log, which then is held.
  private func reference(in dataset: Int, _ kinds: [Kind]) -> GeneratedType? {
    let target = chance.below(chance.oneIn(4) ? kinds.count : dataset + 1)
    if kinds[target] == .pair || kinds[target] == .log && !chance.oneIn(4) { return nil }
    return .key(target)
  }
}
