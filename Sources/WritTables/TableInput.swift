package import WritValues

/// One source of a dataset's rows.
package enum TableInput: Sendable {
  case ndjson(any ByteSource, FieldBinding)
  /// `member` names the array in a document that is an object; nil takes its only one.
  case json(any ByteSource, FieldBinding, member: String?)
  case csv(any ByteSource, FieldBinding)
  case records(any RecordSource, FieldBinding)
  case values([JSONValue], name: String = "given")

  var names: [String] {
    switch self {
    case .ndjson(let source, _), .json(let source, _, _), .csv(let source, _): [source.name]
    case .records(let source, _): source.inputNames
    case .values(_, let name): [name]
    }
  }

  var binding: FieldBinding {
    switch self {
    case .ndjson(_, let binding), .json(_, let binding, _), .csv(_, let binding),
      .records(_, let binding):
      binding
    case .values: FieldBinding()
    }
  }
}

/// Records an importer has made from its own format. It can be gone through more than once.
package protocol RecordSource: Sendable {
  /// The names of what it reads; `RowOrigin.input` of its records is an index into them.
  var inputNames: [String] { get }

  /// Hands over each record with its place; gives back what it could not read.
  func forEachRecord(_ body: (JSONValue, RowOrigin) throws -> Void) throws -> [Reject]
}

/// Records that can be asked for by their numbers: those of a database.
package protocol NumberedRecordSource: RecordSource {
  /// Hands over the records of these numbers, in their order; a number there is no record of gives none.
  ///
  /// - Parameter numbers: rising, from 0 in the order in which `forEachRecord` goes.
  func forEachRecord(at numbers: [Int64], _ body: (JSONValue, RowOrigin) throws -> Void) throws
}
