public import WritDiagnostics

/// Reads one mapping key by key; what does not fit goes to the log with its place.
///
/// Unknown keys are reported when the reader is made, missing and wrong values when they are asked
/// for. Every getter returns nil for a key that is not there or was reported.
public struct MappingReader {
  public let mapping: YAMLMapping
  private let subject: String
  private let log: DiagnosticLog

  /// Nil when the node is no mapping.
  ///
  /// - Parameter subject: what the mapping is, for messages: `a waiver`.
  public init?(_ node: YAMLNode, subject: String, keys: [String], log: DiagnosticLog) {
    guard case .mapping(let mapping) = node else {
      log.report(
        "config/wrong-type", "\(subject) has to be a mapping", at: node.place,
        label: "this is \(node.kind)")
      return nil
    }
    self.mapping = mapping
    self.subject = subject
    self.log = log
    for entry in mapping.entries where !keys.contains(entry.key.text) {
      MappingReader.reportUnknown(entry.key, subject: subject, keys: keys, log: log)
    }
  }

  private static func reportUnknown(
    _ key: YAMLScalar, subject: String, keys: [String], log: DiagnosticLog
  ) {
    let nearest = Suggestion.nearest(to: key.text, among: keys)
    log.report(
      "config/unknown-key", "\(subject) has no key `\(key.text)`", at: key.place,
      label: nearest == nil ? "one of \(keys.joined(separator: ", "))" : "",
      help: nearest.map { ["did you mean `\($0)`?"] } ?? [],
      fixes: nearest.map { [Diagnostic.Fix(span: key.place.span, replacement: $0)] } ?? [])
  }

  // MARK: Nodes

  public func has(_ key: String) -> Bool { entry(key) != nil }

  /// The place of the key itself, for a message about it.
  public func place(ofKey key: String) -> Place? { entry(key)?.key.place }

  /// Whatever the key holds.
  public func node(_ key: String, required: Bool = false) -> YAMLNode? {
    if let entry = entry(key) { return entry.value }
    if required {
      log.report(
        "config/missing-key", "\(subject) needs the key `\(key)`", at: mapping.place)
    }
    return nil
  }

  private func entry(_ key: String) -> YAMLMapping.Entry? {
    mapping.entries.first { $0.key.text == key }
  }

  // MARK: Scalars

  public func scalar(_ key: String, required: Bool = false) -> YAMLScalar? {
    guard let node = node(key, required: required) else { return nil }
    return scalar(node, name: "`\(key)`", expected: "a text")
  }

  /// A text that has something in it besides blanks.
  public func text(_ key: String, required: Bool = false) -> Located<String>? {
    guard let scalar = scalar(key, required: required) else { return nil }
    if scalar.text.unicodeScalars.allSatisfy(\.properties.isWhitespace) {
      log.report("config/wrong-type", "`\(key)` is empty", at: scalar.place)
      return nil
    }
    return Located(scalar.text, at: scalar.place)
  }

  /// Only `true` and `false`, without quotes; `yes`, `no`, `on` and `off` are texts.
  public func bool(_ key: String, required: Bool = false) -> Located<Bool>? {
    guard let node = node(key, required: required) else { return nil }
    guard let scalar = scalar(node, name: "`\(key)`", expected: "`true` or `false`") else {
      return nil
    }
    if scalar.isPlain, scalar.text == "true" { return Located(true, at: scalar.place) }
    if scalar.isPlain, scalar.text == "false" { return Located(false, at: scalar.place) }
    let meant: String? =
      switch scalar.text.lowercased() {
      case "true", "yes", "on", "y", "1": "true"
      case "false", "no", "off", "n", "0": "false"
      default: nil
      }
    log.report(
      "config/wrong-type", "`\(key)` has to be `true` or `false`", at: scalar.place,
      help: meant.map { ["write `\($0)`, without quotes"] } ?? [])
    return nil
  }

  /// A whole number in decimal digits, without quotes, within the range.
  public func int(
    _ key: String, required: Bool = false, in range: ClosedRange<Int64> = .min ... .max
  ) -> Located<Int64>? {
    guard let node = node(key, required: required) else { return nil }
    guard let scalar = scalar(node, name: "`\(key)`", expected: "a whole number") else {
      return nil
    }
    let digits = scalar.text.utf8.first == 0x2D ? scalar.text.dropFirst() : scalar.text[...]
    let isDecimal = !digits.isEmpty && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
    guard scalar.isPlain, isDecimal, let value = Int64(scalar.text) else {
      log.report("config/wrong-type", "`\(key)` has to be a whole number", at: scalar.place)
      return nil
    }
    guard range.contains(value) else {
      log.report(
        "config/wrong-type",
        "`\(key)` has to lie between \(range.lowerBound) and \(range.upperBound)",
        at: scalar.place)
      return nil
    }
    return Located(value, at: scalar.place)
  }

