/// Diagnostics as text for a terminal or a log.
public struct DiagnosticRenderer: Sendable {
  public var color: Bool

  public init(color: Bool = false) { self.color = color }

  public func render(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.sorted(by: Diagnostic.inOrder).map(render).joined(separator: "\n")
  }

  /// One diagnostic with its source line and carets, ending in a line feed.
  public func render(_ diagnostic: Diagnostic) -> String {
    let word =
      switch diagnostic.severity {
      case .error: paint("error", 31)
      case .warning: paint("warning", 33)
      case .note: paint("note", 36)
      }
    var text = "\(word)[\(diagnostic.id)]: \(said(diagnostic.message))\n"
    var gutter = "  "
    if let place = diagnostic.place {
      let (line, column) = place.source.position(at: place.span.start)
      let number = String(line)
      gutter = String(repeating: " ", count: max(number.count, 2))
      text += "\(gutter)--> \(printable(place.source.name)):\(line):\(column)\n"
      let range = place.source.range(ofLine: line)
      let start = min(max(place.span.start, range.lowerBound), range.upperBound)
      let end = min(max(place.span.end, start), range.upperBound)
      let shown = SecretMask.masked(printable(place.source.bytes[range]), isLine: true)
      let before = printable(place.source.bytes[range.lowerBound..<start])
      let marked = printable(place.source.bytes[start..<end])
      let carets = String(repeating: "^", count: max(1, marked.unicodeScalars.count))
      let padded = String(repeating: " ", count: max(0, gutter.count - number.count)) + number
      text += "\(gutter) |\n\(padded) | \(shown)\n\(gutter) | "
      text += String(repeating: " ", count: before.unicodeScalars.count) + paint(carets, 31)
      text += diagnostic.label.isEmpty ? "\n" : " \(said(diagnostic.label))\n"
    }
    for help in diagnostic.help { text += "\(gutter) = help: \(said(help))\n" }
    return text
  }

  private func paint(_ text: String, _ code: Int) -> String {
    color ? "\u{1B}[1;\(code)m\(text)\u{1B}[0m" : text
  }

  private func said(_ text: String) -> String {
    SecretMask.masked(printable(text), isLine: false)
  }

  private func printable(_ bytes: ArraySlice<UInt8>) -> String {
    printable(String(decoding: bytes, as: UTF8.self))
  }

  /// Control bytes of a hostile file or file name must not reach a terminal, nor turn its reading direction; a
  /// tab is one space so carets line up.
  private func printable(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09: result += " "
      case 0..<0x20, 0x7F...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
        result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
