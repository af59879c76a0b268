/// The numbers that `number` gives within one document: `<PERSON_NAME_1>` for the first person and every mention of them.
///
/// Values are asked for in the order of the document, from one thread: the order decides the numbers.
package final class DocumentNumbers {
  /// What stands behind one placeholder.
  package struct Entry: Hashable, Sendable {
    package var placeholder: [UInt8]
    /// As it stood where it was met first. Whoever keeps the map keeps it sealed.
    package var value: [UInt8]
  }

  private struct Key: Hashable {
    var name: [UInt8]
    var canonical: [UInt8]
  }

  package private(set) var entries: [Entry] = []
  private var numbers: [Key: Int] = [:]
  private var last: [[UInt8]: Int] = [:]

  package init() {}

  func placeholder(_ value: [UInt8], canonical: [UInt8], detector: String) -> [UInt8] {
    let name = MaskedShape.name(of: detector)
    let key = Key(name: name, canonical: canonical)
    if let number = numbers[key] { return Self.placeholder(name, number) }
    let number = (last[name] ?? 0) + 1
    last[name] = number
    numbers[key] = number
    let placeholder = Self.placeholder(name, number)
    entries.append(Entry(placeholder: placeholder, value: value))
    return placeholder
  }

  /// A placeholder that the document had already: new ones go on after it.
  func reserve(_ name: String, _ number: Int) {
    let name = Array(name.utf8)
    last[name] = max(last[name] ?? 0, number)
  }

  private static func placeholder(_ name: [UInt8], _ number: Int) -> [UInt8] {
    [UInt8(ascii: "<")] + name + Array("_\(number)>".utf8)
  }
}
