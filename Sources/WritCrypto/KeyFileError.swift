/// Why a named key can't be used or made. Nothing in it tells about the key itself.
package enum KeyFileError: Error, Hashable, Sendable {
  case badName(String)
  /// A file that can't be opened, read or written, with the system's reason.
  case file(name: String, path: String, reason: String)
  case absent(name: String, path: String)
  case notRegular(name: String, path: String)
  /// Somebody else owns the file or the link that leads to it.
  case foreignOwner(name: String, path: String, isLink: Bool)
  /// The group or others may read or change it; `mode` is its permission bits.
  case tooOpen(name: String, path: String, mode: UInt32)
  case notInEnvironment(name: String, variable: String)
  /// Cut off, changed, or no key at all; `source` is the file or the variable.
  case malformed(name: String, source: String)
  /// It is the key of another name.
  case wrongName(name: String, found: String, source: String)
  /// `makeKey` overwrites nothing.
  case isThere(name: String, path: String)
  case crypto(CryptoError)
}

extension KeyFileError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .badName(let name):
      "`\(name)` can't name a key: use lower-case letters, digits, `_` and `-`, beginning with a letter, at most 64"
    case .file(let name, let path, let reason):
      "the key `\(name)` can't be used: \(path): \(reason)"
    case .absent(let name, let path):
      "the key `\(name)` is missing: there is no file \(path); `writ pii key new \(name)` makes one"
    case .notRegular(let name, let path):
      "the key `\(name)` is refused: \(path) is not a regular file"
    case .foreignOwner(let name, let path, let isLink):
      "the key `\(name)` is refused: \(isLink ? "the link " : "")\(path) belongs to another user; "
        + "own it yourself: `chown`"
    case .tooOpen(let name, let path, let mode):
      "the key `\(name)` is refused: others may use \(path) (mode \(String(mode, radix: 8))); "
        + "`chmod 600` closes it, and if somebody may have read it, make a new key"
    case .notInEnvironment(let name, let variable):
      "the key `\(name)` is missing: the environment has no variable \(variable)"
    case .malformed(let name, let source):
      "the key `\(name)` is refused: \(source) holds no whole key "
        + "(one line: writ-key-1, name, base 64 of 32 bytes, check); restore it from a copy"
    case .wrongName(let name, let found, let source):
      "the key `\(name)` is refused: \(source) holds the key `\(found)`; were two files swapped?"
    case .isThere(let name, let path):
      "the key `\(name)` is not made: \(path) exists, and what it has masked could not be reversed "
        + "without it; move it away first"
    case .crypto(let error): error.description
    }
  }
}
