import WritDiagnostics
import WritSyntax

/// The declarations of a module, from all its files.
struct Module {
  enum Entry {
    case dataset(Int)
    case param(Int)
    case `let`(Int)
    case define(Int)
  }

  var name: String
  /// Datasets, params, lets and defines share one space of names.
  var entries: [String: Entry] = [:]
  var places: [String: Place] = [:]
  var rules: [String: Place] = [:]
  /// Words after `dataset`, `param`, … in files with mistakes of syntax: the declaration may have been
  /// lost, and to call its name unknown would tell one mistake twice.
  var doubtful: Set<String> = []

  func names(where isWanted: (Entry) -> Bool) -> [String] {
    entries.filter { isWanted($0.value) }.map(\.key)
  }
}
