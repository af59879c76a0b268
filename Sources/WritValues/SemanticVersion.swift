/// Semantic Versioning 2.0: build metadata takes no part in the order.
enum SemanticVersion {
  static func write(_ bytes: [UInt8], to key: inout VersionKey) -> Bool {
    let plus = bytes.firstIndex(of: UInt8(ascii: "+")) ?? bytes.endIndex
    if plus < bytes.endIndex {
      guard identifiers(bytes[(plus + 1)...]) != nil else { return false }
    }
    let dash = bytes[..<plus].firstIndex(of: UInt8(ascii: "-")) ?? plus
    let core = bytes[..<dash].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard core.count == 3, core.allSatisfy(isNumber) else { return false }
    for number in core { key.append(number: number) }
    guard dash < plus else {
      key.append(2)
      return true
    }
    guard let parts = identifiers(bytes[(dash + 1)..<plus]) else { return false }
    key.append(1)
    for part in parts {
      if part.allSatisfy(\.isDigit) {
        guard isNumber(part) else { return false }
        key.append(1)
        key.append(number: part)
      } else {
        key.append(2)
        key.append(contentsOf: part)
        key.append(0)
      }
    }
    key.append(0)
    return true
  }

  private static func isNumber(_ part: ArraySlice<UInt8>) -> Bool {
    guard let first = part.first, part.allSatisfy(\.isDigit) else { return false }
    return part.count == 1 || first != UInt8(ascii: "0")
  }

  private static func identifiers(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? {
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let areValid = parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { $0.isAlphanumeric || $0 == UInt8(ascii: "-") }
    }
    return areValid ? parts : nil
  }
}
