/// How much work a pattern makes for the common automaton, measured on a piece of ordinary text.
///
/// It decides between gates, never what is found.
enum GateDensity {
  /// Steps for each byte of text above which another gate is looked for.
  static let sparse = 0.35
  /// Steps below which no other gate is worth its cost.
  static let verySparse = 0.02
  /// Steps above which a pattern is not gated by the automaton at all.
  static let bearable = 3.0

  /// Lines as logs and letters have them, with no personal data.
  private static let sample = Array(
    """
    2026-03-13T20:03:04.861168Z DEBUG [auth-47] trace=0ed904759531985d request for shard=7 done dur=63.5ms
    2026-03-13 20:03:05,112 WARN worker.pool-3 retrying upload of build/output/main.js (attempt 2 of 5)
    {"level":"info","msg":"cache miss","key":"item:99231","size":10728,"ok":true,"ratio":0.75}
    The committee met on Tuesday and agreed to publish the minutes; nobody objected. Version 2.14.0 is due.
    GET /static/css/site.css?v=20260301 HTTP/1.1 200 5120 - Mozilla/5.0 (X11; Linux x86_64)

    """.utf8)

  /// Steps of the pattern's own automaton for each byte of the sample.
  static func steps(_ node: GateNode) -> Double {
    let automaton = GateAutomaton(GateProgram([node]))
    var steps = 0
    for start in sample.indices {
      var row: UInt32
      if start == 0 {
        row = automaton.initial[automaton.program.classCount]
      } else {
        row = automaton.initial[Int(automaton.program.classes[Int(sample[start - 1])])]
      }
      var place = start
      while row != automaton.dead, place < sample.count {
        let column = Int(automaton.program.classes[Int(sample[place])])
        row = automaton.entry(row: row, column: column) & ~GateAutomaton.matchFlag
        place += 1
      }
      // A start that dies at once is what the masks see to.
      steps += max(0, place - start - 2)
    }
    return Double(steps) / Double(sample.count)
  }
}
