import WritDatabase
import WritValues

/// Offsets of zones as tables, for databases that have no function of ours: from `s` until `u` (microseconds) clocks are
/// `o` seconds ahead of UTC.
final class ZoneTables {
  private var names: [String: String] = [:]
  private var pending: [(table: String, zone: Zone)] = []

  func table(_ zone: Zone, _ name: String) -> String {
    if let known = names[name] { return known }
    let table = "zone\(names.count)"
    names[name] = table
    pending.append((table, zone))
    return table
  }

  func make(_ connection: any DatabaseConnection) throws {
    while let next = pending.first {
      try connection.executeTemporary(
        "CREATE TEMPORARY TABLE \(next.table) (s bigint, u bigint, o bigint)")
      var spans = next.zone.spans.makeIterator()
      try connection.insert(into: next.table, columns: ["s", "u", "o"]) {
        spans.next().map { [.int($0.start), .int($0.end), .int(Int64($0.offset))] }
      }
      try connection.executeTemporary("CREATE INDEX \(next.table)_s ON \(next.table) (s)")
      try connection.executeTemporary("CREATE INDEX \(next.table)_u ON \(next.table) (u)")
      try connection.executeTemporary("ANALYZE \(next.table)")
      pending.removeFirst()
    }
  }
}
