package import WritDocuments

/// Whom each record of a document is about, by the value of one of its fields.
package struct RecordPeople {
  private var people: [String: [UInt8]] = [:]

  /// Goes through the document once.
  ///
  /// - Parameter field: the column or member that names the person.
  package init(
    _ format: DocumentFormat, field: String, read: () throws -> [UInt8]
  ) throws {
    var people: [String: [UInt8]] = [:]
    var reader = DocumentReader(format)
    var chunk = try read()
    while true {
      let next = chunk.isEmpty ? [] : try read()
      try chunk.withUnsafeBufferPointer { bytes in
        try reader.feed(bytes, isLast: next.isEmpty) { value in
          if value.kind == .value || value.kind == .number,
            value.keyBytes.elementsEqual(field.utf8)
          {
            people[Self.record(value.path)] = Array(value.bytes)
          }
          return .keep
        }
      }
      if next.isEmpty { break }
      chunk = next
    }
    self.people = people
  }

  /// Of the innermost record around a value that has one.
  package func person(at path: String) -> [UInt8]? {
    var record = Self.record(path)
    while true {
      if let person = people[record] { return person }
      let outer = Self.record(record)
      if outer.utf8.count >= record.utf8.count { return nil }
      record = outer
    }
  }

  /// What a value's path says before its last step: `row 17`, `$.people[3]`.
  private static func record(_ path: String) -> String {
    let end = path.utf8.lastIndex { $0 == 0x2E || $0 == 0x5B || $0 == 0x2C }
    return end.map { String(path[..<$0]) } ?? ""
  }
}
