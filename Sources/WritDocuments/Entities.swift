/// Character references of XML and HTML.
enum Entities {
  /// Bytes of the longest reference that is resolved.
  private static let longest = 12

  /// What `&` at an index begins; itself where it is no reference that is known.
  static func unit(_ raw: UnsafeBufferPointer<UInt8>, _ index: Int) -> ValueEncoding.Unit {
    var end = index &+ 1
    while end < raw.count, end &- index < longest, isNameByte(raw[end]) { end &+= 1 }
    if end >= raw.count, end &- index < longest {
      return ValueEncoding.Unit(length: end &- index &+ 1, byte: ASCII.ampersand)
    }
    guard raw.at(end) == UInt8(ascii: ";"),
      let scalar = scalar(UnsafeBufferPointer(rebasing: raw[(index &+ 1)..<end]))
    else { return ValueEncoding.Unit(length: 1, byte: ASCII.ampersand) }
    return ValueEncoding.Unit(length: end &- index &+ 1, scalar: scalar)
  }

  /// Whether `&name;` is there and not one that is resolved.
  static func isUnknownReference(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    var end = index &+ 1
    while end < bytes.count, end &- index <= 64, isNameByte(bytes[end]) { end &+= 1 }
    guard end > index &+ 1, bytes.at(end) == UInt8(ascii: ";"), bytes[index &+ 1] != ASCII.hash
    else { return false }
    return scalar(UnsafeBufferPointer(rebasing: bytes[(index &+ 1)..<end])) == nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == ASCII.hash
  }

  private static func scalar(_ name: UnsafeBufferPointer<UInt8>) -> UInt32? {
    guard name.at(0) == ASCII.hash else { return named[String(decoding: name, as: UTF8.self)] }
    let isHex = name.at(1) | 0x20 == UInt8(ascii: "x")
    let digits = name.dropFirst(isHex ? 2 : 1)
    guard !digits.isEmpty, digits.count <= 8 else { return nil }
    var value: UInt32 = 0
    for byte in digits {
      guard let digit = ASCII.hexDigit(byte), isHex || digit < 10 else { return nil }
      value = value &* (isHex ? 16 : 10) &+ digit
    }
    return value <= 0x10FFFF ? value : 0xFFFD
  }

  /// Those of XML, and of HTML's what is met in names, addresses and numbers.
  /// Source: HTML Living Standard, section 13.5.
  private static let named: [String: UInt32] = {
    var table: [String: UInt32] = [
      "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "AMP": 0x26, "LT": 0x3C,
      "GT": 0x3E, "QUOT": 0x22, "Tab": 9, "NewLine": 10, "excl": 0x21, "num": 0x23,
      "dollar": 0x24, "percnt": 0x25, "lpar": 0x28, "rpar": 0x29, "ast": 0x2A, "plus": 0x2B,
      "comma": 0x2C, "period": 0x2E, "sol": 0x2F, "colon": 0x3A, "semi": 0x3B, "equals": 0x3D,
      "quest": 0x3F, "commat": 0x40, "lsqb": 0x5B, "bsol": 0x5C, "rsqb": 0x5D, "lowbar": 0x5F,
      "lcub": 0x7B, "rcub": 0x7D, "verbar": 0x7C, "hyphen": 0x2010, "dash": 0x2010,
      "ndash": 0x2013, "mdash": 0x2014, "lsquo": 0x2018, "rsquo": 0x2019, "ldquo": 0x201C,
      "rdquo": 0x201D, "hellip": 0x2026, "bull": 0x2022, "euro": 0x20AC, "trade": 0x2122,
      "ensp": 0x2002, "emsp": 0x2003, "thinsp": 0x2009, "zwnj": 0x200C, "zwj": 0x200D,
      "minus": 0x2212, "OElig": 0x152, "oelig": 0x153, "Scaron": 0x160, "scaron": 0x161,
      "Yuml": 0x178, "Zcaron": 0x17D, "zcaron": 0x17E, "Ccaron": 0x10C, "ccaron": 0x10D,
      "Cacute": 0x106, "cacute": 0x107, "Lstrok": 0x141, "lstrok": 0x142, "Nacute": 0x143,
      "nacute": 0x144, "Sacute": 0x15A, "sacute": 0x15B, "Zacute": 0x179, "zacute": 0x17A,
      "Zdot": 0x17B, "zdot": 0x17C, "Aogon": 0x104, "aogon": 0x105, "Eogon": 0x118,
      "eogon": 0x119, "Rcaron": 0x158, "rcaron": 0x159, "Ecaron": 0x11A, "ecaron": 0x11B,
      "Gbreve": 0x11E, "gbreve": 0x11F, "Idot": 0x130, "imath": 0x131, "Scedil": 0x15E,
      "scedil": 0x15F,
    ]
    // U+00A0 to U+00FF in order.
    let latin =
      """
      nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn
      sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave
      Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml
      ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN
      szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave
      iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc
      uuml yacute thorn yuml
      """
    for (index, name) in latin.split(whereSeparator: \.isWhitespace).enumerated() {
      table[String(name)] = 0xA0 + UInt32(index)
    }
    return table
  }()
}
