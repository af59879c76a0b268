/// A table as authors know it: what its records hold and how a policy declares it.
package struct TableDescription: Sendable {
  package struct Field: Sendable {
    package var name: String
    /// A type of the Writ language, without the question mark.
    package var type: String
    package var isOptional: Bool
    /// The category of personal data it holds.
    package var personal: String?
    package var meaning: String

    package init(
      _ name: String, _ type: String, personal: String? = nil, _ meaning: String
    ) {
      self.name = name
      isOptional = type.hasSuffix("?")
      self.type = isOptional ? String(type.dropLast()) : type
      self.personal = personal
      self.meaning = meaning
    }
  }

  /// The name a policy would give the dataset.
  package var name: String
  /// How `writ.yaml` asks for it: `{ from: okta, path: okta.json }`.
  package var binding: String
  package var title: String
  package var key: [String]
  /// The field that orders it and its lateness: `time lateness 1h`.
  package var order: String?
  package var fields: [Field]
  /// What an author should know, a paragraph each.
  package var remarks: [String]

  package init(
    name: String, binding: String, title: String, key: [String], order: String? = nil,
    fields: [Field], remarks: [String] = []
  ) {
    self.name = name
    self.binding = binding
    self.title = title
    self.key = key
    self.order = order
    self.fields = fields
    self.remarks = remarks
  }

  /// Every table of importers and collectors, in the order of the reference.
  package static var all: [TableDescription] {
    [.hr, .okta, .github, .authLog, .git, .risk] + HostTable.allCases.map(HostCollector.description)
  }

  /// The `dataset` declaration with every field.
  package var dataset: String {
    var lines = ["dataset \(name) \"\(title)\" {", "  key \(key.joined(separator: ", "))"]
    if let order { lines.append("  order by \(order)") }
    for field in fields {
      let tag = field.personal.map { " @personal(\($0))" } ?? ""
      let mark = field.isOptional ? "?" : ""
      lines.append("  \(field.name): \(field.type)\(mark)\(tag)")
    }
    return (lines + ["}"]).joined(separator: "\n")
  }

  /// The table's section of the reference.
  package var markdown: String {
    var text = "## \(name)\n\n\(title). `writ.yaml`: `\(binding)`.\n\n"
    for remark in remarks { text += remark + "\n\n" }
    text += "| field | type | meaning |\n|---|---|---|\n"
    for field in fields {
      let type = field.type.replacing("|", with: "\\|") + (field.isOptional ? "?" : "")
      text += "| `\(field.name)` | `\(type)` | \(field.meaning) |\n"
    }
    return text + "\n```writ\n\(dataset)\n```\n"
  }

  /// The whole reference page.
  package static var reference: String {
    """
    # Tables

    What importers (`from: hr`, `okta`, …) and host collectors (`from: collect`) deliver. A field whose
    type ends in `?` may be missing. A policy declares the fields it needs and may leave out the rest;
    the blocks below declare them all and can be pasted. This page is made from the program's own
    descriptions: a test compares them.


    """ + all.map(\.markdown).joined(separator: "\n")
  }
}
