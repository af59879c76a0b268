#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A database file, before it is opened.
struct SQLiteFile {
  let path: String

  /// - Throws: `DatabaseError` for what can't be a path.
  init(path: String) throws {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw DatabaseError(.noConnection, "`\(path)` is no path of a database")
    }
    self.path = path
  }

  /// The file as a URI, in which no name means anything else than a file.
  ///
  /// - Parameter isStill: read without locks, which makes no file beside it.
  func address(isStill: Bool = false) -> String {
    let hex = Array("0123456789ABCDEF".utf8)
    var bytes = Array((path.utf8.first == UInt8(ascii: "/") ? "file:" : "file:./").utf8)
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "/"):
        bytes.append(byte)
      default:
        bytes += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self) + (isStill ? "?immutable=1" : "")
  }

  /// - Throws: `DatabaseError` where there is no file to read.
  func look() throws {
    var info = stat()
    guard stat(path, &info) == 0 else {
      let reason =
        switch errno {
        case ENOENT, ENOTDIR: "does not exist"
        case EACCES, EPERM: "can't be read: no permission"
        default: "can't be opened: \(String(cString: strerror(errno)))"
        }
      throw DatabaseError(.noConnection, "\(path): \(reason)")
    }
    guard info.st_mode & S_IFMT == S_IFREG else {
      throw DatabaseError(.noConnection, "\(path): is no file")
    }
    guard access(path, R_OK) == 0 else {
      throw DatabaseError(.noConnection, "\(path): can't be read: no permission")
    }
  }

  /// What a database with a write-ahead log has to stay like while it is read without locks: at rest it has no log
  /// beside it, and an ordinary reader would make one. Nil where SQLite's own locks do.
  ///
  /// - Parameter head: the first twenty bytes of the file.
  /// - Throws: `DatabaseError` when they are of another kind of file.
  func stillFile(head: [UInt8]) throws -> StillFile? {
    guard head.count >= 20, head.starts(with: "SQLite format 3\0".utf8) else {
      throw DatabaseError(.noConnection, "\(path): is no SQLite database")
    }
    let hasLog = head[18] == 2 || head[19] == 2
    return hasLog && access(path + "-wal", F_OK) != 0 ? StillFile(path: path) : nil
  }
}

/// A file that nobody may change while it is read.
struct StillFile {
  private let path: String
  private let state: [Int64]?

  init(path: String) {
    self.path = path
    state = Self.state(of: path)
  }

  /// - Throws: `DatabaseError` once the file is another.
  func check() throws {
    guard let state, Self.state(of: path) == state, access(path + "-wal", F_OK) != 0 else {
      throw DatabaseError(.lost, "\(path): changed while it was read")
    }
  }

  private static func state(of path: String) -> [Int64]? {
    var info = stat()
    guard stat(path, &info) == 0 else { return nil }
    #if canImport(Darwin)
      let modified = info.st_mtimespec
    #else
      let modified = info.st_mtim
    #endif
    return [
      Int64(truncatingIfNeeded: info.st_ino), Int64(info.st_size), Int64(modified.tv_sec),
      Int64(modified.tv_nsec),
    ]
  }
}
