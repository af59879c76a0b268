import WritCrypto
import WritValues

/// How a value that must not be printed is shown: a keyed digest, so that equal values look equal.
struct Masking {
  let key: [UInt8]

  func mask(_ value: Value) -> String {
    // Without a key a digest of a short value could be guessed back.
    key.isEmpty ? "[masked]" : "[masked \(digest(value.description))]"
  }

  private func digest(_ text: String) -> String {
    let digest = Digest.hmacSHA256(key: key, Array(("mask\u{1F}" + text).utf8))
    return Digest.hex(Array(digest.prefix(4)))
  }
}
