import CSQLite

/// A prepared statement, finalized with the value.
final class SQLiteStatement {
  let pointer: OpaquePointer?

  init(_ pointer: OpaquePointer?) { self.pointer = pointer }

  deinit { sqlite3_finalize(pointer) }

  /// - Parameter index: counted from 1.
  /// - Returns: SQLite's result code.
  func bind(_ value: SQLValue, at index: Int32) -> Int32 {
    switch value {
    case .null: return sqlite3_bind_null(pointer, index)
    case .int(let number): return sqlite3_bind_int64(pointer, index, number)
    case .real(let number): return sqlite3_bind_double(pointer, index, number)
    case .text(var text):
      return text.withUTF8 { buffer in
        buffer.withMemoryRebound(to: CChar.self) { bytes in
          writ_sqlite3_bind_text(pointer, index, bytes.baseAddress, UInt64(bytes.count))
        }
      }
    case .bytes(let bytes):
      return bytes.withUnsafeBytes {
        writ_sqlite3_bind_blob(pointer, index, $0.baseAddress, UInt64($0.count))
      }
    }
  }

  /// - Parameter index: counted from 0.
  func value(at index: Int32) -> SQLValue {
    switch sqlite3_column_type(pointer, index) {
    case SQLITE_INTEGER: return .int(sqlite3_column_int64(pointer, index))
    case SQLITE_FLOAT: return .real(sqlite3_column_double(pointer, index))
    case SQLITE_TEXT:
      return .text(
        UnsafeRawBufferPointer(
          start: sqlite3_column_text(pointer, index),
          count: Int(sqlite3_column_bytes(pointer, index))))
    case SQLITE_BLOB:
      let start = sqlite3_column_blob(pointer, index)
      let bytes = UnsafeRawBufferPointer(
        start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(pointer, index)))
      return .bytes(Array(bytes))
    default: return .null
    }
  }
}

extension SQLValue {
  /// A text as stored; bytes where it is not UTF-8.
  static func text(_ bytes: UnsafeRawBufferPointer) -> SQLValue {
    guard let text = String(validating: bytes, as: UTF8.self) else { return .bytes(Array(bytes)) }
    return .text(text)
  }
}
