import WritValues

/// Sockets that wait for others to speak first.
enum PortReader: HostReader {
  static let table = HostTable.listeningPorts
  private static let lists: [(path: String, network: String, isV6: Bool, state: String)] = [
    ("/proc/net/tcp", "tcp", false, "0A"), ("/proc/net/tcp6", "tcp", true, "0A"),
    ("/proc/net/udp", "udp", false, "07"), ("/proc/net/udp6", "udp", true, "07"),
  ]
  static let plan =
    lists.map { PlannedRead($0.path, .anyone, "sockets and their owners' numbers") }
    + [
      PlannedRead("/etc/passwd", .anyone, "names for those numbers"),
      PlannedRead("/proc/*/fd/*", .root, "which program holds a socket"),
      PlannedRead("/proc/*/comm", .anyone, "the program's name"),
    ]
  static let description = TableDescription(
    name: "host_listening_ports", binding: "{ from: collect, table: listening_ports }",
    title: "Listening sockets", key: ["id"],
    fields: [
      .init("host", "text", "name of the host"),
      .init("id", "text", "`tcp:0.0.0.0:22`, `udp:[::1]:323`"),
      .init("protocol", "\"tcp\" | \"udp\"", "an UDP socket listens when it has no peer"),
      .init("address", "ip", "the address it is bound to"),
      .init("port", "int", "1 to 65535"),
      .init(
        "scope", "\"loopback\" | \"any\" | \"address\"",
        "this host alone, every address, or the one given; `::` mostly takes IPv4 as well"),
      .init("uid", "int", "the account that opened it"),
      .init("user", "text?", "that account's name, where the account file has it"),
      .init(
        "processes", "set<text>?",
        "names of the programs that hold it; missing without the right to see them"),
    ],
    remarks: [
      "It shows the network namespace of the process that collects: not those of containers."
    ])

  static func collect(from files: any FileSystem) throws(FileFailure) -> CollectedTable {
    var table = CollectedTable()
    let owners = SocketOwners(files: files)
    let names = UserNames(files: files)
    var sockets: [String: Socket] = [:]
    for (position, list) in lists.enumerated() {
      let bytes: [UInt8]
      do {
        bytes = try files.read(list.path)
      } catch {
        // A kernel without IPv6 has no list of it.
        if error.kind == .missing, list.isV6 { continue }
        throw error
      }
      _ = table.source(list.path)
      for line in TextLine.lines(of: bytes).dropFirst() {
        guard let entry = Entry(line.words, isV6: list.isV6) else {
          table.reject(line, of: list.path, reason: "is not a socket")
          continue
        }
        guard entry.state == list.state, entry.port > 0 else { continue }
        let shown = list.isV6 ? "[\(entry.address)]" : entry.address.description
        let id = "\(list.network):\(shown):\(entry.port)"
        var socket =
          sockets[id]
          ?? Socket(
            entry: entry, network: list.network, path: list.path, line: line, rank: position)
        socket.inodes.append(entry.inode)
        sockets[id] = socket
      }
    }
    let sorted = sockets.sorted { one, other in
      let first = one.value
      let second = other.value
      return (first.rank, first.entry.port, first.entry.address)
        < (second.rank, second.entry.port, second.entry.address)
    }
    for (id, socket) in sorted {
      var builder = RecordBuilder()
      builder.set("id", text: id)
      builder.set("protocol", text: socket.network)
      builder.set("address", text: socket.entry.address.description)
      builder.set("port", number: socket.entry.port)
      builder.set("scope", text: socket.entry.scope)
      builder.set("uid", number: socket.entry.uid)
      builder.set("user", text: names.user(socket.entry.uid))
      builder.set("processes", texts: owners.names(of: socket.inodes))
      table.add(builder.record, from: socket.path, at: socket.line)
    }
    return table
  }

  private struct Socket {
    var entry: Entry
    var network: String
    var path: String
    var line: TextLine
    var rank: Int
    var inodes: [UInt64] = []
  }

  /// One line of the kernel's list.
  private struct Entry {
    var address: IPAddress
    var port: Int
    var state: String
    var uid: Int
    var inode: UInt64

    init?(_ words: [String], isV6: Bool) {
      guard words.count >= 10, let colon = words[1].utf8.lastIndex(of: UInt8(ascii: ":")),
        let port = Int(words[1][words[1].index(after: colon)...], radix: 16), port <= 65_535,
        port >= 0, let address = Self.address(words[1][..<colon], isV6: isV6),
        let uid = UInt32(words[7]), let inode = UInt64(words[9])
      else { return nil }
      self.address = address
      self.port = port
      state = words[3]
      self.uid = Int(uid)
      self.inode = inode
    }

    var scope: String {
      if address.bits == 0 { return "any" }
      if address.isV6 { return address.bits == 1 ? "loopback" : "address" }
      return address.bits >> 24 == 127 ? "loopback" : "address"
    }

    /// Words of 32 bits in the byte order of the machine, which is little-endian.
    private static func address(_ hex: Substring, isV6: Bool) -> IPAddress? {
      let digits = Array(hex.utf8)
      guard digits.count == (isV6 ? 32 : 8) else { return nil }
      var bits: UInt128 = 0
      for start in stride(from: 0, to: digits.count, by: 8) {
        guard
          let word = UInt32(String(decoding: digits[start..<(start + 8)], as: UTF8.self), radix: 16)
        else { return nil }
        bits = bits << 32 | UInt128(word.byteSwapped)
      }
      return IPAddress(isV6: isV6, bits: bits)
    }
  }
}

/// Which programs hold which sockets, as far as they may be seen.
private struct SocketOwners {
  private var holders: [UInt64: Set<String>] = [:]
  /// Whether some program's files may not be looked at.
  private var isPartial = false

  init(files: any FileSystem) {
    guard let entries = try? files.list("/proc") else {
      isPartial = true
      return
    }
    for process in entries where process.utf8.allSatisfy({ 48...57 ~= $0 }) {
      let folder = "/proc/\(process)/fd"
      let descriptors: [String]
      do {
        descriptors = try files.list(folder)
      } catch {
        // A program that has ended holds nothing.
        if error.kind != .missing { isPartial = true }
        continue
      }
      for descriptor in descriptors {
        guard let target = try? files.target("\(folder)/\(descriptor)"),
          let inode = ByteText(ArraySlice(Array(target.utf8))).dropping(prefix: "socket:[")?
            .dropping(suffix: "]"), let number = UInt64(inode.text)
        else { continue }
        let name = (try? files.read("/proc/\(process)/comm")).map {
          trimmed(String(decoding: $0, as: UTF8.self))
        }
        if let name { holders[number, default: []].insert(name) }
      }
    }
  }

  /// Nil when somebody unseen may hold them.
  func names(of inodes: [UInt64]) -> [String]? {
    let found = inodes.map { holders[$0] ?? [] }
    if isPartial, found.contains(where: \.isEmpty) { return nil }
    return found.reduce(into: Set<String>()) { $0.formUnion($1) }.sorted(by: FilePath.inOrder)
  }
}
