import CSQLite

/// A function of ours that statements call.
final class SQLiteFunction {
  private let body: ([SQLValue]) -> SQLValue

  init(_ body: @escaping ([SQLValue]) -> SQLValue) { self.body = body }

  static let call:
    @convention(c) (OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?) -> Void = {
      context, count, arguments in
      guard let pointer = sqlite3_user_data(context) else { return }
      let function = Unmanaged<SQLiteFunction>.fromOpaque(pointer).takeUnretainedValue()
      var values: [SQLValue] = []
      for index in 0..<Int(count) { values.append(value(arguments?[index])) }
      give(function.body(values), to: context)
    }

  private static func value(_ pointer: OpaquePointer?) -> SQLValue {
    switch sqlite3_value_type(pointer) {
    case SQLITE_INTEGER: return .int(sqlite3_value_int64(pointer))
    case SQLITE_FLOAT: return .real(sqlite3_value_double(pointer))
    case SQLITE_TEXT:
      let start = sqlite3_value_text(pointer)
      return .text(
        UnsafeRawBufferPointer(start: start, count: Int(sqlite3_value_bytes(pointer))))
    case SQLITE_BLOB:
      let start = sqlite3_value_blob(pointer)
      return .bytes(
        Array(
          UnsafeRawBufferPointer(
            start: start, count: start == nil ? 0 : Int(sqlite3_value_bytes(pointer)))))
    default: return .null
    }
  }

  private static func give(_ value: SQLValue, to context: OpaquePointer?) {
    switch value {
    case .null: sqlite3_result_null(context)
    case .int(let number): sqlite3_result_int64(context, number)
    case .real(let number): sqlite3_result_double(context, number)
    case .text(var text):
      text.withUTF8 { buffer in
        buffer.withMemoryRebound(to: CChar.self) {
          writ_sqlite3_result_text(context, $0.baseAddress, UInt64($0.count))
        }
      }
    case .bytes(let bytes):
      bytes.withUnsafeBytes {
        writ_sqlite3_result_blob(context, $0.baseAddress, UInt64($0.count))
      }
    }
  }
}
