import Foundation
import Testing
import WritCompression
import _WritTestSupport

@testable import WritDocuments

@Suite("office documents") struct OfficeTests {
  /// A zip file of deflated entries, one in three stored.
  private func zip(_ parts: [(String, String)], claimedSize: UInt32? = nil) throws -> [UInt8] {
    func little(_ value: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for (index, part) in parts.enumerated() {
      var packed = Array(part.1.utf8)
      let method = index % 3 == 2 ? 0 : 8
      if method == 8 {
        var member: [UInt8] = []
        try packed.withUnsafeBufferPointer {
          try GzipDeflater().feed($0, isLast: true) { member += $0 }
        }
        packed = Array(member.dropFirst(10).dropLast(8))
      }
      let shared =
        little(20, 2) + little(0, 2) + little(method, 2) + little(0, 8) + little(packed.count, 4)
        + little(part.1.utf8.count, 4) + little(part.0.utf8.count, 2) + little(0, 2)
      directory += little(0x0201_4B50, 4) + little(20, 2) + shared + little(0, 10)
      directory += little(file.count, 4) + Array(part.0.utf8)
      file += little(0x0403_4B50, 4) + shared + Array(part.0.utf8) + packed
    }
    let start = file.count
    file += directory + little(0x0605_4B50, 4) + little(0, 4) + little(parts.count, 2)
    return file + little(parts.count, 2) + little(directory.count, 4) + little(start, 4)
      + little(0, 2)
  }

  private func open(_ bytes: [UInt8], _ limits: ZipLimits = ZipLimits()) throws -> ZipArchive {
    try ZipArchive(size: Int64(bytes.count), limits: limits) { offset, count in
      let start = min(bytes.count, max(0, Int(offset)))
      return Array(bytes[start..<min(bytes.count, start + count)])
    }
  }

  private func texts(_ bytes: [UInt8]) throws -> (OfficeKind?, [String]) {
    guard let reader = try OfficeReader(open(bytes)) else { return (nil, []) }
    var found: [String] = []
    try reader.read {
      found.append("\($0.path) [\($0.key ?? "")] \(String(decoding: $0.bytes, as: UTF8.self))")
    }
    return (reader.kind, found)
  }

  private let types = ("[Content_Types].xml", "<Types/>")

  @Test("runs of a paragraph are one text") func word() throws {
    let body =
      "<w:document><w:body><w:p><w:r><w:t>ann</w:t></w:r><w:r><w:t>@example.com &amp; x</w:t></w:r></w:p>"
      + "<w:p><w:r><w:t>second</w:t><w:tab/><w:t>part</w:t></w:r></w:p></w:body></w:document>"
    let core = "<cp:p xmlns:dc='x'><dc:creator>Ann Example</dc:creator></cp:p>"
    let bytes = try zip([types, ("word/document.xml", body), ("docProps/core.xml", core)])
    let (kind, found) = try texts(bytes)
    #expect(kind == .docx)
    #expect(
      found == [
        "word/document.xml, paragraph 1 [] ann@example.com & x",
        "word/document.xml, paragraph 2 [] second part",
        "docProps/core.xml, paragraph 1 [] Ann Example",
      ])
  }

  @Test("cells have the first row's names") func sheet() throws {
    let shared =
      "<sst><si><t>mail</t></si><si><r><t>ann</t></r><r><t>@example.com</t></r></si><si><t>unused</t></si></sst>"
    let sheet =
      "<worksheet><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>id</t></is></c><c r='B1' t='s'><v>0</v></c></row>"
      + "<row r='2'><c r='A2'><v>17</v></c><c r='B2' t='s'><v>1</v></c></row></sheetData></worksheet>"
    let bytes = try zip([
      types, ("xl/workbook.xml", "<workbook/>"), ("xl/worksheets/sheet1.xml", sheet),
      ("xl/sharedStrings.xml", shared),
    ])
    let (kind, found) = try texts(bytes)
    #expect(kind == .xlsx)
    #expect(
      found == [
        "xl/worksheets/sheet1.xml, cell A1 [] id", "xl/worksheets/sheet1.xml, cell B1 [] mail",
        "xl/worksheets/sheet1.xml, cell A2 [id] 17",
        "xl/worksheets/sheet1.xml, cell B2 [mail] ann@example.com",
        "xl/sharedStrings.xml, text 1 [] unused",
      ])
  }

  @Test("OpenDocument") func openDocument() throws {
    let content =
      "<office:text><text:h>Head</text:h><text:p>a<text:s/>b <text:span>c</text:span></text:p></office:text>"
    let bytes = try zip([
      ("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content),
    ])
    let (kind, found) = try texts(bytes)
    #expect(kind == .odt)
    #expect(found == ["content.xml, paragraph 1 [] Head", "content.xml, paragraph 2 [] a b c"])
  }

  @Test("another zip file is none") func other() throws {
    #expect(try texts(zip([("a.txt", "x")])).0 == nil)
  }

  @Test("traps and damage") func traps() throws {
    let bomb = try zip([types, ("word/document.xml", String(repeating: " ", count: 5_000_000))])
    var limits = ZipLimits()
    limits.ratio = 100
    let reader = try #require(try OfficeReader(open(bomb, limits)))
    #expect(throws: ZipFault.self) { try reader.read { _ in } }
    limits = ZipLimits()
    limits.total = 1 << 20
    let other = try #require(try OfficeReader(open(bomb, limits)))
    #expect(throws: ZipFault.tooLarge("it expands to more than 1 MiB")) { try other.read { _ in } }
    #expect(throws: ZipFault.self) { try open(Array(bomb.dropLast(30))) }
  }

  @Test("no byte that is wrong brings it down") func mutated() throws {
    let good = try zip([
      types, ("word/document.xml", "<w:p><w:t>text</w:t></w:p>"), ("docProps/core.xml", "<a/>"),
    ])
    var random = SeededGenerator(seed: 3)
    var failures = 0
    for _ in 0..<800 {
      var bytes = good
      for _ in 0..<3 {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      do { _ = try texts(bytes) } catch is ZipFault { failures += 1 }
    }
    #expect(failures > 100)
  }
}
