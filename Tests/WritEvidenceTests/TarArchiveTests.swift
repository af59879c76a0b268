import Testing
import WritEvidence
import _WritTestSupport

@Suite struct TarArchiveTests {
  private func archive(_ files: [(String, [UInt8])], time: Int64 = 1_780_272_000) throws -> [UInt8]
  {
    var bytes: [UInt8] = []
    for (path, content) in files {
      bytes += try #require(
        TarArchive.header(path: path, size: Int64(content.count), time: time))
      bytes += content + TarArchive.padding(after: Int64(content.count))
    }
    return bytes + TarArchive.end
  }

  private let deep = String(repeating: "d", count: 90) + "/" + String(repeating: "f", count: 90)

  @Test func filesComeBack() throws {
    let files = [
      ("b/a", Array("hello".utf8)), ("b/\(deep)", []), ("b/z/y", [UInt8](repeating: 7, count: 512)),
    ]
    let (folder, read) = try TarArchive.read(archive(files))
    #expect(folder == "b")
    #expect(
      read.files
        == Dictionary(uniqueKeysWithValues: files.map { (String($0.0.dropFirst(2)), $0.1) }))
  }

  @Test func otherArchivesAreRefused() throws {
    let good = try archive([("b/a", Array("hello".utf8)), ("b/c", [1])])
    let cases: [(String, [UInt8])] = [
      ("empty", []), ("no files", TarArchive.end),
      ("cut off", Array(good.dropLast(700))), ("no end", Array(good.dropLast(512))),
      ("tail", good + [UInt8](repeating: 0, count: 512)),
      ("out of order", try archive([("b/c", []), ("b/a", [])])),
      ("twice", try archive([("b/a", []), ("b/a", [])])),
      ("two folders", try archive([("a/a", []), ("b/a", [])])),
      ("no folder", try archive([("a", [])])),
      ("up", try archive([("b/../a", [])])), ("absolute", try archive([("/b/a", [])])),
    ]
    for (name, bytes) in cases {
      #expect(throws: EvidenceFailure.self, "\(name)") { try TarArchive.read(bytes) }
    }
  }

  @Test func everyByteOfHeadersAndPaddingCounts() throws {
    let good = try archive([("b/a", Array("hello".utf8))])
    for index in good.indices where !(512..<517).contains(index) {
      var changed = good
      changed[index] ^= 1
      // Another name or time is another archive; nothing else passes.
      guard let (folder, read) = try? TarArchive.read(changed) else { continue }
      Issue.record("byte \(index): \(folder) \(read.files.keys)")
    }
  }

  @Test func randomBytesAreRefused() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<300 {
      let count = Int.random(in: 0..<3000, using: &generator)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      #expect(throws: EvidenceFailure.self) { try TarArchive.read(bytes) }
    }
  }
}
