import COpenSSL

/// Bytes as libcrypto reads and writes them.
struct MemoryBIO: ~Copyable {
  let handle: OpaquePointer?

  /// To write to.
  init() { handle = BIO_new(BIO_s_mem()) }

  /// A copy to read from.
  init(_ bytes: [UInt8]) {
    handle = BIO_new(BIO_s_mem())
    // At its end a memory BIO says "try again" unless it is told to say "end".
    BIO_ctrl(handle, BIO_C_SET_BUF_MEM_EOF_RETURN, 0, nil)
    var written = 0
    bytes.withUnsafeBytes { _ = BIO_write_ex(handle, $0.baseAddress, $0.count, &written) }
  }

  /// What was written and not read.
  func bytes() -> [UInt8] {
    let count = BIO_ctrl_pending(handle)
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = 0
      _ = BIO_read_ex(handle, buffer.baseAddress, count, &filled)
    }
  }

  deinit { BIO_free(handle) }
}
