import WritSources
import WritValues

/// The manifest `writ collect` leaves beside its tables: when they were collected and what could not be.
struct CollectionManifest {
  static let fileName = "manifest.json"

  var collectedAt: Timestamp
  /// The host's own name.
  var host: String
  /// Dataset name to the reason it is not there.
  var unavailable: [String: String] = [:]
  /// Dataset name to the rows that are there and could not be read.
  var unseen: [String: [String]] = [:]
  /// Dataset name to its file.
  var tables: [String: String] = [:]

  /// Nil when the bytes are no manifest of ours.
  init?(_ bytes: [UInt8]) {
    guard let json = try? JSONValue.parse(bytes), json["schema"]?.string == "writ.collection/1",
      let time = json["collected_at"]?.string.flatMap({ Timestamp(parsing: $0) })
    else { return nil }
    collectedAt = time
    host = json["host"]?.string ?? ""
    for table in json["tables"]?.elements ?? [] {
      guard let name = table["name"]?.string else { continue }
      if let file = table["file"]?.string, !file.contains("/") {
        tables[name] = file
        unseen[name] = (table["unseen"]?.elements ?? []).compactMap(\.string)
      } else {
        let reasons = (table["reasons"]?.elements ?? []).compactMap(\.string)
        unavailable[name] = reasons.joined(separator: "; ")
      }
    }
  }
}
