import WritDiagnostics
import WritModel
import WritPatterns
import WritSyntax
import WritValues

/// Checks one detector.
struct DetectorChecker {
  /// What `recognize` may name.
  static let readers = ["person_names", "street_addresses"]
  /// How far before a value a word of `near` may stand, in bytes.
  static let reach: ClosedRange<Int64> = 1...1000

  private let program: ProgramChecker
  private let file: SourceFile
  private let syntax: DetectorSyntax
  private let clauses: DetectorClauses
  /// The parser told a mistake within; what is absent may just be lost.
  private let isTorn: Bool

  init(_ program: ProgramChecker, file: SourceFile, syntax: DetectorSyntax) {
    self.program = program
    self.file = file
    self.syntax = syntax
    clauses = DetectorClauses(syntax)
    isTorn = file.hasSyntaxError(in: syntax.span)
  }

  /// The detector, or nil when a mistake makes it unusable.
  func check() -> CheckedDetector? {
    let errors = program.sink.errorCount
    for (word, span) in clauses.repeated {
      report(CheckerDiagnostics.duplicateClause(word, at: place(span)))
    }
    checkCompleteness()
    let category = clauses.category.flatMap { program.category($0, in: file) }
    let pattern = self.pattern()
    let recognition = self.recognition()
    let regions = self.regions()
    let validators = clauses.validators.compactMap(validator)
    checkNames(clauses.exclusions)
    let near = clauses.near.compactMap(context)
    checkWords(clauses.named)
    let confidence = self.confidence()
    checkExamples()
    guard !isTorn, program.sink.errorCount == errors, let category, let recognition, let confidence,
      let categoryName = clauses.category
    else { return nil }
    return CheckedDetector(
      definition: DetectorDefinition(
        name: syntax.name.text, title: syntax.title?.value ?? syntax.name.text, category: category,
        regions: regions, recognition: recognition.value, validators: validators,
        exclusions: clauses.exclusions.map(\.text), near: near, named: clauses.named.map(\.value),
        confidence: confidence, examples: clauses.examples.map(\.value),
        counters: clauses.counters.map(\.value)),
      module: file.module, place: place(syntax.name.span),
      categoryPlace: place(categoryName.span), recognitionPlace: place(recognition.span),
      validatorPlaces: clauses.validators.map { place($0.span) },
      exclusionPlaces: clauses.exclusions.map { place($0.span) },
      examplePlaces: clauses.examples.map { place($0.span) },
      counterPlaces: clauses.counters.map { place($0.span) }, pattern: pattern)
  }

  private func place(_ span: Span) -> Place { file.place(span) }

  private func report(_ diagnostic: Diagnostic) { program.report(diagnostic) }

  // MARK: What must stand

  private func checkCompleteness() {
    if isTorn { return }
    var missing: [String] = []
    if clauses.category == nil { missing.append("`category`") }
    if clauses.pattern == nil, clauses.reader == nil {
      missing.append("`pattern` or `recognize`")
    }
    if clauses.confidence == nil { missing.append("`confidence`") }
    if clauses.examples.isEmpty { missing.append("`example`") }
    if clauses.counters.isEmpty { missing.append("`counter`") }
    if missing.isEmpty { return }
    report(
      CheckerDiagnostics.incompleteDetector(
        syntax.name.text, missing: missing, at: place(syntax.name.span)))
  }

  // MARK: How it recognizes

  private func pattern() -> DetectorPattern? {
    guard let (source, flags, span) = clauses.pattern else { return nil }
    switch DetectorPattern.check(source, flags: flags) {
    case .success(let pattern): return pattern
    case .failure(let problem):
      let start = min(span.start &+ 1 &+ max(0, problem.start), span.end)
      let end = min(max(span.start &+ 1 &+ max(0, problem.end), start &+ 1), span.end)
      report(
        CheckerDiagnostics.badDetectorPattern(
          problem.reason, hint: problem.hint, at: place(Span(start, end))))
      return nil
    }
  }

  private func recognition() -> (value: DetectorDefinition.Recognition, span: Span)? {
    if let reader = clauses.reader {
      if clauses.pattern != nil {
        report(CheckerDiagnostics.twoRecognitions(at: place(reader.span)))
      }
      if !Self.readers.contains(reader.text) {
        report(
          CheckerDiagnostics.unknownReader(
            reader.text, at: place(reader.span), known: Self.readers))
      }
      return (.reader(reader.text), reader.span)
    }
    return clauses.pattern.map { (.pattern(source: $0.source, flags: $0.flags), $0.span) }
  }

