import Testing
import WritCrypto
import WritEvidence
import WritValues

/// What a signer may have signed by mistake or malice is refused like what was changed afterwards.
@Suite struct BundleVerifierTests {
  private typealias Change = (inout [String: [UInt8]], inout Manifest) -> Void

  @Test func goodBundleIsGood() throws {
    let verdict = try Sealed().verdict
    #expect(verdict.problems == [])
    #expect(verdict.files == 4)
    #expect(verdict.statement?.bundle == "b")
    #expect(verdict.manifest?.populations.first?.count == 3)
  }

  @Test func everyByteOfTheSignaturesCounts() throws {
    let sealed = try Sealed()
    for path in [BundleLayout.cms, BundleLayout.signer, Envelope.path] {
      let good = try #require(sealed.folder.files[path])
      var unseen: [Int] = []
      for index in stride(from: 0, to: good.count, by: path == Envelope.path ? 7 : 1) {
        var changed = sealed
        changed.folder.files[path]?[index] ^= 1 << UInt8(index % 7)
        if changed.verdict.isGood { unseen.append(index) }
      }
      #expect(unseen == [], "\(path) of \(good.count) bytes")
    }
  }

  @Test func signedMistakesAreRefused() throws {
    let good = Array("x".utf8)
    let cases: [(name: String, reason: String, change: Change)] = [
      ("no manifest", "another manifest", { files, _ in files[Manifest.path] = nil }),
      (
        "keys twice", "stands twice",
        { files, _ in files[Manifest.path] = Array(#"{"schema":"writ.bundle/1","schema":""}"#.utf8)
        }
      ),
      (
        "a key of a million bytes", "is no manifest",
        { files, _ in
          files[Manifest.path] = Array("{\"\(String(repeating: "k", count: 1 << 20))\":1}".utf8)
        }
      ),
      (
        "another member", "other members",
        { files, manifest in
          var json = Array(#"{"a":1,"#.utf8)
          json += manifest.bytes.dropFirst()
          files[Manifest.path] = json
        }
      ),
      ("file untold", "other files", { files, _ in files["more.txt"] = good }),
      ("file told of", "other files", { files, _ in files["evidence/users/users.csv"] = nil }),
      ("wrong size", "bytes where", { _, manifest in manifest.files[0].size += 1 }),
      (
        "other time", "another time",
        { files, manifest in
          var other = manifest
          other.created = "2026-06-01T00:00:01Z"
          files[Manifest.path] = other.bytes
        }
      ),
      ("other root", "another root", { _, manifest in Self.change(&manifest) { $0.root = "00" } }),
      ("other count", "rows where", { _, manifest in Self.change(&manifest) { $0.count = 2 } }),
      ("population untold", "other populations", { _, manifest in manifest.populations = [] }),
      (
        "twin", "case only",
        { files, manifest in
          files["A"] = good
          files["a"] = good
          for name in ["A", "a"] {
            manifest.files.append(
              Manifest.File(path: name, sha256: Digest.sha256Hex(good), size: 1))
          }
        }
      ),
      ("bad name", "other characters", { files, _ in files["ä"] = good }),
      ("outside", "nothing vouches", { files, _ in files["trust/more.pem"] = good }),
    ]
    for (name, reason, change) in cases {
      let verdict = try Sealed(change: change).verdict
      #expect(!verdict.isGood, "\(name)")
      let told = verdict.problems.map(\.description).joined(separator: "\n")
      #expect(told.contains(reason), "\(name): \(told)")
    }
  }

  private static func change(
    _ manifest: inout Manifest, _ change: (inout Manifest.PopulationRoot) -> Void
  ) {
    for index in manifest.populations.indices { change(&manifest.populations[index]) }
  }

  @Test func rowsHaveToBeCanonicalObjects() {
    for row in [#"{"b": 1}"#, "[]", "1", #"{"b":1,"a":2}"#, "{}{}", #"{"a":1.50}"#, ""] {
      #expect(throws: EvidenceFailure.self, "\(row)") {
        try Population.checkRows([Array(row.utf8)], "p")
      }
    }
    #expect(throws: Never.self) { try Population.checkRows(Sealed.rows, "p") }
  }

  @Test func namesOfKeysAreThoseOtherReadersExpect() throws {
    let p256 = """
      -----BEGIN PUBLIC KEY-----
      MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEaxfR8uEsQkf4vOblY6RA8ncDfYEt
      6zOg9KE5RdiYwpZP40Li/hp/m47n60p8D54WK84zV2sxXs7LtkBoN79R9Q==
      -----END PUBLIC KEY-----

      """
    let ed25519 = """
      -----BEGIN PUBLIC KEY-----
      MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
      -----END PUBLIC KEY-----

      """
    #expect(
      KeyID.of(try VerificationKey(pem: Array(p256.utf8)))
        == "cf4736fae1a3a019d3506e4345cfb6549c7aa731eb5c19f61b60f0175882edcf")
    #expect(
      KeyID.of(try VerificationKey(pem: Array(ed25519.utf8)))
        == "74c181c7ad8a0855d4b55e44d2ba87aabdddb196832571f15f92fece332e4916")
  }
}
