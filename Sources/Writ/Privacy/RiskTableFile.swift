import WritRisk
import WritTables

/// A CSV or NDJSON file as a table whose risk is measured.
struct RiskTableFile {
  /// Why a file is no such table.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  let files: ProjectFiles

  func table(_ path: String) throws(Failure) -> RiskTable {
    if let trouble = files.trouble(path) { throw Failure(description: "\(trouble)") }
    do {
      var sink = Sink(builder: try RiskTable.Builder(names: []))
      try CellReader(files.byteSource(path)).read(into: &sink)
      return sink.builder.finish()
    } catch let problem as RiskProblem {
      throw Failure(description: "\(path): \(problem)")
    } catch {
      throw Failure(description: "\(error)")
    }
  }

  private struct Sink: CellSink {
    var builder: RiskTable.Builder

    mutating func addColumn(_ name: String) throws { try builder.addColumn(name) }

    mutating func addRow(_ cell: (Int) -> UnsafeBufferPointer<UInt8>?) throws {
      try builder.append(cells: cell)
    }
  }
}
