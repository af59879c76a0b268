public import WritDiagnostics
public import WritValues
import WritYAML

/// Where one dataset comes from: an entry of `datasets` in `writ.yaml`.
///
/// `users: users.ndjson` is short for `users: { path: users.ndjson }`.
public struct DatasetBinding: Sendable {
  /// `from`: what reads it.
  public enum Kind: String, CaseIterable, Sendable {
    /// A file whose form is told by its content; the default.
    case file
    case ndjson, json, csv
    /// A roster of people as CSV.
    case hr
    /// A list of users as the provider exports it.
    case okta
    /// A list of members as the provider exports it.
    case github
    case sshd, syslog
    /// The history of a repository.
    case git
    /// A table of this host.
    case collect
    /// A table or view of a database, read in place.
    case postgres, sqlite
    /// Figures of the risk that people are recognized in tables: a row for each file.
    case risk

    /// Keys besides `from` that mean something for it.
    var keys: Set<String> {
      switch self {
      case .file: ["path", "collected", "fields", "zone", "member"]
      case .json: ["path", "collected", "fields", "zone", "member"]
      case .okta, .github: ["path", "collected", "fields", "member"]
      case .ndjson, .csv, .hr: ["path", "collected", "fields", "zone"]
      case .sshd, .syslog: ["path", "collected", "year", "zone"]
      case .git: ["path", "collected"]
      case .collect: ["table"]
      case .postgres: ["url", "table", "collected", "fields", "zone", "timeout"]
      case .risk: ["path", "quasi", "sensitive", "population", "collected"]
      case .sqlite: ["path", "table", "collected", "fields", "zone", "timeout"]
      }
    }

    /// Whether rows come from a table of a database.
    public var isDatabase: Bool { self == .postgres || self == .sqlite }

    var needsPath: Bool { self != .git && self != .collect && self != .postgres }
    var needsTable: Bool { self == .collect || isDatabase }
  }

  /// `collected`: when the data was taken from where it lives.
  public enum Collected: Hashable, Sendable {
    case at(Timestamp)
    /// `mtime`: the file's time of last change.
    case fileTime
  }

  /// `fields`: the source's column for a field of the dataset.
  public struct FieldSource: Sendable {
    public var field: Located<String>
    public var column: Located<String>
  }

  /// As in the rules: `users`, or `access.users` where two modules have one.
  public var name: Located<String>
  public var kind: Kind
  /// A file or a glob, relative to the project; for `git` a repository, `.` by default. Nil only
  /// for `collect` and `postgres`.
  public var path: Located<String>?
  /// Nil when it is not said; a `fresh` dataset is then stale.
  public var collected: Collected?
  public var fields: [FieldSource]
  /// `year`: the year of a log's first line, whose lines name none.
  public var year: Int?
  /// `zone`: the zone of times that name none, as in `Europe/Berlin`.
  public var zone: Located<String>?
  /// `url`: where the PostgreSQL server is; may hold a password.
  public var url: Located<String>?
  /// `table`: the collector's table, or that of the database.
  public var table: Located<String>?
  /// `member`: the key under which a JSON document holds the records.
  public var member: Located<String>?
  /// `timeout`: how long a statement of the database may take, in microseconds, at least a millisecond.
  public var timeout: Located<Int64>?
  /// `quasi`: columns by which people could be recognized; not empty for `risk`.
  public var quasiIdentifiers: [Located<String>] = []
  /// `sensitive`: columns nobody should learn.
  public var sensitive: [Located<String>] = []
  /// `population`: a table of everybody the rows may be about.
  public var population: Located<String>?
  /// The entry's value in `writ.yaml`.
  public var place: Place

  static let keys = [
    "from", "path", "url", "collected", "fields", "year", "zone", "table", "member",
    "timeout", "quasi", "sensitive", "population",
  ]

  /// Nil after mistakes that were reported.
  static func read(_ entry: YAMLMapping.Entry, log: DiagnosticLog) -> DatasetBinding? {
    let name = Located(entry.key.text, at: entry.key.place)
    guard DottedName.isValid(name.value, parts: 1...2) else {
      log.report(
        "config/wrong-type", "`\(name.value)` can't name a dataset", at: name.place,
        help: ["write it as the rules do: `users` or `access.users`"])
      return nil
    }
    if case .scalar(let scalar) = entry.value, !scalar.isNull, !scalar.text.isEmpty {
      let path = Located(scalar.text, at: scalar.place)
      if refuseURL(path, log: log) { return nil }
      return DatasetBinding(
        name: name, kind: .file, path: path, fields: [], place: scalar.place)
    }
    guard case .mapping = entry.value else {
      log.report(
        "config/wrong-type", "`datasets.\(name.value)` has to be a path or a mapping",
        at: entry.value.place, label: "this is \(entry.value.kind)")
      return nil
    }
    guard
      let reader = MappingReader(
        entry.value, subject: "a dataset", keys: DatasetBinding.keys, log: log)
    else { return nil }
    return read(reader, name: name, log: log)
  }

