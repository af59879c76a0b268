import WritDocuments

/// A document of any format comes out as it was, and gives the same values in chunks of any size.
struct DocumentsTarget: FuzzTarget {
  let name = "documents"
  let words = [
    "{", "}", "[", "]", "\"", "\\", "\\u00e9", "\\ud83d", ":", ",", ";", "\t", "|", "\n", "\r\n",
    "<a b='", "</a>", "<!--", "-->", "<![CDATA[", "]]>", "&amp;", "&#64;", "<script>", "- ", "a: ",
    "|\n  ", ">-\n", "# ", "'", "---\n", "\u{FEFF}", "\0", "1", "-0.5e3", "true", "x@example.com",
  ]

  private static let formats: [DocumentFormat] = [
    .json, .ndjson, .csv, .xml, .html, .yaml, .text,
  ]

  func run(_ input: [UInt8]) throws -> [String] {
    var traits: [String] = []
    input.withUnsafeBufferPointer { bytes in
      traits.append("\(DocumentFormat.recognize(name: nil, head: bytes, isWhole: true))")
      _ = DocumentFormat.recognize(name: "a.yaml", head: bytes)
    }
    for format in Self.formats {
      for size in [16, 1 << 20] {
        let limits = DocumentLimits(pieceSize: size, depth: 16)
        let whole = try Self.print(format, input, chunk: max(1, input.count), limits)
        try expect(whole.output == input, "\(format) is not the same", "piece \(size)")
        let step = 1 + input.count % 7
        let parts = try Self.print(format, input, chunk: step, limits)
        try expect(parts == whole, "\(format) depends on chunks", "piece \(size), chunk \(step)")
        traits.append("\(format) \(whole.fallback)")
      }
      _ = try Self.print(format, input, chunk: 64, DocumentLimits(), new: [0x22, 0x0A, 0x3C])
    }
    return traits
  }

  private struct Print: Equatable {
    var values: [String] = []
    var fallback = ""
    var output: [UInt8] = []
  }

  private final class Sink {
    var bytes: [UInt8] = []
  }

  private static func print(
    _ format: DocumentFormat, _ input: [UInt8], chunk: Int, _ limits: DocumentLimits,
    new: [UInt8]? = nil
  ) throws -> Print {
    var print = Print()
    let sink = Sink()
    var rewriter = DocumentRewriter(format, limits: limits) { sink.bytes += $0 }
    var start = 0
    repeat {
      let end = min(input.count, start + chunk)
      try Array(input[start..<end]).withUnsafeBufferPointer { bytes in
        try rewriter.feed(bytes, isLast: end == input.count) { value in
          print.values.append(
            "\(value.offset) \(value.kind) \(value.part) \(value.path) \(Array(value.bytes))")
          _ = value.sourceOffset(of: value.bytes.count / 2)
          return new.map { .replace($0) } ?? .keep
        }
      }
      start = end
    } while start < input.count
    print.fallback = rewriter.fallbacks.first?.reason ?? ""
    print.output = sink.bytes
    return print
  }
}
