import ArgumentParser
import Writ
import WritValues

struct CanonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "canon",
    abstract: "Print a JSON document in the one form of RFC 8785, in which it is signed.")

  @Argument(help: "A file, or `-` for the standard input.")
  var file: String

  mutating func run() throws {
    let console = Console.current
    do {
      let bytes =
        file == "-" ? StandardInput.readAll() : try EvidenceKeys.contents(file)
      let canonical = try JSONValue.parse(bytes).canonicalDocument()
      console.out(String(decoding: canonical, as: UTF8.self))
    } catch let error as JSONError {
      console.err("error: \(file): \(error.message) (byte \(error.offset))\n")
      throw CommandExit(4)
    } catch {
      console.err("error: \(file): \(error)\n")
      throw CommandExit(4)
    }
  }
}
