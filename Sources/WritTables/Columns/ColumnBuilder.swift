import WritValues

/// Fills one field's column row by row, from tokens of lines or from decoded data.
final class ColumnBuilder {
  private enum Form {
    case coded
    case numbers(NumberForm)
    case flags
    case addresses
    case texts
    case data
  }

  private let field: DecodingPlan.Field
  private var zone: Zone?
  private var tokens: TokenDictionary
  private var form: Form
  private let isText: Bool
  private let isOptional: Bool
  /// Versions that are equal may be written in several ways.
  private let holdsVersions: Bool
  private(set) var count = 0

  private var valid = Bitmap()
  private var own: [Int: Datum] = [:]
  private var codes: ContiguousArray<UInt32> = []
  /// How many of them stand for no value.
  private var absent = 0
  /// The distinct data, the missing one first.
  private var distinct: [Datum]
  private var codeOfDatum: [Datum: UInt32]
  /// The code of each token.
  private var codeOfToken: ContiguousArray<UInt32> = []
  private var numbers: ContiguousArray<Int64> = []
  private var flags: ContiguousArray<UInt8> = []
  private var addresses: ContiguousArray<UInt32> = []
  private(set) var texts = TextArena()
  private var data: [Datum] = []

  private static let unseen = UInt32.max - 1
  /// Codes beyond this are no longer cheaper than values.
  private static let codeLimit = 1 << 24

  /// - Parameter isKey: its values are as many as there are rows.
  init(_ field: DecodingPlan.Field, zone: Zone?, isKey: Bool) {
    self.field = field
    self.zone = zone
    tokens = TokenDictionary(field, zone: zone)
    distinct = [field.missing]
    codeOfDatum = [field.missing: 0]
    isOptional = field.isOptional
    holdsVersions = field.shape.holdsVersions
    isText = if case .text = field.shape { true } else { false }
    form =
      switch field.shape {
      case .bool: .flags
      case .ip: .addresses
      case .text where isKey: .texts
      default: NumberForm(field.shape).map { .numbers($0) } ?? .coded
      }
  }

  /// Tokens that follow are read in another zone.
  func read(in zone: Zone?) {
    guard zone != self.zone else { return }
    self.zone = zone
    tokens = TokenDictionary(field, zone: zone)
    codeOfToken = []
  }

  /// What a token is at a place, without noting it.
  func datum(of token: UnsafeBufferPointer<UInt8>, place: RowPlace) -> Datum {
    tokens.datum(of: token, place: place)
  }

  // MARK: Tokens

  /// - Parameter token: the value's bytes as they stand in a line that a shape took; none where it is absent.
  @inline(__always)
  func append(_ token: UnsafeBufferPointer<UInt8>, place: () -> RowPlace) {
    guard let first = token.first, first != UInt8(ascii: "n") else {
      return isOptional ? appendMissing() : append(datum(of: token, place: place()))
    }
    switch form {
    case .coded:
      let code = tokens.code(of: token)
      if code < codeOfToken.count, codeOfToken[code] < Self.unseen {
        codes.append(codeOfToken[code])
        count &+= 1
        return
      }
      return appendNew(code, token, place())
    case .numbers(let form):
      if let number = form.number(token, zone: zone) {
        numbers.append(number)
        valid.append(true)
        count &+= 1
        return
      }
    case .flags:
      if first == UInt8(ascii: "t") || first == UInt8(ascii: "f") {
        flags.append(first == UInt8(ascii: "t") ? 2 : 1)
        count &+= 1
        return
      }
    case .addresses:
      if first == ASCII.quote, let address = IPAddress.parse(Self.text(token)), !address.isV6 {
        addresses.append(UInt32(truncatingIfNeeded: address.bits))
        valid.append(true)
        count &+= 1
        return
      }
    case .texts:
      if first == ASCII.quote {
        texts.append(Self.text(token))
        valid.append(true)
        count &+= 1
        return
      }
    case .data: break
    }
    append(datum(of: token, place: place()))
  }

  /// Between the quotes.
  @inline(__always)
  private static func text(_ token: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    token.part(ByteRange(start: 1, end: token.count &- 1))
  }

  /// A row that is not to be asked for the field, or has none.
  func appendMissing() {
    switch form {
    case .coded:
      codes.append(0)
      absent &+= 1
    case .numbers:
      numbers.append(0)
      valid.append(false)
    case .flags: flags.append(0)
    case .addresses:
      addresses.append(0)
      valid.append(false)
    case .texts:
      texts.append(UnsafeBufferPointer(start: nil, count: 0))
      valid.append(false)
    case .data: data.append(field.missing)
    }
    count &+= 1
  }

