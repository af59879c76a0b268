import WritDiagnostics
import Yams

/// Turns the parser's line and column into byte spans of the source.
struct YAMLMarks {
  let source: SourceText

  init(_ source: SourceText) { self.source = source }

  func offset(of mark: Mark?) -> Int {
    guard let mark else { return 0 }
    if mark.line > source.lineCount { return source.bytes.count }
    let line = max(mark.line, 1)
    var offset = source.range(ofLine: line).lowerBound
    var column = 1
    while offset < source.bytes.count, column < mark.column, source.bytes[offset] != 0x0A {
      offset += 1
      while offset < source.bytes.count, source.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      column += 1
    }
    return offset
  }

  /// One character.
  func place(at mark: Mark?) -> Place {
    let start = offset(of: mark)
    return Place(source, Span(start, min(start + 1, source.bytes.count)))
  }

  /// From the mark to the last visible character of its line.
  func restOfLine(from mark: Mark?) -> Place {
    let start = offset(of: mark)
    let line = source.range(ofLine: source.position(at: start).line)
    var end = max(line.upperBound, start)
    while end > start, source.bytes[end - 1] == 0x20 || source.bytes[end - 1] == 0x09 { end -= 1 }
    return Place(source, Span(start, end))
  }

  /// A scalar with its quotes, where it ends in a way that can be told.
  func place(of scalar: Node.Scalar) -> Place {
    let start = offset(of: scalar.mark)
    let bytes = source.bytes
    switch scalar.style {
    case .plain, .any:
      let text = Array(scalar.string.utf8)
      if bytes[start...].starts(with: text) {
        return Place(source, Span(start, start + text.count))
      }
    case .doubleQuoted, .singleQuoted:
      if start < bytes.count, bytes[start] == 0x22 || bytes[start] == 0x27 {
        return Place(source, Span(start, endOfQuoted(from: start)))
      }
    case .literal, .folded: break
    }
    return restOfLine(from: scalar.mark)
  }

  private func endOfQuoted(from start: Int) -> Int {
    let bytes = source.bytes
    let quote = bytes[start]
    var offset = start + 1
    while offset < bytes.count {
      let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
      if quote == 0x22, bytes[offset] == 0x5C {
        offset += 2
      } else if quote == 0x27, bytes[offset] == quote, next == quote {
        offset += 2
      } else if bytes[offset] == quote {
        return offset + 1
      } else {
        offset += 1
      }
    }
    return min(offset, bytes.count)
  }

  /// The first byte that no YAML text may hold.
  func firstControl() -> Place {
    let start = source.bytes.firstIndex {
      ($0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D) || $0 == 0x7F
    }
    return Place(source, Span(start ?? 0, min((start ?? 0) + 1, source.bytes.count)))
  }
}
