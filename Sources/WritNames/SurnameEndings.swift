/// Endings by which surnames outside the lists are likely, and streets written as one word.
enum SurnameEndings {
  /// At most eight letters, packed.
  struct Ending: Sendable {
    let value: UInt64
    let mask: UInt64

    init(_ text: String) {
      var value: UInt64 = 0
      var mask: UInt64 = 0
      for byte in text.utf8.suffix(8) {
        value = value << 8 | UInt64(byte)
        mask = mask << 8 | 0xFF
      }
      self.value = value
      self.mask = mask
    }
  }

  static let all: [Ending] = [
    "sson", "son", "sen", "sdottir", "dottir", "ov", "ova", "ev", "eva", "sky", "ski", "ska",
    "skiy", "enko", "chuk", "czyk", "wicz", "vich", "vic", "ic", "escu", "eanu", "idis", "iadis",
    "opoulos", "akis", "akos", "oglu", "yan", "ian", "dze", "shvili", "adze", "berg", "stein",
    "mann", "man", "bauer", "maier", "meyer", "hofer", "inger", "thal", "feld", "baum", "gren",
    "strom", "lund", "qvist", "stad", "gaard", "vik", "nen", "ainen", "ez", "es", "ini", "elli",
    "etti", "ucci", "acci", "ello", "otti", "ault", "eau", "eaux", "ard", "ier", "ette", "ham",
    "ley", "worth", "ford", "field", "wood", "well", "stone", "bury", "by", "ton", "wala",
    "kar", "swamy", "nathan", "rajan", "singh", "preet", "deep", "puri", "moto", "mura", "yama",
    "saki", "hashi", "shita", "kawa", "guchi", "ndlela", "wanyama", "ngwe", "chukwu", "wuchi",
    "ogun", "tunde", "stra", "sma", "inga", "huis", "mans", "sons", "zadeh", "pour", "nejad",
    "abadi", "khah", "vand", "ishi", "uddin", "ullah", "zai", "auskas", "aitis", "iene", "kova",
    "ik", "ek", "ak", "cek", "kova",
  ].map(Ending.init)

  static let streets: [Ending] = StreetWords.endings.map(Ending.init)
}
