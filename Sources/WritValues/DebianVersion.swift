/// Debian package versions: `[epoch:]upstream[-revision]`; `~` sorts before everything, even the
/// end.
enum DebianVersion {
  static func write(_ bytes: [UInt8], to key: inout VersionKey) -> Bool {
    var rest = bytes[...]
    var epoch: ArraySlice<UInt8> = []
    if let colon = rest.firstIndex(of: UInt8(ascii: ":")) {
      epoch = rest[..<colon]
      rest = rest[(colon + 1)...]
      guard !epoch.isEmpty, epoch.allSatisfy(\.isDigit) else { return false }
    }
    var revision: ArraySlice<UInt8> = []
    if let dash = rest.lastIndex(of: UInt8(ascii: "-")) {
      revision = rest[(dash + 1)...]
      rest = rest[..<dash]
      guard !revision.isEmpty else { return false }
    }
    guard !rest.isEmpty, rest.allSatisfy({ isAllowed($0) || $0 == 0x2D || $0 == 0x3A }),
      revision.allSatisfy(isAllowed)
    else { return false }
    key.append(number: epoch)
    write(part: rest, to: &key)
    // No revision is revision 0.
    write(part: revision, to: &key)
    return true
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: "~")
  }

  /// Runs of other characters and of digits in turn; each run of characters ends in a 2, above `~`
  /// and below all else, and so does the part.
  private static func write(part: ArraySlice<UInt8>, to key: inout VersionKey) {
    var rest = part
    repeat {
      let word = rest.prefix { !$0.isDigit }
      for byte in word {
        key.append(byte == UInt8(ascii: "~") ? 1 : byte.isLetter ? byte : byte | 0x80)
      }
      key.append(2)
      rest = rest[word.endIndex...]
      let number = rest.prefix(while: \.isDigit)
      key.append(number: number)
      rest = rest[number.endIndex...]
    } while !rest.isEmpty
    key.append(2)
  }
}
