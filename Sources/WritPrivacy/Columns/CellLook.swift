/// What a cell looks like, apart from any detector.
enum CellLook {
  static func fits(_ look: ColumnKind.Look, _ cell: [UInt8]) -> Bool {
    switch look {
    case .any: true
    case .words: isWords(cell)
    case .digits(let counts): digits(cell).map { counts.contains($0) } ?? false
    case .integer(let range): integer(cell).map { range.contains($0) } ?? false
    case .decimal(let range): decimal(cell).map { range.contains($0) } ?? false
    case .date: year(cell) != nil
    case .postalCode: isPostalCode(cell)
    case .gender: genders.contains(folded(cell))
    case .maritalStatus: maritalStatuses.contains(folded(cell))
    case .bloodGroup: bloodGroups.contains(folded(cell))
    case .diagnosis: isDiagnosis(cell)
    case .userAgent: isUserAgent(cell)
    }
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 }

  static func isWords(_ cell: [UInt8]) -> Bool {
    cell.count <= 60 && cell.contains(where: isLetter)
      && cell.allSatisfy { isLetter($0) || " .,'-&/()".utf8.contains($0) }
  }

  /// Digits of a number written as telephones are; nil with anything else in it.
  private static func digits(_ cell: [UInt8]) -> Int? {
    var count = 0
    for byte in cell {
      if isDigit(byte) {
        count += 1
      } else if !" +-./()x".utf8.contains(byte) {
        return nil
      }
    }
    return count
  }

  static func integer(_ cell: [UInt8]) -> Int? {
    cell.count <= 12 ? Int(String(decoding: cell, as: UTF8.self)) : nil
  }

  static func decimal(_ cell: [UInt8]) -> Double? {
    guard cell.count <= 24 else { return nil }
    let kept = cell.filter { isDigit($0) || $0 == 0x2E || $0 == 0x2D || $0 == 0x2C }
    guard kept.count * 3 >= cell.count * 2 else { return nil }
    let point = kept.lastIndex { $0 == 0x2E || $0 == 0x2C }
    var plain: [UInt8] = []
    for (index, byte) in kept.enumerated() {
      if byte == 0x2E || byte == 0x2C {
        if index == point { plain.append(0x2E) }
      } else {
        plain.append(byte)
      }
    }
    guard let value = Double(String(decoding: plain, as: UTF8.self)), value.isFinite else {
      return nil
    }
    return value
  }

  /// The year of a date, from 1900 to 2099 where it is written in full; years of two digits count as this century's.
  static func year(_ cell: [UInt8]) -> Int? {
    guard cell.count >= 6, cell.count <= 40, isDigit(cell[0]) || isDigit(cell[cell.count - 1])
    else { return nil }
    var runs: [(value: Int, count: Int)] = []
    var separators = 0
    var letters = 0
    var isInRun = false
    for byte in cell {
      if isDigit(byte) {
        if !isInRun { runs.append((0, 0)) }
        isInRun = true
        let last = runs.count - 1
        runs[last].value = runs[last].value &* 10 &+ Int(byte - 0x30)
        runs[last].count += 1
        if runs[last].count > 8 { return nil }
      } else {
        isInRun = false
        if "-/. :,T+Z".utf8.contains(byte) { separators += 1 } else { letters += 1 }
      }
    }
    if runs.count == 1, runs[0].count == 8, letters == 0, separators == 0 {
      let year = runs[0].value / 10_000
      let month = runs[0].value / 100 % 100
      let day = runs[0].value % 100
      return (1_900...2_099).contains(year) && (1...12).contains(month) && (1...31).contains(day)
        ? year : nil
    }
    let date = runs.prefix(3)
    guard date.count == 3 && letters <= 4 || date.count == 2 && (3...12).contains(letters) else {
      return nil
    }
    let parts = date.filter { $0.count <= 2 }
    guard parts.allSatisfy({ $0.value <= 99 && $0.value >= 0 }),
      date.filter({ $0.count == 4 }).count <= 1,
      parts.filter({ (1...31).contains($0.value) }).count >= (date.count == 3 ? 2 : 1)
    else { return nil }
    if let year = date.first(where: { $0.count == 4 })?.value {
      return (1_900...2_099).contains(year) ? year : nil
    }
    guard date.count == 3, parts.count == 3, runs.count == 3, separators == 2 else { return nil }
    return 2_000
  }

  private static func isPostalCode(_ cell: [UInt8]) -> Bool {
    guard (3...10).contains(cell.count) else { return false }
    let digitCount = cell.count(where: isDigit)
    let letterCount = cell.count { ($0 | 0x20) &- 0x61 < 26 }
    let others = cell.count - digitCount - letterCount
    guard others <= 1, cell.allSatisfy({ isDigit($0) || isLetter($0) || $0 == 0x20 || $0 == 0x2D })
    else { return false }
    return digitCount >= 2 && letterCount <= 4
  }

  private static func isDiagnosis(_ cell: [UInt8]) -> Bool {
    guard (3...8).contains(cell.count), (cell[0] | 0x20) &- 0x61 < 26, isDigit(cell[1]) else {
      return false
    }
    return cell.count <= 3 || cell[3] == 0x2E || isDigit(cell[3])
  }

  private static func isUserAgent(_ cell: [UInt8]) -> Bool {
    cell.starts(with: "Mozilla/".utf8) || cell.starts(with: "Opera/".utf8)
      || cell.starts(with: "Dalvik/".utf8)
  }

  private static func folded(_ cell: [UInt8]) -> [UInt8] {
    cell.prefix(32).map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
  }

  private static func words(_ text: String) -> Set<[UInt8]> {
    Set(text.split(separator: "|").map { Array($0.utf8) })
  }

  private static let genders = words(
    "m|f|d|x|w|male|female|man|woman|men|women|nonbinary|non-binary|diverse|divers|other|männlich|"
      + "weiblich|maennlich|herr|frau|homme|femme|hombre|mujer|masculino|femenino|feminino|maschio|"
      + "femmina|mr|mrs|ms|mr.|mrs.|ms.|prefer not to say|h|v|man|vrouw|0|1|2|9")
  private static let maritalStatuses = words(
    "single|married|divorced|widowed|separated|civil partnership|domestic partnership|ledig|"
      + "verheiratet|geschieden|verwitwet|célibataire|marié|mariée|divorcé|divorcée|veuf|veuve|"
      + "soltero|casado|divorciado|viudo|never married|widow|widower")
  private static let bloodGroups = words(
    "a+|a-|b+|b-|ab+|ab-|o+|o-|0+|0-|a pos|a neg|b pos|b neg|ab pos|ab neg|o pos|o neg")

  /// Of the genders only these say by themselves what they are.
  static let plainGenders = words(
    "m|f|w|male|female|man|woman|männlich|weiblich|maennlich|homme|femme|hombre|mujer|masculino|"
      + "femenino|feminino|nonbinary|non-binary|vrouw")
}

extension CellLook {
  /// Could be a name: one to five words that begin with a capital, or in a script or a style without.
  static func isName(_ cell: [UInt8]) -> Bool {
    guard isWords(cell), !cell.contains(UInt8(ascii: "/")) else { return false }
    let words = cell.split(separator: 0x20)
    return (1...5).contains(words.count) && words.allSatisfy { $0.count <= 24 }
  }
}
