import WritValues

/// Settings of the running kernel, from a fixed list.
enum SysctlReader: HostReader {
  static let table = HostTable.sysctl
  static let keys: [String] =
    [
      "dev.tty.ldisc_autoload", "fs.protected_fifos", "fs.protected_hardlinks",
      "fs.protected_regular", "fs.protected_symlinks", "fs.suid_dumpable", "kernel.core_uses_pid",
      "kernel.dmesg_restrict", "kernel.kexec_load_disabled", "kernel.kptr_restrict",
      "kernel.modules_disabled", "kernel.perf_event_paranoid", "kernel.randomize_va_space",
      "kernel.sysrq", "kernel.unprivileged_bpf_disabled", "kernel.unprivileged_userns_clone",
      "kernel.yama.ptrace_scope", "net.core.bpf_jit_harden",
      "net.ipv4.icmp_echo_ignore_broadcasts", "net.ipv4.icmp_ignore_bogus_error_responses",
      "net.ipv4.ip_forward", "net.ipv4.tcp_rfc1337", "net.ipv4.tcp_syncookies",
      "net.ipv6.conf.all.disable_ipv6", "net.ipv6.conf.all.forwarding",
      "user.max_user_namespaces", "vm.mmap_min_addr", "vm.unprivileged_userfaultfd",
    ]
    + ["all", "default"].flatMap { scope in
      [
        "net.ipv4.conf.\(scope).accept_redirects", "net.ipv4.conf.\(scope).accept_source_route",
        "net.ipv4.conf.\(scope).log_martians", "net.ipv4.conf.\(scope).rp_filter",
        "net.ipv4.conf.\(scope).secure_redirects", "net.ipv4.conf.\(scope).send_redirects",
        "net.ipv6.conf.\(scope).accept_ra", "net.ipv6.conf.\(scope).accept_redirects",
        "net.ipv6.conf.\(scope).accept_source_route",
      ]
    }
  static let plan = keys.map { key in
    PlannedRead(path(of: key), rootOnly.contains(key) ? .root : .anyone, "the setting \(key)")
  }
  static let description = TableDescription(
    name: "host_sysctl", binding: "{ from: collect, table: sysctl }",
    title: "Settings of the running kernel", key: ["name"],
    fields: [
      .init("host", "text", "name of the host"),
      .init("name", "text", "the setting: `net.ipv4.ip_forward`"),
      .init("exists", "bool?", "this kernel has it; missing when that can't be told"),
      .init("value", "text?", "its value as text"),
      .init("number", "int?", "its value where it is a whole number"),
    ],
    remarks: [
      "One record for each of: " + keys.map { "`\($0)`" }.joined(separator: ", ") + ".",
      "It says what the kernel does now, not what `sysctl.d` would set at the next start.",
    ])

  /// The kernel shows these to root alone.
  private static let rootOnly: Set<String> = ["net.core.bpf_jit_harden"]

  static func path(of key: String) -> String {
    "/proc/sys/" + key.split(separator: ".").joined(separator: "/")
  }

  static func collect(from files: any FileSystem) throws(FileFailure) -> CollectedTable {
    // An image that does not run has no settings; that is not the same as each being absent.
    _ = try files.read("/proc/sys/kernel/osrelease")
    var table = CollectedTable()
    for key in keys {
      let path = path(of: key)
      var builder = RecordBuilder()
      builder.set("name", text: key)
      do {
        let value = trimmed(String(decoding: try files.read(path), as: UTF8.self))
        builder.set("exists", flag: true)
        builder.set("value", text: value)
        builder.set("number", number: Int64(value))
      } catch {
        if error.kind == .missing {
          builder.set("exists", flag: false)
        } else {
          table.note(error.description)
        }
      }
      table.add(builder.record, from: path)
    }
    return table
  }
}
