import WritDiagnostics
import Yams

/// Turns the parser's nodes into ours and refuses what strict files may not hold.
struct YAMLConverter {
  let marks: YAMLMarks
  let log = DiagnosticLog()

  init(marks: YAMLMarks) { self.marks = marks }

  /// Nil after a mistake that was reported.
  mutating func convert(_ node: Node, depth: Int) -> YAMLNode? {
    if node.anchor != nil {
      log.report(
        "config/anchor", "anchors and aliases are not allowed", at: marks.place(at: node.mark),
        help: ["write the value where it is needed"])
      return nil
    }
    switch node {
    case .scalar(let scalar):
      check(scalar.tag, against: .str, at: scalar.mark)
      return .scalar(convert(scalar))
    case .sequence(let sequence):
      check(sequence.tag, against: .seq, at: sequence.mark)
      if isTooDeep(depth, at: sequence.mark) { return nil }
      let nodes = sequence.compactMap { convert($0, depth: depth + 1) }
      return .sequence(nodes, marks.restOfLine(from: sequence.mark))
    case .mapping(let mapping):
      check(mapping.tag, against: .map, at: mapping.mark)
      if isTooDeep(depth, at: mapping.mark) { return nil }
      return .mapping(convert(mapping, depth: depth))
    case .alias(let alias):
      log.report(
        "config/anchor", "anchors and aliases are not allowed", at: marks.place(at: alias.mark))
      return nil
    }
  }

  private func convert(_ scalar: Node.Scalar) -> YAMLScalar {
    YAMLScalar(
      text: scalar.string, isPlain: scalar.style == .plain || scalar.style == .any,
      place: marks.place(of: scalar))
  }

  private mutating func convert(_ mapping: Node.Mapping, depth: Int) -> YAMLMapping {
    var entries: [YAMLMapping.Entry] = []
    var seen: Set<[UInt8]> = []
    for (key, value) in mapping {
      guard case .scalar(let scalar) = key, key.anchor == nil else {
        log.report(
          "config/wrong-type", "a key has to be a text", at: marks.restOfLine(from: key.mark))
        continue
      }
      let name = convert(scalar)
      if !seen.insert(Array(name.text.utf8)).inserted {
        log.report(
          "config/duplicate-key", "`\(name.text)` stands more than once in one mapping",
          at: name.place)
      }
      if let value = convert(value, depth: depth + 1) {
        entries.append(YAMLMapping.Entry(key: name, value: value))
      }
    }
    return YAMLMapping(entries: entries, place: marks.restOfLine(from: mapping.mark))
  }

  private func check(_ tag: Tag, against expected: Tag.Name, at mark: Mark?) {
    let name = tag.description
    // `!` and nothing mean "as it looks", which here is always a text, list or mapping.
    if name.isEmpty || name == "!" || name == expected.rawValue { return }
    log.report(
      "config/tag", "tags are not allowed", at: marks.restOfLine(from: mark),
      help: ["every value is a text, a list or a mapping"])
  }

  private func isTooDeep(_ depth: Int, at mark: Mark?) -> Bool {
    if depth <= YAMLReader.maximumDepth { return false }
    log.report(
      "config/too-deep",
      "lists and mappings nest deeper than \(YAMLReader.maximumDepth)", at: marks.place(at: mark))
    return true
  }
}
