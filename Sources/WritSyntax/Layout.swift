/// A text that may be laid out on one line or on several.
indirect enum Layout {
  case text(String)
  /// Flat: the text; in a broken group: a new line.
  case line(flat: String)
  /// A blank, or a new line where what follows up to the next one does not fit.
  case fill
  case newLine
  /// To the end of the line, after two blanks; a new line follows.
  case comment(String)
  /// Only in a broken group.
  case whenBroken(String)
  case nest([Layout])
  /// Broken as a whole when it does not fit on the line.
  case group([Layout], isBroken: Bool)

  static func group(_ parts: [Layout], mustBreak: Bool = false) -> Layout {
    .group(parts, isBroken: mustBreak || parts.contains(where: \.breaks))
  }

  private var breaks: Bool {
    switch self {
    case .newLine, .comment: true
    case .nest(let parts): parts.contains(where: \.breaks)
    case .group(_, let isBroken): isBroken
    case .text, .line, .fill, .whenBroken: false
    }
  }

  private struct Item {
    var layout: Layout
    var indent: Int
    var isBroken: Bool
  }

  /// The text, its first line at `indent`; no line feed at the end.
  func rendered(width: Int, indent: Int) -> String {
    var text = String(repeating: " ", count: indent)
    var column = indent
    var stack = [Item(layout: self, indent: indent, isBroken: true)]
    func breakLine(_ indent: Int) {
      while text.last == " " { text.removeLast() }
      text += "\n" + String(repeating: " ", count: indent)
      column = indent
    }
    while let item = stack.popLast() {
      switch item.layout {
      case .text(let piece):
        text += piece
        column += piece.unicodeScalars.count
      case .line(let flat):
        if item.isBroken {
          breakLine(item.indent)
        } else {
          text += flat
          column += flat.utf8.count
        }
      case .fill:
        if item.isBroken, !Self.fits(stack, width - column - 1) {
          breakLine(item.indent)
        } else {
          text += " "
          column += 1
        }
      case .newLine: breakLine(item.indent)
      case .comment(let piece):
        while text.last == " " { text.removeLast() }
        text += "  " + piece
      case .whenBroken(let piece):
        if item.isBroken {
          text += piece
          column += piece.utf8.count
        }
      case .nest(let parts):
        for part in parts.reversed() {
          stack.append(Item(layout: part, indent: item.indent + 2, isBroken: item.isBroken))
        }
      case .group(let parts, let isBroken):
        let flat = parts.reversed().map {
          Item(layout: $0, indent: item.indent, isBroken: false)
        }
        if !isBroken, Self.fits(stack + flat, width - column) {
          stack += flat
        } else {
          for part in parts.reversed() {
            stack.append(Item(layout: part, indent: item.indent, isBroken: true))
          }
        }
      }
    }
    return text
  }

  /// Whether what is on the stack fits up to the first place where a line may end.
  private static func fits(_ stack: [Item], _ width: Int) -> Bool {
    var left = width
    var rest = stack.count
    var pending: [Item] = []
    while left >= 0 {
      let item: Item
      if let next = pending.popLast() {
        item = next
      } else if rest > 0 {
        rest -= 1
        item = stack[rest]
      } else {
        return true
      }
      switch item.layout {
      case .text(let piece): left -= piece.unicodeScalars.count
      case .line(let flat):
        if item.isBroken { return true }
        left -= flat.utf8.count
      case .fill:
        if item.isBroken { return true }
        left -= 1
      case .newLine, .comment: return true
      case .whenBroken(let piece): if item.isBroken { left -= piece.utf8.count }
      case .nest(let parts):
        for part in parts.reversed() {
          pending.append(Item(layout: part, indent: 0, isBroken: item.isBroken))
        }
      case .group(let parts, let isBroken):
        for part in parts.reversed() {
          pending.append(Item(layout: part, indent: 0, isBroken: isBroken))
        }
      }
    }
    return false
  }
}
