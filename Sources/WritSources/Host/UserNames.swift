/// Names for the numbers of accounts and groups, as far as the local files know them.
struct UserNames {
  private let users: [Int: String]
  private let groups: [Int: String]

  init(files: any FileSystem) {
    users = Self.read("/etc/passwd", from: files)
    groups = Self.read("/etc/group", from: files)
  }

  func user(_ number: Int) -> String? { users[number] }
  func group(_ number: Int) -> String? { groups[number] }

  private static func read(_ path: String, from files: any FileSystem) -> [Int: String] {
    guard let bytes = try? files.read(path) else { return [:] }
    var names: [Int: String] = [:]
    for line in TextLine.lines(of: bytes) {
      let parts = line.fields(by: UInt8(ascii: ":"))
      guard parts.count >= 4, let number = UInt32(parts[2]), !parts[0].isEmpty else { continue }
      if names[Int(number)] == nil { names[Int(number)] = parts[0] }
    }
    return names
  }
}
