public import WritDiagnostics
import Yams

/// Strict YAML: one document, no anchors, aliases or tags, no key twice.
public enum YAMLReader {
  /// Bytes a file may have.
  public static let maximumSize = 4 << 20
  /// Levels of lists and mappings a file may have.
  public static let maximumDepth = 64

  /// The document, or nil and what is wrong with it. An empty document is an empty mapping.
  public static func parse(_ source: SourceText) -> (node: YAMLNode?, diagnostics: [Diagnostic]) {
    if let refusal = YAMLGate.refusal(of: source) { return (nil, [refusal]) }
    var text = String(decoding: source.bytes, as: UTF8.self)
    // The parser keeps a pointer into the string, which short strings don't have in memory.
    if text.utf8.count < 16 { text += "\n################\n" }
    let marks = YAMLMarks(source)
    do {
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      guard let root = try parser.singleRoot() else {
        let place = Place(source, Span(0, 0))
        return (.mapping(YAMLMapping(entries: [], place: place)), [])
      }
      var converter = YAMLConverter(marks: marks)
      // Nodes hold their anchors weakly; the parser keeps them alive.
      let node = withExtendedLifetime(parser) { converter.convert(root, depth: 1) }
      return (converter.log.hasErrors ? nil : node, converter.log.diagnostics)
    } catch {
      return (nil, [YAMLReader.diagnostic(for: error, marks: marks)])
    }
  }

  private static func diagnostic(for error: any Error, marks: YAMLMarks) -> Diagnostic {
    switch error as? YamlError {
    case .reader(let problem, _, _, _):
      Diagnostic("config/syntax", "this is not YAML: \(problem)", at: marks.firstControl())
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _):
      syntaxError(problem, context: context, at: marks.place(at: mark), marks: marks)
    case .composer(let context, let problem, let mark, _):
      if context == nil {
        Diagnostic(
          "config/anchor", "an alias stands here, and nothing has its name",
          at: marks.place(at: mark), help: ["aliases are not allowed; quote a text with `*`"])
      } else {
        Diagnostic(
          "config/several-documents", "a second document begins here",
          at: marks.place(at: mark), label: problem,
          help: ["a file holds one document; take the `---` out"])
      }
    case .duplicatedKeysInMapping(let keys, let context):
      Diagnostic(
        "config/duplicate-key",
        "\(keys.map { "`\($0)`" }.joined(separator: ", ")) stands more than once in one mapping",
        at: marks.place(at: context.mark), label: "first here")
    default:
      Diagnostic("config/syntax", "this is not YAML", at: marks.place(at: nil))
    }
  }

  private static func syntaxError(
    _ problem: String, context: YamlError.Context?, at place: Place, marks: YAMLMarks
  ) -> Diagnostic {
    var help: [String] = []
    if let context {
      let position = marks.source.position(at: marks.offset(of: context.mark))
      help.append("\(context.text) that begins in line \(position.line)")
    }
    let line = marks.source.position(at: place.span.start).line
    let before = marks.source.bytes[marks.source.range(ofLine: line)].prefix {
      $0 == 0x20 || $0 == 0x09
    }
    if before.contains(0x09) { help.append("indent with spaces; tabs can't") }
    return Diagnostic("config/syntax", "this is not YAML: \(problem)", at: place, help: help)
  }
}
