import WritValues

/// Goes through all inputs of a dataset, one after another.
struct InputReader: Sendable {
  /// The names of all inputs; `RowOrigin.input` is an index into them.
  let names: [String]
  private let schema: DatasetSchema
  private let inputs: [TableInput]
  private let options: ReadOptions
  private let keyType: @Sendable (DatasetName) -> ValueType

  init(
    schema: DatasetSchema, inputs: [TableInput], options: ReadOptions,
    keyType: @escaping @Sendable (DatasetName) -> ValueType
  ) {
    self.schema = schema
    self.inputs = inputs
    self.options = options
    self.keyType = keyType
    names = inputs.flatMap(\.names)
  }

  func reject(_ origin: RowOrigin, reason: String) -> Reject {
    Reject(
      input: RowPlace.name(origin, in: names), line: Int(origin.line), start: origin.start,
      end: origin.end, reason: reason)
  }

  /// Hands over each row; fields that were not selected are not read.
  ///
  /// - Parameters:
  ///   - whole: tells by their keys the rows that are read with all their fields nevertheless.
  ///   - begin: gets each input's plan before its rows.
  ///   - glance: sees each line of NDJSON first; true when it needs no decoding.
  /// - Returns: how many bytes were read.
  func read(
    _ selection: DecodingPlan.Selection, whole: (@Sendable (Value) -> Bool)? = nil,
    begin: (DecodingPlan, String) -> Void = { _, _ in },
    glance: (UnsafeBufferPointer<UInt8>, RowOrigin) throws -> Bool = { _, _ in false },
    _ body: (DecodedRow) throws -> Void
  ) throws -> Int64 {
    var bytes: Int64 = 0
    var base: Int32 = 0
    for input in inputs {
      let plan = DecodingPlan(
        schema: schema, binding: input.binding, selection: selection, whole: whole,
        keyType: keyType)
      begin(plan, input.names.first ?? "")
      switch input {
      case .ndjson(let source, _):
        bytes &+= try NDJSONReader(source: source, input: base, plan: plan, options: options)
          .read(glanceInPlace: glance, body)
      case .json(let source, _, let member):
        bytes &+= try JSONReader(
          source: source, input: base, plan: plan, member: member, options: options
        ).read(body)
      case .csv(let source, _):
        bytes &+= try CSVReader(source: source, input: base, plan: plan, options: options)
          .read(body)
      case .records(let source, _):
        try records(source, base: base, plan: plan, body)
      case .values(let values, let name):
        let decoder = RecordDecoder(plan: plan, input: name)
        for (index, value) in values.enumerated() {
          let origin = RowOrigin(
            input: base, line: Int32(clamping: index + 1), start: 0, end: 0)
          try body(decoder.decode(object: value, origin: origin))
        }
      }
      base += Int32(clamping: input.names.count)
    }
    return bytes
  }

  /// Whether the records of the one input can be asked for by their numbers.
  var isNumbered: Bool {
    guard inputs.count == 1, case .records(let source, _)? = inputs.first else { return false }
    return source is any NumberedRecordSource
  }

  /// Hands over the rows of these numbers; none where the input has none.
  func read(
    _ numbers: [Int64], _ selection: DecodingPlan.Selection,
    _ body: (DecodedRow) throws -> Void
  ) throws {
    guard inputs.count == 1, case .records(let source, let binding)? = inputs.first,
      let numbered = source as? any NumberedRecordSource
    else { return }
    let plan = DecodingPlan(
      schema: schema, binding: binding, selection: selection, keyType: keyType)
    let decoder = RecordDecoder(plan: plan, input: names.first ?? "input")
    try numbered.forEachRecord(at: numbers) { value, origin in
      try body(decoder.decode(object: value, origin: origin))
    }
  }

  private func records(
    _ source: any RecordSource, base: Int32, plan: DecodingPlan,
    _ body: (DecodedRow) throws -> Void
  ) throws {
    let own = source.inputNames
    let decoders = own.map { RecordDecoder(plan: plan, input: $0) }
    let stranger = RecordDecoder(plan: plan, input: "input")
    let rejects = try source.forEachRecord { value, origin in
      let index = Int(origin.input)
      var placed = origin
      placed.input = base &+ origin.input
      let decoder = decoders.indices.contains(index) ? decoders[index] : stranger
      try body(decoder.decode(object: value, origin: placed))
    }
    for reject in rejects {
      let index = own.firstIndex(of: reject.input) ?? 0
      let origin = RowOrigin(
        input: base &+ Int32(clamping: index), line: Int32(clamping: reject.line),
        start: reject.start, end: reject.end)
      try body(
        plan.rejected(reject.reason, place: RowPlace(name: reject.input, origin: origin)))
    }
  }
}
