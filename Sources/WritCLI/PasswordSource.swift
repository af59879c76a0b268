#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import ArgumentParser
import Writ

/// Where the password of a signing key comes from: a file, `WRIT_KEY_PASSWORD`, or the terminal. It is never shown.
struct PasswordArguments: ParsableArguments {
  static let variable = "WRIT_KEY_PASSWORD"

  @Option(
    help: ArgumentHelp(
      "File whose first line is the key's password, instead of WRIT_KEY_PASSWORD or the terminal.",
      valueName: "file"))
  var passwordFile: String?

  /// The password's bytes.
  func read(isNew: Bool = false) throws -> [UInt8] {
    let console = Console.current
    var password: [UInt8]
    if let passwordFile {
      do {
        password = try EvidenceKeys.contents(passwordFile)
      } catch {
        console.err("error: \(error)\n")
        throw CommandExit(4)
      }
      password = Array(password.prefix { $0 != 0x0A && $0 != 0x0D })
    } else if let text = console.environment[Self.variable] {
      password = Array(text.utf8)
    } else {
      password = try ask("password of the signing key: ")
      if isNew, try ask("once more: ") != password {
        console.err("error: the two passwords differ\n")
        throw CommandExit(4)
      }
    }
    guard !password.isEmpty else {
      console.err("error: the password is empty\n")
      throw CommandExit(4)
    }
    return password
  }

  /// From the terminal, without showing what is typed.
  private func ask(_ question: String) throws -> [UInt8] {
    let console = Console.current
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard terminal >= 0 else {
      console.err(
        "error: no password was given: set \(Self.variable), or name a file with --password-file\n")
      throw CommandExit(4)
    }
    defer { close(terminal) }
    var before = termios()
    guard tcgetattr(terminal, &before) == 0 else { throw CommandExit(4) }
    var hidden = before
    hidden.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(terminal, TCSAFLUSH, &hidden)
    defer { tcsetattr(terminal, TCSAFLUSH, &before) }
    console.err(question)
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while bytes.count < 4096, read(terminal, &byte, 1) == 1, byte != 0x0A { bytes.append(byte) }
    console.err("\n")
    return bytes
  }

  private func read(_ file: Int32, _ byte: inout UInt8, _ count: Int) -> Int {
    Glibc.read(file, &byte, count)
  }
}
