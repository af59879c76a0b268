import COpenSSL

/// The certificates a verifier trusts, and when it asks. None of the system's are among them.
struct TrustStore: ~Copyable {
  let handle: OpaquePointer?

  init(_ anchors: [Certificate], at seconds: Int64) throws(SignatureError) {
    handle = X509_STORE_new()
    for anchor in anchors where X509_STORE_add_cert(handle, anchor.handle) != 1 {
      throw .unavailable("a store of certificates")
    }
    X509_VERIFY_PARAM_set_time(X509_STORE_get0_param(handle), Int(seconds))
  }

  deinit { X509_STORE_free(handle) }
}