  private static func read(
    _ reader: MappingReader, name: Located<String>, log: DiagnosticLog
  ) -> DatasetBinding? {
    let kind = reader.word("from", as: Kind.self)?.value
    if kind == nil, reader.has("from") { return nil }
    var binding = DatasetBinding(
      name: name, kind: kind ?? .file, fields: [], place: reader.mapping.place)
    for entry in reader.mapping.entries
    where keys.contains(entry.key.text) && entry.key.text != "from"
      && !binding.kind.keys.contains(entry.key.text)
    {
      log.report(
        "config/unused-key",
        "`\(entry.key.text)` means nothing for data from `\(binding.kind.rawValue)`",
        at: entry.key.place,
        label: "known here: \(binding.kind.keys.sorted().joined(separator: ", "))"
      )
    }
    binding.table = reader.text("table", required: binding.kind.needsTable)
    binding.path = reader.text("path", required: binding.kind.needsPath)
    if let path = binding.path, refuseURL(path, log: log) { return nil }
    if binding.kind == .git, !reader.has("path") { binding.path = Located(".", at: name.place) }
    if binding.kind == .collect || binding.kind == .postgres { binding.path = nil }
    if binding.kind == .postgres { binding.url = url(reader, log: log) }
    binding.collected = collected(reader, kind: binding.kind, log: log)
    binding.fields = (reader.textMap("fields") ?? []).map {
      FieldSource(field: $0.key, column: $0.value)
    }
    binding.year = reader.int("year", in: 1970...9999).map { Int($0.value) }
    binding.zone = reader.text("zone")
    binding.member = reader.text("member")
    binding.timeout = timeout(reader, log: log)
    let quasi = reader.texts("quasi", required: kind == .risk)
    binding.quasiIdentifiers = quasi ?? []
    binding.sensitive = reader.texts("sensitive") ?? []
    binding.population = reader.text("population")
    if kind == .risk, !hasRoles(binding, isNamed: quasi != nil, reader, log: log) { return nil }
    return binding
  }

  /// Whether each column is named once, and one is by which people could be recognized.
  private static func hasRoles(
    _ binding: DatasetBinding, isNamed: Bool, _ reader: MappingReader, log: DiagnosticLog
  ) -> Bool {
    if binding.quasiIdentifiers.isEmpty {
      if isNamed {
        log.report(
          "config/wrong-type", "`quasi` has to name a column", at: reader.mapping.place,
          help: ["the columns by which a person could be recognized: `[age, zip, sex]`"])
      }
      return false
    }
    var seen: Set<[UInt8]> = []
    for column in binding.quasiIdentifiers + binding.sensitive
    where !seen.insert(Array(column.value.utf8)).inserted {
      log.report(
        "config/wrong-type", "column `\(column.value)` is named twice", at: column.place,
        help: ["a column is a quasi-identifier or sensitive, not both"])
      return false
    }
    return true
  }

  private static func timeout(_ reader: MappingReader, log: DiagnosticLog) -> Located<Int64>? {
    guard let text = reader.text("timeout") else { return nil }
    if case .duration(let length)? = DurationFormat.parse(text.value), length >= 1000 {
      return Located(length, at: text.place)
    }
    log.report(
      "config/wrong-type", "`timeout` has to be a duration of a millisecond or more",
      at: text.place, help: ["for example `30s` or `10m`"])
    return nil
  }

  /// Whether a path is the address of a server, which is told.
  private static func refuseURL(_ path: Located<String>, log: DiagnosticLog) -> Bool {
    guard path.value.hasPrefix("postgres://") || path.value.hasPrefix("postgresql://") else {
      return false
    }
    log.report(
      "config/wrong-type", "a path can't be the address of a server", at: path.place,
      help: ["a table of PostgreSQL is `{ from: postgres, url: ${PGURL}, table: public.users }`"])
    return true
  }

  /// A password lies in the environment, or where the client library looks for it, but in no file that is shared.
  private static func url(_ reader: MappingReader, log: DiagnosticLog) -> Located<String>? {
    guard let url = reader.text("url", required: true), let scalar = reader.scalar("url") else {
      return nil
    }
    // What stands before an `@`, or is called so.
    let parts = url.value.split(separator: "@", omittingEmptySubsequences: false)
    let person = parts.count > 1 ? parts[0].drop { $0 != "/" } : ""
    let hasPassword = person.contains(":") || url.value.contains("password")
    if hasPassword, !scalar.isSubstituted {
      log.report(
        "config/plain-password", "a password does not belong into `writ.yaml`", at: url.place,
        help: ["put the whole address into the environment and write `${PGURL}`"])
    }
    return url
  }

  private static func collected(
    _ reader: MappingReader, kind: Kind, log: DiagnosticLog
  ) -> Collected? {
    guard let scalar = reader.scalar("collected") else { return nil }
    if scalar.text == "mtime" {
      if kind != .postgres { return .fileTime }
      log.report(
        "config/wrong-type", "`mtime` is the time of a file, and a server has none",
        at: scalar.place, help: ["without `collected` a table is as of now"])
      return nil
    }
    if let time = Timestamp(parsing: scalar.text) { return .at(time) }
    log.report(
      "config/wrong-type", "`collected` has to be a time with a zone, a date, or `mtime`",
      at: scalar.place, help: ["for example `2026-11-01T00:00:00Z`"])
    return nil
  }
}
