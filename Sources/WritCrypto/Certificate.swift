import COpenSSL

/// An X.509 certificate.
///
/// Safe from any thread: it never changes after the initializer but for what libcrypto caches under a lock of its own.
package final class Certificate: @unchecked Sendable {
  let handle: OpaquePointer

  /// Takes the reference over.
  init(owning handle: OpaquePointer) { self.handle = handle }

  deinit { X509_free(handle) }

  /// The first certificate of a PEM file.
  package convenience init(pem: [UInt8]) throws(SignatureError) {
    guard let first = try Certificate.all(pem: pem).first else {
      throw .malformed("there is no certificate in it")
    }
    guard X509_up_ref(first.handle) == 1 else { throw .unavailable("another reference") }
    self.init(owning: first.handle)
  }

  /// Every certificate of a PEM file.
  package static func all(pem: [UInt8]) throws(SignatureError) -> [Certificate] {
    LibraryErrors.clear()
    defer { LibraryErrors.clear() }
    let input = MemoryBIO(pem)
    var certificates: [Certificate] = []
    while let handle = PEM_read_bio_X509(input.handle, nil, nil, nil) {
      certificates.append(Certificate(owning: handle))
    }
    guard !certificates.isEmpty else { throw .malformed("this is no certificate in PEM") }
    return certificates
  }

  package var pem: [UInt8] {
    let output = MemoryBIO()
    return PEM_write_bio_X509(output.handle, handle) == 1 ? output.bytes() : []
  }

  package var der: [UInt8] {
    var buffer: UnsafeMutablePointer<UInt8>?
    let count = i2d_X509(handle, &buffer)
    guard count > 0, let buffer else { return [] }
    defer { CRYPTO_free(buffer, #file, #line) }
    return Array(UnsafeBufferPointer(start: buffer, count: Int(count)))
  }

  package var publicKey: VerificationKey {
    get throws(SignatureError) {
      guard let key = X509_get_pubkey(handle) else {
        throw .malformed("the certificate has no usable key")
      }
      return try VerificationKey(owning: key)
    }
  }

  /// Of the DER, as 64 hexadecimal digits.
  package var fingerprint: String { Digest.sha256Hex(der) }

  /// As RFC 2253 writes names: `CN=Evidence,O=Example`.
  package var subject: String {
    let output = MemoryBIO()
    X509_NAME_print_ex(output.handle, X509_get_subject_name(handle), 0, Self.nameFlags)
    return String(decoding: output.bytes(), as: UTF8.self)
  }

  /// `XN_FLAG_RFC2253`, a macro that is not imported, with letters beyond ASCII as they are.
  private static let nameFlags: UInt = 0x111_0313

  // MARK: Making

  /// A certificate of the key for itself, for signatures only.
  ///
  /// - Parameters:
  ///   - start: seconds since 1970 from which it is valid.
  ///   - end: seconds since 1970 until which it is valid.
  package static func selfSigned(
    _ key: SigningKey, name: String, organization: String? = nil, from start: Int64, to end: Int64
  ) throws(SignatureError) -> Certificate {
    LibraryErrors.clear()
    guard let handle = X509_new() else { throw .unavailable("certificates") }
    let certificate = Certificate(owning: handle)
    let subject = try CertificateName(name: name, organization: organization)
    guard X509_set_version(handle, 2) == 1,
      setSerial(handle),
      X509_set_subject_name(handle, subject.handle) == 1,
      X509_set_issuer_name(handle, subject.handle) == 1,
      set(handle, X509_set1_notBefore, start), set(handle, X509_set1_notAfter, end),
      X509_set_pubkey(handle, key.handle) == 1,
      addExtensions(handle),
      X509_sign(handle, key.handle, key.algorithm == .p256 ? EVP_sha256() : nil) > 0
    else { throw .malformed("the certificate can't be made: \(LibraryErrors.take())") }
    return certificate
  }

  private static func setSerial(_ handle: OpaquePointer) -> Bool {
    guard var bytes = try? RandomBytes.make(16) else { return false }
    // Positive and never of fewer bytes.
    bytes[0] = bytes[0] & 0x3F | 0x40
    let number = BN_bin2bn(bytes, 16, nil)
    defer { BN_free(number) }
    return BN_to_ASN1_INTEGER(number, X509_get_serialNumber(handle)) != nil
  }

  private static func set(
    _ handle: OpaquePointer,
    _ setter: (OpaquePointer?, UnsafePointer<ASN1_TIME>?) -> Int32, _ seconds: Int64
  ) -> Bool {
    let time = ASN1_TIME_set(nil, Int(seconds))
    defer { ASN1_STRING_free(time) }
    return time != nil && setter(handle, time) == 1
  }

  private static func addExtensions(_ handle: OpaquePointer) -> Bool {
    let extensions: [(Int32, String)] = [
      (NID_basic_constraints, "critical,CA:FALSE"), (NID_key_usage, "critical,digitalSignature"),
      (NID_subject_key_identifier, "hash"),
    ]
    var context = X509V3_CTX()
    X509V3_set_ctx(&context, handle, handle, nil, nil, 0)
    for (id, value) in extensions {
      guard let made = X509V3_EXT_conf_nid(nil, &context, id, value) else { return false }
      defer { X509_EXTENSION_free(made) }
      guard X509_add_ext(handle, made, -1) == 1 else { return false }
    }
    return true
  }
}

/// A request to a certification authority, in PEM.
package enum CertificateRequest {
  package static func make(
    _ key: SigningKey, name: String, organization: String? = nil
  ) throws(SignatureError) -> [UInt8] {
    LibraryErrors.clear()
    guard let handle = X509_REQ_new() else { throw .unavailable("certificate requests") }
    defer { X509_REQ_free(handle) }
    let subject = try CertificateName(name: name, organization: organization)
    let output = MemoryBIO()
    guard X509_REQ_set_version(handle, 0) == 1,
      X509_REQ_set_subject_name(handle, subject.handle) == 1,
      X509_REQ_set_pubkey(handle, key.handle) == 1,
      X509_REQ_sign(handle, key.handle, key.algorithm == .p256 ? EVP_sha256() : nil) > 0,
      PEM_write_bio_X509_REQ(output.handle, handle) == 1
    else { throw .malformed("the request can't be made: \(LibraryErrors.take())") }
    return output.bytes()
  }
}

private struct CertificateName: ~Copyable {
  let handle: OpaquePointer?

  init(name: String, organization: String?) throws(SignatureError) {
    handle = X509_NAME_new()
    for (field, value) in [("O", organization), ("CN", name)] {
      guard let value else { continue }
      let bytes = Array(value.utf8)
      guard (1...64).contains(bytes.count),
        X509_NAME_add_entry_by_txt(
          handle, field, utf8Text, bytes, Int32(bytes.count), -1, 0) == 1
      else { throw .malformed("a name of a certificate has from 1 to 64 bytes") }
    }
  }

  deinit { X509_NAME_free(handle) }
}

/// `MBSTRING_UTF8`, a macro that is not imported.
private let utf8Text: Int32 = 0x1000
