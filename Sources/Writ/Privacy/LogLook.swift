/// Tells a log from prose by how its lines begin.
enum LogLook {
  private static let mostLines = 200

  static func isLog(_ front: [UInt8]) -> Bool {
    var lines = 0
    var alike = 0
    for line in front.split(separator: 0x0A).prefix(mostLines) {
      lines += 1
      if beginsLikeLog(line) { alike += 1 }
    }
    return alike * 2 > lines
  }

  /// A date, a time, an address, a priority or a level within the first bytes, or `key=`.
  private static func beginsLikeLog(_ line: ArraySlice<UInt8>) -> Bool {
    let front = line.prefix(32)
    guard let first = front.first else { return false }
    if first == UInt8(ascii: "<") || first == UInt8(ascii: "{") { return true }
    let digits = front.prefix(24).count { (0x30...0x39).contains($0) }
    if digits >= 6 { return true }
    let word = front.prefix { $0 > 0x20 && $0 != UInt8(ascii: ":") }
    if word.contains(UInt8(ascii: "=")) { return true }
    let text = String(decoding: word, as: UTF8.self).uppercased()
    return ["INFO", "WARN", "WARNING", "ERROR", "DEBUG", "TRACE", "FATAL", "NOTICE"].contains {
      text == $0 || text == "[\($0)]"
    }
  }
}
