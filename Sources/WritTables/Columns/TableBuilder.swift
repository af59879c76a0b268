import WritValues

/// Puts the rows of a dataset into columns as they are read, then sorts them by key.
final class TableBuilder {
  private let schema: DatasetSchema
  private let wanted: [Bool]
  private var builders: [ColumnBuilder?]
  private var origins: [RowOrigin] = []
  /// Rejected rows, and rows that were given as they are.
  private var whole: [Int: Row] = [:]
  private var rejected: Set<Int> = []
  /// The field whose texts are the keys; nil when keys are of another kind.
  private let textKey: Int?
  private var texts = TextIndex()
  private var values: [Value: Int] = [:]
  private var keys: [Value] = []
  /// Rows that share a key, by the first of them.
  private var sharing: [Int: [Int]] = [:]
  /// When those rows were; their keys don't tell them apart.
  private var times: [Int: Int64] = [:]

  private var plan: DecodingPlan?
  private var input = ""
  private var matcher: LineMatcher?
  /// The fields that stand in lines, in the order of the matcher's columns.
  private var lineFields: [Int] = []
  private var lineBuilders: [ColumnBuilder] = []
  private var keyColumns: [Int] = []

  /// - Parameters:
  ///   - fields: how each field is decoded.
  ///   - isDecoded: whether keys are what the key fields hold; false for rows that come as they are.
  init(
    schema: DatasetSchema, wanted: [Bool], fields: [DecodingPlan.Field], isDecoded: Bool = true
  ) {
    self.schema = schema
    self.wanted = wanted
    let key = schema.key.count == 1 && isDecoded ? schema.key.first : nil
    textKey = key.flatMap { index in
      guard fields.indices.contains(index), fields[index].components.isEmpty,
        case .text = fields[index].shape
      else { return nil }
      return index
    }
    let textKey = textKey
    builders = fields.indices.map { index in
      guard wanted[index], fields[index].components.isEmpty else { return nil }
      return ColumnBuilder(fields[index], zone: nil, isKey: index == textKey)
    }
  }

  var count: Int { origins.count }

  // MARK: Lines

  /// What follows is read by this plan.
  func begin(_ plan: DecodingPlan, input: String) {
    self.plan = plan
    self.input = input
    matcher = nil
    lineFields = []
    lineBuilders = []
    var columns: [[UInt8]: Int] = [:]
    for (index, builder) in builders.enumerated() {
      guard let builder else { continue }
      builder.read(in: plan.binding.zone)
      let name = plan.fields[index].name
      let column = plan.binding.column(of: name)
      // What a path leads to is found by the decoder.
      if plan.binding.fieldMap[name] != nil, column.utf8.contains(ASCII.point) { return }
      guard columns.updateValue(lineFields.count, forKey: Array(column.utf8)) == nil else { return }
      lineFields.append(index)
      lineBuilders.append(builder)
    }
    keyColumns = schema.key.compactMap { lineFields.firstIndex(of: $0) }
    guard keyColumns.count == schema.key.count else { return }
    matcher = LineMatcher(columns)
  }

  /// Takes a line of a known shape; false when it has to be decoded.
  func take(_ line: UnsafeBufferPointer<UInt8>, _ origin: RowOrigin) -> Bool {
    guard let matcher, matcher.match(line) else { return false }
    let row = origins.count
    var earlier: Int?
    if textKey != nil {
      let token = line.part(matcher.token(keyColumns[0]))
      guard token.first == ASCII.quote else { return false }
      let text = token.part(ByteRange(start: 1, end: token.count &- 1))
      earlier = addText(text, row: row)
    } else {
      var parts: [Value] = []
      for column in keyColumns {
        let place = RowPlace(name: input, origin: origin)
        let token = line.part(matcher.token(column))
        guard let value = lineBuilders[column].datum(of: token, place: place).value else {
          return false
        }
        parts.append(value)
      }
      earlier = addValue(parts.count == 1 ? parts[0] : .tuple(parts), row: row)
    }
    for index in 0..<lineBuilders.count {
      lineBuilders[index].append(line.part(matcher.token(index))) {
        RowPlace(name: input, origin: origin)
      }
    }
    finish(row, origin, earlier)
    return true
  }

