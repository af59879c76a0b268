public import WritModel

/// Something to tell about the run that is no finding: about waivers, attestations, strictness.
public struct AssessmentNote: Hashable, Sendable {
  public enum Level: String, Hashable, Sendable { case error, warning, note }

  /// An id that reads: `waiver/expired`.
  public var id: String
  public var level: Level
  public var message: String
  public var place: RecordPlace?

  public init(_ id: String, level: Level, _ message: String, place: RecordPlace? = nil) {
    self.id = id
    self.level = level
    self.message = message
    self.place = place
  }

  static func inOrder(_ one: AssessmentNote, _ other: AssessmentNote) -> Bool {
    (one.id, one.message, one.place?.description ?? "")
      < (other.id, other.message, other.place?.description ?? "")
  }
}
