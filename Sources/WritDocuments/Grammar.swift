/// How the values of a format are found.
protocol Grammar: AnyObject {
  /// Goes through the window from `walk.position`, visits what is complete, and leaves `walk.position` where it has
  /// to go on.
  ///
  /// - Returns: why the bytes at `walk.position` are not of the format; nil where all is well or more is needed.
  func scan(_ walk: DocumentWalk) throws -> StaticString?

  /// Whether the format begins anew on the next line after a line that can't be read.
  var recoversByLine: Bool { get }
  /// Called at the start of that line.
  func recover()

  /// Where the value at hand is, for people.
  var path: String { get }
  /// Which column of a record the value at hand is in, from 0; nil where values are not in columns.
  var columnIndex: Int? { get }
}

extension Grammar {
  var columnIndex: Int? { nil }
  var recoversByLine: Bool { false }
  func recover() {}
}
