import Foundation
package import Testing

/// Compares a text with the file kept beside the test, `path` being relative to the test's folder.
///
/// With `WRIT_RECORD=1` it writes the file and fails all the same: a golden change is read, not waved
/// through.
package func expectGolden(
  _ text: String, _ path: String, testFile: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let file = URL(fileURLWithPath: testFile).deletingLastPathComponent().appendingPathComponent(path)
  if ProcessInfo.processInfo.environment["WRIT_RECORD"] == "1" {
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(path)", sourceLocation: sourceLocation)
    } catch {
      Issue.record("\(path) can't be written: \(error)", sourceLocation: sourceLocation)
    }
    return
  }
  guard let data = try? Data(contentsOf: file) else {
    Issue.record("\(path) is absent; WRIT_RECORD=1 records it", sourceLocation: sourceLocation)
    return
  }
  guard data != Data(text.utf8) else { return }
  let expected = String(decoding: data, as: UTF8.self).split(
    separator: "\n", omittingEmptySubsequences: false)
  let actual = text.split(separator: "\n", omittingEmptySubsequences: false)
  let line = zip(expected, actual).prefix { $0.0.utf8.elementsEqual($0.1.utf8) }.count
  Issue.record(
    """
    \(path):\(line + 1) differs
    - \(line < expected.count ? String(expected[line]) : "(end)")
    + \(line < actual.count ? String(actual[line]) : "(end)")
    """, sourceLocation: sourceLocation)
}
