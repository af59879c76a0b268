/// A list of one dimension as PostgreSQL writes it: `{a,"b, c",NULL}`.
struct PostgresArray {
  /// Nil stands for NULL.
  private(set) var elements: [String?] = []
  private let bytes: [UInt8]
  private var position = 0

  /// Nil for another form: of several dimensions, or with bounds of its own (`[0:1]={…}`), since neither is a list.
  init?(_ text: String) {
    bytes = Array(text.utf8)
    guard skip(UInt8(ascii: "{")) else { return nil }
    if skip(UInt8(ascii: "}")) {
      guard position == bytes.count else { return nil }
      return
    }
    repeat {
      guard readElement() else { return nil }
    } while skip(UInt8(ascii: ","))
    guard skip(UInt8(ascii: "}")), position == bytes.count else { return nil }
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func readElement() -> Bool {
    var element: [UInt8] = []
    let isQuoted = skip(UInt8(ascii: "\""))
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\\"):
        position += 1
        guard position < bytes.count else { return false }
        element.append(bytes[position])
      case UInt8(ascii: "\"") where isQuoted:
        position += 1
        elements.append(String(decoding: element, as: UTF8.self))
        return true
      case UInt8(ascii: ",") where !isQuoted, UInt8(ascii: "}") where !isQuoted:
        let isNull = element.elementsEqual("NULL".utf8)
        elements.append(isNull ? nil : String(decoding: element, as: UTF8.self))
        return !element.isEmpty
      case UInt8(ascii: "{") where !isQuoted, UInt8(ascii: "\"") where !isQuoted: return false
      default: element.append(byte)
      }
      position += 1
    }
    return false
  }
}
