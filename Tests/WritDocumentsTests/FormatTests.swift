import Testing

@testable import WritDocuments

@Suite("recognizing documents") struct FormatTests {
  static let cases: [(String?, String, DocumentFormat)] = [
    (nil, "{\"a\": 1}", .json), (nil, "[\n 1\n]", .json), (nil, "{\"a\":1}\n{\"a\":2}\n", .ndjson),
    ("x.json", "{\"a\":1}\n{\"a\":2}\n", .ndjson), ("x.ndjson", "{\"a\":1}\n", .ndjson),
    ("x.json", "{\"a\": broken", .json), (nil, "[2026-01-02] started\n", .text),
    (nil, "a,b,c\n1,2,3\n4,5,6\n", .csv),
    ("x.txt", "id;mail\n1;a@example.com\n2;b@example.com\n", .csv),
    ("x.csv", "1 Dear Ann\n2 how are you\n", .text), ("x.csv", "{\"a\": 1}", .json),
    (nil, "<?xml version='1.0'?><a/>", .xml), (nil, "<!DOCTYPE html><p>x", .html),
    (nil, "<a><b/></a>", .xml),
    (nil, "<34>Oct 11 host su: failed\n", .text), ("x.yaml", "a: 1\nb:\n- c\n", .yaml),
    (nil, "---\na: 1\n", .yaml), (nil, "a: 1\nb:\n  c: 2\n", .yaml),
    (nil, "ERROR: no\nINFO: yes\n", .text),
    ("x.json", "", .json), (nil, "", .text), ("x.csv", "%PDF-1.7 ...", .pdf),
    (nil, "PK\u{3}\u{4}....", .zip),
    (nil, "Dear Ann, how are you?\nFine, thanks, and you, too?\n", .text),
    ("a.log", "Jan  5 host sshd[1]: Accepted for ann from 192.0.2.1\n", .text),
  ]

  @Test("by content first", arguments: cases.indices) func content(index: Int) {
    let (name, text, expected) = Self.cases[index]
    let found = Array(text.utf8).withUnsafeBufferPointer {
      DocumentFormat.recognize(name: name, head: $0, isWhole: true)
    }
    #expect(found == expected, "\(name ?? "-") \(text)")
  }

  @Test("bytes") func bytes() {
    func recognize(_ bytes: [UInt8]) -> DocumentFormat {
      bytes.withUnsafeBufferPointer { DocumentFormat.recognize(name: nil, head: $0) }
    }
    #expect(recognize([0x1F, 0x8B, 8, 0]) == .gzip)
    #expect(recognize([0xFF, 0xFE, 0x41, 0]) == .otherEncoding("UTF-16"))
    #expect(recognize([UInt8](repeating: 0, count: 100)) == .binary("binary data"))
    // A NUL in a log does not hide it.
    #expect(recognize(Array(String(repeating: "a line of a log\n", count: 9).utf8) + [0]) == .text)
  }
}
