import WritDiagnostics
import WritSyntax
import WritValues

/// A dataset as declared, with what the checker knows beside its schema.
struct DeclaredDataset {
  var syntax: DatasetSyntax
  var file: SourceFile
  var schema: DatasetSchema
  /// What each field gives away, nested fields included.
  var labels: [DataLabels] = []
  /// False after a mistake that leaves no key to speak of.
  var isUsable = true
}

struct DeclaredParam {
  var syntax: ParamSyntax
  var file: SourceFile
  var checked: CheckedParam
  var isUsable = true
  var isUsed = false
}

/// A `let` of a module; its expression is checked anew in each frame that uses it.
struct DeclaredLet {
  enum State { case waiting, checking, checked, broken }

  var id: String
  var syntax: LetSyntax
  var file: SourceFile
  var state = State.waiting
  var isUsed = false
}

struct DeclaredDefine {
  enum State { case waiting, checking, checked, broken }

  var id: String
  var syntax: DefineSyntax
  var file: SourceFile
  var parameters: [ValueType] = []
  var state = State.waiting
  var checked: CheckedDefine?
  var uses = Uses()
  var crossJoins: [CrossJoin] = []
}

/// What an expression uses of the program, gathered while it is checked.
struct Uses {
  var datasets: Set<Int> = []
  var params: Set<Int> = []
  var lets: Set<Int> = []
  var defines: Set<Int> = []
  /// `personal(x)` is asked.
  var readsPersonalData = false

  mutating func add(_ other: Uses) {
    datasets.formUnion(other.datasets)
    params.formUnion(other.params)
    lets.formUnion(other.lets)
    defines.formUnion(other.defines)
    readsPersonalData = readsPersonalData || other.readsPersonalData
  }
}

/// A join for which no equality was found; only a rule can allow it.
struct CrossJoin {
  var place: Place
  /// What each of its rows is held against.
  var outer: String
  var dataset: Int
}
