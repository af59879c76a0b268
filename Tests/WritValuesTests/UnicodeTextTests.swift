import Testing
import WritValues
import _WritTestSupport

@Suite struct UnicodeTextTests {
  @Test(arguments: [
    ("Hello", "hello", "HELLO"), ("Straße", "straße", "STRAßE"),
    ("ΑΣ", "ας".replacing("ς", with: "σ"), "ΑΣ"),
    ("Éa", "éa", "ÉA"), ("ǅ", "ǆ", "Ǆ"), ("İ", "i", "İ"), ("ﬁ", "ﬁ", "ﬁ"), ("ÿ", "ÿ", "Ÿ"),
    ("𐐀", "𐐨", "𐐀"),
    ("Ǆ1", "ǆ1", "Ǆ1"), ("ᾀ", "ᾀ", "ᾈ"), ("", "", ""), ("Я я", "я я", "Я Я"),
    ("@[`{", "@[`{", "@[`{"),
  ])
  func mapsCaseOneToOne(text: String, lower: String, upper: String) {
    #expect(Text(UnicodeText.lower(text)) == Text(lower))
    #expect(Text(UnicodeText.upper(text)) == Text(upper))
  }

  @Test(arguments: [
    ("e\u{301}", "\u{E9}"), ("\u{E9}", "\u{E9}"), ("\u{212B}", "\u{C5}"),
    ("\u{1100}\u{1161}\u{11A8}", "\u{AC01}"),
    ("\u{AC00}\u{11A8}", "\u{AC01}"), ("a\u{323}\u{307}", "\u{1EA1}\u{307}"),
    ("a\u{307}\u{323}", "\u{1EA1}\u{307}"),
    ("\u{958}", "\u{915}\u{93C}"), ("\u{F900}", "\u{8C48}"), ("\u{301}", "\u{301}"),
    ("plain", "plain"),
    ("\u{1D15E}", "\u{1D157}\u{1D165}"), ("\u{FB01}", "\u{FB01}"),
  ])
  func composes(text: String, normal: String) {
    #expect(Text(UnicodeText.nfc(text)) == Text(normal))
    #expect(Text(UnicodeText.nfc(normal)) == Text(normal))
  }

  /// Swift's `==` is canonical equivalence: a text and its normal form are equal by it.
  @Test func agreesWithCanonicalEquivalence() {
    var generator = SeededGenerator(seed: 37)
    let ranges: [ClosedRange<UInt32>] = [
      0x41...0x17F, 0x300...0x36F, 0x1E00...0x1FFF, 0x900...0xDFF, 0xAC00...0xD7A3, 0x1100...0x11FF,
    ]
    for _ in 0..<3000 {
      var view = String.UnicodeScalarView()
      for _ in 0..<6 {
        let range = ranges[Int.random(in: 0..<ranges.count, using: &generator)]
        if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) {
          view.append(scalar)
        }
      }
      let text = String(view)
      let normal = UnicodeText.nfc(text)
      #expect(normal == text)
      #expect(Text(UnicodeText.nfc(normal)) == Text(normal))
    }
  }

  @Test func countsCodePoints() {
    #expect(UnicodeText.length("e\u{301}😀") == 3)
    #expect(UnicodeText.length("") == 0)
  }
}
