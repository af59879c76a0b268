import WritModel
import WritPatterns
import WritValidators

/// Makes definitions ready to run and says of each what is wrong with it.
struct DetectorLoader {
  private(set) var problems: [DetectorProblem] = []
  private(set) var report = LoadReport()
  private(set) var detectors: [CompiledDetector] = []
  private(set) var plan = GatePlan()

  private let definitions: [DetectorDefinition]
  private let recognizers: [String: any Recognizer]
  private var indexByName: [String: Int] = [:]

  init(_ definitions: [DetectorDefinition], _ recognizers: [any Recognizer]) {
    self.definitions = definitions
    self.recognizers = Dictionary(
      recognizers.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, definition) in definitions.enumerated() where indexByName[definition.name] == nil {
      indexByName[definition.name] = index
    }
    for index in definitions.indices { load(index) }
  }

  private mutating func problem(
    _ index: Int, _ section: String, _ reason: String, _ help: String? = nil
  ) {
    problems.append(
      DetectorProblem(detector: index, section: section, reason: reason, help: help))
  }

  private mutating func load(_ index: Int) {
    let definition = definitions[index]
    if indexByName[definition.name] != index {
      problem(index, "detector", "there is another detector `\(definition.name)`")
    }
    let validators = bind(index)
    let exclusions = self.exclusions(index)
    let detector = CompiledDetector(
      bare: LogOdds.of(definition.confidence.bare),
      near: definition.confidence.near.map(LogOdds.of),
      named: definition.confidence.named.map(LogOdds.of), validators: validators)
    detector.excludedReadings = exclusions.readings
    detector.excludedDetectors = exclusions.detectors
    switch definition.recognition {
    case .reader(let name): read(by: name, index, detector)
    case .pattern(let source, let flags): match(source, flags, index, detector)
    }
    detectors.append(detector)
  }

  private mutating func bind(_ index: Int) -> [Validator] {
    definitions[index].validators.compactMap { call in
      switch ValidatorLibrary.bind(call) {
      case .success(let validator): return validator
      case .failure(let failure):
        problem(index, "validate", failure.message, failure.help)
        return nil
      }
    }
  }

  private mutating func exclusions(_ index: Int) -> (readings: [Validator], detectors: [Int]) {
    var readings: [Validator] = []
    var detectors: [Int] = []
    for name in definitions[index].exclusions {
      if let other = indexByName[name] {
        detectors.append(other)
      } else if let reading = ValidatorLibrary.readings[name] {
        readings.append(reading)
      } else {
        problem(index, "exclude", "there is neither a detector nor a reading `\(name)`")
      }
    }
    return (readings, detectors)
  }

  private mutating func read(by name: String, _ index: Int, _ detector: CompiledDetector) {
    guard let recognizer = recognizers[name] else {
      report.unavailable.append(index)
      return
    }
    plan.recognizers.append((index, recognizer))
    detector.need = recognizer.reachAfter + CompiledDetector.reachBehind
    detector.reachBefore = recognizer.reachBefore
    detector.separators = 0
  }

  // MARK: Patterns

  private mutating func match(
    _ source: String, _ flags: String, _ index: Int, _ detector: CompiledDetector
  ) {
    let pattern: DetectorPattern
    switch DetectorPattern.check(source, flags: flags) {
    case .success(let checked): pattern = checked
    case .failure(let failure):
      return problem(index, "pattern", failure.reason, failure.hint)
    }
    switch DetectorCode.compile(pattern) {
    case .success(let code):
      detector.code = code
      if !code.isNative { report.interpreted.append(index) }
    case .failure(let failure): return problem(index, "pattern", failure.reason, failure.hint)
    }
    detector.pattern = pattern
    let longest = min(pattern.maximumLength ?? Int.max, DetectorPattern.window)
    detector.need = longest + pattern.reachAfter + 4 + CompiledDetector.reachBehind
    detector.reachBefore = pattern.reachBefore + 4
    let translation = GateTranslation(pattern)
    detector.hasLiteralPrefix = translation.node.literalPrefixLength >= 3
    let (outcome, isWhole) = plan.add(translation.node, detector: index)
    detector.isExact = translation.isExact && isWhole && !pattern.mayPassWindow
    switch outcome {
    case .gated: break
    case .dense: report.dense.append(index)
    case .none: report.slow.append(index)
    }
  }
}

/// What a set of detectors tells about its speed.
package struct LoadReport: Hashable, Sendable {
  /// Detectors without a gate, by index: each is searched for in the whole text.
  package var slow: [Int] = []
  /// Detectors that look at most words of a text.
  package var dense: [Int] = []
  /// Detectors whose reader this program does not have: they find nothing.
  package var unavailable: [Int] = []
  /// Detectors whose pattern runs in PCRE2's interpreter, since machine code could not be made.
  package var interpreted: [Int] = []

  package init() {}
}

extension GateNode {
  /// How many bytes, case aside, every match begins with.
  var literalPrefixLength: Int {
    switch self {
    case .byte(let set):
      let bytes = set.bytes
      return bytes.count == 1 || (bytes.count == 2 && bytes[0] | 0x20 == bytes[1]) ? 1 : 0
    case .sequence(let parts):
      var sum = 0
      for part in parts {
        sum += part.literalPrefixLength
        if part.length.most != part.literalPrefixLength { break }
      }
      return sum
    case .choice(let branches): return branches.map(\.literalPrefixLength).min() ?? 0
    case .repeat(let inner, let minimum, _):
      let length = inner.literalPrefixLength
      return inner.length.most == length ? length * minimum : (minimum > 0 ? length : 0)
    case .empty, .previous, .next, .wordBoundary: return 0
    }
  }
}
