package import WritDetection

/// A find with its place in the document and its value, handed to whoever counts, prints or masks it.
package struct PersonalFind {
  /// Bytes of the document as it lies there, decompressed; what stands between quotes, escapes included.
  package var start: Int64
  package var end: Int64
  /// From 1; nil where lines say nothing.
  package var line: Int64?
  /// `$.people[3].email`, `row 17, email`; nil in plain text.
  package var path: String?
  package var find: Find
  /// The value itself, decoded: never for logs or messages.
  package var value: [UInt8]

  package init(
    start: Int64, end: Int64, line: Int64?, path: String?, find: Find, value: [UInt8]
  ) {
    self.start = start
    self.end = end
    self.line = line
    self.path = path
    self.find = find
    self.value = value
  }
}
