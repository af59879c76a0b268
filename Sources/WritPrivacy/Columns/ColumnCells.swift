/// The cells of a sample, each different one once.
struct ColumnCells {
  struct Cell {
    var cell: [UInt8]
    var count: Int
  }

  private(set) var distinct: [Cell] = []
  let rows: Int

  init(_ cells: [[UInt8]]) {
    rows = cells.count
    var places: [[UInt8]: Int] = [:]
    for cell in cells {
      if let place = places[cell] {
        distinct[place].count += 1
      } else {
        places[cell] = distinct.count
        distinct.append(Cell(cell: cell, count: 1))
      }
    }
  }

  func rowCount(_ hits: Set<Int>) -> Int { hits.reduce(0) { $0 + distinct[$1].count } }

  /// Indices of so many different cells, from all over the sample.
  func spread(_ count: Int) -> [Int] {
    guard distinct.count > count else { return Array(distinct.indices) }
    return (0..<count).map { $0 * distinct.count / count }
  }

  /// Whether four of five of these are digits in groups of one and the same form.
  func areGrouped(_ indices: [Int]) -> Bool {
    var forms: [[UInt8]: Int] = [:]
    for index in indices {
      let cell = distinct[index].cell
      guard cell.count <= 32, cell.count(where: CellLook.isDigit) >= 6,
        cell.dropFirst().dropLast().contains(where: { $0 == 0x2D || $0 == 0x20 })
      else { continue }
      forms[
        cell.map { CellLook.isDigit($0) ? 0x39 : CellLook.isLetter($0) ? 0x41 : $0 }, default: 0] +=
        1
    }
    return (forms.values.max() ?? 0) * 5 >= indices.count * 4
  }

  /// Nothing but yes and no, true and false.
  var areFlags: Bool {
    distinct.count <= 3
      && distinct.allSatisfy { cell in
        ["true", "false", "yes", "no", "y", "n", "t", "f", "0", "1"].contains {
          cell.cell.elementsEqual($0.utf8) || cell.cell.map { $0 | 0x20 }.elementsEqual($0.utf8)
        }
      }
  }

  /// At least two of the words that are genders and nothing else, and few words over all.
  var areGenders: Bool {
    let plain = distinct.filter { cell in
      CellLook.plainGenders.contains(cell.cell.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 })
    }
    return plain.count >= 2 && plain.reduce(0) { $0 + $1.count } * 10 >= rows * 7
  }
}
