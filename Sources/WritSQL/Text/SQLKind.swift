import WritDatabase
import WritValues

/// How the values of a type are written in a database.
///
/// Whole amounts and decimals (millionths) are 64-bit integers, addresses and composite keys are texts whose bytes are
/// equal or in order exactly when the values are. A ratio is two columns.
indirect enum SQLKind: Hashable, Sendable {
  case bool, int, decimal, ratio, text, time, duration, months, bytes, ip, network
  case tuple([SQLKind])

  var isText: Bool {
    switch self {
    case .text, .ip, .network, .tuple: true
    default: false
    }
  }

  /// Whether `<` means something.
  var isOrdered: Bool {
    switch self {
    case .bool, .network, .tuple: false
    default: true
    }
  }

  func columnType(_ dialect: SQLDialect) -> String {
    switch (dialect, self) {
    case (.sqlite, _): isText ? "TEXT" : self == .ratio ? "" : "INTEGER"
    case (.postgres, .bool): "boolean"
    case (.postgres, .ratio): "numeric"
    case (.postgres, _): isText ? "text COLLATE \"C\"" : "bigint"
    }
  }

  /// An unknown value of the kind.
  func null(_ dialect: SQLDialect) -> Fragment {
    switch (dialect, self) {
    case (.sqlite, _): "NULL"
    case (.postgres, .bool): "NULL::boolean"
    case (.postgres, .ratio): "NULL::numeric"
    case (.postgres, _): isText ? "(NULL::text COLLATE \"C\")" : "NULL::bigint"
    }
  }
}

/// Kinds of a program's types.
struct SQLKinds {
  let schemas: [DatasetName: DatasetSchema]

  /// Nil for what is no scalar, and for versions and json.
  func kind(of type: ValueType, depth: Int = 0) -> SQLKind? {
    switch type {
    case .bool: .bool
    case .int: .int
    case .decimal: .decimal
    case .text, .closedSet: .text
    case .time: .time
    case .duration: .duration
    case .months: .months
    case .bytes: .bytes
    case .ip: .ip
    case .network: .network
    case .key(_, let base): kind(of: base, depth: depth + 1)
    case .reference(let name), .row(let name): keyKind(of: name, depth: depth + 1)
    case .tuple(let parts): tuple(parts, depth)
    case .version, .list, .set, .map, .record, .json, .poison: nil
    }
  }

  /// The kind of a dataset's key. One that refers to itself has no base; text reads whatever is there.
  func keyKind(of name: DatasetName, depth: Int = 0) -> SQLKind? {
    guard depth < 16, let schema = schemas[name] else { return .text }
    let types = schema.key.map { schema.fields[$0].type }
    return types.count == 1 ? kind(of: types[0], depth: depth) : tuple(types, depth)
  }

  private func tuple(_ types: [ValueType], _ depth: Int) -> SQLKind? {
    let parts = types.compactMap { kind(of: $0, depth: depth) }
    return parts.count == types.count ? .tuple(parts) : nil
  }
}
