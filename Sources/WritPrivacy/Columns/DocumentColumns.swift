package import WritDocuments

/// Samples of the columns of a delimited file, or of the paths of a document, in the order they are met.
package struct DocumentColumns {
  package struct Column {
    /// The header's cell, or the path without the numbers of elements: `$.people[].email`.
    package var name: String
    /// What names the values: the header, or the innermost member; nil where nothing does.
    package var key: String?
    package var sample = CellSample()
  }

  /// More are not told apart: a document whose member names are data has no columns.
  package static let mostColumns = 2_000

  package private(set) var columns: [Column] = []
  /// Values at paths past the most that are told apart.
  package private(set) var dropped = 0
  /// Why the document could not be read from somewhere on; that part is in no column.
  package private(set) var fallback: DocumentFallback?
  private var places: [[UInt8]: Int] = [:]
  private var indexes: [Int: Int] = [:]

  /// Goes through the document once.
  ///
  /// - Throws: what `read` throws.
  package init(_ format: DocumentFormat, read: () throws -> [UInt8]) throws {
    var reader = DocumentReader(format)
    var chunk = try read()
    while true {
      let next = chunk.isEmpty ? [] : try read()
      try chunk.withUnsafeBufferPointer { bytes in
        try reader.feed(bytes, isLast: next.isEmpty) { value in
          take(value)
          return .keep
        }
      }
      if next.isEmpty { break }
      chunk = next
    }
    fallback = reader.fallbacks.first
  }

  private mutating func take(_ value: borrowing DocumentValue) {
    if value.part == .lastPiece { return }
    switch value.kind {
    case .name:
      guard let index = value.columnIndex else { return }
      let name = String(decoding: value.bytes, as: UTF8.self)
      if indexes[index] == nil { indexes[index] = add(name.isEmpty ? nil : name, index) }
    case .value, .number:
      guard let place = place(of: value) else {
        dropped &+= 1
        return
      }
      columns[place].sample.add(value.bytes)
    case .comment, .text: return
    }
  }

  private mutating func place(of value: borrowing DocumentValue) -> Int? {
    if let index = value.columnIndex {
      if let known = indexes[index] { return known }
      guard let place = add(value.key, index) else { return nil }
      indexes[index] = place
      return place
    }
    let path = Self.withoutNumbers(Array(value.path.utf8))
    if let known = places[path] { return known }
    guard columns.count < Self.mostColumns else { return nil }
    places[path] = columns.count
    columns.append(Column(name: String(decoding: path, as: UTF8.self), key: value.key))
    return columns.count - 1
  }

  private mutating func add(_ name: String?, _ index: Int) -> Int? {
    guard columns.count < Self.mostColumns else { return nil }
    columns.append(Column(name: name ?? "column \(index + 1)", key: name))
    return columns.count - 1
  }

  /// `line 3, $.people[17].email` is `$.people[].email`.
  static func withoutNumbers(_ path: [UInt8]) -> [UInt8] {
    var start = 0
    if path.starts(with: "line ".utf8), let root = path.firstIndex(of: UInt8(ascii: "$")) {
      start = root
    }
    var result: [UInt8] = []
    var index = start
    while index < path.count {
      result.append(path[index])
      index += 1
      guard path[index - 1] == UInt8(ascii: "[") else { continue }
      var end = index
      while end < path.count, CellLook.isDigit(path[end]) { end += 1 }
      if end > index, end < path.count, path[end] == UInt8(ascii: "]") { index = end }
    }
    return result
  }
}