  private func appendNew(
    _ code: Int, _ token: UnsafeBufferPointer<UInt8>, _ place: RowPlace
  ) {
    guard let datum = tokens.datum(code) else { return append(datum(of: token, place: place)) }
    append(datum)
    guard case .coded = form, let last = codes.last, last < Self.unseen else { return }
    while codeOfToken.count <= code { codeOfToken.append(Self.unseen) }
    codeOfToken[code] = last
  }

  // MARK: Data

  func append(_ datum: Datum) {
    switch form {
    case .coded: code(datum)
    case .numbers(let form):
      let number = form.number(datum)
      numbers.append(number ?? 0)
      note(datum, isValid: number != nil)
    case .flags:
      flags.append(datum == .true ? 2 : datum == .false ? 1 : 0)
      if flags.last == 0 { keep(datum) }
    case .addresses:
      var bits: UInt32?
      if case .known(.ip(let address)) = datum, !address.isV6 {
        bits = UInt32(truncatingIfNeeded: address.bits)
      }
      addresses.append(bits ?? 0)
      note(datum, isValid: bits != nil)
    case .texts:
      if case .known(.text(let text)) = datum {
        var copy = text.string
        copy.withUTF8 { texts.append($0) }
        valid.append(true)
      } else {
        texts.append(UnsafeBufferPointer(start: nil, count: 0))
        note(datum, isValid: false)
      }
    case .data: data.append(datum)
    }
    count &+= 1
  }

  private func note(_ datum: Datum, isValid: Bool) {
    valid.append(isValid)
    if !isValid { keep(datum) }
  }

  private func keep(_ datum: Datum) {
    if datum != field.missing { own[count] = datum }
  }

  private func code(_ datum: Datum) {
    let spelled = holdsVersions ? datum.spelled : datum
    if let known = codeOfDatum[spelled] {
      codes.append(known)
    } else if datum.namesPlace {
      own[count] = datum
      codes.append(Column.ownCode)
    } else {
      let code = UInt32(truncatingIfNeeded: distinct.count)
      distinct.append(datum)
      codeOfDatum[spelled] = code
      codes.append(code)
      if isCodingVain { holdValues() }
    }
  }

  /// Most values are new: then a value costs less than its code.
  private var isCodingVain: Bool {
    if distinct.count > Self.codeLimit { return true }
    let present = codes.count &- absent
    if present >= 1 << 16 { return distinct.count &* 4 > present &* 3 }
    return present >= 1 << 12 && distinct.count &* 32 > present &* 31
  }

  /// Turns codes, the row being appended among them, into the values they stand for.
  private func holdValues() {
    let coded = (codes: codes, distinct: distinct)
    codes = []
    codeOfToken = []
    codeOfDatum = [:]
    distinct = [field.missing]
    tokens = TokenDictionary(field, zone: zone)
    let rows = count
    count = 0
    form = isText ? .texts : .data
    let own = self.own
    self.own = [:]
    for code in coded.codes {
      append(
        code == Column.ownCode ? own[count] ?? field.missing : coded.distinct[Int(code)])
    }
    // The caller counts the row being appended.
    count = rows
  }

  // MARK: The column

  func column() -> Column {
    let form: Column.Form =
      switch form {
      case .coded: .coded(Array(codes), distinct)
      case .numbers(let form): .numbers(Array(numbers), form)
      case .flags: .flags(Array(flags))
      case .addresses: .addresses(Array(addresses))
      case .texts: .texts(texts)
      case .data: .data(data)
      }
    return Column(form: form, valid: valid, missing: field.missing, own: own)
  }
}

extension Datum {
  /// The datum with versions as they are written: alike only for data that are shown alike.
  fileprivate var spelled: Datum {
    guard case .known(let value) = self else { return self }
    return .known(value.spelled)
  }
}

extension Value {
  fileprivate var spelled: Value {
    switch self {
    case .version(let version): .text(version.text)
    case .list(let elements), .set(let elements): .list(elements.map(\.spelled))
    case .record(let fields): .record(fields.map(\.spelled))
    case .map(let entries):
      .map(entries.map { MapEntry(key: $0.key, value: $0.value.spelled) })
    case .tuple(let parts): .tuple(parts.map(\.spelled))
    default: self
    }
  }
}

extension Shape {
  fileprivate var holdsVersions: Bool {
    switch self {
    case .version: true
    case .list(let element), .set(let element), .map(let element): element.holdsVersions
    case .record(let parts): parts.contains { $0.shape.holdsVersions }
    case .tuple(let parts): parts.contains { $0.holdsVersions }
    default: false
    }
  }
}