  /// One of a fixed set of words.
  public func word<Word: RawRepresentable & CaseIterable>(
    _ key: String, as type: Word.Type = Word.self, required: Bool = false
  ) -> Located<Word>? where Word.RawValue == String {
    word(key, among: Array(Word.allCases), required: required)
  }

  /// One of some words.
  public func word<Word: RawRepresentable>(
    _ key: String, among words: [Word], required: Bool = false
  ) -> Located<Word>? where Word.RawValue == String {
    guard let scalar = scalar(key, required: required) else { return nil }
    return word(scalar, name: "`\(key)`", among: words)
  }

  private func word<Word: RawRepresentable>(
    _ scalar: YAMLScalar, name: String, among words: [Word]
  ) -> Located<Word>? where Word.RawValue == String {
    if let found = words.first(where: { $0.rawValue == scalar.text }) {
      return Located(found, at: scalar.place)
    }
    let known = words.map(\.rawValue)
    let nearest = Suggestion.nearest(to: scalar.text, among: known)
    log.report(
      "config/unknown-value", "`\(scalar.shown)` is not a value of \(name)", at: scalar.place,
      label: "one of \(known.joined(separator: ", "))",
      help: nearest.map { ["did you mean `\($0)`?"] } ?? [])
    return nil
  }

  private func scalar(_ node: YAMLNode, name: String, expected: String) -> YAMLScalar? {
    guard case .scalar(let scalar) = node, !scalar.isNull else {
      log.report(
        "config/wrong-type", "\(name) has to be \(expected)", at: node.place,
        label: "this is \(node.kind)")
      return nil
    }
    return scalar
  }

  // MARK: Collections

  /// A list of any nodes.
  public func list(_ key: String, required: Bool = false) -> Located<[YAMLNode]>? {
    guard let node = node(key, required: required) else { return nil }
    guard case .sequence(let nodes, let place) = node else {
      var help: [String] = []
      if case .scalar(let scalar) = node, !scalar.isNull {
        help = ["write `[\(scalar.shown)]` for a list of one"]
      }
      log.report(
        "config/wrong-type", "`\(key)` has to be a list", at: node.place,
        label: "this is \(node.kind)", help: help)
      return nil
    }
    return Located(nodes, at: place)
  }

  /// A list of texts, none of them empty or there twice; nil also when one of them is no text.
  public func texts(_ key: String, required: Bool = false) -> [Located<String>]? {
    guard let list = list(key, required: required) else { return nil }
    var texts: [Located<String>] = []
    var isWhole = true
    for node in list.value {
      let name = "each item of `\(key)`"
      guard let scalar = scalar(node, name: name, expected: "a text") else {
        isWhole = false
        continue
      }
      if scalar.text.isEmpty {
        log.report("config/wrong-type", "an item of `\(key)` is empty", at: scalar.place)
        isWhole = false
      } else if texts.contains(where: { $0.value.utf8.elementsEqual(scalar.text.utf8) }) {
        log.report(
          "config/duplicate-value", "`\(scalar.shown)` stands twice in `\(key)`",
          at: scalar.place)
        isWhole = false
      } else {
        texts.append(Located(scalar.text, at: scalar.place))
      }
    }
    return isWhole ? texts : nil
  }

  /// A list of words of a fixed set, none of them twice; nil also when one of them is unknown.
  public func words<Word: RawRepresentable & CaseIterable>(
    _ key: String, as type: Word.Type = Word.self, required: Bool = false
  ) -> [Located<Word>]? where Word.RawValue == String {
    guard let texts = texts(key, required: required) else { return nil }
    var words: [Located<Word>] = []
    for text in texts {
      let scalar = YAMLScalar(text: text.value, isPlain: true, place: text.place)
      guard let found = word(scalar, name: "`\(key)`", among: Array(Word.allCases)) else {
        continue
      }
      words.append(found)
    }
    return words.count == texts.count ? words : nil
  }

  /// A mapping of names to nodes.
  public func map(_ key: String, required: Bool = false) -> [YAMLMapping.Entry]? {
    guard let node = node(key, required: required) else { return nil }
    guard case .mapping(let mapping) = node else {
      log.report(
        "config/wrong-type", "`\(key)` has to be a mapping", at: node.place,
        label: "this is \(node.kind)")
      return nil
    }
    return mapping.entries
  }

  /// A mapping of names to texts; entries that hold something else are reported and left out.
  public func textMap(_ key: String, required: Bool = false) -> [(
    key: Located<String>, value: Located<String>
  )]? {
    guard let entries = map(key, required: required) else { return nil }
    return entries.compactMap { entry in
      let name = "`\(key).\(entry.key.text)`"
      guard let scalar = scalar(entry.value, name: name, expected: "a text") else { return nil }
      return (
        Located(entry.key.text, at: entry.key.place), Located(scalar.text, at: scalar.place)
      )
    }
  }
}
