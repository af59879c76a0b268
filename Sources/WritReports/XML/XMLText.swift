/// Text made fit for XML 1.0.
enum XMLText {
  /// Escapes markup and drops what no XML document may hold. Line ends in attributes are written as
  /// references, so that readers keep them.
  static func escape(_ text: String, inAttribute: Bool = false) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: result += "&amp;"
      case 0x3C: result += "&lt;"
      case 0x3E: result += "&gt;"
      case 0x22 where inAttribute: result += "&quot;"
      case 0x09 where inAttribute: result += "&#9;"
      case 0x0A where inAttribute: result += "&#10;"
      case 0x0D: result += "&#13;"
      case 0x09, 0x0A: result.unicodeScalars.append(scalar)
      case 0..<0x20, 0x7F...0x9F, 0xFFFE, 0xFFFF: continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  static func attributes(_ pairs: KeyValuePairs<String, String>) -> String {
    pairs.map { " \($0)=\"\(escape($1, inAttribute: true))\"" }.joined()
  }
}
