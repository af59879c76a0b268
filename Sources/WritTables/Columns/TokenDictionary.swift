package import WritValues

/// The distinct tokens of one field's values, as they stand in the lines of JSON or CSV, and what each decodes to.
///
/// Like bytes have like codes; 0 stands for a line without the member. One thread at a time may use it.
package final class TokenDictionary {
  private enum Decoded {
    case unseen
    case datum(Datum)
    /// It depends on the row's place.
    case placed
  }

  private let field: DecodingPlan.Field
  private let zone: Zone?
  private let isCSV: Bool
  private let interner = ByteInterner()
  private var decoded: ContiguousArray<Decoded>

  /// - Parameter keyType: the type of the key of another dataset, which a reference to it holds.
  package convenience init(
    field: DatasetSchema.Field, zone: Zone?,
    keyType: @escaping @Sendable (DatasetName) -> ValueType
  ) {
    self.init(DecodingPlan.Field(field, keyType: keyType), zone: zone)
  }

  init(_ field: DecodingPlan.Field, zone: Zone?, isCSV: Bool = false) {
    self.field = field
    self.isCSV = isCSV
    self.zone = zone
    decoded = [field.isOptional ? .datum(field.missing) : .placed]
  }

  /// How many codes there are, 0 among them.
  package var count: Int { interner.count &+ 1 }

  /// The code of a value's bytes, quotes included, new or known; 0 for none.
  @inline(__always)
  package func code(of token: UnsafeBufferPointer<UInt8>) -> Int {
    token.isEmpty ? 0 : interner.code(of: token) &+ 1
  }

  /// The bytes of a code; valid until a new one is numbered.
  package func token(_ code: Int) -> UnsafeBufferPointer<UInt8> { interner.bytes(of: code &- 1) }

  /// What the code's token comes to; nil where that names the row's place: the row itself has to be decoded then.
  package func datum(_ code: Int) -> Datum? {
    guard code >= 0, code < count else { return nil }
    while decoded.count <= code { decoded.append(.unseen) }
    switch decoded[code] {
    case .datum(let datum): return datum
    case .placed: return nil
    case .unseen:
      let datum = datum(of: token(code), place: Self.nowhere)
      if datum.namesPlace {
        decoded[code] = .placed
        return nil
      }
      decoded[code] = .datum(datum)
      return datum
    }
  }

  /// What the token comes to in a row at this place.
  func datum(of token: UnsafeBufferPointer<UInt8>, place: RowPlace) -> Datum {
    if token.isEmpty { return field.absent(place: place) }
    if isCSV {
      return field.shape.datum(cell: token, path: field.name, place: place, zone: zone)
        ?? place.unreadable(field.name)
    }
    var scanner = JSONScanner(token)
    // The value of a member of the row's object.
    return (try? scanner.datum(field, depth: 2, place: place, zone: zone))
      ?? place.unreadable(field.name)
  }

  private static let nowhere = RowPlace(
    name: "", origin: RowOrigin(input: 0, line: 0, start: 0, end: 0))
}

extension Datum {
  /// Whether it is, or holds, what could not be read: its cause names the place then.
  var namesPlace: Bool {
    switch self {
    case .known(let value): value.namesPlace
    case .interval(_, _, let causes), .unknown(let causes):
      causes.items.contains { $0.kind == .unreadable }
    }
  }
}

extension Value {
  fileprivate var namesPlace: Bool {
    switch self {
    case .list(let elements), .set(let elements), .record(let elements):
      elements.contains { $0.namesPlace }
    case .map(let entries): entries.contains { $0.value.namesPlace }
    case .tuple(let parts): parts.contains { $0.namesPlace }
    default: false
    }
  }
}
