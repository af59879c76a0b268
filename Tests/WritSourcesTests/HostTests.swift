import Testing
import WritSources
import WritTables
import WritValues
import _WritTestSupport

private func table(_ table: HostTable, _ files: MemoryFileSystem) -> CollectedTable {
  HostCollector.collect(table, from: files)
}

private func rows(_ kind: HostTable, _ files: [String: String]) -> [JSONValue] {
  table(kind, MemoryFileSystem(files: files)).records.map(\.value)
}

@Suite struct HostTests {
  @Test(arguments: HostTable.allCases) func `an empty root never passes for a host`(kind: HostTable)
  {
    let found = table(kind, MemoryFileSystem())
    switch kind {
    case .sshdEffective: #expect(found.unavailable == nil && found.records.isEmpty)
    case .filePermissions: #expect(found.records.allSatisfy { $0.value["exists"] == false })
    default: #expect(found.unavailable?.contains("does not exist") == true)
    }
    #expect(!HostCollector.plan(kind).isEmpty)
  }

  @Test func `the operating system`() {
    var files = MemoryFileSystem(files: [
      "/usr/lib/os-release": "ID=debian\nPRETTY_NAME=\"Debian \\\"12\\\"\"\nVERSION_ID='12'\n# x\n",
      "/proc/sys/kernel/osrelease": "6.1.0\n", "/proc/stat": "cpu 1\nbtime 1767225600\n",
      "/etc/hostname": "# name\nweb\n", "/run/reboot-required": "",
    ])
    files["/etc/os-release"] = .link("../usr/lib/os-release")
    #expect(
      table(.os, files).records.map(\.value) == [
        [
          "host": "web", "id": "debian", "like": [], "name": "Debian \"12\"", "version": "12",
          "kernel": "6.1.0", "booted_at": "2026-01-01T00:00:00Z", "reboot_required": true,
        ]
      ])
  }

  @Test func `packages that are installed`() {
    let found = table(
      .packages,
      MemoryFileSystem(files: [
        "/var/lib/dpkg/status": """
        Package: a
        Status: install ok installed
        Architecture: amd64
        Source: src (1:2-3)
        Version: 1:2-3+b1
        Description: x
         Package: not

        Package: gone
        Status: deinstall ok config-files
        Architecture: amd64
        Version: 1

        Package: b
        Status: hold ok installed
        Architecture: all
        Version: 2

        Status: install ok installed

        """
      ]))
    #expect(
      found.records.map(\.value) == [
        [
          "host": "localhost", "name": "a", "architecture": "amd64", "version": "1:2-3+b1",
          "source": "src", "source_version": "1:2-3", "held": false,
        ],
        [
          "host": "localhost", "name": "b", "architecture": "all", "version": "2", "source": "b",
          "source_version": "2", "held": true,
        ],
      ])
    #expect(found.records.map(\.origin.line) == [1, 14])
    #expect(found.rejects.map(\.line) == [19])
    #expect(!found.isComplete)
  }

  @Test func `packages of an image without dpkg`() {
    let found = rows(
      .packages,
      ["/var/lib/dpkg/status.d/base": "Package: base-files\nVersion: 12\nArchitecture: amd64\n"])
    #expect(found.map { $0.text("name") } == ["base-files"])
  }

  private let accountFiles: [String: String] = [
    "/etc/passwd": """
    root:x:0:0:root:/root:/bin/bash
    ann::1000:100:Ann,,,:/home/ann:
    bin:*:2:2::/bin:/usr/sbin/nologin
    broken:x:no:1:::
    +::::::

    """,
    "/etc/group": "root:x:0:\nusers:x:100:bob\nadm:x:4:ann,bob\n",
  ]

  @Test func `accounts`() {
    let found = table(.users, MemoryFileSystem(files: accountFiles))
    #expect(found.records.map { $0.value.text("password") } == ["shadow", "none", "locked"])
    #expect(found.records.map { $0.value["login"]?.bool } == [true, true, false])
    #expect(found.records.map { $0.value["system"]?.bool } == [true, false, true])
    #expect(found.records.map { $0.value["uid"]?.int } == [0, 1000, 2])
    #expect(found.rejects.map(\.line) == [4, 5])
    #expect(found.rejects.last?.reason == "draws accounts from a directory that is not read")
    #expect(!found.isComplete)
  }

  @Test func `groups with those whose primary group they are`() {
    let found = rows(.groups, accountFiles)
    #expect(found.map { $0["members"] } == [["root"], ["ann", "bob"], ["ann", "bob"]])
    #expect(found.map { $0["primary_members"] } == [["root"], ["ann"], []])
  }

  private func ports(isHidden: Bool) -> CollectedTable {
    var files = MemoryFileSystem(files: [
      "/etc/passwd": "root:x:0:0::/root:/bin/sh\nmail:x:8:8::/:/bin/sh\n",
      "/proc/net/tcp": """
      sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
       0: 0100007F:0019 00000000:0000 0A 00000000:00000000 00:00000000 00000000     8        0 11 1
       1: 00000000:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 12 1
       2: 0100007F:0016 0100007F:C350 01 00000000:00000000 00:00000000 00000000     0        0 13 1
       3: 00000000:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 14 1

      """,
      "/proc/net/tcp6": """
      sl  local_address
       0: 00000000000000000000000001000000:0016 0:0000 0A 0:0 0:0 0 99 0 15 1
       1: nonsense

      """,
      "/proc/net/udp": "sl\n 0: 0100000A:0044 00000000:0000 07 0:0 0:0 0 0 0 16 2\n",
      "/proc/7/comm": "sshd\n", "/proc/9/comm": "master\n",
    ])
    files["/proc/7/fd/3"] = .link("socket:[12]")
    files["/proc/7/fd/4"] = .link("socket:[14]")
    files["/proc/9/fd/1"] = .link("/dev/null")
    files["/proc/9/fd/2"] = .link("socket:[11]")
    if isHidden { files["/proc/9/fd"] = .denied() }
    return table(.listeningPorts, files)
  }

  @Test func `listening ports and who holds them`() {
    let found = ports(isHidden: false)
    #expect(
      found.records.map { $0.value.text("id") } == [
        "tcp:0.0.0.0:22", "tcp:127.0.0.1:25", "tcp:[::1]:22", "udp:10.0.0.1:68",
      ])
    #expect(
      found.records.map { $0.value.text("scope") } == ["any", "loopback", "loopback", "address"])
    #expect(found.records.map { $0.value["processes"] } == [["sshd"], ["master"], [], []])
    #expect(found.records.map { $0.value.text("user") } == ["root", "mail", nil, "root"])
    #expect(found.rejects.map(\.line) == [3])
  }

  @Test func `a holder nobody may see is missing`() {
    let found = ports(isHidden: true)
    #expect(found.records.map { $0.value["processes"] } == [["sshd"], nil, nil, nil])
  }

  @Test func `settings of the kernel`() throws {
    var files = MemoryFileSystem(files: [
      "/proc/sys/kernel/osrelease": "6.1\n", "/proc/sys/net/ipv4/ip_forward": "0\n",
      "/proc/sys/kernel/sysrq": "on 1\n",
    ])
    files["/proc/sys/vm/mmap_min_addr"] = .denied()
    let found = table(.sysctl, files)
    #expect(found.records.count == Set(found.records.map { $0.value.text("name") }).count)
    func row(_ name: String) -> JSONValue? {
      found.records.map(\.value).first { $0.text("name") == name }
    }
    #expect(
      row("net.ipv4.ip_forward")
        == [
          "host": "localhost", "name": "net.ipv4.ip_forward", "exists": true, "value": "0",
          "number": 0,
        ])
    #expect(row("kernel.sysrq")?["number"] == nil)
    #expect(row("fs.suid_dumpable")?["exists"] == false)
    #expect(row("vm.mmap_min_addr") == ["host": "localhost", "name": "vm.mmap_min_addr"])
    #expect(found.notes == ["needs root to read /proc/sys/vm/mmap_min_addr"])
  }

  @Test func `owners and modes`() throws {
    var files = MemoryFileSystem(files: accountFiles)
    files["/etc/shadow"] = .file([], mode: 0o640, owner: 0, group: 100)
    files["/etc/ssh/ssh_host_rsa_key"] = .file([], mode: 0o600)
    files["/etc/ssh/moduli"] = .file([])
    files["/etc/sudoers.d"] = .denied(mode: 0o750)
    files["/etc/resolv.conf"] = .link("/run/resolv.conf")
    files["/run/resolv.conf"] = .file([], mode: 0o644)
    let found = table(.filePermissions, files)
    func row(_ path: String) -> JSONValue? {
      found.records.map(\.value).first { $0.text("path") == path }
    }
    #expect(
      row("/etc/shadow") == [
        "host": "localhost", "path": "/etc/shadow", "exists": true, "kind": "file", "mode": 416,
        "mode_text": "0640", "uid": 0, "gid": 100, "owner": "root", "group": "users",
      ])
    #expect(row("/etc/ssh/ssh_host_rsa_key")?["mode"] == 384)
    #expect(row("/etc/ssh/moduli") == nil)
    #expect(row("/etc/crontab")?["exists"] == false)
    #expect(row("/etc/resolv.conf")?.text("link") == "/run/resolv.conf")
    #expect(row("/etc/sudoers.d/*") == ["host": "localhost", "path": "/etc/sudoers.d/*"])
    #expect(found.notes == ["needs root to read /etc/sudoers.d"])
    #expect(!found.isComplete)
  }

  @Test func `a file that is closed to us names the privilege`() {
    var files = MemoryFileSystem()
    files["/etc/passwd"] = .denied()
    #expect(table(.users, files).unavailable == "needs root to read /etc/passwd")
  }

  @Test func `this very machine`() {
    let files = DiskFileSystem()
    for kind in [HostTable.os, .users, .groups, .sysctl, .filePermissions, .listeningPorts] {
      let found = HostCollector.collect(kind, from: files, host: "here")
      #expect(found.unavailable == nil)
      #expect(found.records.allSatisfy { $0.value.text("host") == "here" })
    }
  }
}

