/// An expression of a case, as a tree: printed, it is the text of a policy; a part of it may be replaced.
package struct GeneratedExpression: Sendable {
  package indirect enum Part: Sendable {
    case text(String)
    /// Within parentheses unless it is one word.
    case operand(GeneratedExpression)
    /// As it is: between the parentheses of a call, say.
    case bare(GeneratedExpression)
  }

  /// The form of section 3 it is an instance of, for the count of what was generated.
  package var form: String
  package var type: GeneratedType
  package var parts: [Part]
  /// Needs no parentheses within another expression.
  package var isAtomic: Bool

  package init(
    _ form: String, _ type: GeneratedType, isAtomic: Bool = false, _ template: Template
  ) {
    self.form = form
    self.type = type
    self.isAtomic = isAtomic
    parts = template.parts
  }

  /// What stands between a form's operands: `"\(one) and \(other)"`.
  package struct Template: ExpressibleByStringInterpolation {
    var parts: [Part]

    package init(stringLiteral value: String) { parts = [.text(value)] }

    init(parts: [Part]) { self.parts = parts }

    package init(stringInterpolation: Interpolation) { parts = stringInterpolation.parts }

    package struct Interpolation: StringInterpolationProtocol {
      var parts: [Part] = []

      package init(literalCapacity: Int, interpolationCount: Int) {}

      package mutating func appendLiteral(_ literal: String) {
        if !literal.isEmpty { parts.append(.text(literal)) }
      }

      package mutating func appendInterpolation(_ text: String) { parts.append(.text(text)) }

      package mutating func appendInterpolation(_ operand: GeneratedExpression) {
        parts.append(.operand(operand))
      }

      package mutating func appendInterpolation(bare: GeneratedExpression) {
        parts.append(.bare(bare))
      }

      package mutating func appendInterpolation(all: [GeneratedExpression]) {
        for (index, expression) in all.enumerated() {
          if index > 0 { parts.append(.text(", ")) }
          parts.append(.bare(expression))
        }
      }
    }
  }

  package var text: String {
    var result = ""
    write(to: &result)
    return result
  }

  private func write(to result: inout String) {
    for part in parts {
      switch part {
      case .text(let text): result += text
      case .bare(let inner): inner.write(to: &result)
      case .operand(let inner):
        if inner.isAtomic {
          inner.write(to: &result)
        } else {
          result += "("
          inner.write(to: &result)
          result += ")"
        }
      }
    }
  }

  package var children: [GeneratedExpression] {
    parts.compactMap { part in
      switch part {
      case .text: nil
      case .operand(let inner), .bare(let inner): inner
      }
    }
  }

  /// How many expressions there are, this one included.
  package var size: Int { children.reduce(1) { $0 + $1.size } }

  package func visit(_ body: (GeneratedExpression) -> Void) {
    body(self)
    for child in children { child.visit(body) }
  }

  /// Each expression that is this one with one part replaced by something simpler, the boldest first.
  package func simplifications(_ literal: (GeneratedType) -> [String]) -> [GeneratedExpression] {
    var found: [GeneratedExpression] = []
    for text in literal(type) where text != self.text {
      found.append(
        GeneratedExpression("literal", type, isAtomic: true, Template(stringLiteral: text)))
    }
    found += descendants.filter { $0.type == type && $0.text != text }
    for (index, part) in parts.enumerated() {
      func replaced(_ inner: GeneratedExpression, _ make: (GeneratedExpression) -> Part) {
        for simpler in inner.simplifications(literal) {
          var copy = self
          copy.parts[index] = make(simpler)
          found.append(copy)
        }
      }
      switch part {
      case .text: break
      case .operand(let inner): replaced(inner) { .operand($0) }
      case .bare(let inner): replaced(inner) { .bare($0) }
      }
    }
    return found
  }

  private var descendants: [GeneratedExpression] { children.flatMap { [$0] + $0.descendants } }
}
