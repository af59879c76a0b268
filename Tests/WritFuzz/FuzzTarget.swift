/// A reader under test and what must hold whatever it is given.
protocol FuzzTarget {
  /// Names it on the command line and its folder of seeds.
  var name: String { get }
  /// Words worth putting into an input.
  var words: [String] { get }
  /// Seeds besides the files in its folder.
  var moreSeeds: [[UInt8]] { get }

  /// What the input brought about; an input that brings about something new becomes a seed.
  /// - Throws: `BrokenInvariant`.
  func run(_ input: [UInt8]) throws -> [String]
}

extension FuzzTarget {
  var moreSeeds: [[UInt8]] { [] }
}

/// Something that must hold did not.
struct BrokenInvariant: Error {
  /// The same for inputs that break the same thing.
  var kind: String
  var detail: String
}

/// - Throws: `BrokenInvariant` when the condition does not hold.
func expect(
  _ condition: Bool, _ kind: String, _ detail: @autoclosure () -> String = ""
) throws {
  if !condition { throw BrokenInvariant(kind: kind, detail: detail()) }
}
