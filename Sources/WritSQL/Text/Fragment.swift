import WritDatabase

/// A piece of SQL and the layer of its scope from which on it can be said.
struct Fragment: Hashable, Sendable, ExpressibleByStringInterpolation {
  var text: String
  /// 0 is the scope's base.
  var level: Int

  init(_ text: String, level: Int = 0) {
    self.text = text
    self.level = level
  }

  init(stringLiteral value: String) { self.init(value) }

  init(stringInterpolation: StringInterpolation) {
    self.init(stringInterpolation.text, level: stringInterpolation.level)
  }

  struct StringInterpolation: StringInterpolationProtocol {
    var text = ""
    var level = 0

    init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity * 2)
    }

    mutating func appendLiteral(_ literal: String) { text += literal }

    mutating func appendInterpolation(_ fragment: Fragment) {
      text += fragment.text
      level = max(level, fragment.level)
    }

    /// A name, a keyword or a piece of ours; never a text of a policy.
    mutating func appendInterpolation(own: String) { text += own }

    mutating func appendInterpolation(_ number: Int64) { text += String(number) }
  }

  static func joined(_ fragments: [Fragment], _ separator: String) -> Fragment {
    Fragment(
      fragments.map(\.text).joined(separator: separator), level: fragments.map(\.level).max() ?? 0)
  }

  /// A column, a parameter, a number or another word: nothing that would be worked out twice.
  var isAtom: Bool {
    text.utf8.allSatisfy { byte in
      byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == SQLParameters.mark
        || (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
    } || Self.nulls.contains(text)
  }

  /// Not what only begins with one.
  private static let nulls = Set(
    [SQLKind.bool, .ratio, .text, .int].map { $0.null(.postgres).text })

  /// The columns of the layer before that it reads: `c12`.
  var columns: [String] { Self.columns(in: text) }

  static func columns(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    var found: [String] = []
    var index = 0
    while index + 2 < bytes.count {
      guard bytes[index] == UInt8(ascii: "p"), bytes[index + 1] == UInt8(ascii: "."),
        bytes[index + 2] == UInt8(ascii: "c"), index == 0 || !isWord(bytes[index - 1])
      else {
        index += 1
        continue
      }
      var end = index + 3
      while end < bytes.count, isWord(bytes[end]) { end += 1 }
      found.append(String(decoding: bytes[(index + 2)..<end], as: UTF8.self))
      index = end
    }
    return found
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (byte >= 0x30 && byte <= 0x39)
      || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
  }
}
