package import WritPrivacy
import WritModel
import WritValues

/// What columns hold, as a dataset of fideslang 3, in YAML; what it has no keys for is under `fides_meta.writ`.
package struct FideslangDataset: Sendable {
  private let report: ColumnReport

  package init(_ report: ColumnReport) { self.report = report }

  package var text: String {
    var out =
      "# Classified by machine from a sample of the cells: review before relying on it.\ndataset:\n"
    let tables = report.tables.filter { $0.failure == nil && $0.skipped == nil && !$0.isEmpty }
    if tables.isEmpty { return "dataset: []\n" }
    var sources: [String] = []
    for table in tables where sources.last.map({ Text($0) != Text(table.source) }) ?? true {
      sources.append(table.source)
    }
    var keys: Set<Text> = []
    for source in sources {
      let stem = Self.key(Self.stem(source))
      var key = stem
      var number = 2
      while !keys.insert(Text(key)).inserted {
        key = "\(stem)_\(number)"
        number += 1
      }
      out += "  - fides_key: \(key)\n    name: \(Self.quoted(source))\n    collections:\n"
      for table in tables where Text(table.source) == Text(source) {
        out += "      - name: \(Self.quoted(table.name ?? Self.stem(source)))\n        fields:\n"
        out += table.columns.map(field).joined()
      }
    }
    return out
  }

  private func field(_ column: ColumnReport.Column) -> String {
    let found = column.classification
    let indent = "          "
    var out = "\(indent)- name: \(Self.quoted(column.name))\n"
    let categories = found.category.map { [$0] } ?? Self.unique(found.within.map(\.category))
    let keys = Self.unique(categories.compactMap { DataCategoryTree.node($0)?.fidesKey })
    if !keys.isEmpty {
      out += "\(indent)  data_categories:\n"
      for key in keys { out += "\(indent)    - \(key)\n" }
    }
    out += "\(indent)  fides_meta:\n\(indent)    writ:\n"
    let inner = indent + "      "
    out += "\(inner)detector: \(found.type.map(Self.quoted) ?? "null")\n"
    if let category = found.category { out += "\(inner)category: \(category)\n" }
    out += "\(inner)confidence: \(ColumnListing.fraction(found.probability))\n"
    if let share = found.share {
      out += "\(inner)share: \(ColumnListing.fraction(share.share))\n"
      out += "\(inner)share_low: \(ColumnListing.fraction(share.bounds.low))\n"
      out += "\(inner)share_high: \(ColumnListing.fraction(share.bounds.high))\n"
    }
    if !found.within.isEmpty {
      out +=
        "\(inner)within: [\(found.within.map { Self.quoted($0.type) }.joined(separator: ", "))]\n"
    }
    out += "\(inner)quasi_identifier: \(found.isQuasiIdentifier)\n"
    out += "\(inner)sampled: \(found.sampled)\n\(inner)origin: machine\n"
    return out
  }

  private static func unique<Item: Hashable>(_ items: [Item]) -> [Item] {
    var seen: Set<Item> = []
    return items.filter { seen.insert($0).inserted }
  }

  /// Between double quotes, escaped as JSON is: YAML reads it so.
  private static func quoted(_ text: String) -> String { JSONValue.text(text).compact }

  /// `data/customers.csv.gz` is `customers`.
  private static func stem(_ source: String) -> String {
    let last = source.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init)
    let name = (last ?? source).split(separator: "?").first.map(String.init) ?? source
    return name.split(separator: ".").first.map(String.init) ?? name
  }

  /// Letters, digits, `_`, `.`, `-` are what a key may have.
  private static func key(_ name: String) -> String {
    let bytes = name.utf8.map { byte in
      let isLetter = (byte | 0x20) &- 0x61 < 26
      return isLetter || byte &- 0x30 < 10 || byte == 0x2D ? byte : UInt8(ascii: "_")
    }
    return bytes.isEmpty ? "dataset" : String(decoding: bytes, as: UTF8.self)
  }
}
