import WritPatterns

/// The first line is a pattern, the others are texts: a pattern compiles or is refused at a place,
/// and what it finds it finds without regard to case too.
struct PatternTarget: FuzzTarget {
  let name = "pattern"
  let words = [
    "(", ")", "(?:", "[", "]", "[^", "\\d", "\\w", "\\s", "\\b", "\\p{L}", "\\x{41}", "*", "+", "?",
    "{2}",
    "{1,}", "{0,1000}", "|", "^", "$", ".", "\\", "(?=", "(?!", "(?<=", "(?<!", "(?>", "(?i:",
    "\\1", "*?", "++", "(?i)", "[a-z]",
    "[[:alpha:]]",
    "\\Q", "\\E", "\\K", "\\R", "\\X", "(?#", "(*UTF)", "é", "😀", "\\u{1F600}", "\\n", "-",
  ]

  func run(_ input: [UInt8]) throws -> [String] {
    let text = String(decoding: input, as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let source = lines.first ?? ""
    var traits: [String] = []
    switch (Pattern.compile(source), Pattern.compile(source, flags: "i")) {
    case (.failure(let problem), .failure):
      try expect(
        problem.start >= 0 && problem.start <= problem.end && problem.end <= source.utf8.count,
        "a place outside of the pattern", "\(problem.start)..\(problem.end): \(problem.reason)")
      traits.append(problem.reason)
    case (.success(let pattern), .success(let caseless)):
      // Which signs it is made of.
      traits.append(String(Set(source.filter { "()[]{}|*+?^$.\\-".contains($0) }).sorted()))
      for line in lines.dropFirst().prefix(6) {
        let found = pattern.matches(line)
        let anyCase = caseless.matches(line)
        traits.append("\(found) \(anyCase)")
        if !source.utf8.contains(0x5E) || !source.utf8.contains(0x5B) {
          // `[^a]` may match less without regard to case.
          try expect(
            found != .yes || anyCase != .no, "found only with regard to case", "\(pattern.tree)")
        }
        let bytes = Array(line.utf8)
        let same = bytes.withUnsafeBufferPointer { pattern.matches(validUTF8: $0) }
        try expect(same == found, "text and bytes differ", line)
      }
    case (.success, .failure(let problem)), (.failure(let problem), .success):
      try expect(false, "case decides whether it compiles", problem.reason)
    }
    return try traits + detector(source)
  }

  /// The same in a detector: measures that fit one another, or a place in it.
  private func detector(_ source: String) throws -> [String] {
    switch DetectorPattern.check(source) {
    case .failure(let problem):
      try expect(
        problem.start >= 0 && problem.start <= problem.end && problem.end <= source.utf8.count,
        "a place outside of the detector's pattern",
        "\(problem.start)..\(problem.end): \(problem.reason)")
      return ["detector: \(problem.reason)"]
    case .success(let pattern):
      try expect(
        pattern.minimumLength >= 1 && pattern.minimumLength <= DetectorPattern.window
          && pattern.minimumLength <= pattern.maximumLength ?? Int.max,
        "lengths that can't be",
        "\(pattern.minimumLength) to \(pattern.maximumLength.map(String.init) ?? "any")")
      try expect(
        pattern.reachBefore >= 0 && pattern.reachAfter >= 0, "a reach below nothing", source)
      return ["detector: \(pattern.needsUTF) \(pattern.maximumLength == nil)"]
    }
  }
}
