/// The name of an input as reports show it.
enum SourcePath {
  /// As given; of an absolute path only the last part, so that reports name no machine's folders.
  static func shown(_ name: String) -> String {
    guard name.utf8.first == UInt8(ascii: "/") else { return name }
    return name.split(separator: "/").last.map { String($0) } ?? "input"
  }

  /// `users.ndjson:12`; without a line the name alone.
  static func shown(_ name: String, line: Int64) -> String {
    line > 0 ? "\(shown(name)):\(line)" : shown(name)
  }

  /// A relative URI reference: what may not stand in a path segment is percent-encoded.
  static func uri(_ name: String) -> String {
    let hex = Array("0123456789ABCDEF".utf8)
    var path = shown(name)[...]
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    var bytes: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        bytes.append(byte)
      default:
        bytes += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    return bytes.isEmpty ? "input" : String(decoding: bytes, as: UTF8.self)
  }
}
