import WritModel

/// Where equal values get equal masks: inside of one domain. Masks of two domains can't be linked.
///
/// A domain that is not named in the mask is the value's category.
package struct JoinDomain: Hashable, Sendable {
  /// Lower-case letters, digits and `_`: it stands in tokens, and keys are derived for it.
  package let label: String

  /// Nil for what can't be a domain's name: it has letters, digits, `_`, `-` and points, at most 48.
  package init?(_ name: String) {
    let bytes = Array(name.utf8)
    guard !bytes.isEmpty, bytes.count <= 48 else { return nil }
    var label: [UInt8] = []
    for byte in bytes {
      switch byte {
      case 0x61...0x7A, 0x30...0x39: label.append(byte)
      case 0x41...0x5A: label.append(byte | 0x20)
      case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."): label.append(0x5F)
      default: return nil
      }
    }
    self.label = String(decoding: label, as: UTF8.self)
  }

  /// Of a category; one that can't be a name shares the domain `other`.
  init(of category: DataCategory) {
    label = JoinDomain(category.description)?.label ?? "other"
  }

  var bytes: [UInt8] { Array(label.utf8) }
}
