import WritValues

/// Accounts of the local account file.
enum UserReader: HostReader {
  static let table = HostTable.users
  static let plan = [PlannedRead("/etc/passwd", .anyone, "the accounts")]
  static let description = TableDescription(
    name: "host_users", binding: "{ from: collect, table: users }", title: "Local accounts",
    key: ["name"],
    fields: [
      .init("host", "text", "name of the host"),
      .init("name", "text", "the account"),
      .init("uid", "int", "its number; 0 has all rights"),
      .init("gid", "int", "its primary group"),
      .init("comment", "text?", personal: "person.name", "the GECOS field, often a person's name"),
      .init("home", "text?", "home folder"),
      .init("shell", "text", "login shell; `/bin/sh` where the file says none"),
      .init("login", "bool", "the shell lets somebody in (not `nologin`, `false` or `sync`)"),
      .init("system", "bool", "the number is below 1000, or 65534 (`nobody`)"),
      .init(
        "password", "\"shadow\" | \"none\" | \"locked\" | \"here\"",
        "kept in the shadow file, none at all, locked, or a hash in this readable file"),
    ],
    remarks: [
      "Accounts of a directory (LDAP, SSSD, NIS) are not in it; a `+` line makes the table incomplete."
    ])

  static func collect(from files: any FileSystem) throws(FileFailure) -> CollectedTable {
    let path = "/etc/passwd"
    var table = CollectedTable()
    for line in TextLine.lines(of: try files.read(path)) {
      if line.text.isEmpty || line.text.starts(with: "#") { continue }
      if line.text.starts(with: "+") || line.text.starts(with: "-") {
        table.reject(
          line, of: path, reason: "draws accounts from a directory that is not read")
        continue
      }
      let parts = line.fields(by: UInt8(ascii: ":"))
      guard parts.count == 7, let uid = UInt32(parts[2]), let gid = UInt32(parts[3]),
        !parts[0].isEmpty
      else {
        table.reject(line, of: path, reason: "is not an account of seven fields")
        continue
      }
      let shell = parts[6].isEmpty ? "/bin/sh" : parts[6]
      let program = FilePath.components(shell).last ?? ""
      var builder = RecordBuilder()
      builder.set("name", text: parts[0])
      builder.set("uid", number: uid)
      builder.set("gid", number: gid)
      builder.set("comment", text: parts[4].isEmpty ? nil : parts[4])
      builder.set("home", text: parts[5].isEmpty ? nil : parts[5])
      builder.set("shell", text: shell)
      builder.set("login", flag: !["nologin", "false", "sync"].contains(program))
      builder.set("system", flag: uid < 1000 || uid == 65_534)
      builder.set("password", text: password(parts[1]))
      table.add(builder.record, from: path, at: line)
    }
    return table
  }

  /// Where the password is; never the password itself.
  private static func password(_ field: String) -> String {
    if field.isEmpty { return "none" }
    if field == "x" { return "shadow" }
    return field.hasPrefix("*") || field.hasPrefix("!") ? "locked" : "here"
  }
}

/// Groups of the local group file, with those whose primary group they are.
enum GroupReader: HostReader {
  static let table = HostTable.groups
  static let plan = [
    PlannedRead("/etc/group", .anyone, "the groups and their members"),
    PlannedRead("/etc/passwd", .anyone, "primary groups, which the group file does not name"),
  ]
  static let description = TableDescription(
    name: "host_groups", binding: "{ from: collect, table: groups }", title: "Local groups",
    key: ["name"],
    fields: [
      .init("host", "text", "name of the host"),
      .init("name", "text", "the group"),
      .init("gid", "int", "its number"),
      .init("members", "set<text>", "all its accounts, primary ones among them"),
      .init("primary_members", "set<text>", "the accounts whose primary group it is"),
    ])

  static func collect(from files: any FileSystem) throws(FileFailure) -> CollectedTable {
    let path = "/etc/group"
    var table = CollectedTable()
    var primary: [UInt32: [String]] = [:]
    for line in TextLine.lines(of: try files.read("/etc/passwd")) {
      let parts = line.fields(by: UInt8(ascii: ":"))
      guard parts.count == 7, let gid = UInt32(parts[3]), !parts[0].isEmpty else { continue }
      primary[gid, default: []].append(parts[0])
    }
    for line in TextLine.lines(of: try files.read(path)) {
      if line.text.isEmpty || line.text.starts(with: "#") { continue }
      if line.text.starts(with: "+") || line.text.starts(with: "-") {
        table.reject(
          line, of: path, reason: "draws groups from a directory that is not read")
        continue
      }
      let parts = line.fields(by: UInt8(ascii: ":"))
      guard parts.count == 4, let gid = UInt32(parts[2]), !parts[0].isEmpty else {
        table.reject(line, of: path, reason: "is not a group of four fields")
        continue
      }
      let own = Set(primary[gid] ?? []).sorted(by: FilePath.inOrder)
      let listed = parts[3].split(separator: ",").map(String.init).filter { !$0.isEmpty }
      var builder = RecordBuilder()
      builder.set("name", text: parts[0])
      builder.set("gid", number: gid)
      builder.set("members", texts: Set(listed + own).sorted(by: FilePath.inOrder))
      builder.set("primary_members", texts: own)
      table.add(builder.record, from: path, at: line)
    }
    _ = table.source("/etc/passwd")
    return table
  }
}
