import WritTables
import WritValues

extension JSONRecords {
  /// Hands over what an importer makes of each object of each input; gives back what could not be read.
  ///
  /// - Parameter mark: a member that objects of the kind have.
  /// - Throws: `ReadFailure` when no object of an input has it: the file is of another kind.
  static func forEach(
    in inputs: [any ByteSource], options: ImportOptions, mark: Text, kind: String,
    record: (JSONValue) -> JSONValue, _ body: (JSONValue, RowOrigin) throws -> Void
  ) throws -> [Reject] {
    var rejects: [Reject] = []
    for (index, input) in inputs.enumerated() {
      let found = try JSONRecords(
        bytes: input.readWhole(), name: input.name, input: Int32(clamping: index),
        member: options.member)
      if !found.records.isEmpty, !found.records.contains(where: { $0.0[mark] != nil }) {
        throw ReadFailure(
          .mismatch, input: input.name, message: "holds no \(kind): no object has `\(mark)`",
          line: 1)
      }
      for (object, origin) in found.records {
        try body(replaced(record(object), from: object, by: options.fields), origin)
      }
      rejects += found.rejects
    }
    return rejects
  }

  /// The record with the fields that `writ.yaml` takes from elsewhere in the object.
  private static func replaced(
    _ record: JSONValue, from object: JSONValue, by fields: [String: String]
  ) -> JSONValue {
    guard !fields.isEmpty, let members = record.members else { return record }
    var builder = RecordBuilder()
    for member in members where fields[member.name.string] == nil {
      builder.set(member.name, member.value)
    }
    for (field, path) in fields.sorted(by: { $0.key < $1.key }) {
      builder.set(Text(field), present(value(at: path, in: object)))
    }
    return builder.record
  }

  /// `profile.email`; a key that has the dots in its name comes first.
  private static func value(at path: String, in object: JSONValue) -> JSONValue? {
    if let value = object[Text(path)] { return value }
    var value: JSONValue? = object
    for part in path.split(separator: ".", omittingEmptySubsequences: false) {
      value = value?[Text(String(part))]
    }
    return value
  }
}
