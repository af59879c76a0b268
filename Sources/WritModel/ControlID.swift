/// The name of one control of one framework, written `soc2:CC6.1`.
public struct ControlID: Hashable, Comparable, Sendable, CustomStringConvertible {
  public var framework: String
  public var id: String

  public init(framework: String, id: String) {
    self.framework = framework
    self.id = id
  }

  /// Nil unless the text is a framework (lowercase letters, digits, `-`), a colon and an id
  /// (ASCII letters, digits and `._-()`).
  public init?(parsing text: String) {
    let bytes = text.utf8
    guard let colon = bytes.firstIndex(of: 0x3A) else { return nil }
    let framework = String(text[..<colon])
    let id = String(text[bytes.index(after: colon)...])
    guard ControlID.isFramework(framework), ControlID.isLocal(id) else { return nil }
    self.init(framework: framework, id: id)
  }

  public var description: String { "\(framework):\(id)" }

  /// Whether the text can name a framework: a lowercase letter, then lowercase letters, digits, `-`.
  public static func isFramework(_ text: String) -> Bool {
    guard let first = text.utf8.first, (0x61...0x7A).contains(first) else { return false }
    return text.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
    }
  }

  /// Whether the text can be a control's id within its framework.
  public static func isLocal(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || (0x30...0x39).contains($0)
          || $0 == 0x2E || $0 == 0x5F || $0 == 0x2D || $0 == 0x28 || $0 == 0x29
      }
  }

  /// By framework, then id with numbers by value: `A.5.2` comes before `A.5.10`.
  public static func < (one: ControlID, other: ControlID) -> Bool {
    if one.framework != other.framework { return one.framework < other.framework }
    let left = pieces(of: one.id)
    let right = pieces(of: other.id)
    for (a, b) in zip(left, right) where a != b { return a < b }
    if left.count != right.count { return left.count < right.count }
    return one.id < other.id
  }

  /// A run of digits or one other byte; digits sort before the rest and among themselves by value.
  private struct Piece: Comparable {
    var isNumber: Bool
    var bytes: [UInt8]

    static func < (one: Piece, other: Piece) -> Bool {
      if one.isNumber != other.isNumber { return one.isNumber }
      if one.isNumber, one.bytes.count != other.bytes.count {
        return one.bytes.count < other.bytes.count
      }
      return one.bytes.lexicographicallyPrecedes(other.bytes)
    }
  }

  private static func pieces(of id: String) -> [Piece] {
    var pieces: [Piece] = []
    var digits: [UInt8]?
    func number(_ bytes: [UInt8]) -> Piece {
      Piece(isNumber: true, bytes: Array(bytes.drop { $0 == 0x30 }))
    }
    for byte in id.utf8 {
      if (0x30...0x39).contains(byte) {
        digits = (digits ?? []) + [byte]
      } else {
        if let run = digits { pieces.append(number(run)) }
        digits = nil
        pieces.append(Piece(isNumber: false, bytes: [byte]))
      }
    }
    if let run = digits { pieces.append(number(run)) }
    return pieces
  }
}
