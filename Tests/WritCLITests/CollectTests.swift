import Foundation
import Testing
import _WritTestSupport

@Suite("writ collect") struct CollectTests {
  private static let hash = "$6$salt$NeverStoreThisHash"

  /// A small machine as files: readable for all but what root keeps for itself.
  private static func machine() throws -> Scene {
    let scene = try Scene([
      "root/etc/hostname": "larkfield\n",
      "root/etc/os-release": "ID=debian\nVERSION_ID=\"12\"\nPRETTY_NAME=\"Debian 12\"\n",
      "root/etc/passwd": "root:x:0:0:root:/root:/bin/bash\n"
        + "mal:\(hash):1000:1000::/home/mal:/bin/sh\n",
      "root/etc/shadow": "root:\(hash):19000:0:99999:7:::\n", "root/etc/group": "root:x:0:\n",
      "root/etc/ssh/sshd_config": "Port 2222\nPermitRootLogin no\n", "root/usr/sbin/sshd": "",
      "policies/host.writ": """
      module host

      dataset host_users {
        key host, name
        fresh within 1d
        host: text
        name: text
        uid: int
      }

      dataset host_sshd_effective {
        key host, id
        fresh within 1d
        host: text
        id: text
        value: text?
      }

      dataset host_packages {
        key host, name
        host: text
        name: text
      }

      rule another_root "Only root has number 0" {
        severity high
        for u in host_users
        must u.uid != 0 or u.name == "root"
      }

      rule root_login "Root does not sign in" {
        severity high
        for s in host_sshd_effective
        when s.id == "permitrootlogin"
        must s.value == "no"
      }

      rule packages "Packages are known" {
        severity low
        for p in host_packages
        must p.name != ""
      }

      """,
    ])
    let files = FileManager.default
    for name in ["root/etc/ssh/sshd_config", "root/etc/shadow"] {
      try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: scene.file(name))
    }
    try files.setAttributes([.posixPermissions: 0o777], ofItemAtPath: scene.path)
    return scene
  }

  @Test("--plan tells every path, the privilege it takes and why, and reads none") func plan()
    throws
  {
    let scene = try Scene()
    let outcome = try scene.writ("collect --plan")
    #expect(outcome.code == 0)
    for table in [
      "os", "packages", "users", "groups", "sshd_effective", "listening_ports", "sysctl",
      "file_permissions",
    ] {
      #expect(outcome.output.contains("\(table)\n"), "\(table)")
    }
    #expect(outcome.output.contains("  /etc/passwd  (anyone)  the accounts\n"))
    #expect(outcome.output.contains("(root)"))
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.allSatisfy { !$0.hasPrefix(" ") || $0.contains("(") }, "every path has a reason")
    #expect(scene.files().isEmpty)
    let one = try scene.writ("collect --plan --table users")
    #expect(one.output.hasPrefix("users\n"))
    #expect(!one.output.contains("packages"))
  }

  @Test("a fixture becomes tables with a manifest, which check goes by") func fixture() throws {
    let scene = try Self.machine()
    let collected = try scene.writ("collect --root root -o inventory")
    #expect(collected.code == 2, "\(collected.all)")
    #expect(collected.output.contains("users: 2 rows\n"))
    #expect(
      collected.output.contains(
        "packages: not collected: /var/lib/dpkg/status does not exist\n"), "\(collected.all)")
    let manifest = try Report(scene.text("inventory/manifest.json"))
    #expect(manifest.json["schema"] as? String == "writ.collection/1")
    let tables = manifest.list("tables")
    let packages = tables.first { $0["name"] as? String == "host_packages" }
    #expect(packages?["complete"] as? Bool == false)
    #expect(packages?["reasons"] as? [String] == ["/var/lib/dpkg/status does not exist"])
    for table in tables {
      let file = table["file"] as? String
      #expect(file.map { scene.exists("inventory/\($0)") } ?? true)
    }
    // Collected a moment ago, so the run is judged at its own time.
    let time = try #require(manifest.json["collected_at"] as? String)
    let fresh = try scene.writ("check inventory -f json --now \(time)")
    let statuses = try Report(fresh.output).statuses
    #expect(
      statuses == [
        "host.another_root": "pass", "host.root_login": "pass", "host.packages": "no_data",
      ], "\(fresh.all)")
    #expect(fresh.output.contains("/var/lib/dpkg/status does not exist"))
    // A day and more later the same files are stale.
    let stale = try scene.writ("check inventory -f json --now 2099-01-01")
    #expect(try Report(stale.output).statuses["host.another_root"] == "no_data")
    #expect(stale.code == 2)
  }

  @Test("audit collects what datasets called host_… ask for") func audit() throws {
    let scene = try Self.machine()
    let outcome = try scene.writ("audit --root root -f json")
    #expect(try Report(outcome.output).statuses["host.root_login"] == "pass", "\(outcome.all)")
    // `check` looks at no machine.
    let check = try scene.writ("check -f json")
    #expect(try Report(check.output).statuses["host.root_login"] == "no_data", "\(check.all)")
  }

  @Test("no password hash is ever stored or shown") func hashes() throws {
    let scene = try Self.machine()
    let collected = try scene.writ("collect --root root -o inventory")
    #expect(!collected.all.contains("NeverStore"))
    for name in scene.files() where name.hasPrefix("inventory/") {
      #expect(try !scene.text(name).contains("NeverStore"), "\(name)")
    }
    #expect(try !scene.writ("check inventory -f json").all.contains("NeverStore"))
  }

  @Test(
    "without privileges a closed table is no data, and says which privilege is missing",
    .enabled(if: Unprivileged.isPossible, "no user without privileges can run the command"))
  func unprivileged() throws {
    let wrapper = try #require(Unprivileged.wrapper)
    let scene = try Self.machine()
    // Where the tests are not root, their own files are closed for themselves as well.
    if wrapper.isEmpty {
      try FileManager.default.setAttributes(
        [.posixPermissions: 0], ofItemAtPath: scene.file("root/etc/ssh/sshd_config"))
    }
    let reason = "needs root to read /etc/ssh/sshd_config"
    let collected = try scene.writ("collect --root root -o inventory", through: wrapper)
    #expect(collected.code == 2)
    #expect(collected.output.contains("sshd_effective: not collected: \(reason)\n"))
    #expect(!scene.exists("inventory/host_sshd_effective.ndjson"))
    let check = try scene.writ("check inventory -f json", through: wrapper)
    #expect(try Report(check.output).statuses["host.root_login"] == "no_data")
    #expect(check.output.contains(reason))
    let audit = try scene.writ("audit --root root -f json", through: wrapper)
    #expect(try Report(audit.output).statuses["host.root_login"] == "no_data")
    #expect(audit.output.contains(reason))
  }

  @Test("a root that is no folder, an output that can't be one: exit 4") func wrong() throws {
    let scene = try Scene(["file": ""])
    #expect(try scene.writ("collect --root gone").errors.contains("`gone` is no folder"))
    #expect(try scene.writ("collect --root gone").code == 4)
    #expect(try scene.writ("collect --root . -o file").code == 4)
    #expect(scene.files() == ["file"])
  }
}
