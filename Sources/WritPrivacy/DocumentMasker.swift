package import WritDetection
package import WritDocuments
package import WritMasking
package import WritModel
import WritValidators

/// Masks what is found in one document, in its place.
package final class DocumentMasker {
  private let scanner: TextScanner
  private let masker: Masker
  private let contexts: [ValueContext]
  /// Whom the values of a record are about.
  private let people: RecordPeople?
  /// For a text without records.
  private let documentPerson: [UInt8]?
  package private(set) var count = MaskCount()
  package private(set) var events: [ScanEvent] = []

  /// - Parameters:
  ///   - people: of the records, where a `shift_date` asks by which field dates move.
  ///   - documentPerson: stands for the person in a text without records; nil where there are some.
  package init(
    _ scanner: TextScanner, _ mask: Mask, people: RecordPeople?, documentPerson: [UInt8]?
  ) {
    self.scanner = scanner
    masker = Masker(mask)
    contexts = scanner.set.definitions.map(Self.context)
    self.people = people
    self.documentPerson = documentPerson
  }

  package static func context(_ definition: DetectorDefinition) -> ValueContext {
    ValueContext(
      detector: definition.name, category: definition.category,
      validators: definition.validators.compactMap { try? ValidatorLibrary.bind($0).get() })
  }

  /// - Parameters:
  ///   - read: the next bytes each time; none is the end.
  ///   - output: takes the masked document.
  package func mask(
    _ format: DocumentFormat, read: () throws -> [UInt8],
    output: @escaping (UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    let pass = DocumentPass(format, scanner, output: output)
    var chunk = try read()
    while true {
      let next = chunk.isEmpty ? [] : try read()
      events += try chunk.withUnsafeBufferPointer { bytes in
        try pass.feed(bytes, isLast: next.isEmpty) { masked($0) }
      }
      if next.isEmpty { return }
      chunk = next
    }
  }

  private func masked(_ found: PersonalFind) -> [UInt8]? {
    var context = contexts[found.find.detector]
    context.person = found.path.flatMap { people?.person(at: $0) } ?? documentPerson
    let masked = masker.apply(found.value, context)
    count.add(masked.outcome)
    return masked.bytes == found.value ? nil : masked.bytes
  }
}
