import Foundation

/// Lines for people; unbuffered, so that they are seen even when the process is killed.
enum Output {
  static func say(_ line: String) { FileHandle.standardOutput.write(Data("\(line)\n".utf8)) }

  static func complain(_ line: String) { FileHandle.standardError.write(Data("\(line)\n".utf8)) }
}
