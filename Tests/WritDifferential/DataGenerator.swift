/// Invents the rows of a case's datasets, with holes.
struct DataGenerator {
  let chance: Chance
  let schema: GeneratedSchema
  /// In percent, for a member: absent or null, of another type, an extreme or odd form.
  let missing: Int
  let wrong: Int
  let odd: Int

  init(chance: Chance, schema: GeneratedSchema) {
    self.chance = chance
    self.schema = schema
    missing = chance.pick(0, 0, 5, 15, 40)
    wrong = chance.pick(0, 0, 0, 2, 8)
    odd = chance.pick(0, 0, 4, 15)
  }

  func make(_ number: Int, mayBeLarge: Bool) -> GeneratedData {
    let dataset = schema.datasets[number]
    var data = GeneratedData()
    let roll = chance.below(12)
    data.format = roll == 0 ? .json : roll < 3 ? .csv : .ndjson
    data.columns = dataset.fields.filter { $0.parts.isEmpty }.map(\.name)
    if chance.oneIn(8) { data.columns = chance.shuffled(data.columns + ["unasked"]) }
    let isLog = dataset.order != nil
    let count =
      mayBeLarge && isLog && number == schema.datasets.count - 1
      ? 1200 + chance.below(2500)
      : chance.oneIn(10) ? chance.below(2) : 3 + chance.below(isLog ? 22 : 6)
    if count > 1000 {
      data.format = .ndjson
      data.rows = large(number, count)
    } else {
      data.rows = (0..<count).flatMap { rows(number, $0, isCSV: data.format == .csv) }
    }
    if isLog, chance.oneIn(2) { data.rows = chance.shuffled(data.rows) }
    if data.format == .ndjson, chance.oneIn(12) { data.rows = data.rows.map(carriageReturn) }
    if chance.oneIn(6) { data.split = chance.below(data.rows.count + 1) }
    if dataset.fresh != nil || chance.oneIn(9) {
      data.collected = chance.pick(
        "2026-03-01T11:00:00Z", "2026-02-28T12:00:00Z", "2026-02-27T00:00:00Z",
        "2027-01-01T00:00:00Z")
      if chance.oneIn(6) { data.collected = nil }
    }
    if chance.oneIn(24) { data.isDelivered = false }
    if let field = dataset.completePer,
      let place = dataset.fields.first(where: { $0.name == field }),
      case .key(let target) = place.type
    {
      for host in 0..<6 where chance.oneIn(3) {
        data.covered += ValuePool.key(host, of: target, in: schema).prefix(1)
      }
    }
    if chance.oneIn(12) { data.zone = chance.element(of: ValuePool.zones) }
    return data
  }

  private func carriageReturn(_ row: GeneratedRow) -> GeneratedRow {
    var row = row
    row.lineEnd = "\r\n"
    return row
  }

  // MARK: Rows