  private func regions() -> [String] {
    checkNames(clauses.regions)
    let names = clauses.regions.map(\.text)
    for name in clauses.regions where name.text != RegionCode.world {
      if !RegionCode.countries.contains(name.text) {
        report(CheckerDiagnostics.unknownRegion(name.text, at: place(name.span)))
      } else if names.contains(RegionCode.world) {
        report(CheckerDiagnostics.regionInWorld(name.text, at: place(name.span)))
      }
    }
    return names.isEmpty ? [RegionCode.world] : names
  }

  private func validator(_ call: OperationSyntax) -> ValidatorCall? {
    var arguments: [ValidatorCall.Argument] = []
    for argument in call.arguments {
      if let label = argument.label {
        report(CheckerDiagnostics.labeledArgument(label.text, at: place(label.span)))
        return nil
      }
      guard let value = Self.argument(argument.value) else {
        report(
          CheckerDiagnostics.validatorArgument(
            "a validator takes whole numbers, texts, names and lists", at: place(argument.span)))
        return nil
      }
      arguments.append(value)
    }
    let checked = ValidatorCall(call.name.text, arguments)
    return fits(checked, call) ? checked : nil
  }

  private static func argument(_ value: OperationSyntax.Value) -> ValidatorCall.Argument? {
    switch value {
    case .integer(let value): return .integer(value)
    case .text(let text): return .text(text)
    case .name(let name): return .name(name)
    case .list(let items):
      let values = items.compactMap { $0.label == nil ? argument($0.value) : nil }
      return values.count == items.count ? .list(values) : nil
    case .flag, .duration, .other: return nil
    }
  }

  private func fits(_ call: ValidatorCall, _ syntax: OperationSyntax) -> Bool {
    guard let known = program.environment.validators else { return true }
    guard let signature = known.first(where: { $0.name == call.name }) else {
      report(
        CheckerDiagnostics.unknownValidator(
          call.name, at: place(syntax.name.span), known: known.map(\.name)))
      return false
    }
    let needed = signature.parameters.count { !$0.isOptional }
    guard (needed...max(needed, signature.parameters.count)).contains(call.arguments.count) else {
      report(
        CheckerDiagnostics.validatorArgument(
          "`\(call.name)` takes \(signature.shape), not \(call.arguments.count)",
          at: place(syntax.span), usage: signature.usage))
      return false
    }
    for (index, parameter) in signature.parameters.enumerated()
    where call.arguments.indices.contains(index) && call.arguments[index].kind != parameter.kind {
      report(
        CheckerDiagnostics.validatorArgument(
          "`\(parameter.name)` of `\(call.name)` is a \(parameter.kind.word), not a "
            + call.arguments[index].kind.word,
          at: place(syntax.arguments[index].span), usage: signature.usage))
      return false
    }
    return true
  }

  // MARK: Context

  private func checkNames(_ names: [Name]) {
    var seen: Set<String> = []
    for name in names {
      if name.text == syntax.name.text, clauses.exclusions.contains(name) {
        report(CheckerDiagnostics.ownExclusion(name.text, at: place(name.span)))
      } else if !seen.insert(name.text).inserted {
        report(CheckerDiagnostics.repeatedWord(name.text, at: place(name.span)))
      }
    }
  }

