public import WritDiagnostics

/// A piece of the text that means something, with the blanks and comments before it.
public struct Token: Hashable, Sendable {
  public enum Kind: String, Sendable {
    case word = "a name"
    case integer = "a number"
    /// `1.5`
    case decimal = "a decimal"
    /// `95%`
    case percent = "a percentage"
    /// A number with a unit: `90d`, `3mo`, `10MiB`.
    case quantity = "a quantity"
    case time = "a time"
    case text = "a text"
    case regex = "a regular expression"
    case leftBrace = "`{`"
    case rightBrace = "`}`"
    case leftParenthesis = "`(`"
    case rightParenthesis = "`)`"
    case leftBracket = "`[`"
    case rightBracket = "`]`"
    case comma = "`,`"
    case colon = "`:`"
    case dot = "`.`"
    case dotDot = "`..`"
    case assign = "`=`"
    case equal = "`==`"
    case notEqual = "`!=`"
    case less = "`<`"
    case lessOrEqual = "`<=`"
    case greater = "`>`"
    case greaterOrEqual = "`>=`"
    case plus = "`+`"
    case minus = "`-`"
    case star = "`*`"
    case slash = "`/`"
    case percentSign = "`%`"
    case question = "`?`"
    case coalesce = "`??`"
    case bar = "`|`"
    case at = "`@`"
    /// Bytes that begin no token; a diagnostic says so.
    case unknown = "an unexpected character"
    case endOfFile = "the end of the file"
  }

  public var kind: Kind
  /// Where the blanks and comments before the token begin.
  public var triviaStart: Int
  public var span: Span
  /// A diagnostic already points here, so that one mistake is told once.
  package var isReported: Bool

  package init(kind: Kind, triviaStart: Int, span: Span, isReported: Bool = false) {
    self.kind = kind
    self.triviaStart = triviaStart
    self.span = span
    self.isReported = isReported
  }

  public var trivia: Span { Span(triviaStart, span.start) }
}
