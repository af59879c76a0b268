/// A hierarchy that somebody wrote: each line a value and what it becomes level by level,
/// `50667;506**;Cologne`. A field may be put in double quotes.
package struct HierarchyFile: Sendable {
  package enum Fault: Hashable, Sendable {
    case fields(Int, expected: Int)
    case repeated
    case openQuote
    case noLevel
    case empty

    var text: String {
      switch self {
      case .fields(let found, let expected): "has \(found) fields where the first has \(expected)"
      case .repeated: "gives a value that an earlier line gives; keep one of them"
      case .openQuote: "opens a quote that is not closed on it"
      case .noLevel: "has a value without levels; write `value;level1`"
      case .empty: "there is no line with a value"
      }
    }
  }

  /// Levels above the value itself.
  package let levelCount: Int
  private let values: CellDictionary
  private let levels: [[String]]

  package init(parsing text: String) throws(RiskProblem) {
    var values = CellDictionary()
    var levels: [[String]] = []
    var width = 0
    for (index, line) in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    {
      let bytes = line.last == 0x0D ? line.dropLast() : line
      if bytes.isEmpty { continue }
      guard let fields = Self.fields(Array(bytes)) else {
        throw .badHierarchyFile(line: index + 1, .openQuote)
      }
      if width == 0 { width = fields.count }
      guard fields.count > 1 else { throw .badHierarchyFile(line: index + 1, .noLevel) }
      guard fields.count == width else {
        throw .badHierarchyFile(line: index + 1, .fields(fields.count, expected: width))
      }
      let known = values.codeCount
      guard values.intern(fields[0]) != nil, values.codeCount > known else {
        throw .badHierarchyFile(line: index + 1, .repeated)
      }
      levels.append(Array(fields.dropFirst()))
    }
    if levels.isEmpty { throw .badHierarchyFile(line: 1, .empty) }
    self.values = values
    self.levels = levels
    levelCount = width - 1
  }

  /// What a value becomes, level by level; nil for one that has no line.
  func path(of value: String) -> [String]? {
    values.code(of: value).map { levels[Int($0) - 1] }
  }

  /// Nil where a quote stays open.
  private static func fields(_ line: [UInt8]) -> [String]? {
    let (quote, separator) = (UInt8(ascii: "\""), UInt8(ascii: ";"))
    var fields: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var index = 0
    while index < line.count {
      let byte = line[index]
      index += 1
      if isQuoted {
        if byte != quote {
          field.append(byte)
        } else if index < line.count && line[index] == quote {
          field.append(quote)
          index += 1
        } else {
          isQuoted = false
        }
      } else if byte == quote && field.isEmpty {
        isQuoted = true
      } else if byte == separator {
        fields.append(String(decoding: field, as: UTF8.self))
        field.removeAll(keepingCapacity: true)
      } else {
        field.append(byte)
      }
    }
    if isQuoted { return nil }
    return fields + [String(decoding: field, as: UTF8.self)]
  }
}
