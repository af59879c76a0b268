import WritValues

/// What a file is, told from its first bytes.
package enum InputKind: String, CaseIterable, Sendable {
  case ndjson, json, csv, hr, okta, github, sshd, syslog

  /// The importer that reads it; nil for the plain formats.
  package var importer: ImportKind? {
    switch self {
    case .ndjson, .json, .csv: nil
    case .hr: .hr
    case .okta: .okta
    case .github: .github
    case .sshd: .sshd
    case .syslog: .syslog
    }
  }

  /// Nil when it is none of these.
  ///
  /// - Parameters:
  ///   - name: the file's name, used only where the bytes leave it open; `.gz` at its end says nothing.
  ///   - prefix: the front of the file's text; 64 KiB are plenty.
  package static func recognize(name: String, prefix: [UInt8]) -> InputKind? {
    let name = name.lowercased().hasSuffix(".gz") ? String(name.dropLast(3)) : name
    var bytes = prefix[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    bytes = bytes.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    guard let first = bytes.first, !bytes.contains(0) else { return nil }
    switch first {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      return json(Array(bytes), name: name)
    default:
      return lines(Array(bytes), name: name)
    }
  }

  // MARK: JSON

  private static func json(_ bytes: [UInt8], name: String) -> InputKind? {
    let shape = JSONShape(bytes)
    guard shape.isJSON else { return isNamedNDJSON(name) && holdsObjectLine(bytes) ? .ndjson : nil }
    let members = shape.members
    if members.isSuperset(of: ["profile", "status"]),
      !members.isDisjoint(with: ["credentials", "lastLogin", "statusChanged", "_factors"])
    {
      return .okta
    }
    if members.isSuperset(of: ["login", "role"]),
      !members.isDisjoint(with: ["saml_name_id", "two_factor_enabled"])
    {
      return .github
    }
    if bytes.first == UInt8(ascii: "[") { return .json }
    if shape.isFollowedByObject { return .ndjson }
    return isNamedNDJSON(name) ? .ndjson : .json
  }

  private static func isNamedNDJSON(_ name: String) -> Bool {
    let lower = name.lowercased()
    return lower.hasSuffix(".ndjson") || lower.hasSuffix(".jsonl")
  }

  /// Some line is an object: what its neighbors hold is for the rejects report.
  private static func holdsObjectLine(_ bytes: [UInt8]) -> Bool {
    bytes.split(separator: UInt8(ascii: "\n")).prefix(1000).contains { line in
      line.first == UInt8(ascii: "{") && (try? JSONValue.parse(Array(line))) != nil
    }
  }

  // MARK: Lines

  private static func lines(_ bytes: [UInt8], name: String) -> InputKind? {
    if isNamedNDJSON(name), holdsObjectLine(bytes) { return .ndjson }
    // The last line may be cut by the end of the prefix.
    var lines = TextLine.lines(of: bytes)
    if lines.count > 1, bytes.last != UInt8(ascii: "\n") { lines.removeLast() }
    let some = lines.filter { !$0.text.isEmpty }.prefix(50)
    let parsed = some.compactMap { SyslogLine($0.text.bytes, zone: .utc) }
    if !parsed.isEmpty, parsed.count * 2 >= some.count {
      let isSSHD = parsed.contains { line in
        line.program.map { $0 == "sshd" || $0 == "sshd-session" || $0 == "sshd-auth" } ?? false
      }
      return isSSHD || name.contains("auth.log") ? .sshd : .syslog
    }
    var scanner = CSVScanner(bytes: bytes)
    guard let header = scanner.next(), header.problem == nil, let cells = header.texts,
      cells.allSatisfy({ cell in cell.unicodeScalars.allSatisfy { $0.value >= 0x20 } })
    else { return nil }
    if HRRoster.recognizes(header: cells) { return .hr }
    guard cells.count > 1, Set(cells).count == cells.count, !cells.contains("") else { return nil }
    if name.lowercased().hasSuffix(".csv") || name.lowercased().hasSuffix(".tsv") { return .csv }
    // Prose may hold a comma: a table has names, and its next row as many cells.
    guard cells.allSatisfy(isColumnName) else { return nil }
    guard let second = scanner.next() else { return nil }
    return second.cells.count == cells.count ? .csv : nil
  }
}

extension InputKind {
  /// Short, and neither a value nor a sentence.
  fileprivate static func isColumnName(_ cell: String) -> Bool {
    guard let first = cell.unicodeScalars.first, cell.utf8.count <= 60 else { return false }
    return !(48...57 ~= first.value) && !cell.utf8.contains { $0 == 58 || $0 == 61 || $0 == 91 }
  }
}

/// The member names of the first object in a JSON text that may be cut anywhere.
private struct JSONShape {
  private(set) var members: Set<String> = []
  /// Another object follows the first, outside of all arrays.
  private(set) var isFollowedByObject = false
  /// It begins as JSON does.
  private(set) var isJSON = true

  init(_ bytes: [UInt8]) {
    var index = 0
    var depth = 0
    // The depth inside the first object.
    let inner = bytes.first == UInt8(ascii: "[") ? 2 : 1
    var isOver = false
    var lastText: String?
    var afterBrace = false
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        if afterBrace {
          isJSON = false
          return
        }
        if isOver {
          isFollowedByObject = depth == 0 && byte == UInt8(ascii: "{")
          return
        }
        depth += 1
        lastText = nil
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth < inner { isOver = true }
        if depth <= 0, inner == 2 { return }
      case UInt8(ascii: "\""):
        guard let stop = Self.endOfString(bytes, from: index) else { return }
        if depth == inner, !isOver {
          lastText = String(decoding: bytes[index..<stop], as: UTF8.self)
        }
        index = stop + 1
      case UInt8(ascii: ":"):
        if depth == inner, let text = lastText { members.insert(text) }
        lastText = nil
      case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ","):
        if isOver, inner == 2 { return }
      default:
        // What follows a whole object does not make it less of one: a broken line is rejected later.
        if isOver {
          isFollowedByObject = inner == 1
          return
        }
        // Between the brackets only numbers and three words stand without quotes.
        let rest = bytes[(index - 1)...].prefix { Self.isWordByte($0) }
        guard Self.isWord(rest, isCut: rest.endIndex == bytes.count), !afterBrace else {
          isJSON = false
          return
        }
        index = rest.endIndex
        lastText = nil
      }
      if !Self.isSpace(byte) { afterBrace = byte == UInt8(ascii: "{") }
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    48...57 ~= byte || 65...90 ~= byte || 97...122 ~= byte || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
  }

  /// A number, `true`, `false` or `null`, or what of it stands before the cut.
  private static func isWord(_ bytes: ArraySlice<UInt8>, isCut: Bool) -> Bool {
    guard let first = bytes.first else { return false }
    if 48...57 ~= first || first == UInt8(ascii: "-") { return true }
    return ["true", "false", "null"].contains { word in
      word.utf8.elementsEqual(bytes) || isCut && word.utf8.starts(with: bytes)
    }
  }

  private static func endOfString(_ bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if bytes[index] == UInt8(ascii: "\"") { return index }
      index += 1
    }
    return nil
  }
}
