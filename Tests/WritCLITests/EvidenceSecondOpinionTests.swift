import Foundation
import Testing
import _WritTestSupport

/// Canonical JSON and bundles as other programs read them: PyPI's rfc8785, securesystemslib, in-toto-attestation and
/// pymerkle, which `scripts/setup test` installs.
@Suite(
  .enabled(
    if: EvidencePackages.areThere,
    "python3 has no rfc8785, securesystemslib, in_toto_attestation, pymerkle"))
struct EvidenceSecondOpinionTests {
  private func python(_ program: String, _ arguments: [String]) throws -> (
    code: Int32, output: String
  ) {
    try #require(ExternalTool("python3")).run(["-W", "ignore", "-c", program] + arguments)
  }

  /// One array of 10,000 documents: the form of each stands in the form of the whole.
  @Test func canonicalFormIsThatOfRFC8785() throws {
    let scene = try Scene()
    let made = try python(
      #"""
      import json, random, struct, sys, rfc8785
      r = random.Random(8785)
      def text():
          pool = ["a", "b", "\u20ac", "\U0001f600", "\ufb33", "\u0080", "\n", "\r", "\t", "\b", "\f", "\\", '"', "/",
                  "\u0001", "\u001f", "\u007f", "\u2028", "1", "\uffff", "\U00010000", "e\u0301", "\u00e9"]
          return "".join(r.choice(pool) for _ in range(r.randrange(6)))
      def number():
          kind = r.randrange(5)
          if kind == 0: return r.randrange(-2**53 + 1, 2**53)
          if kind == 1: return r.randrange(-100, 100)
          if kind == 2: return r.choice([0.0, -0.0, 1e21, 1e20, 1e-6, 1e-7, 333333333.33333329, 5e-324, 1.7976931348623157e308,
                                         4.5, 2e-3, 1e23, 9007199254740992.0, 123456789012345680000.0, 0.000001, 1.5e300])
          if kind == 3: return r.uniform(-1000, 1000)
          while True:
              value = struct.unpack(">d", struct.pack(">Q", r.getrandbits(64)))[0]
              if value == value and abs(value) != float("inf"): return value
      def value(depth):
          kind = r.randrange(8 if depth < 4 else 5)
          if kind == 0: return r.choice([True, False, None])
          if kind < 3: return text()
          if kind < 5: return number()
          if kind < 6: return [value(depth + 1) for _ in range(r.randrange(4))]
          return {text(): value(depth + 1) for _ in range(r.randrange(5))}
      documents = [value(0) for _ in range(10000)]
      folder = sys.argv[1]
      with open(folder + "/in.json", "w", encoding="utf-8") as file:
          json.dump(documents, file, ensure_ascii=False, indent=1)
      with open(folder + "/escaped.json", "w") as file: json.dump(documents, file)
      with open(folder + "/expected", "wb") as file: file.write(rfc8785.dumps(documents))
      """#, [scene.path])
    #expect(made.code == 0, "\(made.output)")
    let expected = try scene.text("expected")
    #expect(expected.utf8.count > 100_000)
    for file in ["in.json", "escaped.json"] {
      let canon = try scene.writ("canon \(file)")
      #expect(canon.code == 0, "\(canon.errors)")
      #expect(canon.output.utf8.elementsEqual(expected.utf8), "\(file)")
    }
  }

  @Test func bundleIsReadByOthers() throws {
    let scene = try Scene.small([
      "writ.yaml": "frameworks: [soc2]\ndatasets:\n  users: users.ndjson\n"
    ])
    let password = ["WRIT_KEY_PASSWORD": "correct horse"]
    for words in [
      "evidence key new k --name Evidence", "evidence key new e --name Reviewer --ed25519",
      "audit . --root nowhere --evidence out --key k.key.pem --certificate k.cert.pem"
        + " --second-key e.key.pem",
    ] {
      let run = try scene.writ(words, environment: password)
      #expect(run.code <= 1, "\(run.all)")
    }
    let checked = try python(
      #"""
      import glob, hashlib, json, os, sys
      from cryptography.hazmat.primitives import serialization as s
      from google.protobuf import json_format
      from pymerkle import InmemoryTree
      from securesystemslib.dsse import Envelope
      from securesystemslib.signer import SSlibKey
      import in_toto_attestation.v1.statement as statement, in_toto_attestation.v1.statement_pb2 as pb
      import rfc8785
      os.chdir(sys.argv[1])
      keys = [SSlibKey.from_crypto(s.load_pem_public_key(open(k, "rb").read())) for k in ("k.pub.pem", "e.pub.pem")]
      os.chdir(glob.glob("out/bundle-*")[0])
      raw = open("signatures/bundle.dsse.json", "rb").read()
      envelope = Envelope.from_dict(json.loads(raw))
      assert len(envelope.verify(keys, 2)) == 2
      assert rfc8785.dumps(json.loads(raw)) == raw
      assert rfc8785.dumps(json.loads(envelope.payload)) == envelope.payload
      statement.Statement.copy_from_pb(json_format.Parse(envelope.payload, pb.Statement())).validate()
      names = set()
      for subject in json.loads(envelope.payload)["subject"]:
          names.add(subject["name"])
          assert hashlib.sha256(open(subject["name"], "rb").read()).hexdigest() == subject["digest"]["sha256"]
      assert {"SHA256SUMS", "manifest.json", "verify.sh"} <= names
      manifest = json.load(open("manifest.json"))
      assert rfc8785.dumps(manifest) == open("manifest.json", "rb").read()
      assert len(manifest["populations"]) == 1
      for population in manifest["populations"]:
          path = "populations/" + population["name"]
          rows = open(path + ".jsonl", "rb").read().split(b"\n")[:-1]
          salts = open(path + ".salts").read().split()
          tree = InmemoryTree(algorithm="sha256")
          for row, salt in zip(rows, salts):
              tree.append_entry(bytes.fromhex(salt) + row)
          assert len(rows) == len(salts) == population["count"] == 4
          assert tree.get_state().hex() == population["root"]
      print("good")
      """#, [scene.path])
    #expect(checked.output.hasSuffix("good\n"), "\(checked.output)")
  }
}

private enum EvidencePackages {
  static let areThere: Bool = {
    let modules = "import rfc8785, securesystemslib, cryptography, in_toto_attestation, pymerkle"
    return (try? ExternalTool("python3")?.run(["-c", modules]).code) == 0
  }()
}
