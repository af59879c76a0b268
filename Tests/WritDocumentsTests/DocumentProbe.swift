@testable import WritDocuments

/// What a document was read as, with everything that may differ.
struct SeenValue: Equatable, CustomStringConvertible {
  var bytes: [UInt8]
  var kind: DocumentValue.Kind
  var part: DocumentValue.Part
  var offset: Int64
  var key: String?
  var path: String

  var text: String { String(decoding: bytes, as: UTF8.self) }
  var description: String { "\(kind) \(part) @\(offset) [\(key ?? "")] \(path): \(text)" }
}

/// Reads and rewrites documents held in memory.
struct DocumentProbe {
  var format: DocumentFormat
  var limits = DocumentLimits()

  struct Result: Equatable {
    var values: [SeenValue] = []
    var fallbacks: [DocumentFallback] = []
    var output: [UInt8] = []

    var texts: [String] { values.filter { $0.kind != .name }.map(\.text) }
  }

  /// - Parameter cuts: where the document is cut into chunks.
  func run(
    _ bytes: [UInt8], cuts: [Int] = [],
    _ answer: (SeenValue) -> Replacement = { _ in .keep }
  ) throws -> Result {
    var result = Result()
    var output: [UInt8] = []
    nonisolated(unsafe) let sink = UnsafeMutablePointer<[UInt8]>.allocate(capacity: 1)
    sink.initialize(to: [])
    defer {
      sink.deinitialize(count: 1)
      sink.deallocate()
    }
    var rewriter = DocumentRewriter(format, limits: limits) { sink.pointee += $0 }
    var start = 0
    for end in cuts + [bytes.count] {
      // A chunk's memory is its own: nothing may look at it later.
      let chunk = Array(bytes[start..<end])
      try chunk.withUnsafeBufferPointer { chunk in
        try rewriter.feed(chunk, isLast: end == bytes.count) { value in
          let seen = SeenValue(
            bytes: Array(value.bytes), kind: value.kind, part: value.part, offset: value.offset,
            key: value.key, path: value.path)
          result.values.append(seen)
          return answer(seen)
        }
      }
      start = end
      if end == bytes.count { break }
    }
    output = sink.pointee
    result.output = output
    result.fallbacks = rewriter.fallbacks
    return result
  }

  func run(_ text: String, _ answer: (SeenValue) -> Replacement = { _ in .keep }) throws -> Result {
    try run(Array(text.utf8), answer)
  }

  /// The document with every value of a text replaced.
  func replacing(_ old: String, with new: String, in text: String) throws -> String {
    let result = try run(text) { $0.text == old ? .replace(Array(new.utf8)) : .keep }
    return String(decoding: result.output, as: UTF8.self)
  }
}
