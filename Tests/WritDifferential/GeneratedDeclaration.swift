/// A `param`, `let` or `define` of a case.
package struct GeneratedDeclaration: Sendable {
  package var kind: String
  package var name: String
  package var head: String
  package var value: GeneratedExpression
  package var tail = ""

  package var text: String { head + value.text + tail + "\n" }
}
