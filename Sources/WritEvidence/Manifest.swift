import WritCrypto
import WritValues

/// manifest.json: what the bundle holds and what it stands on.
package struct Manifest: Hashable, Sendable {
  package struct File: Hashable, Sendable {
    package var path: String
    /// 64 hexadecimal digits.
    package var sha256: String
    package var size: Int64

    package init(path: String, sha256: String, size: Int64) {
      self.path = path
      self.sha256 = sha256
      self.size = size
    }
  }

  /// A population's size and root, signed before anybody asks for a sample.
  package struct PopulationRoot: Hashable, Sendable {
    package var name: String
    package var count: Int
    package var root: String

    package init(_ population: Population) {
      name = population.name
      count = population.rows.count
      root = population.root
    }

    init(name: String, count: Int, root: String) {
      self.name = name
      self.count = count
      self.root = root
    }
  }

  /// A file that stayed at home.
  package struct Withheld: Hashable, Sendable {
    package var path: String
    package var sha256: String
    package var size: Int64
    package var reason: String

    package init(path: String, sha256: String, size: Int64, reason: String) {
      self.path = path
      self.sha256 = sha256
      self.size = size
      self.reason = reason
    }
  }

  /// What a version or a digest is of: a rule, a catalog, the program.
  package struct Part: Hashable, Sendable {
    package var name: String
    package var version: String

    package init(name: String, version: String) {
      self.name = name
      self.version = version
    }
  }

  package static let path = "manifest.json"
  package static let schema = "writ.bundle/1"
  static let largest = 256 << 20

  /// As `EvidenceTime` writes it.
  package var created: String
  /// The audited time, half-open; nil where a moment was audited.
  package var start: String?
  package var end: String?
  package var toolVersion: String
  package var catalogs: [Part]
  package var rules: [Part]
  /// All files but manifest.json and those that SHA256SUMS leaves out.
  package var files: [File]
  package var populations: [PopulationRoot]
  package var withheld: [Withheld]

  package init(
    created: String, start: String? = nil, end: String? = nil, toolVersion: String,
    catalogs: [Part] = [], rules: [Part] = [], files: [File] = [],
    populations: [PopulationRoot] = [], withheld: [Withheld] = []
  ) {
    self.created = created
    self.start = start
    self.end = end
    self.toolVersion = toolVersion
    self.catalogs = catalogs
    self.rules = rules
    self.files = files
    self.populations = populations
    self.withheld = withheld
  }

  /// RFC 8785; every list by path or name.
  package var bytes: [UInt8] {
    var members: [JSONValue.Member] = [
      .init(name: "schema", value: .text(Self.schema)),
      .init(name: "created", value: .text(created)),
      .init(name: "tool", value: ["name": "writ", "version": .text(toolVersion)]),
      .init(name: "catalogs", value: Self.parts(catalogs, "version")),
      .init(name: "rules", value: Self.parts(rules, "digest")),
      .init(name: "files", value: .array(sorted(files, \.path).map(Self.json))),
      .init(
        name: "populations",
        value: .array(
          sorted(populations, \.name).map {
            ["name": .text($0.name), "count": .int($0.count), "root": .text($0.root)]
          })),
      .init(
        name: "withheld",
        value: .array(
          sorted(withheld, \.path).map {
            [
              "path": .text($0.path), "sha256": .text($0.sha256), "size": .int($0.size),
              "reason": .text($0.reason),
            ]
          })),
    ]
    if let start, let end {
      members.append(
        .init(name: "period", value: ["start": .text(start), "end": .text(end)]))
    }
    return JSONValue.object(members).canonical
  }

  private func sorted<Item>(_ items: [Item], _ name: KeyPath<Item, String>) -> [Item] {
    items.sorted { EvidencePath.inOrder($0[keyPath: name], $1[keyPath: name]) }
  }

  private static func parts(_ parts: [Part], _ member: String) -> JSONValue {
    .array(
      parts.sorted { EvidencePath.inOrder($0.name, $1.name) }.map { part in
        .object([
          .init(name: "name", value: .text(part.name)),
          .init(name: Text(member), value: .text(part.version)),
        ])
      })
  }

  private static func json(_ file: File) -> JSONValue {
    let kind = FileKind(file.path)
    return [
      "path": .text(file.path), "sha256": .text(file.sha256), "size": .int(file.size),
      "media_type": .text(kind.mediaType), "role": .text(kind.role),
    ]
  }

  // MARK: Reading

  /// Only the one spelling that `bytes` gives is read.
  package init(parsing bytes: [UInt8]) throws(EvidenceFailure) {
    let json: JSONValue
    do { json = try JSONValue.parse(bytes) } catch {
      throw EvidenceFailure(Self.path, "is no JSON: \(error.message) (byte \(error.offset))")
    }
    guard json["schema"]?.string == Self.schema else {
      throw EvidenceFailure(Self.path, "is no manifest of a bundle of version 1")
    }
    created = try Self.text(json, "created")
    start = json["period"]?["start"]?.string
    end = json["period"]?["end"]?.string
    toolVersion = try Self.text(json["tool"] ?? .null, "version")
    catalogs = try Self.list(json, "catalogs") { item throws(EvidenceFailure) in
      Part(name: try Self.text(item, "name"), version: try Self.text(item, "version"))
    }
    rules = try Self.list(json, "rules") { item throws(EvidenceFailure) in
      Part(name: try Self.text(item, "name"), version: try Self.text(item, "digest"))
    }
    files = try Self.list(json, "files") { item throws(EvidenceFailure) in
      File(
        path: try Self.text(item, "path"), sha256: try Self.text(item, "sha256"),
        size: try Self.number(item, "size"))
    }
    populations = try Self.list(json, "populations") { item throws(EvidenceFailure) in
      guard let count = Int(exactly: try Self.number(item, "count")) else {
        throw EvidenceFailure(Self.path, "`count` is too large")
      }
      return PopulationRoot(
        name: try Self.text(item, "name"), count: count, root: try Self.text(item, "root"))
    }
    withheld = try Self.list(json, "withheld") { item throws(EvidenceFailure) in
      Withheld(
        path: try Self.text(item, "path"), sha256: try Self.text(item, "sha256"),
        size: try Self.number(item, "size"), reason: try Self.text(item, "reason"))
    }
    guard self.bytes == bytes else {
      throw EvidenceFailure(
        Self.path, "has other members, another order or is not in the form of RFC 8785")
    }
  }

  private static func text(_ json: JSONValue, _ name: String) throws(EvidenceFailure) -> String {
    guard let text = json[Text(name)]?.string else {
      throw EvidenceFailure(path, "a member `\(name)` is missing or no string")
    }
    return text
  }

  private static func number(_ json: JSONValue, _ name: String) throws(EvidenceFailure) -> Int64 {
    guard let number = json[Text(name)]?.int, (0..<(1 << 53)).contains(number) else {
      throw EvidenceFailure(path, "a member `\(name)` is missing or no count")
    }
    return number
  }

  private static func list<Item>(
    _ json: JSONValue, _ name: String, _ read: (JSONValue) throws(EvidenceFailure) -> Item
  ) throws(EvidenceFailure) -> [Item] {
    guard let elements = json[Text(name)]?.elements else {
      throw EvidenceFailure(path, "a member `\(name)` is missing or no list")
    }
    var items: [Item] = []
    for element in elements { items.append(try read(element)) }
    return items
  }
}

