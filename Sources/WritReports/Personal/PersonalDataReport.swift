package import WritPrivacy
import WritDetection
import WritModel
import WritValues

/// A scan for personal data as text, JSON, JSON Lines or SARIF; none shows a value that the scan was not asked to keep.
package struct PersonalDataReport: Sendable {
  package enum Format: String, CaseIterable, Sendable {
    case text, json, jsonl, sarif
  }

  private let report: ScanReport
  private let toolVersion: String
  /// Finds listed for each document in the text.
  private let mostListed: Int
  private let explains: Bool

  package init(
    _ report: ScanReport, toolVersion: String, mostListed: Int = 20, explains: Bool = false
  ) {
    self.report = report
    self.toolVersion = toolVersion
    self.mostListed = mostListed
    self.explains = explains
  }

  package func render(_ format: Format) -> String {
    switch format {
    case .text: text
    case .json: json.pretty() + "\n"
    case .jsonl: lines
    case .sarif: sarif.pretty() + "\n"
    }
  }

  // MARK: Text

  private var text: String {
    var out = ""
    for document in report.documents { out += text(of: document) }
    let counts = report.counts
    if !counts.isEmpty {
      var layout = ColumnLayout(["type", "category", "finds"], left: 2)
      layout.rows = counts.map { [$0.detector, $0.category.description, "\($0.count)"] }
      out += layout.lines.joined(separator: "\n") + "\n\n"
    }
    return out + summary + "\n"
  }

  private func text(of document: ScanReport.Document) -> String {
    let name = PrintableText.line(document.name)
    if let reason = document.failure { return "\(name): not read to its end: \(reason)\n\n" }
    if let reason = document.skipped { return "\(name): skipped: \(reason)\n\n" }
    guard !document.items.isEmpty || !document.events.isEmpty else { return "" }
    var lines = ["\(name)  (\(document.format), \(count(document.items.count, "find")))"]
    for item in document.items.prefix(mostListed) {
      lines.append(line(of: item))
      if explains { lines += terms(of: item) }
    }
    if document.items.count > mostListed {
      lines.append("  and \(document.items.count - mostListed) more")
    }
    for event in document.events {
      let who = event.detector.map { "\($0): " } ?? ""
      lines.append("  ! byte \(event.offset): \(who)\(PrintableText.line(event.reason))")
    }
    return lines.joined(separator: "\n") + "\n\n"
  }

  private func line(of item: ScanReport.Item) -> String {
    let place =
      item.path.map { PrintableText.line($0) }
      ?? item.line.map { "line \($0)" } ?? "byte \(item.start)"
    var text = "  \(place)  \(item.detector)  \(percent(item.probability))"
    if let digest = item.digest { text += "  #\(digest)" }
    if !item.also.isEmpty {
      text += "  also " + item.also.map(\.detector).joined(separator: ", ")
    }
    if let value = item.value {
      text += "  \(PrintableText.line(String(decoding: value, as: UTF8.self)))"
    }
    return text
  }

  /// Why a find is as sure as it is, in log-odds.
  private func terms(of item: ScanReport.Item) -> [String] {
    item.terms.map { term in
      "      \(term.weight < 0 ? "-" : "+")\(thousandths(term.weight.magnitude))  \(term.kind.rawValue)"
    }
  }

  private func thousandths(_ weight: UInt) -> String {
    let rest = String(weight % 1000)
    return "\(weight / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }

  /// The last line of a run.
  package var summary: String {
    let looked = report.documents.filter { $0.skipped == nil && $0.failure == nil }.count
    var words = [
      count(report.findCount, "find"), "in \(count(looked, "document"))",
      "by \(count(report.detectorCount, "detector"))",
    ]
    let skipped = report.documents.filter { $0.skipped != nil }.count
    if skipped > 0 { words.append("\(skipped) skipped") }
    let failed = report.documents.filter { $0.failure != nil }.count
    if failed > 0 { words.append("\(failed) not read") }
    return words[0] + " " + words[1...].joined(separator: ", ")
  }

  private func count(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }

  private func percent(_ probability: Int64) -> String { "\((probability + 5_000) / 10_000) %" }

  // MARK: JSON

  private var json: JSONValue {
    [
      "schema": "writ.personal-data/1",
      "tool": ["name": "writ", "version": .text(toolVersion)],
      "documents": .array(report.documents.map(record)),
      "counts": .array(
        report.counts.map {
          [
            "type": .text($0.detector), "category": .text($0.category.description),
            "finds": .number("\($0.count)"),
          ]
        }),
      "complete": .bool(!report.isIncomplete && !report.hasFailures),
    ]
  }

  private func record(_ document: ScanReport.Document) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init(name: "name", value: .text(document.name)),
      .init(name: "format", value: .text(document.format)),
      .init(name: "bytes", value: .number("\(document.bytes)")),
      .init(name: "finds", value: .array(document.items.map(record))),
      .init(
        name: "events",
        value: .array(
          document.events.map { event in
            var members: [JSONValue.Member] = [
              .init(name: "reason", value: .text(event.reason)),
              .init(name: "offset", value: .number("\(event.offset)")),
            ]
            if let detector = event.detector {
              members.append(.init(name: "type", value: .text(detector)))
            }
            return .object(members)
          })),
    ]
    if let reason = document.skipped {
      members.append(.init(name: "skipped", value: .text(reason)))
    }
    if let reason = document.failure {
      members.append(.init(name: "failure", value: .text(reason)))
    }
    return .object(members)
  }

  private func record(_ item: ScanReport.Item) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init(name: "type", value: .text(item.detector)),
      .init(name: "category", value: .text(item.category.description)),
      .init(name: "start", value: .number("\(item.start)")),
      .init(name: "end", value: .number("\(item.end)")),
    ]
    if let line = item.line { members.append(.init(name: "line", value: .number("\(line)"))) }
    if let path = item.path { members.append(.init(name: "path", value: .text(path))) }
    members.append(.init(name: "score", value: .number(share(item.probability))))
    members.append(
      .init(
        name: "terms",
        value: .array(
          item.terms.map {
            ["term": .text($0.kind.rawValue), "weight": .number(milli($0.weight))]
          })))
    members.append(.init(name: "also", value: also(item)))
    if let digest = item.digest { members.append(.init(name: "digest", value: .text(digest))) }
    if let value = item.value {
      members.append(
        .init(name: "value", value: .text(String(decoding: value, as: UTF8.self))))
    }
    return .object(members)
  }

  private func also(_ item: ScanReport.Item) -> JSONValue {
    .array(
      item.also.map {
        ["type": .text($0.detector), "score": .number(share($0.probability))]
      })
  }

  /// Millionths as a number of at most six places.
  private func share(_ millionths: Int64) -> String {
    if millionths >= 1_000_000 { return "1" }
    let digits = String(max(0, millionths))
    var text = "0." + String(repeating: "0", count: 6 - digits.count) + digits
    while text.last == "0" { text.removeLast() }
    return text.last == "." ? "0" : text
  }

  private func milli(_ weight: Int) -> String {
    (weight < 0 ? "-" : "") + thousandths(weight.magnitude)
  }

  // MARK: JSON Lines

  private var lines: String {
    var out = ""
    for document in report.documents {
      for item in document.items {
        let line: JSONValue = [
          "doc": .text(document.name), "start": .number("\(item.start)"),
          "end": .number("\(item.end)"), "type": .text(item.detector),
          "score": .number(share(item.probability)), "also": also(item),
        ]
        out += line.compact + "\n"
      }
    }
    return out
  }

  // MARK: SARIF

  private var sarif: JSONValue {
    let counts = report.counts.sorted { $0.detector < $1.detector }
    let run: JSONValue = [
      "tool": [
        "driver": [
          "name": "writ", "version": .text(toolVersion),
          "rules": .array(
            counts.map {
              [
                "id": .text("personal-data/\($0.detector)"),
                "shortDescription": [
                  "text": .text("Personal data: \($0.detector) (\($0.category))")
                ],
                "properties": ["tags": [.text($0.category.description)]],
              ]
            }),
        ]
      ],
      "invocations": [
        ["executionSuccessful": .bool(!report.isIncomplete && !report.hasFailures)]
      ],
      "results": .array(
        report.documents.flatMap { document in
          document.items.map { result($0, document.name) }
        }),
    ]
    return [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
      "runs": [run],
    ]
  }

  private func result(_ item: ScanReport.Item, _ document: String) -> JSONValue {
    var region: [JSONValue.Member] = []
    if let line = item.line {
      region.append(.init(name: "startLine", value: .number("\(line)")))
    }
    region.append(.init(name: "byteOffset", value: .number("\(item.start)")))
    region.append(.init(name: "byteLength", value: .number("\(item.end - item.start)")))
    var message = "\(item.detector), \(percent(item.probability))"
    if let path = item.path { message += " at \(path)" }
    var members: [JSONValue.Member] = [
      .init(name: "ruleId", value: .text("personal-data/\(item.detector)")),
      .init(name: "level", value: "warning"),
      .init(name: "message", value: ["text": .text(message)]),
      .init(
        name: "locations",
        value: [
          [
            "physicalLocation": [
              "artifactLocation": ["uri": .text(SourcePath.uri(document))],
              "region": .object(region),
            ]
          ]
        ]),
    ]
    if let digest = item.digest {
      members.append(
        .init(name: "partialFingerprints", value: ["valueDigest/v1": .text(digest)]))
    }
    return .object(members)
  }
}
