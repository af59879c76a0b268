import WritValues

/// The tables a host is described by.
package enum HostTable: String, CaseIterable, Sendable {
  case os, packages, users, groups
  case sshdEffective = "sshd_effective"
  case listeningPorts = "listening_ports"
  case sysctl
  case filePermissions = "file_permissions"
}

/// One thing a collector would read, and what it takes.
package struct PlannedRead: Hashable, Sendable {
  package enum Privilege: String, Sendable {
    case anyone
    case root
  }

  package var path: String
  package var privilege: Privilege
  package var why: String

  package init(_ path: String, _ privilege: Privilege = .anyone, _ why: String) {
    self.path = path
    self.privilege = privilege
    self.why = why
  }
}

/// Collects one table; each is a pure reader of a file system.
protocol HostReader {
  static var table: HostTable { get }
  static var plan: [PlannedRead] { get }
  static var description: TableDescription { get }
  /// - Throws: `FileFailure` where without a file there is no table.
  static func collect(from files: any FileSystem) throws(FileFailure) -> CollectedTable
}

package enum HostCollector {
  /// Reads one table of a host.
  ///
  /// - Parameter host: what every record's `host` says; the host's own name when nil.
  package static func collect(
    _ table: HostTable, from files: any FileSystem, host: String? = nil
  ) -> CollectedTable {
    var collected: CollectedTable
    do {
      collected = try reader(of: table).collect(from: files)
    } catch {
      return CollectedTable(unavailable: error.description)
    }
    guard collected.unavailable == nil else { return collected }
    let name = JSONValue.text(host ?? hostName(in: files))
    for index in collected.records.indices {
      guard case .object(let members) = collected.records[index].value else { continue }
      collected.records[index].value = .object(
        [JSONValue.Member(name: "host", value: name)] + members)
    }
    return collected
  }

  /// What collecting a table would read.
  package static func plan(_ table: HostTable) -> [PlannedRead] {
    reader(of: table).plan
      + [PlannedRead("/etc/hostname", .anyone, "the name of the host")]
  }

  package static func description(of table: HostTable) -> TableDescription {
    reader(of: table).description
  }

  /// The name the host gives itself; `localhost` where it gives none.
  package static func hostName(in files: any FileSystem) -> String {
    for path in ["/etc/hostname", "/proc/sys/kernel/hostname"] {
      guard let bytes = try? files.read(path) else { continue }
      for line in TextLine.lines(of: bytes) {
        let name = line.text.trimmingSpaces()
        if !name.isEmpty, !name.starts(with: "#") { return name.text }
      }
    }
    return "localhost"
  }

  private static func reader(of table: HostTable) -> any HostReader.Type {
    switch table {
    case .os: OSReader.self
    case .packages: PackageReader.self
    case .users: UserReader.self
    case .groups: GroupReader.self
    case .sshdEffective: SSHDReader.self
    case .listeningPorts: PortReader.self
    case .sysctl: SysctlReader.self
    case .filePermissions: FilePermissionReader.self
    }
  }
}
