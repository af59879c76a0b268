package import WritDocuments
import WritSources
import WritTables

/// A file as a stream of a document's bytes, whatever it is wrapped in.
package struct DocumentInput {
  package struct Failure: Error, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
  }

  package enum Content {
    /// Why there is nothing to look at.
    case skipped(String)
    /// The format, and the next bytes each time; none is the end.
    case values(DocumentFormat, () throws -> [UInt8])
  }

  /// What a path of `-` is.
  package static let standardInput = "-"
  private static let chunkSize = 1 << 20

  package let content: Content
  package let formatName: String
  package let isCompressed: Bool
  /// Whether plain text is lines of a log rather than prose.
  package let isLog: Bool

  /// The bytes of a file as they lie there.
  static func raw(_ path: String) -> any ByteSource {
    FileByteSource(path: path == standardInput ? "/dev/stdin" : path, name: path)
  }

  /// - Throws: what the file system and a broken archive say.
  package init(_ path: String) throws {
    var stream = try PeekedBytes(Self.raw(path).open(), count: DocumentFormat.headSize)
    var format = stream.format(name: path)
    var wrapping = ""
    if format == .gzip {
      stream = try PeekedBytes(
        GzipSource(Opened(name: path, stream: stream)).open(), count: DocumentFormat.headSize)
      format = stream.format(name: path)
      wrapping = ", gzip"
    }
    isCompressed = !wrapping.isEmpty
    isLog = format == .text && stream.isLog
    switch format {
    case .text, .csv, .json, .ndjson, .yaml, .xml, .html:
      formatName = "\(format)" + wrapping
      content = .values(format) { try stream.chunk(Self.chunkSize) }
    case .gzip:
      formatName = "gzip"
      content = .skipped("gzip within gzip")
    case .zip:
      formatName = "zip"
      content = .skipped("a zip file")
    case .pdf:
      formatName = "pdf"
      content = .skipped("PDF")
    case .binary(let kind):
      formatName = "binary"
      content = .skipped(kind)
    case .otherEncoding(let encoding):
      formatName = "text"
      content = .skipped("\(encoding); convert it to UTF-8")
    }
  }
}

/// A stream whose front was looked at.
private struct PeekedBytes: ByteStream {
  private var stream: any ByteStream
  private var front: [UInt8]
  private var isWhole: Bool

  init(_ stream: any ByteStream, count: Int) throws {
    self.stream = stream
    front = []
    isWhole = false
    while front.count < count, !isWhole {
      let next = try Self.read(&self.stream, count - front.count)
      isWhole = next.isEmpty
      front += next
    }
  }

  func format(name: String) -> DocumentFormat {
    front.withUnsafeBufferPointer {
      DocumentFormat.recognize(name: name, head: $0, isWhole: isWhole)
    }
  }

  /// Most of the first lines begin with a time, an address or a level, as logs have it.
  var isLog: Bool { LogLook.isLog(front) }

  mutating func chunk(_ count: Int) throws -> [UInt8] {
    if !front.isEmpty {
      defer { front = [] }
      return front
    }
    return try Self.read(&stream, count)
  }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    if front.isEmpty { return try stream.read(into: buffer) }
    let count = min(front.count, buffer.count)
    buffer.copyBytes(from: front[..<count])
    front.removeFirst(count)
    return count
  }

  private static func read(_ stream: inout any ByteStream, _ count: Int) throws -> [UInt8] {
    try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = try stream.read(into: UnsafeMutableRawBufferPointer(buffer))
    }
  }
}

/// A stream that was begun already, as a source that is opened once.
private struct Opened: ByteSource, @unchecked Sendable {
  let name: String
  let stream: PeekedBytes

  func open() throws -> any ByteStream { stream }
}
