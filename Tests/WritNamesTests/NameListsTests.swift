import Testing

@testable import WritNames

@Suite("A user's lists of names")
struct NameListsTests {
  @Test("one name a line counts for both")
  func lines() throws {
    let lists = try NameLists(Array("\u{FEFF}# ours\nQuibble\r\n\n  Tam O'Worth \n".utf8))
    #expect(lists.first == ["Quibble", "Tam O'Worth"])
    #expect(lists.last == lists.first)
  }

  @Test("columns first and last")
  func columns() throws {
    let lists = try NameLists(Array("id;first;Last\na;Zebulina;Quibble\nb;;\"Van Worth\"\n".utf8))
    #expect(lists.first == ["Zebulina"])
    #expect(lists.last == ["Quibble", "Van Worth"])
  }

  @Test(
    "what is wrong is said with its line",
    arguments: [
      ("", 1, "holds no names"), ("a,b\n", 1, "no line names the columns"),
      ("first,last\na,b,c\n", 2, "3 cells"), ("Nora\nuser42\n", 2, "no name: 'user42'"),
      ("first\n" + String(repeating: "x", count: 200), 2, "200 bytes"),
    ])
  func problems(_ text: String, _ line: Int, _ message: String) {
    #expect {
      try NameLists(Array(text.utf8))
    } throws: { error in
      guard let problem = error as? NameLists.Problem else { return false }
      return problem.line == line && problem.message.contains(message) && !problem.help.isEmpty
    }
  }

  @Test("broken UTF-8 is refused")
  func encoding() {
    #expect(throws: NameLists.Problem.self) { try NameLists([0x4E, 0xFF, 0x0A]) }
  }

  @Test("a name of the user is found")
  func use() throws {
    let lists = try NameLists(Array("first,last\nZebulina,Quibble\n".utf8))
    let text = Array("Please call Quibble again.".utf8)
    text.withUnsafeBufferPointer { buffer in
      let ours = NameRecognizer(extra: lists).finds(in: buffer)
      let theirs = NameRecognizer().finds(in: buffer)
      #expect(ours.contains { $0.odds > 0 } && !theirs.contains { $0.odds > 0 })
    }
  }
}
