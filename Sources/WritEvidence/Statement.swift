import WritCrypto
package import WritValues

/// What is signed: an in-toto Statement v1 whose subjects are all files of SHA256SUMS and SHA256SUMS itself.
package struct Statement: Hashable, Sendable {
  package static let type = "https://in-toto.io/Statement/v1"
  package static let predicateType = "urn:writ:bundle:1"

  /// The bundle's name, which its folder had when it was sealed.
  package var bundle: String
  /// SHA-256 of the CMS message: parts of it that CMS leaves unsigned are signed here.
  package var cms: String
  /// UTC, whole seconds: `2026-04-01T00:00:00Z`.
  package var created: String
  /// SHA-256 of manifest.json.
  package var manifest: String
  /// By name.
  package var subjects: [Checksums.Line]

  package init(
    bundle: String, cms: String, created: String, manifest: String, checksums: Checksums
  ) {
    self.bundle = bundle
    self.cms = cms
    self.created = created
    self.manifest = manifest
    subjects = Self.subjects(of: checksums)
  }

  static func subjects(of checksums: Checksums) -> [Checksums.Line] {
    let own = Checksums.Line(sha256: Digest.sha256Hex(checksums.bytes), path: Checksums.path)
    return Checksums(checksums.lines + [own]).lines
  }

  /// RFC 8785.
  package var bytes: [UInt8] {
    let json: JSONValue = [
      "_type": .text(Self.type),
      "predicate": [
        "bundle": .text(bundle), "cms": .text(cms), "created": .text(created),
        "manifest": .text(manifest),
      ],
      "predicateType": .text(Self.predicateType),
      "subject": .array(
        subjects.map { ["digest": ["sha256": .text($0.sha256)], "name": .text($0.path)] }),
    ]
    return json.canonical
  }

  /// Only the one spelling that `bytes` gives is read.
  package init(parsing bytes: [UInt8]) throws(EvidenceFailure) {
    let json: JSONValue
    do { json = try JSONValue.parse(bytes) } catch {
      throw EvidenceFailure("", "the statement is no JSON: \(error.message) (byte \(error.offset))")
    }
    guard json["_type"]?.string == Self.type else {
      throw EvidenceFailure("", "the statement is no in-toto Statement v1")
    }
    guard json["predicateType"]?.string == Self.predicateType else {
      throw EvidenceFailure("", "the statement is not about a bundle of version 1")
    }
    guard let predicate = json["predicate"], let bundle = predicate["bundle"]?.string,
      let cms = predicate["cms"]?.string, let created = predicate["created"]?.string,
      let manifest = predicate["manifest"]?.string,
      let list = json["subject"]?.elements
    else { throw EvidenceFailure("", "the statement lacks a member") }
    guard EvidencePath.problem(bundle) == nil, !bundle.utf8.contains(UInt8(ascii: "/")) else {
      throw EvidenceFailure("", "the statement gives the bundle a name no folder may have")
    }
    guard let time = Timestamp(parsing: created), EvidenceTime.text(time) == created else {
      throw EvidenceFailure("", "the statement's time is not UTC in whole seconds")
    }
    var subjects: [Checksums.Line] = []
    for item in list {
      guard let name = item["name"]?.string, let digest = item["digest"]?["sha256"]?.string else {
        throw EvidenceFailure("", "a subject of the statement lacks a member")
      }
      subjects.append(Checksums.Line(sha256: digest, path: name))
    }
    self.bundle = bundle
    self.cms = cms
    self.created = created
    self.manifest = manifest
    self.subjects = subjects
    guard self.bytes == bytes else {
      throw EvidenceFailure("", "the statement has other members or is not in the form of RFC 8785")
    }
  }
}

/// Times as signed: UTC, whole seconds.
package enum EvidenceTime {
  package static func text(_ time: Timestamp) -> String {
    Timestamp(microseconds: seconds(time) &* 1_000_000).description
  }

  /// Since 1970, rounded down.
  package static func seconds(_ time: Timestamp) -> Int64 {
    let (quotient, rest) = time.microseconds.quotientAndRemainder(dividingBy: 1_000_000)
    return rest < 0 ? quotient - 1 : quotient
  }
}
