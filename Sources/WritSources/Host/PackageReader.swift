import WritValues

/// Packages that dpkg has installed.
enum PackageReader: HostReader {
  static let table = HostTable.packages
  private static let database = "/var/lib/dpkg/status"
  private static let folder = "/var/lib/dpkg/status.d"
  static let plan = [
    PlannedRead(database, .anyone, "the packages dpkg knows"),
    PlannedRead(folder + "/*", .anyone, "the same in images without dpkg"),
  ]
  static let description = TableDescription(
    name: "host_packages", binding: "{ from: collect, table: packages }",
    title: "Installed Debian packages", key: ["name", "architecture"],
    fields: [
      .init("host", "text", "name of the host"),
      .init("name", "text", "the package"),
      .init("architecture", "text", "`amd64`, `all`"),
      .init("version", "version<deb>", "the installed version"),
      .init("source", "text", "the source package it was built from"),
      .init("source_version", "version<deb>", "that package's version, which may differ"),
      .init("held", "bool", "kept at its version by the administrator"),
    ],
    remarks: ["Packages that were removed or only half installed are not in it."])

  static func collect(from files: any FileSystem) throws(FileFailure) -> CollectedTable {
    var table = CollectedTable()
    var missing: FileFailure?
    do {
      read(try files.read(database), path: database, needsStatus: true, into: &table)
    } catch {
      guard error.kind == .missing else { throw error }
      missing = error
    }
    do {
      for name in try files.list(folder) where !name.hasSuffix(".md5sums") {
        let path = FilePath.join(folder, name)
        read(try files.read(path), path: path, needsStatus: false, into: &table)
      }
    } catch {
      guard error.kind == .missing else { throw error }
      if let missing { throw missing }
    }
    return table
  }

  /// - Parameter needsStatus: whether a stanza without a status is not installed.
  private static func read(
    _ bytes: [UInt8], path: String, needsStatus: Bool, into table: inout CollectedTable
  ) {
    var stanza: [String: String] = [:]
    var first: TextLine?
    var end = 0
    func finish(_ table: inout CollectedTable) {
      guard let start = first else { return }
      let place = TextLine(text: start.text, number: start.number, start: start.start, end: end)
      if let record = record(stanza, needsStatus: needsStatus) {
        if let record { table.add(record, from: path, at: place) }
      } else {
        table.reject(place, of: path, reason: "has no name or version")
      }
      stanza = [:]
      first = nil
    }
    for line in TextLine.lines(of: bytes) {
      if line.text.trimmingSpaces().isEmpty {
        finish(&table)
        continue
      }
      if first == nil { first = line }
      end = line.end
      // A line that begins with a space goes on with the field above, which none of ours does.
      if line.text.starts(with: " ") || line.text.starts(with: "\t") { continue }
      guard let (name, value) = line.text.split(at: ":") else { continue }
      switch name.text {
      case "Package", "Version", "Architecture", "Source", "Status":
        stanza[name.text] = value.trimmingSpaces().text
      default: break
      }
    }
    finish(&table)
  }

  /// Nil when the stanza can't be read, `.some(nil)` when it is of no installed package.
  private static func record(_ stanza: [String: String], needsStatus: Bool) -> JSONValue?? {
    let status = (stanza["Status"] ?? "").split(separator: " ").map(String.init)
    if needsStatus || !status.isEmpty {
      guard status.count == 3 else { return nil }
      guard status[2] == "installed" || status[2].hasPrefix("triggers-") else { return .some(nil) }
    }
    guard let name = stanza["Package"], let version = stanza["Version"] else { return nil }
    var source = name
    var sourceVersion = version
    if let text = stanza["Source"] {
      // `Source: name (version)`; the version is left out where it is the same.
      let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
      if let first = parts.first { source = first }
      if parts.count == 2, parts[1].hasPrefix("("), parts[1].hasSuffix(")") {
        sourceVersion = String(parts[1].dropFirst().dropLast())
      }
    }
    var builder = RecordBuilder()
    builder.set("name", text: name)
    builder.set("architecture", text: stanza["Architecture"] ?? "all")
    builder.set("version", text: version)
    builder.set("source", text: source)
    builder.set("source_version", text: sourceVersion)
    builder.set("held", flag: status.first == "hold")
    return .some(builder.record)
  }
}
