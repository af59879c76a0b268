/// A value that a detector's pattern and validators accept, sure enough to be reported.
struct Candidate {
  /// Byte offsets in the document.
  var range: Range<Int>
  var detector: Int
  var evidence: Evidence
}

/// What speaks for and against a value, in thousandths of a natural logarithm's unit.
struct Evidence {
  /// The detector's own confidence.
  var prior = 0
  var separators = 0
  var near = 0
  var named = 0
  var cue = 0
  /// What a recognizer says.
  var reader = 0
  /// Bytes between the value and the nearest word of `near`.
  var distance = Int.max

  /// A word in the text and a key say the same thing: the one that says more counts.
  var odds: Int { prior + separators + max(near, named) + cue + reader }

  var hasContext: Bool { near > 0 || named > 0 }
}

/// A match that was not sure enough to be looked into; it may still be another reading of a find.
struct WeakMatch {
  /// Byte offsets in the document.
  var start: Int
  var end: Int
  var source: Sighting.Source
  /// Its log-odds, where they are known.
  var odds: Int?
  /// Whether there is a match: else the pattern has not been asked.
  var isSure = false
}
