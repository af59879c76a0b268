package import WritSources
import WritTables
package import WritValues

/// Collects the host tables into a folder: one NDJSON file a table, and a manifest.
package struct Collection {
  package let tables: [HostTable]
  package let root: String
  package let clock: Clock

  package init(tables: [HostTable], root: String, clock: Clock) {
    self.tables = tables
    self.root = root
    self.clock = clock
  }

  package struct Collected {
    package var table: HostTable
    package var rows: Int
    /// Why there is no table; nil when there is one.
    package var unavailable: String?
    /// What could not be seen although there is a table.
    package var notes: [String]
    /// Rows that are there and could not be read, with the place of each.
    package var unseen: [String]
    package var isComplete: Bool
    package var lines: String
    package var sources: [String]
  }

  package func collect() -> [Collected] {
    let files = DiskFileSystem(root: root)
    return tables.map { table in
      let collected = HostCollector.collect(table, from: files)
      return Collected(
        table: table, rows: collected.records.count, unavailable: collected.unavailable,
        notes: collected.notes,
        unseen: collected.rejects.map {
          $0.line > 0 ? "\($0.input):\($0.line): \($0.reason)" : "\($0.input): \($0.reason)"
        }, isComplete: collected.isComplete,
        lines: collected.records.map { $0.value.compact + "\n" }.joined(),
        sources: collected.sources)
    }
  }

  /// Writes the files whole or not at all; the manifest comes last, so that it never promises a missing file.
  package func write(_ collected: [Collected], to folder: String) throws(AtomicFile.Failure) {
    try AtomicFile.makeFolder(folder)
    for table in collected where table.unavailable == nil {
      let path = Paths.join(folder, "host_\(table.table.rawValue).ndjson")
      try AtomicFile.write(Array(table.lines.utf8), to: path)
    }
    let manifest = manifest(collected).pretty(indent: 2) + "\n"
    try AtomicFile.write(Array(manifest.utf8), to: Paths.join(folder, "manifest.json"))
  }

  private func manifest(_ collected: [Collected]) -> JSONValue {
    [
      "schema": "writ.collection/1",
      "host": .text(HostCollector.hostName(in: DiskFileSystem(root: root))),
      "collected_at": .text(clock.now().description),
      "tables": .array(
        collected.map { table in
          var members: [JSONValue.Member] = [
            JSONValue.Member(name: "name", value: .text("host_\(table.table.rawValue)")),
            JSONValue.Member(name: "rows", value: .int(table.rows)),
            JSONValue.Member(
              name: "complete", value: .bool(table.isComplete)),
          ]
          if table.unavailable == nil {
            members.append(
              JSONValue.Member(name: "file", value: .text("host_\(table.table.rawValue).ndjson")))
          }
          let reasons = (table.unavailable.map { [$0] } ?? []) + table.notes
          if !reasons.isEmpty {
            members.append(
              JSONValue.Member(name: "reasons", value: .array(reasons.map { .text($0) })))
          }
          if !table.unseen.isEmpty {
            members.append(
              JSONValue.Member(name: "unseen", value: .array(table.unseen.map { .text($0) })))
          }
          members.append(
            JSONValue.Member(name: "sources", value: .array(table.sources.map { .text($0) })))
          return .object(members)
        }),
    ]
  }
}
