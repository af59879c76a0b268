import WritModel

/// A path whose components may hold `*` and `?`.
package enum PathPattern {
  package static func isPattern(_ path: String) -> Bool {
    path.utf8.contains(UInt8(ascii: "*")) || path.utf8.contains(UInt8(ascii: "?"))
  }

  /// The paths that match, sorted; a path without wildcards stands for itself, there or not.
  ///
  /// As in a shell a wildcard does not match a dot at the front of a name.
  package static func expand(
    _ path: String, in files: any FileSystem
  ) throws(FileFailure) -> [String] {
    guard isPattern(path) else { return [path] }
    let isAbsolute = path.utf8.first == UInt8(ascii: "/")
    var found = [isAbsolute ? "/" : ""]
    for part in FilePath.components(path) {
      var next: [String] = []
      for folder in found {
        if !isPattern(part) {
          let place = folder.isEmpty ? part : FilePath.join(folder, part)
          if try files.exists(place) { next.append(place) }
          continue
        }
        let names: [String]
        do {
          names = try files.list(folder.isEmpty ? "." : folder)
        } catch {
          // A file where a folder would have to be is no match; a closed folder might hold one.
          if error.kind == .denied { throw error }
          continue
        }
        let glob = Glob(part)
        for name in names where glob.matches(name) {
          if name.utf8.first == UInt8(ascii: "."), part.utf8.first != UInt8(ascii: ".") { continue }
          next.append(folder.isEmpty ? name : FilePath.join(folder, name))
        }
      }
      found = next
    }
    return found.sorted(by: FilePath.inOrder)
  }
}

/// The order in which a log was written to its rotated files.
package enum LogRotation {
  /// The names grouped by log, each group oldest first: `auth.log.2`, `auth.log.1`, `auth.log`.
  ///
  /// A suffix is a number, which grows with age, or a date of eight digits, which falls with it; `.gz` may follow.
  package static func groups(_ names: [String]) -> [[String]] {
    var order: [String] = []
    var groups: [String: [(age: Int, name: String)]] = [:]
    for name in names {
      let (stem, age) = split(name)
      if groups[stem] == nil { order.append(stem) }
      groups[stem, default: []].append((age, name))
    }
    return order.compactMap { stem in
      groups[stem]?.sorted {
        $0.age == $1.age ? FilePath.inOrder($0.name, $1.name) : $0.age > $1.age
      }.map(\.name)
    }
  }

  /// The file being written has age 0.
  private static func split(_ name: String) -> (stem: String, age: Int) {
    let bytes = Array((name.hasSuffix(".gz") ? name.dropLast(3) : name[...]).utf8)
    var start = bytes.count
    while start > 0, 48...57 ~= bytes[start - 1] { start -= 1 }
    let digits = bytes.count - start
    guard start > 1, digits > 0, digits <= 8,
      let number = Int(String(decoding: bytes[start...], as: UTF8.self))
    else { return (name, 0) }
    let mark = bytes[start - 1]
    let stem = String(decoding: bytes[..<(start - 1)], as: UTF8.self)
    if digits == 8, mark == UInt8(ascii: "-") || mark == UInt8(ascii: ".") {
      return (stem, 100_000_000 - number)
    }
    return mark == UInt8(ascii: ".") && digits <= 4 ? (stem, number) : (name, 0)
  }
}
