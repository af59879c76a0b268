/// What an expression may name where it stands.
struct ExpressionScope {
  /// Something that can be read, and of what type it is.
  struct Readable {
    var text: String
    var type: GeneratedType
    /// Tagged personal or secret: not to be printed.
    var isTagged = false
  }

  struct Define {
    var name: String
    var parameters: [GeneratedType]
    var type: GeneratedType
  }

  let schema: GeneratedSchema
  private(set) var readables: [Readable] = []
  private(set) var byType: [GeneratedType: [Int]] = [:]
  /// What does not depend on the member: params and lets of the module.
  private(set) var constants: [Readable] = []
  var defines: [Define] = []
  /// The rule says `allow cross`.
  var allowsCross = false
  /// After grouping: the row variable, which stands in aggregates alone.
  var groupRow: (name: String, dataset: Int)?
  var hasWindow = false
  var hasDeadline = false
  var step: String?
  /// How many comprehensions over datasets are around.
  var joinDepth = 0
  var hidesTagged = false

  init(schema: GeneratedSchema) { self.schema = schema }

  mutating func add(constant: Readable) {
    constants.append(constant)
    add(constant)
  }

  mutating func add(_ readable: Readable) {
    byType[readable.type, default: []].append(readables.count)
    readables.append(readable)
  }

  /// A variable and the paths from it.
  mutating func add(variable name: String, _ type: GeneratedType, isTagged: Bool = false) {
    for readable in Self.paths(from: name, type, isTagged, depth: 0, schema) { add(readable) }
  }

  /// Only what is the same for all members.
  var constantScope: ExpressionScope {
    var scope = ExpressionScope(schema: schema)
    for constant in constants { scope.add(constant: constant) }
    scope.defines = defines
    scope.allowsCross = allowsCross
    scope.joinDepth = joinDepth
    scope.hidesTagged = hidesTagged
    return scope
  }

  /// The readable things of a type that may be used here.
  func all(_ type: GeneratedType) -> [Readable] {
    let found = (byType[type] ?? []).map { readables[$0] }
    return hidesTagged ? found.filter { !$0.isTagged } : found
  }

  /// Whether something mentions a variable that is not among the constants.
  var isConstant: Bool { readables.count == constants.count }

  static func paths(
    from text: String, _ type: GeneratedType, _ isTagged: Bool, depth: Int,
    _ schema: GeneratedSchema
  ) -> [Readable] {
    var isTagged = isTagged
    if case .key(let dataset) = type {
      let table = schema.datasets[dataset]
      isTagged = isTagged || table.key.contains { table.fields[$0].tag != nil }
    }
    var found = [Readable(text: text, type: type, isTagged: isTagged)]
    guard depth < 3 else { return found }
    switch type {
    case .key(let dataset):
      guard depth < 2 else { return found }
      for field in schema.datasets[dataset].fields {
        found += paths(
          from: "\(text).\(field.name)", field.type, field.tag != nil, depth: depth + 1, schema)
      }
    case .record(let members):
      for member in members {
        found += paths(
          from: "\(text).\(member.name)", member.type, isTagged, depth: depth + 1, schema)
      }
    case .map(let element):
      found.append(Readable(text: "\(text)[\"owner\"]", type: element, isTagged: isTagged))
      found.append(Readable(text: "\(text)[\"k\"]", type: element, isTagged: isTagged))
    case .json:
      for path in [".a", ".b", "[\"a key\"]", ".a.b"] {
        found.append(Readable(text: text + path, type: .json, isTagged: isTagged))
      }
    default: break
    }
    return found
  }
}
