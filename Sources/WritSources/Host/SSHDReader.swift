import WritValues

/// What the SSH daemon's configuration comes to.
enum SSHDReader: HostReader {
  static let table = HostTable.sshdEffective
  private static let path = "/etc/ssh/sshd_config"
  private static let program = "/usr/sbin/sshd"
  static let plan = [
    PlannedRead(path, .anyone, "the daemon's configuration"),
    PlannedRead("/etc/ssh/sshd_config.d/*.conf", .anyone, "files it includes, wherever they are"),
    PlannedRead(program, .anyone, "whether the daemon is installed; it is not run"),
  ]
  static let description = TableDescription(
    name: "host_sshd_effective", binding: "{ from: collect, table: sshd_effective }",
    title: "What the SSH daemon's configuration comes to", key: ["id"],
    fields: [
      .init("host", "text", "name of the host"),
      .init("id", "text", "`permitrootlogin`, or `permitrootlogin@1` in the first `Match` block"),
      .init("keyword", "text", "in lower case: `permitrootlogin`"),
      .init("value", "text", "its values with a space between: `prohibit-password`"),
      .init("items", "list<text>", "its values one by one: users, ports, algorithms"),
      .init("enabled", "bool?", "for a value of `yes` or `no`"),
      .init("number", "int?", "for a number; a time such as `2m` in seconds"),
      .init("scope", "\"global\" | \"match\"", "outside of all `Match` blocks, or in one"),
      .init("match", "text?", "the criteria of its block: `User backup`"),
      .init("default", "bool", "not set anywhere: what OpenSSH 9 does by itself"),
      .init("derived", "bool", "worked out from the files, not asked of the daemon: always true"),
    ],
    remarks: [
      """
      One record for each keyword that is set or has a known default, and one for each keyword in each \
      `Match` block, which overrides the global one for the connections it matches: a rule that looks \
      at all records of a keyword has seen every value that can be in force. The first value wins, so \
      a drop-in that is included at the top beats the main file.
      """,
      """
      Ciphers, MACs and key exchanges have records only where they are set: their defaults change with \
      each release. Where neither the configuration nor `/usr/sbin/sshd` is there the table is empty; \
      a file that can't be read makes it unavailable.
      """,
    ])

  static func collect(from files: any FileSystem) throws(FileFailure) -> CollectedTable {
    var table = CollectedTable()
    guard try files.exists(path) else {
      if try files.exists(program) { throw FileFailure(.missing, path: path) }
      table.notes.append("no SSH daemon is installed")
      return table
    }
    let configuration = try SSHDConfiguration(path: path, files: files)
    for path in configuration.paths { _ = table.source(path) }
    for problem in configuration.problems {
      table.reject(problem.line, of: problem.path, reason: problem.reason)
    }
    var effective: [Effective] = []
    var places: [String: Int] = [:]
    for setting in configuration.settings {
      // Each subsystem is a keyword of its own.
      let isSubsystem = setting.keyword == "subsystem"
      let name =
        isSubsystem ? "subsystem \(setting.values.first ?? "")" : setting.keyword
      let id = setting.block == 0 ? name : "\(name)@\(setting.block)"
      var values = setting.values
      if SSHDKeywords.wholeLine.contains(setting.keyword) {
        values = [values.joined(separator: " ")]
      } else {
        values = values.map { SSHDKeywords.normalized($0, of: setting.keyword) }
      }
      if let place = places[id] {
        if SSHDKeywords.accumulating.contains(setting.keyword), !isSubsystem {
          effective[place].values += values
        }
        continue
      }
      places[id] = effective.count
      effective.append(Effective(id: id, values: values, setting: setting))
    }
    for one in effective { table.add(one.record, from: one.setting.path, at: one.setting.line) }
    var unset: [String: [String]] = [:]
    for (keyword, value) in SSHDKeywords.defaults where places[keyword] == nil {
      unset[keyword, default: []] += value.split(separator: " ").map(String.init)
    }
    for (keyword, values) in unset.sorted(by: { FilePath.inOrder($0.key, $1.key) }) {
      table.add(
        record(id: keyword, keyword: keyword, values: values, match: nil, isDefault: true),
        from: path)
    }
    return table
  }

  private struct Effective {
    var id: String
    var values: [String]
    var setting: SSHDConfiguration.Setting

    var record: JSONValue {
      SSHDReader.record(
        id: id, keyword: setting.keyword, values: values,
        match: setting.block == 0 ? nil : setting.match ?? "", isDefault: false)
    }
  }

  private static func record(
    id: String, keyword: String, values: [String], match: String?, isDefault: Bool
  ) -> JSONValue {
    let value = values.joined(separator: " ")
    var builder = RecordBuilder()
    builder.set("id", text: id)
    builder.set("keyword", text: keyword)
    builder.set("value", text: value)
    builder.set("items", texts: values)
    builder.set("enabled", flag: value == "yes" ? true : value == "no" ? false : nil)
    builder.set(
      "number",
      number: SSHDKeywords.times.contains(keyword) ? SSHDKeywords.seconds(value) : Int(value))
    builder.set("scope", text: match == nil ? "global" : "match")
    builder.set("match", text: match)
    builder.set("default", flag: isDefault)
    builder.set("derived", flag: true)
    return builder.record
  }
}
