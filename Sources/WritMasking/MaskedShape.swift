/// What a mask's output looks like. The shape alone proves nothing: anybody can write it. `Masker` asks the key.
package enum MaskedShape: Hashable, Sendable {
  /// `[PAYMENT_CARD]`, of `redact`.
  case placeholder(name: String)
  /// `<PERSON_NAME_3>`, of `number`.
  case number(name: String, Int)
  /// `pn_`, `tk_` or `vt_`, the domain's label, and base 32.
  case pseudonym(label: String, body: [UInt8])
  case token(label: String, body: [UInt8])
  case vault(label: String, body: [UInt8])

  package static let pseudonymPrefix = "pn_"
  package static let tokenPrefix = "tk_"
  package static let vaultPrefix = "vt_"
  /// Characters of a pseudonym's or vault token's body: 80 bits, and 20 that prove whose it is.
  static let bodyLength = 20

  /// Nil for bytes of no such shape.
  package init?(_ bytes: some Collection<UInt8>) {
    let bytes = Array(bytes)
    switch bytes.first {
    case UInt8(ascii: "["): self.init(placeholder: bytes)
    case UInt8(ascii: "<"): self.init(number: bytes)
    case UInt8(ascii: "p"), UInt8(ascii: "t"), UInt8(ascii: "v"): self.init(token: bytes)
    default: return nil
    }
  }

  /// Where pseudonyms and tokens of any kind stand in a text, by their shape alone.
  ///
  /// One that the text's end cuts off is given as far as it goes, if that has the shape: hand over whole lines.
  package static func tokens(in text: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    while start < text.count {
      guard isTokenByte(text[start]) else {
        start += 1
        continue
      }
      let end = text[start...].firstIndex { !isTokenByte($0) } ?? text.count
      // A word with capitals beside it is another word.
      let isAlone =
        (start == 0 || ValueLayout.kind(text[start - 1]) == nil)
        && (end == text.count || ValueLayout.kind(text[end]) == nil)
      if isAlone, [UInt8(ascii: "p"), UInt8(ascii: "t"), UInt8(ascii: "v")].contains(text[start]),
        MaskedShape(token: Array(text[start..<end])) != nil
      {
        found.append(start..<end)
      }
      start = end
    }
    return found
  }

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5F
  }

  private init?(placeholder bytes: [UInt8]) {
    guard bytes.last == UInt8(ascii: "]"), let name = Self.name(bytes.dropFirst().dropLast()) else {
      return nil
    }
    self = .placeholder(name: name)
  }

  private init?(number bytes: [UInt8]) {
    guard bytes.last == UInt8(ascii: ">"), let place = bytes.lastIndex(of: 0x5F) else { return nil }
    let digits = bytes[(place + 1)...].dropLast()
    guard 1...6 ~= digits.count, digits.first != 0x30,
      digits.allSatisfy({ (0x30...0x39).contains($0) }),
      let name = Self.name(bytes[1..<max(place, 1)])
    else { return nil }
    self = .number(name: name, digits.reduce(0) { $0 * 10 + Int($1) - 0x30 })
  }

  private init?(token bytes: [UInt8]) {
    guard let place = bytes.lastIndex(of: 0x5F), place > 3 else { return nil }
    let label = bytes[3..<place]
    let body = Array(bytes[(place + 1)...])
    guard label.count <= 48,
      label.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }),
      body.count >= Self.bodyLength, body.allSatisfy(Base32.isDigit)
    else { return nil }
    let text = String(decoding: label, as: UTF8.self)
    if bytes.starts(with: Self.tokenPrefix.utf8) {
      self = .token(label: text, body: body)
    } else if body.count != Self.bodyLength {
      return nil
    } else if bytes.starts(with: Self.pseudonymPrefix.utf8) {
      self = .pseudonym(label: text, body: body)
    } else if bytes.starts(with: Self.vaultPrefix.utf8) {
      self = .vault(label: text, body: body)
    } else {
      return nil
    }
  }

  private static func name(_ bytes: ArraySlice<UInt8>) -> String? {
    guard let first = bytes.first, (0x41...0x5A).contains(first), bytes.count <= 64,
      bytes.allSatisfy({ (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F })
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A detector's name as placeholders write it: `PAYMENT_CARD`.
  static func name(of detector: String) -> [UInt8] {
    let bytes = detector.utf8.prefix(64).map { byte -> UInt8 in
      switch byte {
      case 0x61...0x7A: byte & 0xDF
      case 0x41...0x5A, 0x30...0x39: byte
      default: 0x5F
      }
    }
    guard let first = bytes.first, (0x41...0x5A).contains(first) else {
      return Array("MASKED".utf8)
    }
    return bytes
  }

  static func placeholder(for detector: String) -> [UInt8] {
    [UInt8(ascii: "[")] + name(of: detector) + [UInt8(ascii: "]")]
  }
}
