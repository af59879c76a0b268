import WritTables
import WritValues

/// What a source of records gives, to be compared.
struct RecordPrint: Hashable {
  /// A line may stand for very many events; more than these are not looked at.
  private static let limit = 20_000

  private(set) var count = 0
  private(set) var digest = 0
  private(set) var rejects: [Reject] = []
  private(set) var failure = ""

  private struct Enough: Error {}

  init(_ source: any RecordSource) {
    var hasher = Hasher()
    do {
      rejects = try source.forEachRecord { record, origin in
        count += 1
        hasher.combine(record)
        hasher.combine(origin)
        if count >= Self.limit { throw Enough() }
      }
    } catch {
      failure = "\(error)"
    }
    digest = hasher.finalize()
  }

  var traits: [String] {
    ["\(min(count, 6)) records", "\(min(rejects.count, 3)) rejects"]
      + Set(rejects.map(\.reason)) + (failure.isEmpty ? [] : ["failure"])
  }

  /// The same from pieces of any size.
  /// - Throws: `BrokenInvariant`.
  static func check(
    _ kind: String, _ input: [UInt8], _ make: (any ByteSource) -> any RecordSource
  ) throws -> RecordPrint {
    let whole = RecordPrint(make(PieceSource(name: "input", bytes: input, size: .max)))
    for size in [1, 7] {
      let pieces = RecordPrint(make(PieceSource(name: "input", bytes: input, size: size)))
      try expect(
        pieces == whole, "\(kind): pieces of \(size) give other records", "\(whole)\n\(pieces)")
    }
    return whole
  }
}
