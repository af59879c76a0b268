import Foundation
import Testing
import _WritTestSupport

/// A line `EXPR => RESULT` of an expression table.
struct ExpressionLine {
  var expression: String
  var result: String
  /// The page's line, counted from 1.
  var number: Int

  /// A condition that holds or, with causes, is unknown for exactly these.
  struct Claim {
    var condition: String
    var causes: String?
  }

  static func lines(
    of block: LiterateMarkdown.Block, in page: LiterateMarkdown
  ) -> [ExpressionLine] {
    var lines: [ExpressionLine] = []
    let texts = block.text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, text) in texts.enumerated() {
      let trimmed = text.trimmingCharacters(in: .whitespaces)
      if trimmed.isEmpty || trimmed.hasPrefix("//") { continue }
      guard let arrow = trimmed.range(of: " => ", options: .backwards) else {
        Issue.record("\(page.name):\(block.line + index): no `=>`")
        continue
      }
      lines.append(
        ExpressionLine(
          expression: trimmed[..<arrow.lowerBound].trimmingCharacters(in: .whitespaces),
          result: trimmed[arrow.upperBound...].trimmingCharacters(in: .whitespaces),
          number: block.line + index))
    }
    return lines
  }

  /// The diagnostic with which the checker refuses it; nil where it is an expression.
  var errorID: String? {
    let words = result.split(separator: " ", maxSplits: 1).map(String.init)
    return words[0] == "error" ? words.count > 1 ? words[1] : "" : nil
  }

  /// What the line says, in conditions; none where it is an error.
  var claims: [Claim] {
    if errorID != nil { return [] }
    let e = "(\(expression))"
    let words = result.split(separator: " ", maxSplits: 1).map(String.init)
    if words[0] == "unknown" {
      return [Claim(condition: "\(e) == \(e)", causes: words.count > 1 ? words[1] : "")]
    }
    if let match = result.wholeMatch(of: /(\d+) to (\d+) because (.*)/) {
      // Both ends are possible, and nothing beyond them is.
      return [
        Claim(condition: "\(e) >= \(match.1) and \(e) <= \(match.2)"),
        Claim(condition: "\(e) > \(match.1)", causes: String(match.3)),
        Claim(condition: "\(e) < \(match.2)", causes: String(match.3)),
      ]
    }
    if let match = result.wholeMatch(of: /at least (\d+) because (.*)/) {
      return [
        Claim(condition: "\(e) >= \(match.1)"),
        Claim(condition: "\(e) > \(match.1)", causes: String(match.2)),
        Claim(condition: "\(e) < 9223372036854775807", causes: String(match.2)),
      ]
    }
    return [Claim(condition: "\(e) == (\(result))")]
  }
}
