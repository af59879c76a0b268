import COpenSSL

/// What libcrypto has put down about its last failures on this thread.
enum LibraryErrors {
  /// To begin with none of those that others left.
  static func clear() { ERR_clear_error() }

  /// The reason of the first failure with what it says besides, and none is left.
  static func take() -> String {
    var texts: [String] = []
    while true {
      var data: UnsafePointer<CChar>?
      var flags: Int32 = 0
      let code = ERR_get_error_all(nil, nil, nil, &data, &flags)
      if code == 0 { break }
      var text = ERR_reason_error_string(code).map { String(cString: $0) } ?? "error \(code)"
      if flags & ERR_TXT_STRING != 0, let data {
        let more = String(cString: data)
        if !more.isEmpty { text += ": \(more)" }
      }
      if !texts.contains(text) { texts.append(text) }
    }
    return texts.isEmpty ? "no reason given" : texts.joined(separator: "; ")
  }
}
