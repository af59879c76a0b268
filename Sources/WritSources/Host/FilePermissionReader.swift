import WritValues

/// Owner and mode of files whose protection matters, from a fixed list.
enum FilePermissionReader: HostReader {
  static let table = HostTable.filePermissions
  static let paths = [
    "/boot/grub/grub.cfg", "/etc/at.allow", "/etc/at.deny", "/etc/audit/auditd.conf",
    "/etc/cron.allow", "/etc/cron.d", "/etc/cron.daily", "/etc/cron.deny", "/etc/cron.hourly",
    "/etc/cron.monthly", "/etc/cron.weekly", "/etc/crontab", "/etc/fstab", "/etc/group",
    "/etc/group-", "/etc/gshadow", "/etc/gshadow-", "/etc/hosts", "/etc/login.defs", "/etc/pam.d",
    "/etc/passwd", "/etc/passwd-", "/etc/resolv.conf", "/etc/rsyslog.conf", "/etc/security",
    "/etc/shadow", "/etc/shadow-", "/etc/ssh", "/etc/ssh/sshd_config",
    "/etc/ssh/sshd_config.d", "/etc/ssl/private", "/etc/sudoers", "/etc/sudoers.d",
    "/etc/sysctl.conf", "/etc/systemd/system", "/root", "/root/.ssh", "/root/.ssh/authorized_keys",
    "/run/docker.sock", "/tmp", "/usr/bin/passwd", "/usr/bin/su", "/usr/bin/sudo",
    "/var/log", "/var/log/auth.log", "/var/log/btmp", "/var/log/wtmp",
    "/var/spool/cron/crontabs", "/var/tmp",
  ]
  /// Folders whose entries are listed as well: all of them, or those that begin and end so.
  private static let folders: [(path: String, prefix: String)] = [
    ("/etc/ssh", "ssh_host_"), ("/etc/ssh/sshd_config.d", ""), ("/etc/sudoers.d", ""),
  ]
  static let plan =
    paths.map { PlannedRead($0, isPrivate($0) ? .root : .anyone, "owner and mode, never content") }
    + folders.map {
      PlannedRead(
        "\($0.path)/\($0.prefix)*", $0.path == "/etc/sudoers.d" ? .root : .anyone,
        "owner and mode, never content")
    }
  static let description = TableDescription(
    name: "host_file_permissions", binding: "{ from: collect, table: file_permissions }",
    title: "Owner and mode of files whose protection matters", key: ["path"],
    fields: [
      .init("host", "text", "name of the host"),
      .init("path", "text", "the file"),
      .init("exists", "bool?", "it is there; missing when that can't be told"),
      .init("kind", "\"file\" | \"directory\" | \"other\"?", "what it is, links followed"),
      .init("mode", "int?", "permission bits: `mode_within(mode, 0o640)`"),
      .init("mode_text", "text?", "the same for people: `0640`"),
      .init("uid", "int?", "number of its owner"),
      .init("gid", "int?", "number of its group"),
      .init("owner", "text?", "name of its owner, where the account file has it"),
      .init("group", "text?", "name of its group, where the group file has it"),
      .init("link", "text?", "where it leads, when the path is a link"),
    ],
    remarks: [
      "One record for each of: " + paths.map { "`\($0)`" }.joined(separator: ", ")
        + "; and for every file in "
        + folders.map { "`\($0.path)/\($0.prefix)*`" }.joined(separator: ", ") + ".",
      "A folder whose list may not be seen has one record named after the pattern, with nothing known.",
    ])

  private static func isPrivate(_ path: String) -> Bool { path.hasPrefix("/root/") }

  static func collect(from files: any FileSystem) throws(FileFailure) -> CollectedTable {
    var table = CollectedTable()
    _ = try files.list("/")
    let names = UserNames(files: files)
    var all = paths
    var unseen: [String] = []
    for folder in folders {
      do {
        all += try files.list(folder.path).filter { $0.hasPrefix(folder.prefix) }
          .map { FilePath.join(folder.path, $0) }
      } catch {
        if error.kind == .missing { continue }
        table.note(error.description)
        unseen.append("\(folder.path)/\(folder.prefix)*")
      }
    }
    for path in Set(all).sorted(by: FilePath.inOrder) {
      table.add(record(path, files: files, names: names, table: &table), from: path)
    }
    for pattern in unseen {
      var builder = RecordBuilder()
      builder.set("path", text: pattern)
      table.add(builder.record, from: pattern)
    }
    return table
  }

  private static func record(
    _ path: String, files: any FileSystem, names: UserNames, table: inout CollectedTable
  ) -> JSONValue {
    var builder = RecordBuilder()
    builder.set("path", text: path)
    do {
      var found = try files.status(path)
      var link: String?
      if found.kind == .link {
        link = try files.target(path)
        found = try files.resolvedStatus(path)
      }
      builder.set("exists", flag: true)
      builder.set("kind", text: found.kind == .link ? "other" : found.kind.rawValue)
      builder.set("mode", number: found.mode)
      let octal = String(found.mode, radix: 8)
      builder.set(
        "mode_text", text: String(repeating: "0", count: max(0, 4 - octal.utf8.count)) + octal)
      builder.set("uid", number: found.owner)
      builder.set("gid", number: found.group)
      builder.set("owner", text: names.user(found.owner))
      builder.set("group", text: names.group(found.group))
      builder.set("link", text: link)
    } catch {
      if error.kind == .missing {
        builder.set("exists", flag: false)
      } else {
        table.note(error.description)
      }
    }
    return builder.record
  }
}