  /// Many plain lines of one shape over a few values, with something else among them now and then.
  private func large(_ number: Int, _ count: Int) -> [GeneratedRow] {
    let samples = (0..<40).map { row(number, $0, isCSV: false) }
    let dataset = schema.datasets[number]
    return (0..<count).flatMap { index -> [GeneratedRow] in
      if chance.oneIn(500) { return rows(number, index, isCSV: false) }
      var row = samples[chance.below(samples.count)]
      for (name, cell) in zip(dataset.key.map { dataset.fields[$0].name }, keyCells(index, number))
      {
        row.members.removeAll { $0.name == name }
        row.members.insert(member(name, cell), at: 0)
      }
      if let order = dataset.order {
        let seconds = index * 40 + chance.below(300)
        let time =
          "2026-01-\(two(1 + seconds / 86_400))T\(two(seconds / 3600 % 24)):"
          + "\(two(seconds / 60 % 60)):\(two(seconds % 60))Z"
        row.members.removeAll { $0.name == order.field }
        row.members.append(.init(name: order.field, json: "\"\(time)\"", csv: time))
      }
      return [row]
    }
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// The row of a number, perhaps twice, perhaps broken.
  private func rows(_ number: Int, _ index: Int, isCSV: Bool) -> [GeneratedRow] {
    let row = row(number, index, isCSV: isCSV)
    guard odd > 0 else { return [row] }
    if chance.oneIn(40) {
      var broken = row
      broken.broken = chance.pick(
        "{", "", "[]", "7", "{\"id\":\"k1\"", "{\"id\":\"k1\"}}", "\"", "{\"id\":\"\\ud800\"}",
        "   ",
        "{\"id\":null}", "{\"a\":1,}", "nonsense", "{\"id\":\"k1\",\"id\":\"k2\"}")
      return [broken]
    }
    if chance.oneIn(25) {
      // Alike, or of the same key alone.
      var other = row
      if chance.oneIn(2) { other = self.row(number, index, isCSV: isCSV) }
      if chance.oneIn(3) { other.members = chance.shuffled(other.members) }
      return [row, other]
    }
    return [row]
  }

  private func row(_ number: Int, _ index: Int, isCSV: Bool) -> GeneratedRow {
    let dataset = schema.datasets[number]
    var members: [GeneratedRow.Member] = []
    let keys = keyCells(index, number)
    for (place, field) in dataset.fields.enumerated() where field.parts.isEmpty {
      if let part = dataset.key.firstIndex(of: place), part < keys.count, !chance.percent(wrong / 2)
      {
        members.append(member(field.name, keys[part]))
        continue
      }
      if field.isOptional ? chance.percent(missing) : chance.percent(wrong) {
        if chance.oneIn(2) { members.append(.init(name: field.name, json: "null", csv: "")) }
        continue
      }
      if chance.percent(wrong) {
        let json = chance.pick("{\"wrong\":1}", "7", "\"nonsense\"", "[1]", "true", "-0.5", "1e400")
        members.append(.init(name: field.name, json: json, csv: cell(ofJSON: json)))
        continue
      }
      members.append(member(field, in: number))
    }
    if chance.percent(odd), !isCSV { members = chance.shuffled(members) }
    if chance.percent(odd / 3) {
      members.append(.init(name: "unasked", json: "{\"a\":[1,\"}\"]}", csv: "x"))
    }
    if chance.percent(odd / 3), !isCSV, let again = chance.element(of: members) {
      members.append(again)
    }
    return GeneratedRow(members: members, isSpaced: chance.percent(odd / 2))
  }

  /// Now and then a key that another row has.
  private func keyCells(_ index: Int, _ number: Int) -> [Cell] {
    let dataset = schema.datasets[number]
    let index = odd > 0 && chance.oneIn(60) ? chance.below(4) : index
    let parts = ValuePool.key(index, of: number, in: schema)
    return zip(parts, dataset.key).map { part, field in
      cell(dataset.fields[field].type, raw: part)
    }
  }

  // MARK: Values

  private struct Cell {
    var json: String
    var csv: String
  }

  private func member(_ name: String, _ cell: Cell) -> GeneratedRow.Member {
    .init(name: name, json: cell.json, csv: cell.csv)
  }

  private func member(_ field: GeneratedField, in dataset: Int) -> GeneratedRow.Member {
    if let order = schema.datasets[dataset].order, order.field == field.name {
      // Mostly close together, mostly rising.
      let minute = chance.below(60)
      let time =
        chance.percent(odd)
        ? (chance.element(of: ValuePool.times) ?? "")
        : "2026-02-2\(7 + chance.below(2))T1\(chance.below(3)):\(two(minute)):00Z"
      return member(field.name, cell(.time, raw: time))
    }
    return member(field.name, cell(field.type, depth: 0))
  }

  private func cell(_ type: GeneratedType, depth: Int) -> Cell {
    switch type {
    case .key(let target):
      let parts = ValuePool.key(chance.below(chance.oneIn(6) ? 12 : 4), of: target, in: schema)
      return cell(keyType(target), raw: parts.first ?? "")
    case .list(let element), .set(let element):
      let count = chance.oneIn(5) ? 0 : chance.below(4)
      let items = (0..<count).map { _ -> String in
        chance.percent(wrong)
          ? chance.pick("null", "7", "{}", "\"nonsense\"") : cell(element, depth: depth + 1).json
      }
      return compound("[" + items.joined(separator: ",") + "]")
    case .map(let element):
      var items: [String] = []
      for name in ["owner", "k", "a b"] where chance.oneIn(2) {
        items.append(
          "\"\(name)\":\(chance.percent(wrong) ? "null" : cell(element, depth: depth + 1).json)")
      }
      return compound("{" + items.joined(separator: ",") + "}")
    case .record(let members):
      var items: [String] = []
      for member in members {
        if member.isOptional ? chance.percent(missing) : chance.percent(wrong) {
          if chance.oneIn(2) { items.append("\"\(member.name)\":null") }
          continue
        }
        items.append("\"\(member.name)\":\(cell(member.type, depth: depth + 1).json)")
      }
      return compound("{" + items.joined(separator: ",") + "}")
    case .json: return compound(json(depth: depth))
    default: return cell(type, raw: chance.element(of: usual(type)) ?? "")
    }
  }

  private func keyType(_ dataset: Int) -> GeneratedType {
    let table = schema.datasets[dataset]
    let type = table.fields[table.key[0]].type
    if case .key(let inner) = type { return keyType(inner) }
    return type
  }

  /// Mostly the first of the pool, which meet each other.
  private func usual(_ type: GeneratedType) -> [String] {
    let all = ValuePool.raw(type, in: schema)
    return chance.percent(60 + odd) ? all : Array(all.prefix(4))
  }

  private func json(depth: Int) -> String {
    switch chance.below(depth > 2 ? 6 : 9) {
    case 0: return "null"
    case 1: return chance.pick("true", "false")
    case 2: return chance.element(of: ValuePool.ints) ?? "0"
    case 3: return chance.pick("0.5", "1e3", "-0", "1.0", "1e-7", "123456789.123456789", "1E400")
    case 4, 5: return quoted(chance.element(of: ValuePool.texts) ?? "")
    case 6:
      return "[" + (0..<chance.below(3)).map { _ in json(depth: depth + 1) }.joined(separator: ",")
        + "]"
    default:
      return "{"
        + ["a", "b", "a key"].filter { _ in chance.oneIn(2) }
        .map { "\"\($0)\":\(json(depth: depth + 1))" }.joined(separator: ",") + "}"
    }
  }

  private func compound(_ json: String) -> Cell { Cell(json: json, csv: cell(ofJSON: json)) }

  /// A scalar value as JSON and as a CSV cell; with odd spelling now and then.
  private func cell(_ type: GeneratedType, raw: String) -> Cell {
    switch type {
    case .key(let target): return cell(keyType(target), raw: raw)
    case .bool: return Cell(json: raw, csv: chance.percent(odd) ? raw.uppercased() : raw)
    case .int, .decimal:
      var text = raw
      if chance.percent(odd) {
        text = chance.pick(
          raw + (raw.contains(".") ? "0" : ".0"), "1e2", "9223372036854775808", "0.0000005", "-0",
          "\"\(raw)\"", "1E-3", "123456789012345678901234567890", "1.0000004", "5e-7")
      }
      return Cell(json: text, csv: cell(ofJSON: text))
    case .time:
      var text = raw
      if chance.percent(odd) {
        text = chance.pick(
          "2026-02-28", "2026-02-30", "2026-03-01T13:00:00+01:00", "2026-03-01 12:00:00",
          "2026-03-01T12:00:00", "2026-03-01T12:00:00.1234567Z", "2026-03-01t12:00:00z",
          "1772366400",
          "0000-12-31T23:59:59Z", "2026-03-01T24:00:00Z", "2026-06-30T23:59:60Z")
      }
      return string(text)
    case .bytes:
      return chance.oneIn(3) ? Cell(json: "1024", csv: "1024") : string(raw)
    case .ip:
      return string(
        chance.percent(odd)
          ? chance.pick("::FFFF:10.0.0.1", "10.0.0.256", "010.0.0.1", "1::2::3") : raw)
    case .network:
      return string(
        chance.percent(odd) ? chance.pick("10.0.0.1/8", "10.0.0.0/33", "10.0.0.0") : raw)
    default: return string(raw)
    }
  }

  private func string(_ raw: String) -> Cell {
    Cell(json: quoted(raw), csv: csvCell(raw))
  }

  private func quoted(_ raw: String) -> String {
    var result = "\""
    for scalar in raw.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\u{0}"..<" ": result += escape(UInt16(scalar.value))
      default:
        if odd > 0, chance.oneIn(40) {
          for unit in String(scalar).utf16 { result += escape(unit) }
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  private func escape(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16, uppercase: chance.oneIn(2))
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }

  /// What stands in a CSV cell for a JSON value: a text without its quotes.
  private func cell(ofJSON json: String) -> String {
    if json == "null" { return "" }
    if json.hasPrefix("\""), !json.contains("\\") {
      return csvCell(String(json.dropFirst().dropLast()))
    }
    return csvCell(json)
  }

  private func csvCell(_ text: String) -> String {
    let needsQuotes = text.unicodeScalars.contains {
      $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" || $0 == " " || $0 == "\t"
    }
    if !needsQuotes, !chance.oneIn(20) { return text }
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { result += "\"" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}
