import WritDiagnostics

/// Gathers diagnostics; what is said twice of one place is kept once.
struct DiagnosticSink {
  private struct Key: Hashable {
    var id: String
    var place: Place?
    var message: String
  }

  private(set) var all: [Diagnostic] = []
  /// All errors reported, also those that were known before, but not the muted.
  private(set) var errorCount = 0
  private var seen: Set<Key> = []
  private var muted = 0

  mutating func report(_ diagnostic: Diagnostic) {
    if muted > 0 { return }
    if diagnostic.severity == .error { errorCount &+= 1 }
    let key = Key(id: diagnostic.id, place: diagnostic.place, message: diagnostic.message)
    if seen.insert(key).inserted { all.append(diagnostic) }
  }

  mutating func mute() { muted &+= 1 }
  mutating func unmute() { muted &-= 1 }
}
