import COpenSSL

/// Signatures after RFC 5652 that stand beside what is signed: one signer, DER.
package enum DetachedCMS {
  /// - Parameters:
  ///   - chain: certificates between the signer's and its authority's, carried along.
  ///   - seconds: since 1970, the signing time that is signed too.
  package static func sign(
    _ content: [UInt8], key: SigningKey, certificate: Certificate, chain: [Certificate] = [],
    at seconds: Int64
  ) throws(SignatureError) -> [UInt8] {
    guard try certificate.publicKey.isSame(as: key.publicKey) else { throw .otherKey }
    LibraryErrors.clear()
    let flags = UInt32(CMS_DETACHED | CMS_BINARY | CMS_NOSMIMECAP | CMS_PARTIAL)
    let message = CMS_sign(nil, nil, nil, nil, flags)
    defer { CMS_ContentInfo_free(message) }
    guard message != nil,
      let signer = CMS_add1_signer(message, certificate.handle, key.handle, EVP_sha256(), flags)
    else { throw .unavailable("CMS signatures: \(LibraryErrors.take())") }
    for more in chain where more.der != certificate.der {
      guard CMS_add1_cert(message, more.handle) == 1 else { throw .unavailable("CMS chains") }
    }
    let time = ASN1_TIME_set(nil, Int(seconds))
    defer { ASN1_STRING_free(time) }
    let input = MemoryBIO(content)
    guard let time,
      CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_signingTime, time.pointee.type, time, -1) == 1,
      CMS_final(message, input.handle, nil, flags) == 1
    else { throw .unavailable("CMS signatures: \(LibraryErrors.take())") }
    var buffer: UnsafeMutablePointer<UInt8>?
    let count = i2d_CMS_ContentInfo(message, &buffer)
    guard count > 0, let buffer else { throw .unavailable("DER") }
    defer { CRYPTO_free(buffer, #file, #line) }
    return Array(UnsafeBufferPointer(start: buffer, count: Int(count)))
  }

  /// The certificate of the one signer, which leads to an anchor and may sign messages.
  ///
  /// - Parameter seconds: since 1970, when the certificates have to be valid.
  package static func signer(
    of message: [UInt8], over content: [UInt8], anchors: [Certificate], at seconds: Int64
  ) throws(SignatureError) -> Certificate {
    LibraryErrors.clear()
    defer { LibraryErrors.clear() }
    let parsed = message.withUnsafeBufferPointer { buffer in
      var position = buffer.baseAddress
      return DERLength.isWhole(message)
        ? d2i_CMS_ContentInfo(nil, &position, message.count) : nil
    }
    guard let parsed else { throw .malformed("this is no CMS message in DER") }
    defer { CMS_ContentInfo_free(parsed) }
    guard OBJ_obj2nid(CMS_get0_type(parsed)) == NID_pkcs7_signed else {
      throw .malformed("the CMS message holds no signature")
    }
    guard CMS_is_detached(parsed) == 1 else {
      throw .malformed("the CMS message brings content of its own")
    }
    guard OPENSSL_sk_num(CMS_get0_SignerInfos(parsed)) == 1 else {
      throw .malformed("the CMS message has not exactly one signer")
    }
    let store = try TrustStore(anchors, at: seconds)
    let input = MemoryBIO(content)
    guard CMS_verify(parsed, nil, store.handle, input.handle, nil, UInt32(CMS_BINARY)) == 1 else {
      throw .notAuthentic(LibraryErrors.take())
    }
    let signers = CMS_get0_signers(parsed)
    defer { OPENSSL_sk_free(signers) }
    guard OPENSSL_sk_num(signers) == 1, let found = OPENSSL_sk_value(signers, 0) else {
      throw .malformed("the CMS message has not exactly one signer")
    }
    let handle = OpaquePointer(found)
    guard X509_up_ref(handle) == 1 else { throw .unavailable("another reference") }
    return Certificate(owning: handle)
  }
}
