import WritValues

/// The operating system and its kernel.
enum OSReader: HostReader {
  static let table = HostTable.os
  static let plan = [
    PlannedRead("/etc/os-release", .anyone, "the distribution and its version"),
    PlannedRead("/usr/lib/os-release", .anyone, "the same, where /etc has none"),
    PlannedRead("/proc/sys/kernel/osrelease", .anyone, "the running kernel"),
    PlannedRead("/proc/stat", .anyone, "when it was started"),
    PlannedRead("/run/reboot-required", .anyone, "whether an update waits for a restart"),
  ]
  static let description = TableDescription(
    name: "host_os", binding: "{ from: collect, table: os }", title: "The operating system",
    key: ["id"],
    fields: [
      .init("host", "text", "name of the host"),
      .init("id", "text", "the distribution: `debian`"),
      .init("like", "list<text>", "distributions it is derived from"),
      .init("name", "text?", "name with version, for people"),
      .init("version", "text?", "`VERSION_ID`: `12`"),
      .init("codename", "text?", "`bookworm`"),
      .init("kernel", "text?", "release of the running kernel; a container shows its host's"),
      .init("booted_at", "time?", "when the kernel was started"),
      .init("reboot_required", "bool", "an installed update asks for a restart"),
    ],
    remarks: ["`kernel` and `booted_at` are missing where `--root` is an image that does not run."])

  static func collect(from files: any FileSystem) throws(FileFailure) -> CollectedTable {
    var table = CollectedTable()
    var path = "/etc/os-release"
    let bytes: [UInt8]
    do {
      bytes = try files.read(path)
    } catch {
      guard error.kind == .missing else { throw error }
      do {
        path = "/usr/lib/os-release"
        bytes = try files.read(path)
      } catch {
        throw FileFailure(error.kind, path: "/etc/os-release", code: error.code)
      }
    }
    let values = parse(bytes)
    var builder = RecordBuilder()
    builder.set("id", text: values["ID"] ?? "linux")
    builder.set("like", texts: (values["ID_LIKE"] ?? "").split(separator: " ").map(String.init))
    builder.set("name", text: values["PRETTY_NAME"] ?? values["NAME"])
    builder.set("version", text: values["VERSION_ID"])
    builder.set("codename", text: values["VERSION_CODENAME"])
    if let kernel = try? files.read("/proc/sys/kernel/osrelease") {
      builder.set("kernel", text: trimmed(String(decoding: kernel, as: UTF8.self)))
    }
    if let stat = try? files.read("/proc/stat") {
      builder.set("booted_at", text: bootTime(stat)?.description)
    }
    let needsRestart = try files.exists("/run/reboot-required")
    let neededRestart = try files.exists("/var/run/reboot-required")
    builder.set("reboot_required", flag: needsRestart || neededRestart)
    table.add(builder.record, from: path)
    return table
  }

  /// `NAME=value` lines; the value may be quoted as in a shell.
  static func parse(_ bytes: [UInt8]) -> [String: String] {
    var values: [String: String] = [:]
    for line in TextLine.lines(of: bytes) {
      let text = line.text.trimmingSpaces()
      if text.starts(with: "#") { continue }
      guard let (name, value) = text.split(at: "=") else { continue }
      values[name.text] = unquoted(value)
    }
    return values
  }

  private static func unquoted(_ value: ByteText) -> String {
    guard let quote = value.bytes.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
      value.bytes.count >= 2, value.bytes.last == quote
    else { return value.text }
    var text: [UInt8] = []
    var isEscaped = false
    for byte in value.bytes.dropFirst().dropLast() {
      if !isEscaped, byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        isEscaped = true
        continue
      }
      isEscaped = false
      text.append(byte)
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func bootTime(_ stat: [UInt8]) -> Timestamp? {
    for line in TextLine.lines(of: stat) {
      guard let seconds = line.text.dropping(prefix: "btime ")?.number(limit: 9_999_999_999) else {
        continue
      }
      return Timestamp(microseconds: 0).adding(microseconds: Int64(seconds) * 1_000_000)
    }
    return nil
  }
}
