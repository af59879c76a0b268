/// A run of bytes of a log line, cut by what stands in it. Nothing in it is trusted.
struct ByteText {
  var bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  var isEmpty: Bool { bytes.isEmpty }

  /// As text; bytes that are no UTF-8 become U+FFFD.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  func starts(with prefix: StaticString) -> Bool {
    guard bytes.count >= prefix.utf8CodeUnitCount else { return false }
    return prefix.withUTF8Buffer { bytes.starts(with: $0) }
  }

  func ends(with suffix: StaticString) -> Bool {
    guard bytes.count >= suffix.utf8CodeUnitCount else { return false }
    return suffix.withUTF8Buffer { bytes.suffix($0.count).elementsEqual($0) }
  }

  /// What follows the prefix; nil when it is not there.
  func dropping(prefix: StaticString) -> ByteText? {
    starts(with: prefix) ? ByteText(bytes.dropFirst(prefix.utf8CodeUnitCount)) : nil
  }

  /// What stands before the suffix; nil when it is not there.
  func dropping(suffix: StaticString) -> ByteText? {
    ends(with: suffix) ? ByteText(bytes.dropLast(suffix.utf8CodeUnitCount)) : nil
  }

  /// Before and after the first place where the mark stands; nil when it does not.
  func split(at mark: StaticString) -> (before: ByteText, after: ByteText)? {
    place(of: mark, from: bytes.startIndex).map(cut(mark))
  }

  /// Before and after the last place where the mark stands; nil when it does not.
  func splitLast(at mark: StaticString) -> (before: ByteText, after: ByteText)? {
    let length = mark.utf8CodeUnitCount
    guard bytes.count >= length else { return nil }
    let place = mark.withUTF8Buffer { mark -> Int? in
      var index = bytes.endIndex - length
      while index >= bytes.startIndex {
        if bytes[index...].starts(with: mark) { return index }
        index -= 1
      }
      return nil
    }
    return place.map(cut(mark))
  }

  /// Each place where the mark stands, front to back.
  func splits(at mark: StaticString) -> [(before: ByteText, after: ByteText)] {
    var found: [(before: ByteText, after: ByteText)] = []
    var from = bytes.startIndex
    while let index = place(of: mark, from: from) {
      found.append(cut(mark)(index))
      from = index + 1
    }
    return found
  }

  /// The front up to the first space, and what follows that space.
  func word() -> (word: ByteText, rest: ByteText) {
    guard let space = bytes.firstIndex(of: UInt8(ascii: " ")) else {
      return (self, ByteText(bytes[bytes.endIndex...]))
    }
    return (ByteText(bytes[..<space]), ByteText(bytes[(space + 1)...]))
  }

  func trimmingSpaces() -> ByteText {
    var part = bytes
    while part.first == UInt8(ascii: " ") { part.removeFirst() }
    while part.last == UInt8(ascii: " ") { part.removeLast() }
    return ByteText(part)
  }

  /// The whole as a decimal number of at most `limit`; nil when it is none.
  func number(limit: Int) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 10 else { return nil }
    var value = 0
    for byte in bytes {
      guard 48...57 ~= byte else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    return value <= limit ? value : nil
  }

  private func place(of mark: StaticString, from: Int) -> Int? {
    let length = mark.utf8CodeUnitCount
    guard length > 0 else { return nil }
    return mark.withUTF8Buffer { mark in
      var index = from
      while bytes.endIndex - index >= length {
        guard let next = bytes[index...].firstIndex(of: mark[0]), bytes.endIndex - next >= length
        else { return nil }
        if bytes[next...].starts(with: mark) { return next }
        index = next + 1
      }
      return nil
    }
  }

  private func cut(_ mark: StaticString) -> (Int) -> (before: ByteText, after: ByteText) {
    { index in
      (ByteText(bytes[..<index]), ByteText(bytes[(index + mark.utf8CodeUnitCount)...]))
    }
  }
}

extension ByteText: Equatable {
  static func == (one: ByteText, word: StaticString) -> Bool {
    one.bytes.count == word.utf8CodeUnitCount && one.starts(with: word)
  }
}