  // MARK: Rows

  func append(_ row: Row, keepsWhole: Bool = false) {
    let position = origins.count
    for (index, builder) in builders.enumerated() {
      guard let builder else { continue }
      if row.isRejected || !row.fields.indices.contains(index) {
        builder.appendMissing()
      } else {
        builder.append(row.fields[index])
      }
    }
    var earlier: Int?
    if row.isRejected {
      rejected.insert(position)
      if textKey == nil { keys.append(row.key) }
    } else if textKey != nil {
      if case .text(let text) = row.key {
        var copy = text.string
        earlier = copy.withUTF8 { addText($0, row: position) }
      }
    } else {
      earlier = addValue(row.key, row: position)
    }
    if keepsWhole || row.isRejected { whole[position] = row }
    finish(position, row.origin, earlier)
  }

  private func finish(_ row: Int, _ origin: RowOrigin, _ earlier: Int?) {
    origins.append(origin)
    if let earlier { sharing[earlier, default: [earlier]].append(row) }
  }

  private func addText(_ key: UnsafeBufferPointer<UInt8>, row: Int) -> Int? {
    guard let textKey, let builder = builders[textKey] else { return nil }
    return texts.add(key, row: row) { known in
      builder.texts.withTexts { $0.isText(key, at: known) }
    }
  }

  private func addValue(_ key: Value, row: Int) -> Int? {
    keys.append(key)
    if let earlier = values[key] { return earlier }
    values[key] = row
    return nil
  }

  // MARK: The table

  /// Rows that share their key, with their keys and origins.
  var repeated: [Int: (key: Value, origin: RowOrigin)] {
    var repeated: [Int: (key: Value, origin: RowOrigin)] = [:]
    for row in sharing.values.joined() { repeated[row] = (key(at: row), origins[row]) }
    return repeated
  }

  struct Built {
    var columns: HeldColumns
    /// Where the rows were that shared a key.
    var rejected: [RowOrigin]
    var repeats: Int
    var sharedKeys: Set<Value>
  }

  /// - Parameter rows: rows that share a key, with all declared fields; others are made from the columns.
  func build(names: [String], rows: [Int: Row]) -> Built {
    let conflicts = KeyConflicts(schema: schema)
    let groups = sharing.sorted { $0.key < $1.key }.map(\.value)
    let columns = builders.map { $0?.column() }
    let unsorted = HeldColumns(
      schema: schema, columns: columns, wanted: wanted, origins: origins, whole: whole,
      rejected: rejected, textIndex: nil, valueIndex: [:])
    let order = RowOrder(schema)
    let verdict = conflicts.judge(groups, names: names) { index in
      let row = rows[index] ?? unsorted.makeRow(at: index)
      times[index] = order.time(of: row)
      return row
    }
    let sharedKeys = Set(verdict.groups.compactMap { groups[$0].first.map { key(at: $0) } })
    for row in verdict.refused {
      whole[row] = conflicts.rejected(origins[row], names)
      rejected.insert(row)
    }
    let kept =
      verdict.dropped.isEmpty
      ? Array(0..<origins.count) : (0..<origins.count).filter { !verdict.dropped.contains($0) }
    let held = held(columns, sorted(kept), groups)
    return Built(
      columns: held, rejected: verdict.refused.sorted().map { origins[$0] },
      repeats: verdict.dropped.count, sharedKeys: sharedKeys)
  }

  private func held(
    _ columns: [Column?], _ order: [UInt32]?, _ groups: [[Int]]
  ) -> HeldColumns {
    let columns = order.map { order in columns.map { $0?.reordered(order) } } ?? columns
    var numbers = order.map { order in
      var numbers = Array(repeating: -1, count: origins.count)
      for (position, row) in order.enumerated() { numbers[Int(row)] = position }
      return numbers
    }
    // Of rows further apart than the lateness that have one key the last shows that there is one.
    if !groups.isEmpty {
      var found = numbers ?? Array(0..<origins.count)
      for group in groups {
        let positions = group.filter { !rejected.contains($0) }.map { found[$0] }
        if let first = group.first { found[first] = positions.max() ?? -1 }
      }
      return made(columns, order, numbers: numbers, found: found)
    }
    defer { numbers = nil }
    return made(columns, order, numbers: numbers, found: numbers)
  }

