import Testing
import _WritTestSupport

@testable import WritNames

@Suite("Finding names and addresses")
struct NameRecognizerTests {
  static let recognizer = NameRecognizer()

  static func found(_ text: String, _ kind: NameFind.Kind) -> [String] {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { recognizer.finds(in: $0) }
      .filter { $0.kind == kind && $0.odds > 0 }
      .map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  @Test(
    "persons",
    arguments: [
      ("I'm Kwame, and I lost my card.", ["Kwame"]),
      ("Dear Mr. O'Neil, thanks for your order from Jackson Street.", ["O'Neil"]),
      (
        "We met Fatima Al-Rashid and Jean-Pierre de la Tour.",
        ["Fatima Al-Rashid", "Jean-Pierre de la Tour"]
      ),
      ("My name is john smith and I live here.", ["john smith"]),
      ("JOHN SMITH called about his account", ["JOHN SMITH"]),
      ("J. R. Smith and Dr. Nguyễn Thị Hoa met.", ["J. R. Smith", "Nguyễn Thị Hoa"]),
      ("Александр Петров живёт в Москве.", ["Александр Петров"]),
      ("Okafor, Nneka; born in May", ["Okafor, Nneka"]),
      ("Nora's report is late.", ["Nora"]),
      ("The report by Tomaž Zupančič is late.", ["Tomaž Zupančič"]),
      ("The Washington Post wrote about Microsoft Windows.", []),
      ("What is the weather in San Francisco today?", []),
      ("ERROR ConnectionManager Failed to open Socket in Thread Pool", []),
      ("Please Confirm Your Email Address", []),
      ("let user = John.Smith(Name)", []),
      ("She works for Weber GmbH and Johnson & Sons LLC.", []),
    ])
  func persons(_ text: String, _ names: [String]) {
    #expect(Self.found(text, .person) == names, "\(text)")
  }

  @Test(
    "addresses",
    arguments: [
      (
        "change it to 3477 Brown Bear Drive, Goleta, CA 93117?",
        "3477 Brown Bear Drive, Goleta, CA 93117"
      ),
      ("Bremer Str. 12, 28195 Bremen", "Bremer Str. 12, 28195 Bremen"),
      ("in der Knesebeckstraße 48 in Berlin", "Knesebeckstraße 48"),
      ("au 12 rue de la Paix, 75002 Paris", "12 rue de la Paix, 75002 Paris"),
      ("ul. Grunwaldzka 12/4, 60-311 Poznań", "ul. Grunwaldzka 12/4, 60-311 Poznań"),
      ("Slovenčeva 112, 1000 Ljubljana is far", "Slovenčeva 112, 1000 Ljubljana"),
      ("at 10 Downing Street, London SW1A 2AA.", "10 Downing Street, London SW1A 2AA"),
      ("to P.O. Box 4711, please", "P.O. Box 4711"),
      ("12 Oak Avenue, Apt 4B\nTroy, NY 12180", "12 Oak Avenue, Apt 4B\nTroy, NY 12180"),
    ])
  func addresses(_ text: String, _ address: String) {
    #expect(Self.found(text, .address) == [address])
  }

  @Test(
    "no addresses",
    arguments: [
      "Version 12 Build 3491", "Chapter 7 The Long Road Home", "We saw 3 Apple Watches",
      "10 Downloads Failed", "On 12 March 2021 Jackson left",
      "2024-05-01 12:00 INFO Started 3 Workers",
    ])
  func noAddresses(_ text: String) {
    #expect(Self.found(text, .address) == [])
  }

  @Test("a name that is sure once counts again")
  func propagation() {
    let text = "Patient: Mr. Tamsworth Quibble\nThe ward knows Quibble well."
    #expect(Self.found(text, .person).last == "Quibble")
    #expect(Self.found("The ward knows Quibble well.", .person) == [])
  }

  @Test("terms add up, confidence follows them, finds are in order and apart")
  func terms() {
    var corpus = InventedCorpus(seed: 3)
    for _ in 0..<300 {
      let text = corpus.document(clean: false).text
      let finds = text.withUnsafeBufferPointer { Self.recognizer.finds(in: $0) }
      var end = 0
      for find in finds {
        #expect(find.range.lowerBound >= end && find.range.upperBound <= text.count)
        #expect((find.confidence >= 500_000) == (find.odds >= 0))
        end = find.range.upperBound
      }
    }
  }

  @Test("a part of a text is read as the whole is")
  func parts() {
    var corpus = InventedCorpus(seed: 11)
    var text: [UInt8] = []
    for _ in 0..<150 { text += corpus.document(clean: false).text + [0x0A] }
    var generator = SeededGenerator(seed: 12)
    text.withUnsafeBufferPointer { buffer in
      let whole = Self.recognizer.finds(in: buffer, starts: 0..<buffer.count)
      for _ in 0..<40 {
        let cut = Int.random(in: 1..<buffer.count, using: &generator)
        let parts =
          Self.recognizer.finds(in: buffer, starts: 0..<cut)
          + Self.recognizer.finds(in: buffer, starts: cut..<buffer.count)
        #expect(parts == whole, "cut at \(cut)")
      }
    }
  }

  @Test("nothing crashes on any bytes")
  func anything() {
    var generator = SeededGenerator(seed: 21)
    var corpus = InventedCorpus(seed: 22)
    for round in 0..<400 {
      var text = corpus.document(clean: false).text
      for _ in 0..<(round % 12) where !text.isEmpty {
        let place = Int.random(in: text.indices, using: &generator)
        text[place] = UInt8.random(in: 0...255, using: &generator)
        if Bool.random(using: &generator) { text.removeSubrange(place...) }
      }
      text.withUnsafeBufferPointer { buffer in
        _ = Self.recognizer.finds(in: buffer)
        _ = Self.recognizer.isPersonName(buffer)
      }
    }
    for byte in UInt8(0)...255 {
      let text = [UInt8](repeating: byte, count: 3_000)
      text.withUnsafeBufferPointer { _ = Self.recognizer.finds(in: $0) }
    }
  }

  @Test(
    "whole values of a column",
    arguments: [
      ("Nora", true), ("John Smith", true), ("Okafor, Nneka", true), ("van der Berg", true),
      ("Dr. Priya Sharma", true), ("Berlin", false), ("Platinum Card", false), ("ACTIVE", false),
      ("12 Main", false), ("", false),
    ])
  func values(_ value: String, _ isName: Bool) {
    let bytes = Array(value.utf8)
    let confidence = bytes.withUnsafeBufferPointer { Self.recognizer.isPersonName($0) }
    #expect((confidence >= 500_000) == isName, "\(value): \(confidence)")
  }
}
