/// What one dataset delivers, row by row, so that rows and members can be taken out of it.
package struct GeneratedData: Sendable {
  package enum Format: String, Sendable { case ndjson, json, csv }

  package var format = Format.ndjson
  /// Names of the CSV columns.
  package var columns: [String] = []
  package var rows: [GeneratedRow] = []
  /// Rows from here on are a second file; nil: there is one.
  package var split: Int?
  package var collected: String?
  package var isDelivered = true
  /// Keys the manifest names (`complete per`).
  package var covered: [String] = []
  /// The zone of times written without one.
  package var zone: String?

  /// The files' texts.
  package var files: [String] {
    guard let split, split > 0, split < rows.count else { return [text(of: rows)] }
    return [text(of: Array(rows[..<split])), text(of: Array(rows[split...]))]
  }

  private func text(of rows: [GeneratedRow]) -> String {
    switch format {
    case .ndjson: rows.map { $0.json + $0.lineEnd }.joined()
    case .json: "[\n" + rows.map(\.json).joined(separator: ",\n") + "\n]\n"
    case .csv:
      columns.joined(separator: ",") + "\n" + rows.map { $0.csv(columns) + $0.lineEnd }.joined()
    }
  }
}

package struct GeneratedRow: Sendable {
  package struct Member: Sendable {
    package var name: String
    package var json: String
    package var csv: String
  }

  package var members: [Member]
  /// Stands instead of the row: something that is none.
  package var broken: String?
  /// Written with white space, as some writers do.
  package var isSpaced = false
  package var lineEnd = "\n"

  var json: String {
    if let broken { return broken }
    if isSpaced {
      return "{ " + members.map { "\"\($0.name)\" : \($0.json)" }.joined(separator: " ,\t") + " } "
    }
    return "{" + members.map { "\"\($0.name)\":\($0.json)" }.joined(separator: ",") + "}"
  }

  func csv(_ columns: [String]) -> String {
    if let broken { return broken }
    return columns.map { name in members.first { $0.name == name }?.csv ?? "" }
      .joined(separator: ",")
  }
}