@Suite struct SSHDTests {
  private func settings(_ files: [String: String]) -> [String: JSONValue] {
    Dictionary(
      rows(.sshdEffective, files).compactMap { row in row.text("id").map { ($0, row) } },
      uniquingKeysWith: { first, _ in first })
  }

  @Test func `a drop-in that comes first wins`() {
    let found = settings([
      "/etc/ssh/sshd_config": """
      Include /etc/ssh/sshd_config.d/*.conf
      PasswordAuthentication no   # the administrator thinks
      PermitRootLogin without-password
      """,
      "/etc/ssh/sshd_config.d/50-cloud.conf": "PasswordAuthentication yes\n",
      "/etc/ssh/sshd_config.d/60-late.conf": "passwordauthentication=no\n",
      "/etc/ssh/sshd_config.d/README": "PermitEmptyPasswords yes\n",
    ])
    #expect(found["passwordauthentication"]?["enabled"] == true)
    #expect(found["passwordauthentication"]?["default"] == false)
    #expect(found["permitrootlogin"]?.text("value") == "prohibit-password")
    #expect(found["permitemptypasswords"]?["enabled"] == false)
    #expect(found["permitemptypasswords"]?["default"] == true)
    #expect(found["x11forwarding"]?.text("scope") == "global")
  }

