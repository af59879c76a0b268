import Foundation
import Testing
import WritSources
import WritTables
import WritValues
import _WritTestSupport

/// Everything a source hands over.
func read(_ source: any RecordSource) throws -> (
  records: [JSONValue], origins: [RowOrigin], rejects: [Reject]
) {
  var records: [JSONValue] = []
  var origins: [RowOrigin] = []
  let rejects = try source.forEachRecord { record, origin in
    records.append(record)
    origins.append(origin)
  }
  return (records, origins, rejects)
}

/// The records that an importer makes of one text.
func records(
  _ kind: ImportKind, _ text: String, name: String = "input",
  options: ImportOptions = ImportOptions()
) throws -> [JSONValue] {
  try read(
    try #require(
      Importer.source(
        kind, inputs: [MemorySource(name: name, text: text)],
        options: options))
  ).records
}

/// The records of a file among the samples.
func sampleRecords(
  _ kind: ImportKind, _ path: String, options: ImportOptions = ImportOptions()
) throws -> (records: [JSONValue], origins: [RowOrigin], rejects: [Reject]) {
  let source = FileByteSource(path: SampleFolder.file(path), name: "sample")
  return try read(try #require(Importer.source(kind, inputs: [source], options: options)))
}

extension JSONValue {
  /// The text of a member; nil when it is not there.
  func text(_ name: String) -> String? { self[Text(name)]?.string }
}
