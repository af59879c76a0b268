/// A reader that finds values which no pattern describes: `person_names`, `street_addresses`.
///
/// It is asked for values that start in a part of the text and sees the text around it. What it says
/// about a start may depend on `reachBefore` bytes before it and `reachAfter` bytes past it, no more:
/// then its answers do not depend on how a text is cut into chunks.
package protocol Recognizer: Sendable {
  /// What `recognize` calls it.
  var name: String { get }
  var reachBefore: Int { get }
  /// Counts from the start: a value with what decides on it behind it.
  var reachAfter: Int { get }

  /// Calls `report` for every value that starts in `starts`, in order of start.
  ///
  /// - Parameters:
  ///   - isStart: whether the text begins at the first of these bytes.
  ///   - isEnd: whether it ends with the last one.
  ///   - report: the value and log-odds, in thousandths, to be added to the detector's own.
  func find(
    in bytes: UnsafeBufferPointer<UInt8>, starts: Range<Int>, isStart: Bool, isEnd: Bool,
    report: (Range<Int>, Int) -> Void)
}
