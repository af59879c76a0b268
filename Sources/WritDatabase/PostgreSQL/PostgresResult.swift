import CPostgreSQL

/// One answer of the server, cleared with the value.
final class PostgresResult {
  let pointer: OpaquePointer

  init?(_ pointer: OpaquePointer?) {
    guard let pointer else { return nil }
    self.pointer = pointer
  }

  deinit { writ_pq_clear(pointer) }

  var status: Int { Int(writ_pq_result_status(pointer)) }

  /// How many rows a statement changed.
  var changedRows: Int { writ_pq_changed_rows(pointer).flatMap { Int(String(cString: $0)) } ?? 0 }

  /// How each column is read.
  func forms() -> [PostgresForm] {
    (0..<writ_pq_column_count(pointer)).map { PostgresForm(type: writ_pq_column_type(pointer, $0)) }
  }

  func values(row: Int32, forms: [PostgresForm], into values: inout [SQLValue]) {
    values.removeAll(keepingCapacity: true)
    for (index, form) in forms.enumerated() {
      let column = Int32(truncatingIfNeeded: index)
      if writ_pq_is_null(pointer, row, column) != 0 {
        values.append(.null)
      } else {
        values.append(
          form.value(
            UnsafeRawBufferPointer(
              start: writ_pq_value(pointer, row, column),
              count: Int(writ_pq_length(pointer, row, column)))))
      }
    }
  }

  func field(_ field: Int) -> String? {
    writ_pq_result_field(pointer, Int32(truncatingIfNeeded: field)).map { String(cString: $0) }
  }
}

/// What is made of a value's text.
enum PostgresForm {
  case bool, int, real, bytes, text

  /// - Parameter type: the object identifier of a built-in type; these never change.
  init(type: UInt32) {
    switch type {
    case 16: self = .bool
    case 20, 21, 23, 26: self = .int
    case 700, 701: self = .real
    case 17: self = .bytes
    default: self = .text
    }
  }

  func value(_ bytes: UnsafeRawBufferPointer) -> SQLValue {
    let text = SQLValue.text(bytes)
    guard case .text(let string) = text else { return text }
    switch self {
    case .bool: return .int(string == "t" ? 1 : 0)
    case .int: return Int64(string).map { .int($0) } ?? text
    case .real: return Double(string).map { .real($0) } ?? text
    case .bytes: return Hex.bytes(string).map { .bytes($0) } ?? text
    case .text: return text
    }
  }
}

/// Bytes as PostgreSQL writes them: `\x00ff`.
enum Hex {
  static func text(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text = Array("\\x".utf8)
    text.reserveCapacity(bytes.count &* 2 &+ 2)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  static func bytes(_ text: String) -> [UInt8]? {
    let utf8 = Array(text.utf8)
    guard utf8.count >= 2, utf8.count % 2 == 0, utf8[0] == UInt8(ascii: "\\"),
      utf8[1] == UInt8(ascii: "x")
    else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count / 2)
    for index in stride(from: 2, to: utf8.count, by: 2) {
      guard let high = digit(utf8[index]), let low = digit(utf8[index + 1]) else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}

extension SQLValue {
  /// As PostgreSQL reads it; nil for null.
  ///
  /// - Throws: `DatabaseError` for a text with a NUL, which PostgreSQL has no way to hold.
  func postgresText() throws -> String? {
    switch self {
    case .null: return nil
    case .int(let number): return String(number)
    case .real(let number):
      if number.isNaN { return "NaN" }
      if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
      return number.description
    case .bytes(let bytes): return Hex.text(bytes)
    case .text(let text):
      if text.utf8.contains(0) {
        throw DatabaseError(
          .statement, "a text holds a NUL byte, which PostgreSQL can't store", state: "22021")
      }
      return text
    }
  }
}
