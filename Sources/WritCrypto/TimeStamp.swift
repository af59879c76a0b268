import COpenSSL

/// RFC 3161: an authority's word on when a digest was there.
package enum TimeStamp {
  /// The request for bytes with this SHA-256, as DER, which asks for the authority's certificate.
  package static func request(sha256 digest: [UInt8]) throws(SignatureError) -> [UInt8] {
    let request = TS_REQ_new()
    let imprint = TS_MSG_IMPRINT_new()
    let algorithm = X509_ALGOR_new()
    defer {
      X509_ALGOR_free(algorithm)
      TS_MSG_IMPRINT_free(imprint)
      TS_REQ_free(request)
    }
    var digest = digest
    guard let random = try? RandomBytes.make(8) else { throw .unavailable("random numbers") }
    let number = BN_bin2bn(random, 8, nil)
    defer { BN_free(number) }
    let nonce = BN_to_ASN1_INTEGER(number, nil)
    defer { ASN1_STRING_free(nonce) }
    var buffer: UnsafeMutablePointer<UInt8>?
    guard digest.count == 32, TS_REQ_set_version(request, 1) == 1,
      X509_ALGOR_set0(algorithm, OBJ_nid2obj(NID_sha256), V_ASN1_NULL, nil) == 1,
      TS_MSG_IMPRINT_set_algo(imprint, algorithm) == 1,
      TS_MSG_IMPRINT_set_msg(imprint, &digest, 32) == 1,
      TS_REQ_set_msg_imprint(request, imprint) == 1, TS_REQ_set_nonce(request, nonce) == 1,
      TS_REQ_set_cert_req(request, 1) == 1
    else { throw .unavailable("time-stamp requests") }
    let count = i2d_TS_REQ(request, &buffer)
    guard count > 0, let buffer else { throw .unavailable("DER") }
    defer { CRYPTO_free(buffer, #file, #line) }
    return Array(UnsafeBufferPointer(start: buffer, count: Int(count)))
  }

  /// The time the response gives to the content, as the authority wrote it: `20260401000000Z`.
  ///
  /// - Parameter seconds: since 1970, when the authority's certificates have to be valid.
  package static func time(
    in response: [UInt8], of content: [UInt8], anchors: [Certificate], at seconds: Int64
  ) throws(SignatureError) -> String {
    LibraryErrors.clear()
    defer { LibraryErrors.clear() }
    let parsed = response.withUnsafeBufferPointer { buffer in
      var position = buffer.baseAddress
      return DERLength.isWhole(response) ? d2i_TS_RESP(nil, &position, response.count) : nil
    }
    guard let parsed else { throw .malformed("this is no time-stamp response in DER") }
    defer { TS_RESP_free(parsed) }
    guard let context = TS_VERIFY_CTX_new() else { throw .unavailable("time stamps") }
    // What it is given it frees: hand over references of its own.
    defer { TS_VERIFY_CTX_free(context) }
    let store = try TrustStore(anchors, at: seconds)
    X509_STORE_up_ref(store.handle)
    TS_VERIFY_CTX_set_store(context, store.handle)
    let input = MemoryBIO(content)
    BIO_up_ref(input.handle)
    TS_VERIFY_CTX_set_data(context, input.handle)
    TS_VERIFY_CTX_set_flags(context, Int32(flags))
    guard TS_RESP_verify_response(context, parsed) == 1 else {
      throw .notAuthentic(LibraryErrors.take())
    }
    guard let info = TS_RESP_get_tst_info(parsed), let time = TS_TST_INFO_get_time(info),
      let text = ASN1_STRING_get0_data(time)
    else { throw .malformed("the time-stamp response holds no time") }
    let count = Int(ASN1_STRING_length(time))
    return String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self)
  }

  /// Signature, version, and that it is about these bytes: `TS_VFY_SIGNATURE`, `TS_VFY_VERSION`, `TS_VFY_DATA`.
  private static let flags: UInt32 = 1 << 0 | 1 << 1 | 1 << 4
}