/// What a file is, by where it stands and how its name ends.
struct FileKind {
  let mediaType: String
  let role: String

  init(_ path: String) {
    let name = path.split(separator: "/").last.map { String($0) } ?? path
    let ending = name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? ""
    mediaType =
      switch EvidencePath.folded(ending) {
      case "json": "application/json"
      case "jsonl", "ndjson": "application/jsonl"
      case "sarif": "application/sarif+json"
      case "csv": "text/csv"
      case "xml": "application/xml"
      case "yaml", "yml": "application/yaml"
      case "html": "text/html"
      case "md": "text/markdown"
      case "txt", "log", "writ", "salts", "sh": "text/plain"
      case "pdf": "application/pdf"
      case "gz": "application/gzip"
      default: "application/octet-stream"
      }
    let folder = path.utf8.contains(UInt8(ascii: "/")) ? path.prefix { $0 != "/" } : ""
    role =
      switch folder {
      case "evidence": name == "collection.json" ? "collection" : "input"
      case "populations": ending == "salts" ? "salts" : "population"
      case "policies": "policy"
      case "controls": "catalog"
      case "governance": "governance"
      case "attestations": "attestation"
      case "results": "result"
      case "oscal": "oscal"
      case "report": "report"
      case "": "about"
      default: "other"
      }
  }
}
