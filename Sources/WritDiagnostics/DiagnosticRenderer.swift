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
    var text = "\(word)[\(diagnostic.id)]: \(diagnostic.message)\n"
    var gutter = "  "
    if let place = diagnostic.place {
      let (line, column) = place.source.position(at: place.span.start)
      let number = String(line)
      gutter = String(repeating: " ", count: max(number.count, 2))
      text += "\(gutter)--> \(place.source.name):\(line):\(column)\n"
      let range = place.source.range(ofLine: line)
      let start = min(max(place.span.start, range.lowerBound), range.upperBound)
      let end = min(max(place.span.end, start), range.upperBound)
      let shown = printable(place.source.bytes[range])
      let before = printable(place.source.bytes[range.lowerBound..<start])
      let marked = printable(place.source.bytes[start..<end])
      let carets = String(repeating: "^", count: max(1, marked.unicodeScalars.count))
      let padded = String(repeating: " ", count: max(0, gutter.count - number.count)) + number
      text += "\(gutter) |\n\(padded) | \(shown)\n\(gutter) | "
      text += String(repeating: " ", count: before.unicodeScalars.count) + paint(carets, 31)
      text += diagnostic.label.isEmpty ? "\n" : " \(diagnostic.label)\n"
    }
    for help in diagnostic.help { text += "\(gutter) = help: \(help)\n" }
    return text
  }

  private func paint(_ text: String, _ code: Int) -> String {
    color ? "\u{1B}[1;\(code)m\(text)\u{1B}[0m" : text
  }

  /// Control bytes of a hostile file must not reach a terminal; a tab is one space so carets line up.
  private func printable(_ bytes: ArraySlice<UInt8>) -> String {
    var text = ""
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar == "\t" {
        text += " "
      } else if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) {
        text += "\u{FFFD}"
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
