/// Rows of cells as aligned text: the first columns flush left, the others flush right.
struct ColumnLayout {
  var head: [String]
  var rows: [[String]] = []
  /// How many columns are flush left.
  var left: Int
  /// Colors a finished cell; the padding is already in it.
  var paint: (_ column: Int, _ text: String) -> String = { _, text in text }

  init(_ head: [String], left: Int) {
    self.head = head
    self.left = left
  }

  /// Each line indented by two spaces and without spaces at its end.
  var lines: [String] {
    var widths = head.map(\.unicodeScalars.count)
    for row in rows {
      for (column, cell) in row.enumerated() where column < widths.count {
        widths[column] = max(widths[column], cell.unicodeScalars.count)
      }
    }
    return [line(head, widths, paints: false)] + rows.map { line($0, widths, paints: true) }
  }

  private func line(_ cells: [String], _ widths: [Int], paints: Bool) -> String {
    var text = " "
    for (column, cell) in cells.enumerated() where column < widths.count {
      let space = String(repeating: " ", count: widths[column] - cell.unicodeScalars.count)
      let isLast = column == cells.count - 1
      let padded = column < left ? (isLast ? cell : cell + space) : space + cell
      text += " " + (column == 0 ? "" : " ") + (paints ? paint(column, padded) : padded)
    }
    while text.last == " " { text.removeLast() }
    return text
  }
}
