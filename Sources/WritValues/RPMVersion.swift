/// RPM package versions: `[epoch:]version[-release]`; `~` sorts before the end, `^` just after it.
enum RPMVersion {
  static func write(_ bytes: [UInt8], to key: inout VersionKey) -> Bool {
    var rest = bytes[...]
    var epoch: ArraySlice<UInt8> = []
    if let colon = rest.firstIndex(of: UInt8(ascii: ":")) {
      epoch = rest[..<colon]
      rest = rest[(colon + 1)...]
      guard !epoch.isEmpty, epoch.allSatisfy(\.isDigit) else { return false }
    }
    var release: ArraySlice<UInt8>?
    if let dash = rest.lastIndex(of: UInt8(ascii: "-")) {
      release = rest[(dash + 1)...]
      rest = rest[..<dash]
    }
    guard isPart(rest), release.map(isPart) ?? true else { return false }
    key.append(number: epoch)
    write(part: rest, to: &key)
    // A version without a release comes before every release of it.
    key.append(release == nil ? 0 : 1)
    if let release { write(part: release, to: &key) }
    return true
  }

  private static func isPart(_ part: ArraySlice<UInt8>) -> Bool {
    !part.isEmpty && part.allSatisfy { $0.isAlphanumeric || "._+~^".utf8.contains($0) }
  }

  private static func write(part: ArraySlice<UInt8>, to key: inout VersionKey) {
    var rest = part
    while let byte = rest.first {
      if byte == UInt8(ascii: "~") {
        key.append(1)
        rest = rest.dropFirst()
      } else if byte == UInt8(ascii: "^") {
        key.append(3)
        rest = rest.dropFirst()
      } else if byte.isLetter {
        let word = rest.prefix(while: \.isLetter)
        key.append(4)
        key.append(contentsOf: word)
        key.append(0)
        rest = rest[word.endIndex...]
      } else if byte.isDigit {
        let number = rest.prefix(while: \.isDigit)
        key.append(5)
        key.append(number: number)
        rest = rest[number.endIndex...]
      } else {
        rest = rest.dropFirst()
      }
    }
    key.append(2)
  }
}
