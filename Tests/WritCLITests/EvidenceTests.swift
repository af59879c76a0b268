import Foundation
import Testing
import _WritTestSupport

/// Bundles sealed by the command, verified by the command and by verify.sh: both say the same of each.
@Suite(.enabled(if: ExternalTool.isExpected("openssl"))) struct EvidenceTests {
  static let password = ["WRIT_KEY_PASSWORD": "correct horse"]

  // MARK: A bundle to tamper with

  /// Keys, a sealed bundle of a small project in `good`, and what openssl makes for the cases.
  private final class Sealed: Sendable {
    let scene: Scene
    let bundle: String

    init() throws {
      scene = try Scene.small([
        "writ.yaml": "frameworks: [soc2]\ndatasets:\n  users: users.ndjson\n",
        "sealer.txt": "correct horse\n",
      ])
      let key = try scene.writ("evidence key new keys/a --name Evidence", environment: password)
      try #require(key.code == 0, "\(key.all)")
      let audit = try scene.writ(
        "audit . --root nowhere --evidence out --key keys/a.key.pem --certificate keys/a.cert.pem"
          + " --period 2026-01-01..2026-04-01 --tar",
        environment: password)
      try #require(audit.code == 1, "\(audit.all)")
      let name = try #require(
        FileManager.default.contentsOfDirectory(atPath: scene.file("out")).first {
          !$0.hasSuffix(".tar")
        })
      bundle = "out/\(name)"
      let script = try scene.writ("evidence verify --script")
      try scene.folder.write("verify.sh", script.output)
    }

    /// Runs a shell in the scene's folder.
    @discardableResult
    func shell(_ text: String) throws -> (code: Int32, output: String) {
      let tool = try #require(ExternalTool("sh"))
      return try tool.run(["-ec", "cd '\(scene.path)'\n\(text)"])
    }

    /// Exit codes of the command and of the script.
    func verdicts(
      _ bundle: String, ca: String = "keys/a.cert.pem", key: String = "keys/a.pub.pem",
      more: String = "", scriptMore: String = ""
    ) throws -> (writ: WritProcess.Outcome, script: (code: Int32, output: String)) {
      let writ = try scene.writ("evidence verify \(bundle) --ca \(ca) --key \(key) \(more)")
      let script = try shell("sh verify.sh '\(bundle)' \(ca) \(key) \(scriptMore)")
      return (writ, script)
    }
  }

  @Test func sealedBundleVerifies() throws {
    let sealed = try Sealed()
    let (writ, script) = try sealed.verdicts(sealed.bundle)
    #expect(writ.code == 0, "\(writ.all)")
    #expect(script.code == 0, "\(script.output)")
    #expect(writ.output.contains("signer       CN=Evidence"))
    let inside = try sealed.shell(
      "sh \(sealed.bundle)/verify.sh \(sealed.bundle) keys/a.cert.pem keys/a.pub.pem")
    #expect(inside.code == 0, "\(inside.output)")
    let archive = try sealed.scene.writ(
      "evidence verify \(sealed.bundle).tar --ca keys/a.cert.pem --key keys/a.pub.pem")
    #expect(archive.code == 0, "\(archive.all)")
    let unpacked = try sealed.shell("mkdir un; tar xf \(sealed.bundle).tar -C un")
    #expect(unpacked.code == 0, "\(unpacked.output)")
    let again = "un/\(sealed.bundle.dropFirst(4))"
    #expect(try sealed.shell("diff -r \(sealed.bundle) \(again)").code == 0)
    #expect(try sealed.verdicts(again).script.code == 0)
  }

  /// Section by section what may be wrong with a bundle: a shell makes it so of a copy called `b`.
  private static let tamperings: [(name: String, command: String)] = [
    (
      "byte changed in an input",
      "printf X | dd of=b/evidence/access.users/users.ndjson bs=1 seek=3 conv=notrunc"
    ),
    ("byte changed in the manifest", "sed -i 's/users/userz/' b/manifest.json"),
    ("byte changed in the results", "sed -i 's/fail/pass/' b/results/results.json"),
    ("file added", "echo x > b/evidence/access.users/more.ndjson"),
    ("file added at the top", "echo x > b/x"),
    ("file added to trust/", "echo x > b/trust/x"),
    ("file added to signatures/", "echo x > b/signatures/x.json"),
    ("file added to ledger/", "mkdir b/ledger; echo x > b/ledger/checkpoint"),
    ("folder added", "mkdir b/empty"),
    ("file removed", "rm b/evidence/access.users/users.ndjson"),
    ("manifest removed", "rm b/manifest.json"),
    ("sums removed", "rm b/SHA256SUMS"),
    ("envelope removed", "rm b/signatures/bundle.dsse.json"),
    ("CMS removed", "rm b/signatures/SHA256SUMS.p7s"),
    ("certificate removed", "rm b/trust/signer.pem"),
    ("everything removed", "rm -r b; mkdir b"),
    ("file renamed", "mv b/evidence/access.users/users.ndjson b/evidence/access.users/u.ndjson"),
    ("symbolic link", "cp b/README.txt r; rm b/README.txt; ln -s ../r b/README.txt"),
    ("symbolic link to a folder", "mv b/policies p; ln -s ../p b/policies"),
    ("pipe", "mkfifo b/pipe"),
    ("twin in upper case", "cp b/README.txt b/readme.txt"),
    ("name with a space", "echo x > 'b/a b'"),
    ("name with a line feed", "echo x > \"b/a\nb\""),
    (
      "sums made anew",
      "echo >> b/README.txt; cd b; cut -c67- SHA256SUMS | xargs sha256sum > ../s; mv ../s SHA256SUMS"
    ),
    ("sums with a line more", "sha256sum keys/a.pub.pem >> b/SHA256SUMS"),
    ("sums out of order", "sort b/SHA256SUMS > s; mv s b/SHA256SUMS"),
    ("sums with `..`", "sed -i '1s|  .*|  ../verify.sh|' b/SHA256SUMS"),
    ("sums with CRLF", "sed -i 's/$/\\r/' b/SHA256SUMS"),
    ("manifest with CRLF", "sed -i 's/$/\\r\\n/' b/manifest.json"),
    ("sums without the last line feed", "truncate -s -1 b/SHA256SUMS"),
    ("sums empty", ": > b/SHA256SUMS"),
    ("statement of another bundle", "cp other/signatures/bundle.dsse.json b/signatures/"),
    ("CMS of another bundle", "cp other/signatures/SHA256SUMS.p7s b/signatures/"),
    (
      "sums and CMS of another bundle",
      "cp other/SHA256SUMS b/; cp other/signatures/SHA256SUMS.p7s b/signatures/"
    ),
    ("statement cut off", "truncate -s -5 b/signatures/bundle.dsse.json"),
    ("CMS cut off", "truncate -s -5 b/signatures/SHA256SUMS.p7s"),
    ("CMS with a tail", "echo x >> b/signatures/SHA256SUMS.p7s"),
    ("envelope with a tail", "echo >> b/signatures/bundle.dsse.json"),
    ("envelope with a space", "sed -i 's/,/, /' b/signatures/bundle.dsse.json"),
    (
      "second payload key",
      "sed -i 's/^{/{\"payload\":\"e30=\",/' b/signatures/bundle.dsse.json"
    ),
    (
      "second payload key at the end",
      "sed -i 's/}$/,\"payload\":\"e30=\"}/' b/signatures/bundle.dsse.json"
    ),
    (
      "other key id",
      "sed -i 's/\"keyid\":\"...../\"keyid\":\"00000/' b/signatures/bundle.dsse.json"
    ),
    (
      "signature twice",
      "sed -i 's/\\[\\(.*\\)\\]/[\\1,\\1]/' b/signatures/bundle.dsse.json"
    ),
    ("no signature", "sed -i 's/\\[.*\\]/[]/' b/signatures/bundle.dsse.json"),
    ("other payload type", "sed -i 's/in-toto/in_toto/' b/signatures/bundle.dsse.json"),
    (
      "deep JSON",
      "head -c 100000 /dev/zero | tr '\\0' '[' > b/signatures/bundle.dsse.json"
    ),
    (
      "huge key",
      "{ printf '{\"'; head -c 1000000 /dev/zero | tr '\\0' k; printf '\":1}'; } > b/signatures/bundle.dsse.json"
    ),
    ("other certificate in trust/", "cp keys/other.cert.pem b/trust/signer.pem"),
    ("time stamp that is none", "mkdir b/timestamps; echo x > b/timestamps/bundle.dsse.tsr"),
  ]

  @Test func commandAndScriptRefuseTheSame() throws {
    let sealed = try Sealed()
    let scene = sealed.scene
    let key = try scene.writ(
      "evidence key new keys/other --name Evidence", environment: Self.password)
    #expect(key.code == 0, "\(key.all)")
    try sealed.shell("mkdir m; echo hello > m/note.txt")
    let other = try scene.writ(
      "evidence seal m -o o --now 2026-04-01 --key keys/a.key.pem --certificate keys/a.cert.pem",
      environment: Self.password)
    #expect(other.code == 0, "\(other.all)")
    try sealed.shell("mv o/bundle-* other")
    // A copy that nothing was done to is good: what follows fails for what is done to it.
    try sealed.shell("cp -r \(sealed.bundle) b")
    let untouched = try sealed.verdicts("b")
    #expect(untouched.writ.code == 0 && untouched.script.code == 0, "\(untouched.writ.all)")
    for (name, command) in Self.tamperings {
      let made = try sealed.shell(
        "rm -rf b r p s; cp -r \(sealed.bundle) b; (\(command)) 2>/dev/null")
      #expect(made.code == 0, "\(name): \(made.output)")
      let (writ, script) = try sealed.verdicts("b")
      #expect(writ.code == 6, "\(name): \(writ.all)")
      #expect(writ.errors.hasPrefix("FAIL: "), "\(name): \(writ.all)")
      #expect(writ.output.isEmpty, "\(name)")
      #expect(script.code == 1, "\(name): \(script.output)")
      #expect(script.output.contains("FAIL: "), "\(name): \(script.output)")
    }
  }

  /// Each byte of the files that SHA256SUMS does not cover, the others being digested, one bit at a time of a few.
  @Test func everyByteOfTheSignaturesCounts() throws {
    let sealed = try Sealed()
    let files = ["signatures/SHA256SUMS.p7s", "signatures/bundle.dsse.json", "trust/signer.pem"]
    var generator = SeededGenerator(seed: 20_260_401)
    for file in files {
      let path = sealed.scene.file("\(sealed.bundle)/\(file)")
      let good = try Foundation.Data(contentsOf: URL(fileURLWithPath: path))
      for _ in 0..<5 {
        var bytes = good
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[index] ^= 1 << UInt8.random(in: 0..<7, using: &generator)
        try bytes.write(to: URL(fileURLWithPath: path))
        let (writ, script) = try sealed.verdicts(sealed.bundle)
        #expect(
          (writ.code == 0) == (script.code == 0),
          "\(file) byte \(index): \(writ.all)\(script.output)")
        #expect(writ.code == 6, "\(file) byte \(index)")
      }
      try good.write(to: URL(fileURLWithPath: path))
    }
    #expect(try sealed.verdicts(sealed.bundle).script.code == 0)
  }

  @Test func wrongTrustIsRefused() throws {
    let sealed = try Sealed()
    let scene = sealed.scene
    _ = try scene.writ("evidence key new keys/other --name Evidence", environment: Self.password)
    // A certificate of the same key that is over, and one that may not sign messages.
    let made = try sealed.shell(
      """
      openssl req -x509 -new -key keys/a.key.pem -passin pass:'correct horse' -subj /CN=Evidence \
        -not_before 20200101000000Z -not_after 20210101000000Z -out keys/old.pem 2>/dev/null ||
      openssl x509 -in keys/a.cert.pem -signkey keys/a.key.pem -passin pass:'correct horse' \
        -days -1 -out keys/old.pem 2>/dev/null
      printf '[v]\\nextendedKeyUsage=critical,serverAuth\\n' > ext
      openssl req -new -key keys/a.key.pem -passin pass:'correct horse' -subj /CN=Evidence -out r.csr
      openssl x509 -req -in r.csr -signkey keys/a.key.pem -passin pass:'correct horse' -days 3650 \
        -extfile ext -extensions v -out keys/web.pem 2>/dev/null
      """)
    #expect(made.code == 0, "\(made.output)")
    let cases: [(name: String, ca: String, key: String)] = [
      ("wrong CA", "keys/other.cert.pem", "keys/a.pub.pem"),
      ("wrong key", "keys/a.cert.pem", "keys/other.pub.pem"),
      ("both wrong", "keys/other.cert.pem", "keys/other.pub.pem"),
    ]
    for (name, ca, key) in cases {
      let (writ, script) = try sealed.verdicts(sealed.bundle, ca: ca, key: key)
      #expect(writ.code == 6, "\(name): \(writ.all)")
      #expect(script.code == 1, "\(name): \(script.output)")
    }
    for (name, certificate) in [("expired", "keys/old.pem"), ("for servers", "keys/web.pem")] {
      _ = try sealed.shell("rm -rf m o; mkdir m; echo hello > m/note.txt")
      let seal = try scene.writ(
        "evidence seal m -o o --key keys/a.key.pem --certificate \(certificate)",
        environment: Self.password)
      #expect(seal.code == 0, "\(seal.all)")
      try sealed.shell("mv o/bundle-* o/b")
      let (writ, script) = try sealed.verdicts("o/b", ca: certificate)
      #expect(writ.code == 6, "\(name): \(writ.all)")
      #expect(script.code == 1, "\(name): \(script.output)")
    }
  }

  @Test func secondSignatureAndTimeStampAreChecked() throws {
    let sealed = try Sealed()
    let scene = sealed.scene
    _ = try scene.writ(
      "evidence key new keys/b --name Reviewer --ed25519", environment: Self.password)
    _ = try sealed.shell("mkdir m; echo hello > m/note.txt")
    let seal = try scene.writ(
      "evidence seal m -o o --key keys/a.key.pem --certificate keys/a.cert.pem"
        + " --second-key keys/b.key.pem",
      environment: Self.password)
    #expect(seal.code == 0, "\(seal.all)")
    let authority = try sealed.shell(
      """
      mv o/bundle-* o/b
      openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout tsa.key \
        -subj /CN=Stamps -days 3650 -addext extendedKeyUsage=critical,timeStamping \
        -addext keyUsage=critical,digitalSignature -out tsa.pem 2>/dev/null
      echo 01 > serial
      printf '[t]\\nserial=serial\\nsigner_cert=tsa.pem\\nsigner_key=tsa.key\\nsigner_digest=sha256\\ndefault_policy=1.2.3\\ndigests=sha256\\ness_cert_id_alg=sha256\\n' > tsa.cnf
      openssl ts -query -data o/b/signatures/bundle.dsse.json -sha256 -cert -out q.tsq 2>/dev/null
      openssl ts -reply -config tsa.cnf -section t -queryfile q.tsq -out r.tsr 2>/dev/null
      openssl ts -query -data verify.sh -sha256 -cert -out q2.tsq 2>/dev/null
      openssl ts -reply -config tsa.cnf -section t -queryfile q2.tsq -out r2.tsr 2>/dev/null
      mkdir o/b/timestamps; cp r.tsr o/b/timestamps/bundle.dsse.tsr
      """)
    #expect(authority.code == 0, "\(authority.output)")
    let keys = "--second-key keys/b.pub.pem --tsa-ca tsa.pem"
    let good = try sealed.verdicts("o/b", more: keys, scriptMore: "tsa.pem keys/b.pub.pem")
    #expect(good.writ.code == 0, "\(good.writ.all)")
    #expect(good.script.code == 0, "\(good.script.output)")
    #expect(good.writ.output.contains("time stamp   20"))
    #expect(good.script.output.contains("time stamp: "))
    let refused: [(name: String, more: String, scriptMore: String, command: String)] = [
      ("no second key", "--tsa-ca tsa.pem", "tsa.pem", ":"),
      (
        "wrong second key", "--second-key keys/a.pub.pem --tsa-ca tsa.pem",
        "tsa.pem keys/a.pub.pem", ":"
      ),
      ("wrong authority", "--second-key keys/b.pub.pem", "- keys/b.pub.pem", ":"),
      (
        "stamp of another digest", keys, "tsa.pem keys/b.pub.pem",
        "cp r2.tsr o/b/timestamps/bundle.dsse.tsr"
      ),
      (
        "stamp cut off", keys, "tsa.pem keys/b.pub.pem",
        "head -c 100 r.tsr > o/b/timestamps/bundle.dsse.tsr"
      ),
      (
        "stamp with a tail", keys, "tsa.pem keys/b.pub.pem",
        "cat r.tsr r.tsr > o/b/timestamps/bundle.dsse.tsr"
      ),
    ]
    for (name, more, scriptMore, command) in refused {
      try sealed.shell(command)
      let (writ, script) = try sealed.verdicts("o/b", more: more, scriptMore: scriptMore)
      #expect(writ.code == 6, "\(name): \(writ.all)")
      #expect(script.code == 1, "\(name): \(script.output)")
    }
  }

  // MARK: What sealing refuses and leaves

  @Test func twoRunsSealTheSameSums() throws {
    let scene = try Scene.small([
      "writ.yaml": "frameworks: [soc2]\ndatasets:\n  users: users.ndjson\n",
      ".writ/fingerprint.key": "a key of this project",
    ])
    _ = try scene.writ("evidence key new k --name E", environment: Self.password)
    var sums: [String] = []
    for folder in ["one", "two"] {
      let run = try scene.writ(
        "audit . --root nowhere --evidence \(folder) --key k.key.pem --certificate k.cert.pem",
        environment: Self.password)
      #expect(run.code == 1, "\(run.all)")
      let files = scene.files().filter { $0.hasPrefix(folder) && $0.hasSuffix("/SHA256SUMS") }
      #expect(files.count == 1)
      sums.append(try scene.text(try #require(files.first)))
    }
    #expect(sums[0] == sums[1])
    #expect(!sums[0].isEmpty)
  }

  @Test func redactedBundleVerifiesAndHoldsNoKeys() throws {
    let scene = try Scene.small([
      "writ.yaml": "frameworks: [soc2]\ndatasets:\n  users: users.ndjson\n",
      "users.ndjson": #"{"id":"very-personal-key","roles":["admin"],"mfa":true}"# + "\n",
    ])
    _ = try scene.writ("evidence key new k --name E", environment: Self.password)
    let run = try scene.writ(
      "audit . --root nowhere --redact --evidence out --key k.key.pem --certificate k.cert.pem",
      environment: Self.password)
    #expect(run.errors.contains("sealed: "), "\(run.all)")
    let files = scene.files().filter { $0.hasPrefix("out/") }
    for file in files {
      #expect(try !scene.text(file).contains("very-personal-key"), "\(file)")
      #expect(!file.hasSuffix("users.ndjson"))
    }
    let bundle = try #require(files.first { $0.hasSuffix("/SHA256SUMS") }).dropLast(11)
    let writ = try scene.writ("evidence verify \(bundle) --ca k.cert.pem --key k.pub.pem")
    #expect(writ.code == 0, "\(writ.all)")
    #expect(writ.output.contains("withheld     1 files"))
  }

  @Test func passwordsAreCheckedAndNeverShown() throws {
    let scene = try Scene(["m/note.txt": "hello\n", "wrong.txt": "battery staple\n"])
    _ = try scene.writ("evidence key new k --name E", environment: Self.password)
    let seal = "evidence seal m -o out --key k.key.pem --certificate k.cert.pem"
    let wrong = try scene.writ("\(seal) --password-file wrong.txt")
    #expect(wrong.code == 4, "\(wrong.all)")
    #expect(wrong.errors.contains("the password does not open the key"))
    #expect(!wrong.all.contains("battery"))
    let empty = try scene.writ(seal, environment: ["WRIT_KEY_PASSWORD": ""])
    #expect(empty.code == 4)
    #expect(!scene.exists("out"))
    let mode = try FileManager.default.attributesOfItem(atPath: scene.file("k.key.pem"))
    #expect(mode[.posixPermissions] as? Int == 0o600)
    let again = try scene.writ("evidence key new k --name E", environment: Self.password)
    #expect(again.code == 4, "\(again.all)")
    #expect(again.errors.contains("is there already"))
  }

  @Test func materialThatNoBundleMayHaveIsRefused() throws {
    let cases: [(String, String)] = [
      ("ln -s /etc/hostname m/link", "link"), ("echo > 'm/a b'", "A-Z"),
      ("echo > m/NOTE.txt", "case"), ("echo > m/SHA256SUMS", "sealing"),
      ("mkdir m/signatures; echo > m/signatures/x", "sealing"),
      ("mkdir m/populations; echo '{\"b\": 1}' > m/populations/p.jsonl", "RFC 8785"),
      ("rm m/note.txt", "no file"),
    ]
    let tool = try #require(ExternalTool("sh"))
    for (command, reason) in cases {
      let scene = try Scene(["m/note.txt": "hello\n"])
      _ = try scene.writ("evidence key new k --name E", environment: Self.password)
      _ = try tool.run(["-ec", "cd '\(scene.path)'; \(command)"])
      let run = try scene.writ(
        "evidence seal m -o out --key k.key.pem --certificate k.cert.pem",
        environment: Self.password)
      #expect(run.code == 4, "\(command): \(run.all)")
      #expect(run.errors.contains(reason), "\(command): \(run.all)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: scene.file("out")).isEmpty)
    }
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func limitOnTheDiskLeavesNothing() throws {
    let scene = try Scene(["m/note.txt": String(repeating: "x", count: 200_000)])
    _ = try scene.writ("evidence key new k --name E", environment: Self.password)
    // A limit on the size of files stands in for a full disk.
    let run = try scene.writ(
      "evidence seal m -o out --key k.key.pem --certificate k.cert.pem",
      environment: Self.password,
      through: ["sh", "-c", "trap '' XFSZ; ulimit -f 8; exec \"$@\"", "sh"])
    #expect(run.code == 5, "\(run.all)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: scene.file("out")).isEmpty)
  }

  @Test func canonicalFormIsPrinted() throws {
    let scene = try Scene([
      "a.json": #"{ "b": 1.50, "a": [1e3, "\u20ac", 333333333.33333329] }"#,
      "twice.json": #"{"a":1,"a":2}"#, "alone.json": #"["\ud800"]"#,
      "large.json": "[9007199254740993]",
    ])
    let good = try scene.writ("canon a.json")
    #expect(good.output == #"{"a":[1000,"€",333333333.3333333],"b":1.5}"#)
    for file in ["twice.json", "alone.json", "large.json", "none.json"] {
      #expect(try scene.writ("canon \(file)").code == 4, "\(file)")
    }
    #expect(try scene.writ("canon -", input: "[ ]").output == "[]")
  }

  @Test func wrongUsage() throws {
    let scene = try Scene(["m/note.txt": "hello\n"])
    for words in [
      "evidence seal m", "evidence verify", "evidence verify m", "audit --redact",
      "evidence key new k", "evidence key new k --name E --days 0",
    ] {
      #expect(try scene.writ(words).code == 64, "\(words)")
    }
    let absent = try scene.writ("evidence verify nowhere --ca m/note.txt --key m/note.txt")
    #expect(absent.code == 4)
  }
}
