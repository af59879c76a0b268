package import WritCrypto
import WritValues

/// DSSE: a payload and signatures over its type and bytes.
package struct Envelope: Hashable, Sendable {
  package struct Signature: Hashable, Sendable {
    /// `KeyID` of the key.
    package var keyID: String
    package var bytes: [UInt8]
  }

  package static let path = "signatures/bundle.dsse.json"
  package static let payloadType = "application/vnd.in-toto+json"
  static let largest = 512 << 20

  package var payload: [UInt8]
  package var signatures: [Signature]

  package init(signing payload: [UInt8], with keys: [SigningKey]) throws(SignatureError) {
    self.payload = payload
    signatures = []
    let message = Self.signedBytes(of: payload)
    for key in keys {
      let keyID = KeyID.of(try key.publicKey)
      signatures.append(Signature(keyID: keyID, bytes: try key.sign(message)))
    }
  }

  /// The pre-authentication encoding, version 1.
  package static func signedBytes(of payload: [UInt8]) -> [UInt8] {
    Array("DSSEv1 \(payloadType.utf8.count) \(payloadType) \(payload.count) ".utf8) + payload
  }

  /// RFC 8785.
  package var bytes: [UInt8] {
    let json: JSONValue = [
      "payload": Self.base64(payload), "payloadType": .text(Self.payloadType),
      "signatures": .array(
        signatures.map { ["keyid": .text($0.keyID), "sig": Self.base64($0.bytes)] }),
    ]
    return json.canonical
  }

  private static func base64(_ bytes: [UInt8]) -> JSONValue {
    .text(String(decoding: Base64.encode(bytes), as: UTF8.self))
  }

  /// Only the one spelling that `bytes` gives is read.
  package init(parsing bytes: [UInt8]) throws(EvidenceFailure) {
    let json: JSONValue
    do { json = try JSONValue.parse(bytes) } catch {
      throw EvidenceFailure(Self.path, "is no JSON: \(error.message) (byte \(error.offset))")
    }
    guard json["payloadType"]?.string == Self.payloadType else {
      throw EvidenceFailure(Self.path, "its payload is no in-toto statement")
    }
    guard let payload = Self.decoded(json["payload"]), let list = json["signatures"]?.elements
    else {
      throw EvidenceFailure(Self.path, "lacks a payload or signatures")
    }
    self.payload = payload
    signatures = []
    for item in list {
      guard let keyID = item["keyid"]?.string, let signature = Self.decoded(item["sig"]) else {
        throw EvidenceFailure(Self.path, "a signature lacks a member")
      }
      signatures.append(Signature(keyID: keyID, bytes: signature))
    }
    guard !signatures.isEmpty else { throw EvidenceFailure(Self.path, "is not signed") }
    guard self.bytes == bytes else {
      throw EvidenceFailure(
        Self.path, "has other members or spaces: it is not in the form of RFC 8785")
    }
  }

  private static func decoded(_ value: JSONValue?) -> [UInt8]? {
    guard case .string(let text)? = value else { return nil }
    return Base64.decode(Array(text.string.utf8))
  }
}

/// How a key is named in an envelope: the SHA-256 that other readers of DSSE expect.
package enum KeyID {
  package static func of(_ key: VerificationKey) -> String {
    let (type, scheme, value) =
      switch key.algorithm {
      case .p256: ("ecdsa", "ecdsa-sha2-nistp256", key.pem)
      case .ed25519: ("ed25519", "ed25519", Array(Digest.hex(key.rawBytes).utf8))
      }
    // Line feeds of the PEM stand as they are.
    var text = Array("{\"keytype\":\"\(type)\",\"keyval\":{\"public\":\"".utf8)
    text += value
    text += "\"},\"scheme\":\"\(scheme)\"}".utf8
    return Digest.sha256Hex(text)
  }
}
