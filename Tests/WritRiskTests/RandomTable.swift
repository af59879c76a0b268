import WritRisk
import _WritTestSupport

/// An invented table: three quasi-identifiers, a sensitive text and a sensitive number.
struct RandomTable {
  let quasiIdentifiers: [CodedColumn]
  let illness: CodedColumn
  let income: CodedColumn
  let rows: [[String]]

  static let names = ["age", "zip", "sex", "illness", "income"]

  init(seed: UInt64, rows count: Int) {
    var generator = SeededGenerator(seed: seed)
    let illnesses = ["asthma", "cancer", "flu", "gout", "migraine", "none"]
    rows = (0..<count).map { _ in
      [
        String(Int.random(in: 2...5, using: &generator) * 10),
        "021" + String(Int.random(in: 0...3, using: &generator)),
        Bool.random(using: &generator) ? "f" : "m",
        illnesses[min(Int.random(in: 0...8, using: &generator), 5)],
        String(Int.random(in: 1...12, using: &generator) * 500),
      ]
    }
    let rows = rows
    let columns = Self.names.indices.map { place in
      CodedColumn(Self.names[place], rows.map { $0[place] })
    }
    quasiIdentifiers = Array(columns[..<3])
    illness = columns[3]
    income = columns[4]
  }

  var csv: String {
    ([Self.names] + rows).map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n"
  }
}
