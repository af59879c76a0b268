import WritValues

/// How a field is decoded: its type with references and keys replaced by what they hold.
indirect enum Shape: Sendable {
  case bool, int, decimal, text, time, duration, months, bytes, ip, network
  case version(VersionScheme)
  case word(WordTable)
  case list(Shape), set(Shape), map(Shape)
  case record([Part])
  case tuple([Shape])
  case json
  /// Fits nothing.
  case none

  /// A field of a record.
  struct Part: Sendable {
    var name: Text
    var path: String
    var shape: Shape
    var isOptional: Bool
    var missing: Datum
  }

  /// - Parameters:
  ///   - path: the field, with the records around it, for causes.
  ///   - depth: how many references were followed; a key that refers to itself ends as text.
  init(
    _ type: ValueType, path: String, depth: Int = 0, keyType: (DatasetName) -> ValueType
  ) {
    func shape(_ type: ValueType, path: String? = nil, depth next: Int? = nil) -> Shape {
      Shape(type, path: path ?? "", depth: next ?? depth, keyType: keyType)
    }
    switch type {
    case .bool: self = .bool
    case .int: self = .int
    case .decimal: self = .decimal
    case .text: self = .text
    case .time: self = .time
    case .duration: self = .duration
    case .months: self = .months
    case .bytes: self = .bytes
    case .ip: self = .ip
    case .network: self = .network
    case .version(let scheme): self = .version(scheme)
    case .closedSet(let words): self = .word(WordTable(words.words))
    case .key(_, let base): self = shape(base, path: path)
    case .reference(let name), .row(let name):
      self = depth < 8 ? shape(keyType(name), path: path, depth: depth + 1) : .text
    case .list(let element): self = .list(shape(element, path: path))
    case .set(let element): self = .set(shape(element, path: path))
    case .map(let element): self = .map(shape(element, path: path))
    case .record(let record):
      self = .record(
        record.fields.map { field in
          let inner = "\(path).\(field.name)"
          return Part(
            name: Text(field.name), path: inner, shape: shape(field.type, path: inner),
            isOptional: field.isOptional, missing: .missing(inner))
        })
    case .tuple(let parts): self = .tuple(parts.map { shape($0, path: path) })
    case .json: self = .json
    case .poison: self = .none
    }
  }
}

/// The words of a closed set, each with the value it stands for.
final class WordTable: Sendable {
  private let words: [(bytes: [UInt8], datum: Datum)]

  init(_ words: [Text]) {
    self.words = words.map { (Array($0.string.utf8), .known(.text($0))) }
  }

  func datum(_ bytes: UnsafeBufferPointer<UInt8>) -> Datum? {
    words.first { $0.bytes.count == bytes.count && $0.bytes.elementsEqual(bytes) }?.datum
  }
}
