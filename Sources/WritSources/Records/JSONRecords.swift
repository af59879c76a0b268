import WritTables
import WritValues

/// The objects of a JSON file with their places: an array of them, an object that holds one such
/// array, or one object after another.
struct JSONRecords {
  private let bytes: [UInt8]
  private let name: String
  private let input: Int32
  private let member: String?
  private var position = 0
  private var line = 1
  private(set) var records: [(JSONValue, RowOrigin)] = []
  private(set) var rejects: [Reject] = []

  /// - Parameters:
  ///   - input: the index that origins carry.
  ///   - member: the key under which the records are; nil where there is one array.
  /// - Throws: `ReadFailure` when the whole is not JSON or holds nothing.
  init(
    bytes: [UInt8], name: String, input: Int32, member: String? = nil
  ) throws(ReadFailure) {
    self.bytes = bytes
    self.member = member
    self.name = name
    self.input = input
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    skipSpace()
    if position == bytes.count {
      throw ReadFailure(.empty, input: name, message: "holds no record")
    }
    if bytes[position] == UInt8(ascii: "[") {
      try array()
    } else if bytes[position] == UInt8(ascii: "{") {
      try sequence()
    } else {
      throw failure("begins with neither an array nor an object")
    }
    if records.isEmpty, rejects.isEmpty {
      throw ReadFailure(.empty, input: name, message: "holds no record")
    }
  }

  private mutating func array() throws(ReadFailure) {
    advance()
    skipSpace()
    if peek == UInt8(ascii: "]") {
      advance()
    } else {
      while true {
        try element()
        skipSpace()
        if peek == UInt8(ascii: ",") {
          advance()
          skipSpace()
          continue
        }
        guard peek == UInt8(ascii: "]") else {
          throw failure(position == bytes.count ? "the array is not closed" : "a comma is missing")
        }
        advance()
        break
      }
    }
    skipSpace()
    if position < bytes.count { throw failure("nothing may follow the array") }
  }

  private mutating func sequence() throws(ReadFailure) {
    while position < bytes.count {
      try element()
      skipSpace()
    }
    guard records.count == 1, rejects.isEmpty, let (only, origin) = records.first,
      let members = only.members
    else { return }
    if let member {
      guard let elements = only[Text(member)]?.elements else {
        throw ReadFailure(
          .mismatch, input: name, message: "has no array under `\(member)`", line: 1)
      }
      records = elements.filter { $0.members != nil }.map { ($0, origin) }
      for _ in 0..<(elements.count - records.count) { reject(origin, "is not an object") }
      return
    }
    let arrays = members.compactMap { $0.value.elements }.filter { elements in
      !elements.isEmpty && elements.allSatisfy { $0.members != nil }
    }
    if arrays.count == 1, let elements = arrays.first {
      records = elements.map { ($0, origin) }
    }
  }

  private mutating func element() throws(ReadFailure) {
    let start = position
    let startLine = line
    try skipValue()
    let origin = RowOrigin(
      input: input, line: Int32(clamping: startLine), start: Int64(start), end: Int64(position))
    do {
      let value = try JSONValue.parse(Array(bytes[start..<position]))
      if value.members == nil {
        reject(origin, "is not an object")
      } else {
        records.append((value, origin))
      }
    } catch {
      reject(origin, error.message)
    }
  }

  private mutating func reject(_ origin: RowOrigin, _ reason: String) {
    rejects.append(
      Reject(
        input: name, line: Int(origin.line), start: origin.start, end: origin.end, reason: reason))
  }

  /// Goes past one value by its brackets and strings alone; what is inside is parsed later.
  private mutating func skipValue() throws(ReadFailure) {
    var depth = 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        advance()
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { throw failure("a value is missing") }
        depth -= 1
        advance()
        if depth == 0 { return }
      case UInt8(ascii: "\""):
        try skipString()
        if depth == 0 { return }
      case UInt8(ascii: ","):
        if depth == 0 { throw failure("a value is missing") }
        advance()
      case 0x20, 0x09, 0x0A, 0x0D:
        advance()
      default:
        advance()
        if depth == 0, isAtScalarEnd { return }
      }
    }
    throw failure("the file ends within a value")
  }

  private var isAtScalarEnd: Bool {
    guard position < bytes.count else { return true }
    return switch bytes[position] {
    case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "{"),
      UInt8(ascii: "["), UInt8(ascii: "\""), 0x20, 0x09, 0x0A, 0x0D:
      true
    default: false
    }
  }

  private mutating func skipString() throws(ReadFailure) {
    advance()
    while position < bytes.count {
      let byte = bytes[position]
      advance()
      if byte == UInt8(ascii: "\"") { return }
      if byte == UInt8(ascii: "\\"), position < bytes.count { advance() }
    }
    throw failure("a string is not closed")
  }

  /// The byte here; 0 at the end.
  private var peek: UInt8 { position < bytes.count ? bytes[position] : 0 }

  private mutating func advance() {
    if bytes[position] == UInt8(ascii: "\n") { line += 1 }
    position += 1
  }

  private mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: advance()
      default: return
      }
    }
  }

  private func failure(_ message: String) -> ReadFailure {
    ReadFailure(.broken, input: name, message: message, line: line, byte: Int64(position))
  }
}
