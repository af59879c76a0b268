import WritValues

/// Where the row being read stands, for causes and keys of rejected rows.
struct RowPlace {
  var name: String
  var origin: RowOrigin

  static func name(_ origin: RowOrigin, in names: [String]) -> String {
    names.indices.contains(Int(origin.input)) ? names[Int(origin.input)] : "input"
  }

  /// `users.ndjson:3`, or `users.json@512` where lines do not tell records apart.
  var text: String { origin.line > 0 ? "\(name):\(origin.line)" : "\(name)@\(origin.start)" }

  /// A byte of the row as one of the whole input, which is how a failed input is told.
  func byte(_ offset: Int) -> Int64 { origin.start &+ Int64(offset) }

  /// Unknown because the field can't be read here.
  func unreadable(_ path: String) -> Datum {
    .unknown(Causes(Cause(.unreadable, "\(text): \(path)")))
  }

  func rejectedRow(fields: Int) -> Row {
    Row(
      fields: Array(repeating: .unknown(Causes(Cause(.unreadable, text))), count: fields),
      key: .text(Text(text)), origin: origin, isRejected: true)
  }
}
