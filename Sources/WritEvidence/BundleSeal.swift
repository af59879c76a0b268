package import WritCrypto
package import WritValues

/// Who signs a bundle.
package struct BundleSigner: Sendable {
  package var key: SigningKey
  package var certificate: Certificate
  /// Certificates between the signer's and its authority's.
  package var chain: [Certificate]
  /// Another signature in the envelope, of Ed25519 or of a reviewer.
  package var second: SigningKey?

  /// The certificate has to be that of the key, which has to be one for P-256: `openssl cms` takes no other.
  package init(
    key: SigningKey, certificate: Certificate, chain: [Certificate] = [], second: SigningKey? = nil
  ) throws(SignatureError) {
    guard key.algorithm == .p256 else {
      throw .wrongAlgorithm("a bundle's first key has to be of P-256; a key of Ed25519")
    }
    guard try certificate.publicKey.isSame(as: key.publicKey) else { throw .otherKey }
    self.key = key
    self.certificate = certificate
    self.chain = chain
    self.second = second
  }
}

/// Makes the files by which a bundle is sealed.
package enum BundleSeal {
  /// `bundle-20260101-20260401-3f9a2c1d0b1e`, from the period or the day, and what SHA256SUMS says.
  package static func name(_ manifest: Manifest, _ checksums: Checksums) -> String {
    let digits = { (text: String) in text.prefix(10).filter { $0 != "-" } }
    let days = [manifest.start, manifest.end].compactMap { $0 }.map(digits)
    let period = days.isEmpty ? digits(manifest.created) : days.joined(separator: "-")
    return "bundle-\(period)-\(Digest.sha256Hex(checksums.bytes).prefix(12))"
  }

  /// The signatures over the sums, and the certificate beside them.
  package static func files(
    name: String, manifest: Manifest, checksums: Checksums, signer: BundleSigner, at time: Timestamp
  ) throws(SignatureError) -> [String: [UInt8]] {
    let cms = try DetachedCMS.sign(
      checksums.bytes, key: signer.key, certificate: signer.certificate, chain: signer.chain,
      at: EvidenceTime.seconds(time))
    let statement = Statement(
      bundle: name, cms: Digest.sha256Hex(cms), created: manifest.created,
      manifest: Digest.sha256Hex(manifest.bytes),
      checksums: checksums)
    let keys = [signer.key] + (signer.second.map { [$0] } ?? [])
    return [
      Checksums.path: checksums.bytes,
      Envelope.path: try Envelope(signing: statement.bytes, with: keys).bytes,
      BundleLayout.cms: cms,
      BundleLayout.signer: signer.certificate.pem,
    ]
  }
}
