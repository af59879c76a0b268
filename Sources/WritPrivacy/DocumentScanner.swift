import WritCrypto
package import WritDetection
package import WritDocuments
import WritModel

/// Makes a report's items of what is found in one document.
package struct DocumentScanner {
  private let scanner: TextScanner
  private let definitions: [DetectorDefinition]
  private let digestKey: [UInt8]
  private let showsValues: Bool

  /// - Parameters:
  ///   - digestKey: of the digests that stand for values.
  ///   - showsValues: keeps the values themselves in the items.
  package init(_ scanner: TextScanner, digestKey: [UInt8], showsValues: Bool) {
    self.scanner = scanner
    definitions = scanner.set.definitions
    self.digestKey = digestKey
    self.showsValues = showsValues
  }

  /// - Parameter read: fills the buffer with the next bytes; an empty one is the end.
  package func scan(
    _ document: inout ScanReport.Document, format: DocumentFormat, limits: DocumentLimits,
    read: () throws -> [UInt8]
  ) throws {
    let pass = DocumentPass(format, scanner, limits: limits)
    var chunk = try read()
    while true {
      let next = chunk.isEmpty ? [] : try read()
      let events = try chunk.withUnsafeBufferPointer { bytes in
        try pass.feed(bytes, isLast: next.isEmpty) { find in
          document.items.append(item(find))
          return nil
        }
      }
      document.bytes += Int64(chunk.count)
      document.events += events.map(event)
      if next.isEmpty { break }
      chunk = next
    }
    for fallback in pass.fallbacks {
      document.events.append(
        ScanReport.Event(
          reason: "not readable as \(document.format), looked at as text: \(fallback.reason)",
          detector: nil, offset: fallback.offset, isGap: false))
    }
  }

  package func item(_ found: PersonalFind) -> ScanReport.Item {
    let definition = definitions[found.find.detector]
    return ScanReport.Item(
      detector: definition.name, category: definition.category, start: found.start,
      end: found.end, line: found.line, path: found.path, probability: found.find.probability,
      terms: found.find.terms,
      also: found.find.also.map {
        ScanReport.Other(
          detector: definitions[$0.detector].name, probability: $0.probability)
      }, digest: ValueDigest.of(found.value, key: digestKey),
      value: showsValues ? found.value : nil)
  }

  private func event(_ event: ScanEvent) -> ScanReport.Event {
    ScanReport.Event(
      reason: event.kind.rawValue, detector: event.detector.map { definitions[$0].name },
      offset: Int64(event.offset), isGap: event.isGap)
  }
}
