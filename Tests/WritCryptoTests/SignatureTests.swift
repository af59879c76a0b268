import Foundation
import Testing
import WritCrypto
import _WritTestSupport

/// Keys, certificates, CMS and time stamps, with the `openssl` command as second opinion.
@Suite struct SignatureTests {
  static let start: Int64 = 1_767_225_600  // 2026-01-01
  static let end: Int64 = 2_082_758_400  // 2036-01-01
  static let now: Int64 = 1_780_272_000  // 2026-06-01
  static let password = Array("correct horse".utf8)

  private func write(_ folder: TemporaryFolder, _ name: String, _ bytes: [UInt8]) throws -> String {
    let path = "\(folder.path)/\(name)"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  private func openssl(_ arguments: [String]) throws -> (code: Int32, output: String) {
    let tool = try #require(ExternalTool("openssl"))
    return try tool.run(arguments)
  }

  @Test(arguments: SignatureAlgorithm.allCases)
  func signatureIsOfThoseBytesAndThatKey(_ algorithm: SignatureAlgorithm) throws {
    let key = try SigningKey.make(algorithm)
    let other = try SigningKey.make(algorithm)
    let message = Array("a statement".utf8)
    let signature = try key.sign(message)
    #expect(try key.publicKey.accepts(signature, of: message))
    #expect(try !other.publicKey.accepts(signature, of: message))
    #expect(try !key.publicKey.accepts(signature, of: message + [0]))
    #expect(try !key.publicKey.accepts([], of: message))
    for index in signature.indices {
      var changed = signature
      changed[index] ^= 1
      #expect(try !key.publicKey.accepts(changed, of: message))
    }
  }

  @Test(arguments: SignatureAlgorithm.allCases)
  func keyComesBackFromItsFile(_ algorithm: SignatureAlgorithm) throws {
    let key = try SigningKey.make(algorithm)
    let pem = try key.pem(password: Self.password, rounds: 1000)
    let again = try SigningKey(pem: pem, password: Self.password)
    #expect(try again.publicKey.isSame(as: key.publicKey))
    #expect(try VerificationKey(pem: key.publicKey.pem).isSame(as: key.publicKey))
    #expect(throws: SignatureError.wrongPassword) {
      try SigningKey(pem: pem, password: Array("wrong".utf8))
    }
    #expect(throws: SignatureError.wrongPassword) { try SigningKey(pem: pem, password: []) }
    #expect(throws: SignatureError.self) {
      try SigningKey(pem: Array(pem.dropLast(80)), password: Self.password)
    }
    #expect(throws: SignatureError.self) { try key.pem(password: []) }
  }

  @Test(.enabled(if: ExternalTool.isExpected("openssl")))
  func opensslReadsTheKeyAndItsSignature() throws {
    let folder = try TemporaryFolder()
    let key = try SigningKey.make(.p256)
    let file = try write(folder, "key.pem", try key.pem(password: Self.password))
    let shown = try openssl(["pkey", "-in", file, "-passin", "pass:correct horse", "-pubout"])
    #expect(shown.code == 0)
    #expect(Array(shown.output.utf8) == (try key.publicKey.pem))
    #expect(try openssl(["pkey", "-in", file, "-passin", "pass:no", "-pubout"]).code != 0)
    let message = Array("a statement".utf8)
    let data = try write(folder, "data", message)
    let signature = try write(folder, "sig", try key.sign(message))
    let pub = try write(folder, "pub.pem", try key.publicKey.pem)
    let verified = try openssl(["dgst", "-sha256", "-verify", pub, "-signature", signature, data])
    #expect(verified.code == 0, "\(verified.output)")
  }

  @Test(.enabled(if: ExternalTool.isExpected("openssl")))
  func keyOfOpensslIsRead() throws {
    let folder = try TemporaryFolder()
    let plain = "\(folder.path)/plain.pem"
    let sealed = "\(folder.path)/sealed.pem"
    let make = ["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out"]
    #expect(try openssl(make + [plain]).code == 0)
    let arguments = ["pkcs8", "-topk8", "-v2", "aes-256-cbc", "-in", plain, "-out", sealed]
    #expect(try openssl(arguments + ["-passout", "pass:correct horse"]).code == 0)
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: sealed)))
    #expect(try SigningKey(pem: bytes, password: Self.password).algorithm == .p256)
    let bare = Array(try Data(contentsOf: URL(fileURLWithPath: plain)))
    #expect(throws: SignatureError.notEncrypted) {
      try SigningKey(pem: bare, password: Self.password)
    }
  }

  @Test func otherCurvesAreRefused() throws {
    let pem = """
      -----BEGIN PUBLIC KEY-----
      MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAE2QFPLxRQqEGCqJlfqjJ9rZqiuGyVQ5hP
      -----END PUBLIC KEY-----
      """
    #expect(throws: SignatureError.self) { try VerificationKey(pem: Array(pem.utf8)) }
    #expect(throws: SignatureError.self) { try VerificationKey(pem: []) }
  }

  // MARK: Certificates and CMS

  private func certificate(_ key: SigningKey) throws -> Certificate {
    try .selfSigned(
      key, name: "Evidence", organization: "Beispiel & Söhne", from: Self.start, to: Self.end)
  }

  @Test func certificateNamesItsKey() throws {
    let key = try SigningKey.make(.p256)
    let made = try certificate(key)
    let again = try Certificate(pem: made.pem)
    #expect(again.fingerprint == made.fingerprint)
    #expect(again.subject == "CN=Evidence,O=Beispiel & Söhne")
    #expect(try again.publicKey.isSame(as: key.publicKey))
    #expect(try Certificate.all(pem: made.pem + made.pem).count == 2)
    #expect(throws: SignatureError.self) { try Certificate(pem: Array("nothing".utf8)) }
    #expect(throws: SignatureError.self) {
      try Certificate.selfSigned(key, name: "", from: Self.start, to: Self.end)
    }
  }

  @Test func cmsIsOfThoseBytesThatAnchorAndThatTime() throws {
    let key = try SigningKey.make(.p256)
    let own = try certificate(key)
    let other = try certificate(SigningKey.make(.p256))
    let content = Array("sums\n".utf8)
    let message = try DetachedCMS.sign(content, key: key, certificate: own, at: Self.now)
    let signer = try DetachedCMS.signer(of: message, over: content, anchors: [own], at: Self.now)
    #expect(signer.fingerprint == own.fingerprint)
    let refused: [(String, [UInt8], [UInt8], [Certificate], Int64)] = [
      ("other content", message, content + [10], [own], Self.now),
      ("no anchor", message, content, [], Self.now),
      ("other anchor", message, content, [other], Self.now),
      ("expired", message, content, [own], Self.end + 1),
      ("not yet valid", message, content, [own], Self.start - 1),
      ("cut off", Array(message.dropLast()), content, [own], Self.now),
      ("with a tail", message + [0], content, [own], Self.now),
      ("empty", [], content, [own], Self.now),
    ]
    for (name, message, content, anchors, time) in refused {
      #expect(throws: SignatureError.self, "\(name)") {
        try DetachedCMS.signer(of: message, over: content, anchors: anchors, at: time)
      }
    }
    #expect(throws: SignatureError.otherKey) {
      try DetachedCMS.sign(content, key: key, certificate: other, at: Self.now)
    }
  }

  @Test(.enabled(if: ExternalTool.isExpected("openssl")))
  func opensslAcceptsTheCMS() throws {
    let folder = try TemporaryFolder()
    let key = try SigningKey.make(.p256)
    let own = try certificate(key)
    let content = Array("sums\n".utf8)
    let data = try write(folder, "data", content)
    let anchor = try write(folder, "ca.pem", own.pem)
    let message = try write(
      folder, "data.p7s", try DetachedCMS.sign(content, key: key, certificate: own, at: Self.now))
    let arguments = [
      "cms", "-verify", "-binary", "-inform", "DER", "-in", message, "-content", data, "-CAfile",
      anchor, "-no-CApath", "-no-CAstore", "-attime", "\(Self.now)", "-out", "/dev/null",
    ]
    let verified = try openssl(arguments)
    #expect(verified.code == 0, "\(verified.output)")
    _ = try write(folder, "data", content + [10])
    #expect(try openssl(arguments).code != 0)
  }

  @Test(.enabled(if: ExternalTool.isExpected("openssl")))
  func cmsOfOpensslIsAccepted() throws {
    let folder = try TemporaryFolder()
    let key = try SigningKey.make(.p256)
    let own = try certificate(key)
    let content = Array("sums\n".utf8)
    let data = try write(folder, "data", content)
    let keyFile = try write(folder, "key.pem", try key.pem(password: Self.password, rounds: 1000))
    let anchor = try write(folder, "ca.pem", own.pem)
    let out = "\(folder.path)/out.p7s"
    let made = try openssl([
      "cms", "-sign", "-binary", "-in", data, "-signer", anchor, "-inkey", keyFile, "-passin",
      "pass:correct horse", "-outform", "DER", "-out", out, "-md", "sha256",
    ])
    #expect(made.code == 0, "\(made.output)")
    let message = Array(try Data(contentsOf: URL(fileURLWithPath: out)))
    let signer = try DetachedCMS.signer(of: message, over: content, anchors: [own], at: Self.now)
    #expect(signer.fingerprint == own.fingerprint)
  }

  @Test(.enabled(if: ExternalTool.isExpected("openssl")))
  func opensslReadsTheRequest() throws {
    let folder = try TemporaryFolder()
    let key = try SigningKey.make(.p256)
    let request = try write(folder, "r.csr", try CertificateRequest.make(key, name: "Evidence"))
    let shown = try openssl(["req", "-in", request, "-noout", "-verify", "-subject"])
    #expect(shown.code == 0, "\(shown.output)")
    #expect(shown.output.contains("CN = Evidence"))
  }

  @Test func streamIsTheSameDigest() {
    var generator = SeededGenerator(seed: 7)
    for count in [0, 1, 63, 64, 65, 1000, 100_000] {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      var stream = SHA256Stream()
      var rest = bytes[...]
      while !rest.isEmpty {
        let part = rest.prefix(Int.random(in: 1...777, using: &generator))
        stream.update(Array(part))
        rest = rest.dropFirst(part.count)
      }
      #expect(stream.finish() == Digest.sha256(bytes))
    }
  }
}
