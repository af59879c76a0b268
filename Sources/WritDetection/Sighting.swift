/// A place where patterns may match, before anything else about it is known.
struct Sighting {
  /// The pattern of a detector, or several patterns that the automaton saw match alike.
  enum Source {
    case detector(Int)
    case set(Int)
    /// A recognizer's value, with its own log-odds.
    case recognized(detector: Int, odds: Int)
  }

  var start: Int
  /// The only place where a match can end; -1 when PCRE2 has to tell.
  var end: Int
  var source: Source
}