  @Test func `blocks override and end where their file ends`() {
    let found = settings([
      "/etc/ssh/sshd_config": """
      PermitRootLogin no
      Match User backup Address 10.0.0.0/8
        PermitRootLogin yes
        PermitRootLogin no
        Include extra.conf
        X11Forwarding yes
      Match all
        AllowTcpForwarding no
      """,
      "/etc/ssh/extra.conf": "Banner /b\nMatch Group ops\nPermitTTY no\n",
    ])
    #expect(found["permitrootlogin"]?.text("value") == "no")
    #expect(found["permitrootlogin@1"]?.text("value") == "yes")
    #expect(found["permitrootlogin@1"]?.text("match") == "User backup Address 10.0.0.0/8")
    #expect(found["banner@1"]?.text("value") == "/b")
    #expect(found["permittty@2"]?.text("match") == "User backup Address 10.0.0.0/8 and Group ops")
    #expect(found["x11forwarding@1"]?["enabled"] == true)
    #expect(found["x11forwarding"]?["enabled"] == false)
    #expect(found["allowtcpforwarding@3"]?.text("match") == "all")
  }

  @Test func `values that add up, are quoted or are times`() {
    let found = settings([
      "/etc/ssh/sshd_config": """
      Port 22
      Port 2222
      AllowUsers ann bob
      AllowUsers "c d"
      LoginGraceTime 1m30s
      ClientAliveInterval 0
      Subsystem sftp internal-sftp -l INFO
      ForceCommand "/bin/x" a  b
      ChallengeResponseAuthentication no
      Ciphers +aes128-ctr
      """
    ])
    #expect(found["port"]?["items"] == ["22", "2222"])
    #expect(found["port"]?["number"] == nil)
    #expect(found["allowusers"]?["items"] == ["ann", "bob", "c d"])
    #expect(found["logingracetime"]?["number"] == 90)
    #expect(found["clientaliveinterval"]?["number"] == 0)
    #expect(found["subsystem sftp"]?.text("value") == "sftp internal-sftp -l INFO")
    #expect(found["kbdinteractiveauthentication"]?["enabled"] == false)
    #expect(found["ciphers"]?.text("value") == "+aes128-ctr")
    #expect(found["maxauthtries"]?["number"] == 6)
  }

  @Test func `a drop-in that is closed to us decides nothing`() {
    var files = MemoryFileSystem(files: ["/etc/ssh/sshd_config": "Include sshd_config.d/*.conf\n"])
    files["/etc/ssh/sshd_config.d/a.conf"] = .denied()
    #expect(
      table(.sshdEffective, files).unavailable == "needs root to read /etc/ssh/sshd_config.d/a.conf"
    )
    files["/etc/ssh/sshd_config.d/a.conf"] = nil
    files["/etc/ssh/sshd_config.d"] = .denied()
    #expect(table(.sshdEffective, files).unavailable == "needs root to read /etc/ssh/sshd_config.d")
  }

  @Test func `circles and broken lines are told`() {
    let found = table(
      .sshdEffective,
      MemoryFileSystem(files: [
        "/etc/ssh/sshd_config": "Include sshd_config\nBanner \"x\nPort\nUsePAM yes\n"
      ]))
    #expect(found.rejects.map(\.line) == [1, 2, 3])
    #expect(found.records.contains { $0.value.text("id") == "usepam" })
  }

  @Test func `a daemon without a configuration is not a safe one`() {
    let found = table(.sshdEffective, MemoryFileSystem(files: ["/usr/sbin/sshd": ""]))
    #expect(found.unavailable == "/etc/ssh/sshd_config does not exist")
  }
}
