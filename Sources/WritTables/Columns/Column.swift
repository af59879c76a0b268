package import WritValues

/// One field of all rows of a held dataset, by the rows' positions.
package final class Column: Sendable {
  enum Form: Sendable {
    /// A code for each row, into the distinct data.
    case coded([UInt32], [Datum])
    case numbers([Int64], NumberForm)
    /// 0: no value, 1: false, 2: true
    case flags([UInt8])
    /// IPv4
    case addresses([UInt32])
    case texts(TextArena)
    case data([Datum])
  }

  /// The code of a row whose datum is its own.
  static let ownCode = UInt32.max

  let form: Form
  /// Which rows hold a value of the form; for forms that can't say it themselves.
  let valid: Bitmap
  /// What all other rows hold but those of `own`.
  let missing: Datum
  /// Data no form holds: unreadable fields, which name their row's place.
  let own: [Int: Datum]

  init(form: Form, valid: Bitmap, missing: Datum, own: [Int: Datum]) {
    self.form = form
    self.valid = valid
    self.missing = missing
    self.own = own
  }

  /// What the field is in the row at the position.
  package func datum(at position: Int) -> Datum {
    switch form {
    case .coded(let codes, let data):
      let code = Int(codes[position])
      if code < data.count { return data[code] }
    case .numbers(let numbers, let form):
      if valid[position] { return form.datum(numbers[position]) }
    case .flags(let flags):
      if flags[position] != 0 { return .bool(flags[position] == 2) }
    case .addresses(let addresses):
      if valid[position] {
        return .known(.ip(IPAddress(isV6: false, bits: UInt128(addresses[position]))))
      }
    case .texts(let arena):
      if valid[position] { return .known(.text(arena.withText(at: position) { Text($0.text) })) }
    case .data(let data):
      return data[position]
    }
    return own.isEmpty ? missing : own[position] ?? missing
  }

  /// The distinct data of a column that holds codes, 0 the missing one; nil where it holds the values themselves.
  package var dictionary: [Datum]? {
    if case .coded(_, let data) = form { data } else { nil }
  }

  /// All rows' codes; a code outside `dictionary` stands for a datum of the row's own.
  package var codes: [UInt32]? {
    if case .coded(let codes, _) = form { codes } else { nil }
  }

  /// The row's code in `dictionary`; nil when its datum is its own, or there is none.
  @inline(__always)
  package func code(at position: Int) -> Int? {
    guard case .coded(let codes, let data) = form else { return nil }
    let code = Int(codes[position])
    return code < data.count ? code : nil
  }

  /// A time, int, duration or size as its number; nil for any other datum.
  @inline(__always)
  package func int(at position: Int) -> Int64? {
    guard case .numbers(let numbers, _) = form, valid[position] else { return nil }
    return numbers[position]
  }

  /// The type whose numbers it holds; nil when it holds none.
  package var numbers: NumberForm? {
    if case .numbers(_, let form) = form { form } else { nil }
  }

  /// A text's bytes; nil for any other datum, and in a column that holds codes.
  @inline(__always)
  package func withText<Result>(
    at position: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result? {
    guard case .texts(let arena) = form, valid[position] else { return nil }
    return arena.withText(at: position, body)
  }

  /// The rows in another order, or only some of them.
  func reordered(_ order: [UInt32]) -> Column {
    var valid = Bitmap()
    if self.valid.count > 0 { for row in order { valid.append(self.valid[Int(row)]) } }
    var own: [Int: Datum] = [:]
    if !self.own.isEmpty {
      for (position, row) in order.enumerated() {
        if let datum = self.own[Int(row)] { own[position] = datum }
      }
    }
    let form: Form =
      switch self.form {
      case .coded(let codes, let data): .coded(order.map { codes[Int($0)] }, data)
      case .numbers(let numbers, let form): .numbers(order.map { numbers[Int($0)] }, form)
      case .flags(let flags): .flags(order.map { flags[Int($0)] })
      case .addresses(let addresses): .addresses(order.map { addresses[Int($0)] })
      case .texts(let arena): .texts(arena.reordered(order))
      case .data(let data): .data(order.map { data[Int($0)] })
      }
    return Column(form: form, valid: valid, missing: missing, own: own)
  }
}
