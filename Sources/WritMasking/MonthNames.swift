/// Names of months as dates write them, with the letters of ASCII in lower case.
enum MonthNames {
  /// How a name is written: its language and whether it is cut to three letters.
  struct Style: Hashable {
    var table: Int
    var isUpper: Bool
    var isCapitalized: Bool
  }

  /// Full names before short ones, so that `may` is English and full.
  private static let tables: [[String]] = [
    // English
    "january february march april may june july august september october november december",
    "jan feb mar apr may jun jul aug sep oct nov dec",
    // German
    "januar februar märz april mai juni juli august september oktober november dezember",
    // French
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    // Spanish
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    // Italian
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    // Portuguese
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    // Dutch
    "januari februari maart april mei juni juli augustus september oktober november december",
  ].map { $0.split(separator: " ").map(String.init) }

  /// The months a word can be, 1 to 12, with the style of each; a word such as `mai` is of several languages.
  static func months(_ word: some Collection<UInt8>) -> [(month: Int, style: Style)] {
    let lower = word.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    let uppers = word.map { (0x41...0x5A).contains($0) }
    var found: [(month: Int, style: Style)] = []
    for (index, names) in tables.enumerated() {
      guard let place = names.firstIndex(where: { $0.utf8.elementsEqual(lower) }) else { continue }
      let isUpper = uppers.allSatisfy { $0 }
      found.append(
        (
          place + 1,
          Style(table: index, isUpper: isUpper, isCapitalized: !isUpper && uppers.first == true)
        ))
    }
    return found
  }

  /// The language of a text says which names go together: a month that two languages write alike takes the first.
  static func name(_ month: Int, _ style: Style) -> [UInt8] {
    guard tables.indices.contains(style.table), 1...12 ~= month else { return [] }
    var bytes = Array(tables[style.table][month - 1].utf8)
    for index in bytes.indices where style.isUpper || (style.isCapitalized && index == 0) {
      if (0x61...0x7A).contains(bytes[index]) { bytes[index] &= 0xDF }
    }
    return bytes
  }
}
