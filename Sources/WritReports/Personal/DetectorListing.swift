package import WritModel
import WritPrivacy

/// The detectors as a table.
package struct DetectorListing: Sendable {
  private let definitions: [DetectorDefinition]

  package init(_ definitions: [DetectorDefinition]) { self.definitions = definitions }

  package var text: String {
    var layout = ColumnLayout(
      ["detector", "category", "region", "class", "validators", "chance passes"], left: 5)
    layout.rows = definitions.map { definition in
      let traits = DetectorTraits(definition)
      return [
        definition.name, definition.category.description,
        definition.regions.joined(separator: ","), traits.kind.rawValue,
        definition.validators.isEmpty
          ? "-" : definition.validators.map(\.name).joined(separator: ", "),
        traits.falsePassRate.map(Self.percent) ?? "-",
      ]
    }
    return layout.lines.joined(separator: "\n") + "\n\(definitions.count) detectors\n"
  }

  private static func percent(_ millionths: Int64) -> String {
    let hundredths = (millionths + 50) / 100
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) %"
  }
}
