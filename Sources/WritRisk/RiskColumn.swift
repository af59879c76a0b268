/// One column as codes into a dictionary: four bytes a cell, each distinct text once.
package struct RiskColumn: Sendable {
  package let name: String
  /// One code a row; 0 is a missing cell.
  package let codes: [UInt32]
  package let dictionary: CellDictionary

  package init(name: String, codes: [UInt32], dictionary: CellDictionary) {
    self.name = name
    self.codes = codes
    self.dictionary = dictionary
  }

  /// The text of a row's cell; nil where it is missing.
  package subscript(row: Int) -> String? { dictionary.text(of: codes[row]) }

  /// How many rows have each code.
  var codeCounts: [Int] {
    var counts = Array(repeating: 0, count: dictionary.codeCount)
    for code in codes { counts[Int(code)] &+= 1 }
    return counts
  }

  /// What a report says of a column without telling any value.
  package var profile: RiskColumnProfile {
    let counts = codeCounts
    return RiskColumnProfile(
      name: name, distinct: counts.count { $0 > 0 }, missing: counts.first ?? 0)
  }
}

/// A column's name and two counts.
package struct RiskColumnProfile: Hashable, Sendable {
  package let name: String
  /// Distinct values; missing, where it occurs, is one of them.
  package let distinct: Int
  /// Rows whose cell is missing.
  package let missing: Int
}