  /// - Parameters:
  ///   - numbers: each row's position; nil where it is its own.
  ///   - found: where the key of each row is found, -1 for nowhere.
  private func made(
    _ columns: [Column?], _ order: [UInt32]?, numbers: [Int]?, found: [Int]?
  ) -> HeldColumns {
    if let found {
      texts.renumber { found[$0] < 0 ? nil : found[$0] }
      values = values.compactMapValues { found[$0] < 0 ? nil : found[$0] }
    }
    var placed = whole
    var refused = rejected
    if let numbers {
      placed = [:]
      for (row, value) in whole where numbers[row] >= 0 { placed[numbers[row]] = value }
      refused = Set(rejected.map { numbers[$0] }.filter { $0 >= 0 })
    }
    return HeldColumns(
      schema: schema, columns: columns, wanted: wanted,
      origins: order.map { order in order.map { origins[Int($0)] } } ?? origins, whole: placed,
      rejected: refused, textIndex: textKey == nil ? nil : texts, valueIndex: values)
  }

  private func key(at row: Int) -> Value {
    if let row = whole[row] { return row.key }
    guard let textKey, let builder = builders[textKey] else { return keys[row] }
    return .text(builder.texts.withText(at: row) { Text($0.text) })
  }

  // MARK: Order

  /// The rows as `RowOrder` has them; nil when they are in that order and none is left out.
  private func sorted(_ rows: [Int]) -> [UInt32]? {
    let order: [Int]
    if textKey == nil {
      let keys = rows.map { whole[$0]?.key ?? self.keys[$0] }
      order = rows.indices.sorted { one, other in
        if Value.inOrder(keys[one], keys[other]) { return true }
        if Value.inOrder(keys[other], keys[one]) { return false }
        return precedes(rows[one], rows[other])
      }.map { rows[$0] }
    } else {
      order = sortedTexts(rows)
    }
    if order.count == origins.count, order.indices.allSatisfy({ order[$0] == $0 }) { return nil }
    return order.map { UInt32(truncatingIfNeeded: $0) }
  }

  private func precedes(_ one: Int, _ other: Int) -> Bool {
    let (left, right) = (times[one] ?? 0, times[other] ?? 0)
    return left == right ? RowOrder.precedes(origins[one], origins[other]) : left < right
  }

  private func sortedTexts(_ rows: [Int]) -> [Int] {
    /// The key's first eight bytes decide most comparisons.
    struct Entry {
      var prefix: UInt64
      var row: Int
    }
    func precedes(_ one: Entry, _ other: Entry) -> Bool {
      if one.prefix != other.prefix { return one.prefix < other.prefix }
      let order = withKey(one.row) { left in
        withKey(other.row) { right in Self.compare(left, right) }
      }
      return order != 0 ? order < 0 : self.precedes(one.row, other.row)
    }
    var entries = rows.map { Entry(prefix: withKey($0, Self.prefix), row: $0) }
    let isSorted = entries.indices.dropFirst().allSatisfy {
      !precedes(entries[$0], entries[$0 - 1])
    }
    if !isSorted { entries.sort(by: precedes) }
    return entries.map(\.row)
  }

  private func withKey<Result>(
    _ row: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    if !whole.isEmpty, case .text(let text)? = whole[row]?.key {
      var copy = text.string
      return copy.withUTF8(body)
    }
    guard let textKey, let builder = builders[textKey] else {
      return body(UnsafeBufferPointer(start: nil, count: 0))
    }
    return builder.texts.withText(at: row, body)
  }

  private static func prefix(_ key: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var prefix: UInt64 = 0
    for index in 0..<8 { prefix = prefix << 8 | UInt64(index < key.count ? key[index] : 0) }
    return prefix
  }

  private static func compare(
    _ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>
  ) -> Int {
    for index in 0..<min(one.count, other.count) where one[index] != other[index] {
      return one[index] < other[index] ? -1 : 1
    }
    return one.count - other.count
  }
}
