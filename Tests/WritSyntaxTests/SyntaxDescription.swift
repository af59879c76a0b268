import WritDiagnostics
import WritValues

@testable import WritSyntax

/// Syntax as text without places, to compare two trees and to read precedence off.
enum SyntaxDescription {
  /// Everything a value holds but spans.
  static func all(_ value: Any) -> String {
    if value is Span { return "" }
    let mirror = Mirror(reflecting: value)
    if mirror.children.isEmpty { return String(describing: value) }
    let parts = mirror.children.map { "\($0.label ?? "")=\(all($0.value))" }
    return "\(mirror.subjectType)(\(parts.joined(separator: ",")))"
  }

  /// `a + b * c` is `(+ a (* b c))`.
  static func short(_ expression: ExpressionSyntax) -> String {
    switch expression.kind {
    case .bool(let value): "\(value)"
    case .int(let value): "\(value)"
    case .decimal(let value): "dec:\(value.millionths)"
    case .percent(let value): "pct:\(value.millionths)"
    case .duration(let value): "dur:\(value)"
    case .months(let value): "mo:\(value)"
    case .bytes(let value): "bytes:\(value)"
    case .time(let value): "time:\(value.microseconds)"
    case .text(let parts): "'" + parts.map(part).joined() + "'"
    case .regex(let pattern, let flags): "/\(pattern)/\(flags)"
    case .list(let items): "[" + items.map(short).joined(separator: " ") + "]"
    case .record(let fields):
      "{" + fields.map { "\($0.name.text):\(short($0.value))" }.joined(separator: " ") + "}"
    case .null: "null"
    case .name(let name): name
    case .member(let base, let name): "\(short(base)).\(name.text)"
    case .subscript_(let base, let key): "\(short(base))[\(short(key))]"
    case .call(let name, let arguments):
      "(\(([name.text] + arguments.map(short)).joined(separator: " ")))"
    case .comprehension(let parts): comprehension(parts)
    case .not(let operand): "(not \(short(operand)))"
    case .negate(let operand): "(neg \(short(operand)))"
    case .binary(let operation, let left, let right):
      "(\(operation.rawValue) \(short(left)) \(short(right)))"
    case .between(let value, let low, let high):
      "(between \(short(value)) \(short(low)) \(short(high)))"
    case .isKnown(let operand): "(known \(short(operand)))"
    case .isMissing(let operand): "(missing \(short(operand)))"
    case .choice(let condition, let then, let otherwise):
      "(if \(short(condition)) \(short(then)) \(short(otherwise)))"
    case .asOf(let value, let time): "(as-of \(short(value)) \(short(time)))"
    case .error: "error"
    }
  }

  private static func part(_ part: ExpressionSyntax.TextPart) -> String {
    switch part {
    case .literal(let text): text
    case .interpolation(let expression): "<\(short(expression))>"
    }
  }

  private static func comprehension(_ parts: ExpressionSyntax.Comprehension) -> String {
    var text = "(\(parts.function.text)"
    for (label, value) in [
      ("level", parts.level), ("of", parts.value),
      ("each", parts.variable.map { ExpressionSyntax(.name($0.text), $0.span) }),
      ("in", parts.source), ("where", parts.condition), ("body", parts.body), ("by", parts.by),
    ] {
      if let value { text += " \(label)=\(short(value))" }
    }
    return text + ")"
  }
}

/// Source with `«id»` before each place where a diagnostic of that id must begin.
struct MarkedSource {
  var text: String
  /// `offset id`, in order.
  var marks: [String]

  init(_ marked: String) {
    text = ""
    marks = []
    var rest = marked[...]
    while let open = rest.firstIndex(of: "«"), let close = rest[open...].firstIndex(of: "»") {
      text += rest[..<open]
      marks.append("\(text.utf8.count) syntax/\(rest[rest.index(after: open)..<close])")
      rest = rest[rest.index(after: close)...]
    }
    text += rest
  }
}

func parse(_ text: String) -> SyntaxTree { Parser.parse(SourceText(name: "test.writ", text: text)) }

func places(_ diagnostics: [Diagnostic]) -> [String] {
  diagnostics.map { "\($0.place?.span.start ?? -1) \($0.id)" }
}
