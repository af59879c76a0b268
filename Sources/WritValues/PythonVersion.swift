/// Python package versions (PEP 440): `[epoch!]release[pre][.post][.dev][+local]`.
enum PythonVersion {
  static func write(_ bytes: [UInt8], to key: inout VersionKey) -> Bool {
    var reader = Reader(rest: bytes.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }[...])
    reader.skip("v")
    guard var first = reader.digits() else { return false }
    if reader.skip("!") {
      key.append(number: first)
      guard let number = reader.digits() else { return false }
      first = number
    } else {
      key.append(number: [])
    }
    var release = [first]
    while let number = reader.releasePart() { release.append(number) }
    // 1.0 and 1 are one version.
    while let last = release.last, release.count > 1, last.allSatisfy({ $0 == 0x30 }) {
      release.removeLast()
    }
    for number in release {
      key.append(1)
      key.append(number: number)
    }
    key.append(0)

    let pre = reader.preRelease()
    let post = reader.postRelease()
    let dev = reader.suffix(["dev"])
    if let pre {
      key.append(1)
      key.append(pre.phase)
      key.append(number: pre.number)
    } else {
      // A development release of no pre- or post-release comes before its pre-releases.
      key.append(post == nil && dev != nil ? 0 : 2)
    }
    key.append(post == nil ? 0 : 1)
    if let post { key.append(number: post) }
    key.append(dev == nil ? 1 : 0)
    if let dev { key.append(number: dev) }
    return writeLocal(&reader, to: &key) && reader.rest.isEmpty
  }

  private static func writeLocal(_ reader: inout Reader, to key: inout VersionKey) -> Bool {
    guard reader.skip("+") else {
      key.append(0)
      return true
    }
    key.append(1)
    repeat {
      let part = reader.rest.prefix(while: \.isAlphanumeric)
      if part.isEmpty { return false }
      reader.rest = reader.rest[part.endIndex...]
      if part.allSatisfy(\.isDigit) {
        key.append(2)
        key.append(number: part)
      } else {
        key.append(1)
        key.append(contentsOf: part)
        key.append(0)
      }
    } while reader.skip(".") || reader.skip("-") || reader.skip("_")
    key.append(0)
    return true
  }

  private struct Reader {
    var rest: ArraySlice<UInt8>

    @discardableResult
    mutating func skip(_ word: StaticString) -> Bool {
      let count = word.utf8CodeUnitCount
      let isNext = word.withUTF8Buffer { rest.starts(with: $0) }
      if isNext { rest = rest.dropFirst(count) }
      return isNext
    }

    mutating func digits() -> ArraySlice<UInt8>? {
      let number = rest.prefix(while: \.isDigit)
      rest = rest[number.endIndex...]
      return number.isEmpty ? nil : number
    }

    mutating func releasePart() -> ArraySlice<UInt8>? {
      let start = rest
      if skip("."), let number = digits() { return number }
      rest = start
      return nil
    }

    mutating func skipSeparator() { _ = skip(".") || skip("-") || skip("_") }

    mutating func preRelease() -> (phase: UInt8, number: ArraySlice<UInt8>)? {
      if let number = suffix(["alpha", "a"]) { return (1, number) }
      if let number = suffix(["beta", "b"]) { return (2, number) }
      if let number = suffix(["rc", "c", "preview", "pre"]) { return (3, number) }
      return nil
    }

    mutating func postRelease() -> ArraySlice<UInt8>? {
      let start = rest
      if skip("-"), let number = digits() { return number }
      rest = start
      return suffix(["post", "rev", "r"])
    }

    /// A word between optional separators, then its number; without one it is 0.
    mutating func suffix(_ words: [StaticString]) -> ArraySlice<UInt8>? {
      let start = rest
      skipSeparator()
      guard words.contains(where: { skip($0) }) else {
        rest = start
        return nil
      }
      let afterWord = rest
      skipSeparator()
      if let number = digits() { return number }
      rest = afterWord
      return []
    }
  }
}
