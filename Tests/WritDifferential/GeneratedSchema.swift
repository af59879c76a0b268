/// The datasets and closed sets of a case.
package struct GeneratedSchema: Sendable {
  package var datasets: [GeneratedDataset] = []
  package var wordLists: [[String]] = []

  /// The type as a policy writes it.
  package func text(of type: GeneratedType) -> String {
    switch type {
    case .text: "text"
    case .bool: "bool"
    case .int: "int"
    case .decimal: "decimal"
    case .time: "time"
    case .duration: "duration"
    case .months: "months"
    case .bytes: "bytes"
    case .ip: "ip"
    case .network: "network"
    case .json: "json"
    case .version(let scheme): "version<\(scheme)>"
    case .words(let list): wordLists[list].map { "\"\($0)\"" }.joined(separator: " | ")
    case .key(let dataset): datasets[dataset].name
    case .list(let element): "list<\(text(of: element))>"
    case .set(let element): "set<\(text(of: element))>"
    case .map(let element): "map<\(text(of: element))>"
    case .record(let members):
      "{ "
        + members.map { "\($0.name): \(text(of: $0.type))\($0.isOptional ? "?" : "")" }
        .joined(separator: ", ") + " }"
    }
  }
}

package struct GeneratedDataset: Sendable {
  package var name: String
  package var fields: [GeneratedField]
  /// Indices of the key's fields.
  package var key: [Int]
  package var order: (field: String, lateness: String)?
  package var fresh: String?
  package var completePer: String?
  /// A shrinker took it out; its number stays.
  package var isOmitted = false

  package func text(in schema: GeneratedSchema) -> String {
    var lines = [
      "dataset \(name) {", "  key \(key.map { fields[$0].name }.joined(separator: ", "))",
    ]
    if let order {
      lines.append(
        "  order by \(order.field)" + (order.lateness.isEmpty ? "" : " lateness \(order.lateness)"))
    }
    if let fresh { lines.append("  fresh within \(fresh)") }
    if let completePer { lines.append("  complete per \(completePer)") }
    for field in fields {
      var line = "  \(field.name): "
      if field.parts.isEmpty {
        line += schema.text(of: field.type) + (field.isOptional ? "?" : "")
      } else {
        line += "\(schema.text(of: field.type))(\(field.parts.joined(separator: ", ")))"
      }
      if let tag = field.tag { line += " \(tag)" }
      lines.append(line)
    }
    return lines.joined(separator: "\n") + "\n}\n"
  }
}

package struct GeneratedField: Sendable {
  package var name: String
  package var type: GeneratedType
  package var isOptional = false
  /// `columns(table, name)`: the fields a composite reference is made of.
  package var parts: [String] = []
  /// `@secret`, `@personal(…)`
  package var tag: String?
}
