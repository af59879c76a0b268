package import WritCrypto
import WritValues

/// What stands beside a masked file: which mask and keys made it, and the digest of its bytes.
///
/// `encrypt_format`, `shift_date` and `synthetic` leave values that look like plain ones: neither a second run nor `unmask` can tell
/// them by themselves, and a marker within the file would make it another CSV or JSON file. So the marker lies beside
/// it, as `FILE.masked.json`. A file whose digest a manifest has is not masked again; one that was edited since is
/// refused rather than guessed at, where the mask has such an operator. Without its manifest a copy of the file is
/// plain data to every tool: this is the limit of what can be promised.
package struct MaskManifest: Hashable, Sendable {
  /// The only form there is.
  package static let form: Int64 = 1

  /// What a manifest says of the file beside it.
  package enum Standing: Hashable, Sendable {
    /// The masked output as it was written.
    case masked
    /// Something else, changed after it was masked or put in its place.
    case changed
  }

  package var mask: String
  /// SHA-256 of the masked output, 64 hexadecimal digits.
  package var digest: String
  /// Of every key that was used, the name and the identifier.
  package var keys: [String: String]
  /// Whether every masked value can be told by itself.
  package var isRecognizable: Bool

  package init(mask: String, digest: String, keys: [String: String], isRecognizable: Bool) {
    self.mask = mask
    self.digest = digest
    self.keys = keys
    self.isRecognizable = isRecognizable
  }

  /// Of a mask's output, by the digest of its bytes.
  package init(_ mask: Mask, digest: String) throws(CryptoError) {
    self.init(
      mask: mask.name, digest: digest, keys: try mask.keyIdentifiers(),
      isRecognizable: mask.isRecognizable)
  }

  package static func path(beside file: String) -> String { "\(file).masked.json" }

  /// - Parameter digest: of the file as it is now.
  package func standing(of digest: String) -> Standing {
    digest.utf8.elementsEqual(self.digest.utf8) ? .masked : .changed
  }

  /// Names of keys of the manifest that the mask has not, or has with another secret: FF1 would give wrong values back
  /// without a word.
  package func foreignKeys(in mask: Mask) throws(CryptoError) -> [String] {
    let own = try mask.keyIdentifiers()
    return keys.filter { own[$0.key] != $0.value }.keys.sorted()
  }

  /// JSON, canonical, with a line end.
  package var bytes: [UInt8] {
    let keys = keys.sorted { $0.key < $1.key }.map {
      JSONValue.Member(name: Text($0.key), value: .text($0.value))
    }
    let value: JSONValue = [
      "writ_mask": .int(Self.form), "mask": .text(mask), "sha256": .text(digest),
      "keys": .object(keys), "recognizable": .bool(isRecognizable),
    ]
    return value.canonical + [0x0A]
  }

  /// Nil for what is no manifest.
  package init?(_ bytes: [UInt8]) {
    guard let value = try? JSONValue.parse(bytes), value["writ_mask"]?.int == Self.form,
      let mask = value["mask"]?.string, let digest = value["sha256"]?.string,
      digest.utf8.count == 64, let keys = value["keys"]?.members,
      let isRecognizable = value["recognizable"]?.bool
    else { return nil }
    var identifiers: [String: String] = [:]
    for member in keys {
      guard let identifier = member.value.string else { return nil }
      identifiers[member.name.string] = identifier
    }
    self.init(mask: mask, digest: digest, keys: identifiers, isRecognizable: isRecognizable)
  }
}
