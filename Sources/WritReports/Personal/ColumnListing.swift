package import WritPrivacy
import WritModel
import WritValues

/// What columns hold, as text or JSON; no value is shown.
package struct ColumnListing: Sendable {
  package enum Format: String, CaseIterable, Sendable {
    case text, json
  }

  private let report: ColumnReport
  private let toolVersion: String
  private let explains: Bool

  package init(_ report: ColumnReport, toolVersion: String, explains: Bool = false) {
    self.report = report
    self.toolVersion = toolVersion
    self.explains = explains
  }

  package func render(_ format: Format) -> String {
    switch format {
    case .text: text
    case .json: json.pretty() + "\n"
    }
  }

  // MARK: Text

  private var text: String {
    report.tables.map(text).joined() + summary + "\n"
  }

  private func text(of table: ColumnReport.Table) -> String {
    let name = PrintableText.line(table.name.map { "\(table.source), \($0)" } ?? table.source)
    if let reason = table.failure {
      return "\(name): not read: \(PrintableText.line(reason))\n\n"
    }
    if let reason = table.skipped { return "\(name): skipped: \(PrintableText.line(reason))\n\n" }
    if table.isEmpty { return "\(name): no cells\n\n" }
    var layout = ColumnLayout(
      ["column", "type", "category", "quasi", "sure", "share", "of cells"], left: 4)
    layout.rows = table.columns.map(row)
    var lines = ["\(name)  (\(table.format))"]
    for (index, line) in layout.lines.enumerated() {
      lines.append(line)
      guard index > 0, table.columns.indices.contains(index - 1) else { continue }
      lines += notes(table.columns[index - 1].classification)
    }
    lines += table.gaps.map { "  ! not looked at: \(PrintableText.line($0))" }
    return lines.joined(separator: "\n") + "\n\n"
  }

  private func row(_ column: ColumnReport.Column) -> [String] {
    let found = column.classification
    return [
      PrintableText.line(column.name), found.type ?? (found.filled == 0 ? "no cells" : "none"),
      found.category?.description ?? "-", found.isQuasiIdentifier ? "yes" : "-",
      found.type == nil ? "-" : "\((found.probability + 5_000) / 10_000) %",
      found.share.map(Self.range) ?? "-", "\(found.sampled) of \(found.filled)",
    ]
  }

  private func notes(_ found: ColumnClassification) -> [String] {
    var lines: [String] = []
    if !found.within.isEmpty {
      let types = found.within.prefix(5).map { "\($0.type) in \($0.cells)" }
      lines.append("      text with " + types.joined(separator: ", "))
    }
    if explains {
      lines += found.terms.map { term in
        "      \(term.weight < 0 ? "-" : "+")\(Self.thousandths(term.weight.magnitude))  \(term.name)"
      }
      if !found.also.isEmpty {
        lines.append("      also " + found.also.map(\.type).joined(separator: ", "))
      }
    }
    if found.limitHits > 0 {
      lines.append("      ! a pattern gave up on \(found.limitHits) cells")
    }
    return lines
  }

  /// `98 % (97-99)`
  private static func range(_ share: ShareInterval) -> String {
    let (low, high) = share.bounds
    func percent(_ value: Double) -> Int { Int((value * 100).rounded()) }
    return "\(percent(share.share)) % (\(percent(low))-\(percent(high)))"
  }

  /// The last line of a run.
  package var summary: String {
    let columns = report.columns
    let personal = columns.count { $0.classification.type != nil }
    let quasi = columns.count { $0.classification.isQuasiIdentifier }
    let texts = columns.count { !$0.classification.within.isEmpty }
    var line =
      "\(personal) of \(columns.count) columns are personal data, \(quasi) quasi-identifiers"
    if texts > 0 { line += ", \(texts) texts with some" }
    return line
  }

  // MARK: JSON

  private var json: JSONValue {
    [
      "schema": "writ.columns/1",
      "tool": ["name": "writ", "version": .text(toolVersion)],
      "tables": .array(report.tables.map(record)),
      "complete": .bool(!report.isIncomplete && !report.hasFailures),
    ]
  }

  private func record(_ table: ColumnReport.Table) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init(name: "source", value: .text(table.source)),
      .init(name: "table", value: table.name.map { .text($0) } ?? .null),
      .init(name: "format", value: .text(table.format)),
      .init(name: "columns", value: .array(table.columns.map(record))),
      .init(name: "gaps", value: .array(table.gaps.map { .text($0) })),
    ]
    if let reason = table.skipped { members.append(.init(name: "skipped", value: .text(reason))) }
    if let reason = table.failure { members.append(.init(name: "failure", value: .text(reason))) }
    return .object(members)
  }

  private func record(_ column: ColumnReport.Column) -> JSONValue {
    let found = column.classification
    var members: [JSONValue.Member] = [
      .init(name: "column", value: .text(column.name)),
      .init(name: "type", value: .text(found.type ?? "none")),
      .init(name: "category", value: found.category.map { .text($0.description) } ?? .null),
      .init(name: "confidence", value: .number(Self.fraction(found.probability))),
      .init(name: "quasi_identifier", value: .bool(found.isQuasiIdentifier)),
      .init(name: "sampled", value: .int(found.sampled)),
      .init(name: "distinct", value: .int(found.distinct)),
      .init(name: "filled", value: .int(found.filled)),
      .init(name: "empty", value: .int(found.empty)),
    ]
    if let share = found.share {
      members.append(
        .init(
          name: "share",
          value: [
            "of_cells": .number(Self.fraction(share.share)), "hits": .int(share.hits),
            "low": .number(Self.fraction(share.bounds.low)),
            "high": .number(Self.fraction(share.bounds.high)),
          ]))
    }
    members.append(
      .init(
        name: "evidence",
        value: .array(
          found.terms.map {
            [
              "term": .text($0.name),
              "weight": .number(($0.weight < 0 ? "-" : "") + Self.thousandths($0.weight.magnitude)),
            ]
          })))
    members.append(
      .init(
        name: "also",
        value: .array(
          found.also.map {
            ["type": .text($0.type), "confidence": .number(Self.fraction($0.probability))]
          })))
    members.append(
      .init(
        name: "within",
        value: .array(
          found.within.map {
            [
              "type": .text($0.type), "category": .text($0.category.description),
              "cells": .int($0.cells),
            ]
          })))
    return .object(members)
  }

  static func thousandths(_ weight: UInt) -> String {
    let rest = String(weight % 1000)
    return "\(weight / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }

  static func fraction(_ share: Double) -> String {
    fraction(Int64((min(max(share, 0), 1) * 1_000_000).rounded()))
  }

  /// Millionths as a number of at most six places.
  static func fraction(_ millionths: Int64) -> String {
    if millionths >= 1_000_000 { return "1" }
    if millionths <= 0 { return "0" }
    let digits = String(millionths)
    var text = "0." + String(repeating: "0", count: 6 - digits.count) + digits
    while text.last == "0" { text.removeLast() }
    return text
  }
}
