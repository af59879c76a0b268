package import WritDetection
package import WritDocuments
package import WritMasking

/// Gives values of a masked document back, in their places.
package final class DocumentUnmasker {
  private let scanner: TextScanner
  private let mask: Mask
  private let unmasker: Unmasker
  private let reversal: Reversal
  private let contexts: [ValueContext]
  private let people: RecordPeople?
  private let documentPerson: [UInt8]?
  package private(set) var restored = 0
  /// What has the form of a token and is none of this mask's.
  package private(set) var foreign = 0

  package init(
    _ scanner: TextScanner, _ mask: Mask, _ reversal: Reversal, people: RecordPeople?,
    documentPerson: [UInt8]?
  ) {
    self.scanner = scanner
    self.mask = mask
    unmasker = Unmasker(mask)
    self.reversal = reversal
    contexts = scanner.set.definitions.map(DocumentMasker.context)
    self.people = people
    self.documentPerson = documentPerson
  }

  /// - Parameters:
  ///   - document: whole, since a token must not be cut.
  ///   - output: takes the document with its values.
  package func unmask(
    _ document: [UInt8], _ format: DocumentFormat,
    output: @escaping (UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    if format == .text {
      let restored = try self.restored(document, path: nil) ?? document
      return try restored.withUnsafeBufferPointer { try output($0) }
    }
    var rewriter = DocumentRewriter(
      format, limits: DocumentLimits(pieceSize: max(1, document.count)), output: output)
    try document.withUnsafeBufferPointer { bytes in
      try rewriter.feed(bytes, isLast: true) { value in
        try restored(Array(value.bytes), path: value.path, key: value.key).map { .replace($0) }
          ?? .keep
      }
    }
  }

  /// A text with its values; nil where there are none.
  private func restored(
    _ text: [UInt8], path: String?, key: String? = nil
  ) throws -> [UInt8]? {
    var parts: [(range: Range<Int>, value: [UInt8])] = []
    for range in MaskedShape.tokens(in: text) {
      if let value = try value(of: Array(text[range])) { parts.append((range, value)) }
    }
    let person = path.flatMap { people?.person(at: $0) } ?? documentPerson
    for find in scanner.scanValue(text, key: key).finds
    where !parts.contains(where: { $0.range.overlaps(find.range) }) {
      var context = contexts[find.detector]
      guard isInPlace(mask.operation(for: context.category)) else { continue }
      context.person = person
      if let value = try? unmasker.value(of: Array(text[find.range]), context) {
        parts.append((find.range, value))
      } else {
        foreign += 1
      }
    }
    guard !parts.isEmpty else { return nil }
    var result: [UInt8] = []
    var place = 0
    for part in parts.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      result += text[place..<part.range.lowerBound] + part.value
      place = part.range.upperBound
      restored += 1
    }
    return result + text[place...]
  }

  private func isInPlace(_ operation: MaskOperator) -> Bool {
    switch operation {
    case .encryptFormat, .shiftDate: true
    default: false
    }
  }

  private func value(of token: [UInt8]) throws -> [UInt8]? {
    switch MaskedShape(token) {
    case .token:
      if let value = try? unmasker.value(ofToken: token) { return value }
    case .vault:
      if let value = try unmasker.values(ofVaultTokens: [token], reversal).first ?? nil {
        return value
      }
    default: return nil
    }
    foreign += 1
    return nil
  }
}
