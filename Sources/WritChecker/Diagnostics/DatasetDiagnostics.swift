import WritDiagnostics
import WritValues

extension CheckerDiagnostics {
  static func completeType(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "dataset/complete-type", "`complete per \(name)` needs a reference field", at: place,
      help: ["give the field the type of the dataset it refers to, such as `host: hosts`"])
  }

  static func compositeShape(_ why: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "dataset/composite-shape", "these fields do not make the key", at: place, label: why,
      help: ["name the fields in the order of the other dataset's `key`"])
  }

  static func duplicateKeyField(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "dataset/duplicate-key-field", "`\(name)` stands twice in the key", at: place,
      help: ["take one away"])
  }

  static func duplicateWord(_ word: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "dataset/duplicate-word", "`\(word)` stands twice in the closed set", at: place,
      help: ["take one away"])
  }

  static func keyCycle(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "dataset/key-cycle", "the key of `\(name)` never comes to a plain type", at: place,
      help: ["let one of the keys be a plain type such as `text`"])
  }

  static func keyType(_ name: String, _ type: ValueType, at place: Place) -> Diagnostic {
    Diagnostic(
      "dataset/key-type", "`\(name)` is \(type.word), which can't be a key", at: place,
      help: ["a key is a text, int, bool, time, ip, network, version, closed set or reference"])
  }

  static func noKey(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "dataset/no-key", "dataset `\(name)` has no key", at: place,
      help: ["add `key FIELD`: what names a row, such as `key id`"])
  }

  static func optionalKey(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "dataset/optional-key", "key field `\(name)` may be missing", at: place,
      help: ["take the `?` away: a row without a key is rejected"])
  }

  static func orderType(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      "dataset/order-type", "`order by \(name)` needs a time that is always there", at: place,
      help: ["order by a field of type `time`, without `?`"])
  }

  static func setOfJSON(at place: Place) -> Diagnostic {
    Diagnostic(
      "dataset/set-of-json", "a set can't hold json", at: place, help: ["use `list<json>`"])
  }

  static func unknownScheme(_ name: String, at place: Place, known: [String]) -> Diagnostic {
    unknownWord(
      "dataset/unknown-scheme", "`\(name)` is no way to compare versions", name, at: place,
      label: oneOf(known), known: known)
  }
}
