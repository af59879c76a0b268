import _WritTestSupport

@testable import WritNames

/// Texts with the places of the names and addresses in them.
struct InventedCorpus {
  struct Document {
    var text: [UInt8]
    var persons: [Range<Int>]
    var addresses: [Range<Int>]
  }

  private var generator: SeededGenerator
  private let firsts: [[String]]
  private let lasts: [[String]]

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    func lists(_ lists: [StaticString]) -> [[String]] {
      lists.map { list in
        list.description.split { $0 == " " || $0 == "\n" }.map {
          String($0).split(separator: "_").joined(separator: " ")
        }
      }
    }
    firsts = lists(FirstNames.frequent + FirstNames.others)
    lasts = lists(LastNames.frequent + LastNames.others)
  }

  mutating func document(clean: Bool) -> Document {
    let carrier = pick(clean ? Carriers.clean : Carriers.sentences)
    var document = Document(text: [], persons: [], addresses: [])
    var rest = carrier[...]
    while let open = rest.firstIndex(of: "{"),
      let close = rest[open...].firstIndex(of: "}"),
      rest.distance(from: open, to: close) == 2
    {
      document.text += rest[..<open].utf8
      let start = document.text.count
      let slot = rest[rest.index(after: open)]
      document.text += value(slot).utf8
      let range = start..<document.text.count
      if "pflr".contains(slot) { document.persons.append(range) }
      if slot == "a" { document.addresses.append(range) }
      rest = rest[rest.index(after: close)...]
    }
    document.text += rest.utf8
    return document
  }

  private mutating func value(_ slot: Character) -> String {
    switch slot {
    case "p":
      switch Int.random(in: 0..<12, using: &generator) {
      case 0: return "\(first()) \(initial()) \(last())"
      case 1: return "\(initial()) \(last())"
      default: return "\(first()) \(last())"
      }
    case "f": return first()
    case "l": return last()
    case "r": return "\(last()), \(first())"
    case "t": return pick(Carriers.titles)
    case "c": return pick(Carriers.cities)
    case "o": return pick(Carriers.organizations)
    case "d": return pick(Carriers.dates)
    default: return address()
    }
  }

  private mutating func pick<T>(_ values: [T]) -> T {
    values[Int.random(in: values.indices, using: &generator)]
  }

  private mutating func first() -> String { pick(pick(firsts)) }

  /// From a list, or made of syllables with an ending of its own.
  private mutating func last() -> String {
    if Int.random(in: 0..<6, using: &generator) > 0 { return pick(pick(lasts)) }
    let word =
      pick(["Bra", "Tol", "Ves", "Kri", "Mar", "Dun", "Hol", "Sze", "Quin", "Ola", "Fjel", "Gor"])
      + pick(["ba", "den", "vi", "lo", "ster", "mi", "ga", "rum", "ne", "wa"])
      + pick(["rek", "lan", "ston", "vic", "li", "bu", "dottir", "ssen", "x", "ta", "ni", "ck"])
    return word
  }

  private mutating func initial() -> String {
    String(pick(Array("ABCDEFGHJKLMNPRSTW"))) + "."
  }

  private mutating func number(_ range: ClosedRange<Int>) -> String {
    String(Int.random(in: range, using: &generator))
  }

  private mutating func address() -> String {
    let name = pick(["Brown Bear", "Oak", "Maple Hill", "Jackson", "King George", "5th", "Elm"])
    let street =
      "\(name) \(pick(["Drive", "St", "Avenue", "Road", "Lane", "Blvd", "Court", "Way"]))"
    let separator = pick([", ", "\n"])
    switch Int.random(in: 0..<11, using: &generator) {
    case 0, 1:
      return "\(number(1...9999)) \(street)\(separator)\(pick(["Goleta", "Troy", "St. Paul"])), "
        + "\(pick(["CA", "NY", "MN"])) \(number(10000...99999))"
    case 2:
      return "\(number(1...999)) \(street), \(pick(["Apt", "Suite", "Unit"])) \(number(1...40))"
    case 3: return "\(number(1...99)) \(street)\(separator)London\(separator)SW\(number(1...9)) 4QT"
    case 4:
      return "\(pick(["Bremer Str.", "Lindenstraße", "Am Markt", "Alte Gasse", "Ringstr."])) "
        + "\(number(1...150))\(separator)\(number(10000...99999)) \(pick(["Bremen", "Lehe", "Ulm"]))"
    case 5:
      return "\(number(1...99)) \(pick(["rue de la Paix", "avenue Foch", "boulevard Voltaire"]))"
        + "\(separator)\(number(10000...95000)) \(pick(["Paris", "Lyon", "Montcourt"]))"
    case 6:
      return "\(pick(["Via Nizza", "Piazza Bovio", "Corso Novara"])) \(number(1...90))"
        + "\(separator)\(number(10000...90000)) \(pick(["Torino", "Napoli"]))"
    case 7:
      return "\(pick(["Calle Mayor", "Avenida de América", "C/ Andalucía", "Rua Augusta"])), "
        + "\(number(1...90))"
    case 8:
      return "\(pick(["Vasagatan", "Skolevej", "Torikatu", "Kerkstraat", "Storgata"])) "
        + "\(number(1...90))\(separator)\(number(1000...9999)) \(pick(["Skive", "Ringsted"]))"
    case 9: return "P.O. Box \(number(10...9999))"
    default:
      return "\(pick(["ul. Grunwaldzka", "Slovenčeva", "Kossuth Lajos utca", "Põllu"])) "
        + "\(number(1...90)), \(number(1000...9999)) \(pick(["Ljubljana", "Pécs", "Kielce"]))"
    }
  }
}

/// Counts of finds against what is there, one to one by overlap.
struct Quality {
  var hits = 0
  var finds = 0
  var there = 0

  var precision: Double { finds == 0 ? 1 : Double(hits) / Double(finds) }
  var recall: Double { there == 0 ? 1 : Double(hits) / Double(there) }
  var f1: Double { 2 * precision * recall / max(precision + recall, 1e-9) }

  mutating func add(_ found: [Range<Int>], _ gold: [Range<Int>]) {
    finds += found.count
    there += gold.count
    var open = gold
    for range in found {
      if let index = open.firstIndex(where: { $0.overlaps(range) }) {
        hits += 1
        open.remove(at: index)
      }
    }
  }

  var line: String {
    func percent(_ share: Double) -> String { "\(Int((share * 1000).rounded()))‰" }
    return "P \(percent(precision)) R \(percent(recall)) F1 \(percent(f1)) of \(there)"
  }
}