  /// Case does not count in words, so words that differ in it alone are the same.
  private func checkWords(_ words: [TextLiteral]) {
    var seen: Set<String> = []
    for word in words {
      let isBlank = word.value.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }
      if isBlank {
        report(CheckerDiagnostics.emptyWord(at: place(word.span)))
      } else if !seen.insert(word.value.lowercased()).inserted {
        report(CheckerDiagnostics.repeatedWord(word.value, at: place(word.span)))
      }
    }
  }

  private func context(
    _ words: [TextLiteral], within: ExpressionSyntax
  ) -> DetectorDefinition.Context? {
    checkWords(words)
    guard case .int(let reach) = within.kind, Self.reach.contains(reach),
      let within = Int(exactly: reach)
    else {
      report(CheckerDiagnostics.badReach(Self.reach, at: place(within.span)))
      return nil
    }
    return DetectorDefinition.Context(words: words.map(\.value), within: within)
  }

  // MARK: Confidence

  private func confidence() -> DetectorDefinition.Confidence? {
    guard let (values, span) = clauses.confidence else { return nil }
    var found: [String: Int64] = [:]
    for (word, value) in values {
      guard let millionths = probability(value) else { continue }
      let name = word?.text ?? ""
      guard ["", "near", "named"].contains(name) else {
        report(
          CheckerDiagnostics.confidence(
            "`\(name)` has no confidence of its own", at: place(word?.span ?? value.span),
            help: "write `confidence 0.5, near 0.9, named 0.95`"))
        continue
      }
      if found.updateValue(millionths, forKey: name) != nil {
        report(
          CheckerDiagnostics.confidence(
            "a confidence is given twice", at: place(word?.span ?? value.span),
            help: "take one away"))
      }
      let isIdle =
        (name == "near" && clauses.near.isEmpty) || (name == "named" && clauses.named.isEmpty)
      if isIdle, !isTorn, let word {
        report(
          CheckerDiagnostics.confidence(
            "there are no words for `\(name)`", at: place(word.span),
            help: name == "near" ? "add `near [\"WORD\"] within 50`" : "add `named [\"NAME\"]`"))
      }
    }
    guard let bare = found[""] else {
      if values.allSatisfy({ $0.word != nil }) {
        report(
          CheckerDiagnostics.confidence(
            "the confidence without any context is missing", at: place(span),
            help: "begin with it: `confidence 0.5, …`"))
      }
      return nil
    }
    for (word, value) in values {
      guard let word, let millionths = found[word.text], millionths < bare else { continue }
      report(
        CheckerDiagnostics.confidence(
          "a word of `\(word.text)` can't make a find less likely", at: place(value.span),
          help: "give at least the confidence without context"))
    }
    return DetectorDefinition.Confidence(
      bare: bare, near: found["near"], named: found["named"])
  }

  private func probability(_ value: ExpressionSyntax) -> Int64? {
    let millionths: Int64?
    switch value.kind {
    case .decimal(let decimal), .percent(let decimal): millionths = decimal.millionths
    case .int(let whole): millionths = whole == 0 ? 0 : 1_000_000
    default: return nil
    }
    guard let millionths, (1..<1_000_000).contains(millionths) else {
      report(
        CheckerDiagnostics.confidence(
          "a confidence lies between 0 and 1, ends excluded", at: place(value.span),
          help: "write `0.5`, or `0.99` where it is all but sure"))
      return nil
    }
    return millionths
  }

  // MARK: Examples

  private func checkExamples() {
    var examples: Set<String> = []
    var counters: Set<String> = []
    for example in clauses.examples { checkExample(example, &examples) }
    for counter in clauses.counters {
      checkExample(counter, &counters)
      if examples.contains(counter.value) {
        report(CheckerDiagnostics.exampleAndCounter(at: place(counter.span)))
      }
    }
  }

  private func checkExample(_ text: TextLiteral, _ seen: inout Set<String>) {
    if text.value.isEmpty {
      report(CheckerDiagnostics.emptyWord(at: place(text.span)))
    } else if !seen.insert(text.value).inserted {
      report(CheckerDiagnostics.repeatedWord(text.value, at: place(text.span)))
    }
  }
}

extension ValidatorSignature {
  /// `weighted(weights, modulus)`
  fileprivate var usage: String {
    let inside = parameters.map { $0.isOptional ? "[\($0.name)]" : $0.name }
    return inside.isEmpty ? name : "\(name)(\(inside.joined(separator: ", ")))"
  }

  /// `no arguments`, `2 arguments`, `1 to 3 arguments`
  fileprivate var shape: String {
    let needed = parameters.count { !$0.isOptional }
    if parameters.isEmpty { return "no arguments" }
    let count = needed == parameters.count ? "\(needed)" : "\(needed) to \(parameters.count)"
    return count == "1" ? "1 argument" : "\(count) arguments"
  }
}

extension ValidatorSignature.Parameter.Kind {
  fileprivate var word: String {
    switch self {
    case .integer: "whole number"
    case .text: "text in quotes"
    case .name: "name"
    case .list: "list"
    }
  }
}

extension ValidatorCall.Argument {
  fileprivate var kind: ValidatorSignature.Parameter.Kind {
    switch self {
    case .integer: .integer
    case .text: .text
    case .name: .name
    case .list: .list
    }
  }
}
