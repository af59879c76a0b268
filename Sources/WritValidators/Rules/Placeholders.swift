/// Values that stand where a secret would: `changeme`, `${DB_PASSWORD}`, `********`, `null`.
enum Placeholders {
  private static let words: [StaticString] = [
    "password", "passwd", "secret", "changeme", "change_me", "example", "placeholder", "redacted",
    "masked", "hidden", "removed", "none", "null", "nil", "true", "false", "undefined", "string",
    "required", "optional", "invalid", "incorrect", "expired", "missing", "unknown", "default",
    "dummy", "sample", "testing", "your", "insert", "todo", "prompt", "value", "token", "enabled",
    "disabled", "reset", "encrypted", "empty", "bearer", "basic", "hash", "hashed", "bcrypt",
  ]

  static func isReal(_ bytes: Bytes) -> Bool {
    guard !bytes.isUniform else { return false }
    switch bytes[0] {
    // ${VAR}, $(cmd), %s, <password>, {{ value }}, [REDACTED], env lookups
    case UInt8(ascii: "<"), UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "("): return false
    case UInt8(ascii: "$"):
      // `$2b$` is a stored digest, `$Name` a variable; `$ecret!` may be a password.
      if bytes[1] == UInt8(ascii: "{") || bytes[1] == UInt8(ascii: "(") { return false }
      if isVariable(bytes, from: 1) { return false }
    case UInt8(ascii: "%"):
      if bytes.count <= 4 || bytes[bytes.count - 1] == UInt8(ascii: "%") { return false }
    default: break
    }
    var hidden = 0
    for byte in bytes
    where byte == UInt8(ascii: "*") || byte | 0x20 == UInt8(ascii: "x")
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "#")
    { hidden += 1 }
    if hidden * 2 > bytes.count { return false }
    return !words.contains { isWord(bytes, $0) } && !isCode(bytes)
  }

  /// Upper-case letters, digits and underscores, as variables of the shell are named.
  private static func isVariable(_ bytes: Bytes, from start: Int) -> Bool {
    for index in start..<bytes.count
    where !bytes.isUpper(index) && !bytes.isDigit(index) && bytes[index] != UInt8(ascii: "_") {
      return false
    }
    return true
  }

  private static func isWord(_ bytes: Bytes, _ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard bytes.count >= count else { return false }
    for index in 0..<count where bytes[index] | 0x20 != word.utf8Start[index] | 0x20 {
      return false
    }
    // `your_password_here`, `null,` and `changeme1` are as little a secret as the word itself.
    guard bytes.count > count else { return true }
    return !bytes[count].isASCIIAlphanumeric || bytes.count - count <= 2 && count > 5
  }

  /// A call or a member of a program: `os.environ[`, `config.get(`.
  private static func isCode(_ bytes: Bytes) -> Bool {
    for index in 1..<bytes.count
    where bytes[index] == UInt8(ascii: "(") && bytes[index - 1].isASCIILetter {
      return bytes[bytes.count - 1] == UInt8(ascii: ")")
        || bytes[bytes.count - 1] == UInt8(ascii: ";")
        || bytes[bytes.count - 1] == UInt8(ascii: "(")
    }
    return bytes.isEqual(0, "process.env") || bytes.isEqual(0, "os.environ")
      || bytes.isEqual(0, "getenv")
  }
}
