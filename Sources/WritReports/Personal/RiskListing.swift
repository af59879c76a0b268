package import WritRisk
import WritValues

/// Risk of recognition as text or JSON. Counts and shares, names of columns; no value of a cell.
package struct RiskListing: Sendable {
  package enum Format: String, CaseIterable, Sendable { case text, json }

  package var path: String
  package var toolVersion: String
  package var outcome: RiskOutcome?
  package var verdicts: [RiskVerdict] = []
  package var hasSearched = false
  package var search: QuasiIdentifierSearch?
  package var generalization: GeneralizationOutcome?
  package var coarser: RiskOutcome?
  package var written: String?

  package init(path: String, toolVersion: String) {
    self.path = path
    self.toolVersion = toolVersion
  }

  package func render(_ format: Format) -> String {
    switch format {
    case .text: text
    case .json: json.pretty() + "\n"
    }
  }

  private static let nothing = "the table has no rows: there is nothing to tell"

  // MARK: Text

  private var text: String {
    var blocks: [String] = []
    if hasSearched { blocks.append(searchText) }
    if let outcome { blocks.append(Self.text(PrintableText.line(path), outcome)) }
    switch generalization {
    case .generalized(let made):
      blocks.append(Self.text("made coarser", made.lines))
      if let coarser { blocks.append(Self.text("the coarser table", coarser)) }
    case .outOfReach(let reason):
      blocks.append("can't be made coarse enough: \(PrintableText.line(reason))\n")
    case .nothingToTell, nil: break
    }
    if !verdicts.isEmpty { blocks.append(verdictText) }
    if let written { blocks.append("written: \(PrintableText.line(written))\n") }
    return blocks.joined(separator: "\n")
  }

  private static func text(_ title: String, _ outcome: RiskOutcome) -> String {
    switch outcome {
    case .nothingToTell: "\(title): \(nothing)\n"
    case .measured(let report): text(title, report.lines)
    }
  }

  private static func text(_ title: String, _ lines: [RiskLine]) -> String {
    var layout = ColumnLayout([title, "", ""], left: 3)
    layout.rows = lines.map { line in
      [line.title, PrintableText.line(line.column ?? ""), line.figure.description]
    }
    return layout.lines.joined(separator: "\n") + "\n"
  }

  private var verdictText: String {
    var layout = ColumnLayout(["asked", "", "found", ""], left: 4)
    layout.rows = verdicts.map { verdict in
      [verdict.key, verdict.asked, verdict.found ?? verdict.reason ?? "", verdict.status.rawValue]
    }
    return layout.lines.joined(separator: "\n") + "\n"
  }

  private var searchText: String {
    guard let search else { return "\(Self.nothing)\n" }
    var layout = ColumnLayout(["columns", "rows alone", "share", "classes", "k"], left: 1)
    layout.rows = search.candidates.map { candidate in
      [
        candidate.columns.map { PrintableText.line($0) }.joined(separator: ", "),
        "\(candidate.uniqueRows)", candidate.uniqueness.description, "\(candidate.classes)",
        "\(candidate.k)",
      ]
    }
    return layout.lines.joined(separator: "\n")
      + "\n\n  \(search.measured) sets measured, \(search.implied) that hold one which tells all "
      + "rows apart left out\n"
  }

  // MARK: JSON

  private var json: JSONValue {
    var members: [(String, JSONValue)] = [
      ("tool", .string("writ")), ("version", .string(Text(toolVersion))),
      ("file", .string(Text(path))),
    ]
    if let outcome { members.append(("risk", Self.json(outcome))) }
    if hasSearched { members.append(("quasi_identifiers", searchJSON)) }
    switch generalization {
    case .generalized(let made):
      members.append(("generalization", Self.json(made.lines, all: [])))
      if let coarser { members.append(("generalized", Self.json(coarser))) }
      members.append(("written", written.map { .string(Text($0)) } ?? .null))
    case .outOfReach(let reason):
      members.append(("out_of_reach", .string(Text(reason))))
    case .nothingToTell, nil: break
    }
    members.append(("thresholds", .array(verdicts.map(Self.json))))
    return Self.object(members)
  }

  private static func json(_ verdict: RiskVerdict) -> JSONValue {
    object([
      ("figure", .string(Text(verdict.key))), ("asked", .string(Text(verdict.asked))),
      ("found", verdict.found.map { number($0) } ?? .null),
      ("status", .string(Text(verdict.status.rawValue))),
      ("reason", verdict.reason.map { .string(Text($0)) } ?? .null),
    ])
  }

  private var searchJSON: JSONValue {
    guard let search else { return .null }
    return Self.object([
      ("measured", .number("\(search.measured)")), ("implied", .number("\(search.implied)")),
      (
        "sets",
        .array(
          search.candidates.map { candidate in
            Self.object([
              ("columns", .array(candidate.columns.map { .string(Text($0)) })),
              ("unique_rows", .number("\(candidate.uniqueRows)")),
              ("uniqueness", Self.number(candidate.uniqueness.description)),
              ("classes", .number("\(candidate.classes)")), ("k", .number("\(candidate.k)")),
            ])
          })
      ),
    ])
  }

  private static func json(_ outcome: RiskOutcome) -> JSONValue {
    switch outcome {
    case .nothingToTell: return object([("rows", .number("0"))])
    case .measured(let report):
      // The worst of all sensitive columns stands with the table also where there is only one.
      let only = report.sensitive.count == 1 ? report.sensitive.flatMap(\.lines) : []
      return json(report.lines, all: only)
    }
  }

  /// Figures of the table by name, then those of columns.
  private static func json(_ lines: [RiskLine], all: [RiskLine]) -> JSONValue {
    var members: [(String, JSONValue)] = []
    var columns: [(name: String, members: [(String, JSONValue)])] = []
    for line in lines.filter({ $0.column == nil }) + all {
      members.append((line.key.rawValue, value(line.figure)))
    }
    for line in lines {
      guard let column = line.column else { continue }
      if columns.last?.name != column {
        columns.append((column, [("column", .string(Text(column)))]))
      }
      let index = columns.count - 1
      columns[index].members.append((line.key.rawValue, value(line.figure)))
    }
    members.append(("columns", .array(columns.map { object($0.members) })))
    return object(members)
  }

  private static func value(_ figure: RiskLine.Figure) -> JSONValue {
    switch figure {
    case .count(let count): .number("\(count)")
    case .counts(let counts): .array(counts.map { .number("\($0)") })
    case .ratio(let ratio): number(ratio.description)
    case .decimal(let decimal): .number(decimal.description)
    case .column(let distinct, let missing):
      object([("distinct", .number("\(distinct)")), ("missing", .number("\(missing)"))])
    case .untold: .null
    }
  }

  /// A quotient too large for a decimal is shown as a text.
  private static func number(_ text: String) -> JSONValue {
    text.contains("/") ? .string(Text(text)) : .number(text)
  }

  private static func object(_ members: [(String, JSONValue)]) -> JSONValue {
    .object(members.map { JSONValue.Member(name: Text($0.0), value: $0.1) })
  }
}
