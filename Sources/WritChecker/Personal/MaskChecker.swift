import WritDiagnostics
import WritModel
import WritSyntax
import WritValues

/// Checks one mask.
struct MaskChecker {
  private let program: ProgramChecker
  private let file: SourceFile
  private let syntax: MaskSyntax
  /// The parser told a mistake within; what is absent may just be lost.
  private let isTorn: Bool

  init(_ program: ProgramChecker, file: SourceFile, syntax: MaskSyntax) {
    self.program = program
    self.file = file
    self.syntax = syntax
    isTorn = file.hasSyntaxError(in: syntax.span)
  }

  private struct Checked {
    var line: MaskDefinition.Line
    var span: Span
  }

  /// The mask, or nil when a mistake makes it unusable.
  func check() -> CheckedMask? {
    let errors = program.sink.errorCount
    var lines: [Checked] = []
    var otherwise: (operation: MaskDefinition.Operation, span: Span)?
    var places: [DataCategory: Place] = [:]
    var hasOtherwise = false
    for line in syntax.lines {
      let operation = self.operation(line.operation)
      guard let name = line.category else {
        if hasOtherwise {
          report(CheckerDiagnostics.duplicateClause("otherwise", at: place(line.span)))
        }
        hasOtherwise = true
        if let operation, otherwise == nil { otherwise = (operation, line.operation.span) }
        continue
      }
      guard let category = program.category(name, in: file) else { continue }
      if let first = places[category] {
        report(
          CheckerDiagnostics.duplicateMaskLine(name.text, at: place(name.span), first))
      } else {
        places[category] = place(name.span)
        if let operation {
          lines.append(
            Checked(
              line: MaskDefinition.Line(category: category, operation: operation),
              span: line.operation.span))
        }
      }
    }
    if !hasOtherwise, !isTorn {
      report(CheckerDiagnostics.noOtherwise(syntax.name.text, at: place(syntax.name.span)))
    }
    guard let otherwise else { return nil }
    let definition = MaskDefinition(
      name: syntax.name.text, title: syntax.title?.value ?? syntax.name.text,
      lines: lines.map(\.line), otherwise: otherwise.operation)
    checkCards(definition, lines, otherwise.span)
    guard !isTorn, program.sink.errorCount == errors else { return nil }
    return CheckedMask(
      definition: definition, module: file.module, place: place(syntax.name.span),
      linePlaces: lines.map { place($0.span) }, otherwisePlace: place(otherwise.span))
  }

  private func place(_ span: Span) -> Place { file.place(span) }

  private func report(_ diagnostic: Diagnostic) { program.report(diagnostic) }

  // MARK: Operators

  private func operation(_ syntax: OperationSyntax) -> MaskDefinition.Operation? {
    let name = syntax.name.text
    if let (reason, help) = MaskOperatorTable.refused[name] {
      report(
        CheckerDiagnostics.refusedOperator(
          name, reason: reason, help: help, at: place(syntax.name.span)))
      return nil
    }
    guard let known = MaskOperatorTable.operators.first(where: { $0.name == name }) else {
      report(
        CheckerDiagnostics.unknownOperator(
          name, at: place(syntax.name.span), known: MaskOperatorTable.operators.map(\.name)))
      return nil
    }
    guard let arguments = arguments(syntax, known) else { return nil }
    if let missing = known.arguments.first(where: { $0.isRequired && arguments[$0.name] == nil }) {
      let reason =
        missing.name == "key"
        ? "`\(name)` needs the name of a key: nothing is masked without one"
        : "`\(name)` needs `\(missing.name)`"
      report(
        CheckerDiagnostics.maskArgument(reason, at: place(syntax.span), usage: known.usage))
      return nil
    }
    if name == "partial", arguments.isEmpty {
      report(
        CheckerDiagnostics.maskArgument(
          "`partial` needs to know what it leaves", at: place(syntax.span), usage: known.usage))
      return nil
    }
    return MaskDefinition.Operation(name, arguments)
  }

  /// The arguments by name; nil when one is wrong, which is told.
  private func arguments(
    _ syntax: OperationSyntax, _ known: MaskOperatorTable.Operator
  ) -> [String: MaskDefinition.Operation.Argument]? {
    var found: [String: MaskDefinition.Operation.Argument] = [:]
    var isRight = true
    func wrong(_ reason: String, _ span: Span) {
      report(CheckerDiagnostics.maskArgument(reason, at: place(span), usage: known.usage))
      isRight = false
    }
    for argument in syntax.arguments {
      guard let label = argument.label else {
        wrong("arguments of `\(known.name)` are named", argument.span)
        continue
      }
      guard let wanted = known.arguments.first(where: { $0.name == label.text }) else {
        wrong("`\(known.name)` takes no `\(label.text)`", label.span)
        continue
      }
      guard let value = Self.value(argument.value, wanted.kind) else {
        wrong("`\(label.text)` is \(wanted.kind.rawValue)", argument.span)
        continue
      }
      if found.updateValue(value, forKey: label.text) != nil {
        wrong("`\(label.text)` is given twice", label.span)
      }
    }
    return isRight ? found : nil
  }

  private static func value(
    _ value: OperationSyntax.Value, _ kind: MaskOperatorTable.Kind
  ) -> MaskDefinition.Operation.Argument? {
    let day: Int64 = 86_400_000_000
    switch (kind, value) {
    case (.count, .integer(let count)): return 0...1000 ~= count ? .integer(count) : nil
    case (.flag, .flag(let flag)): return .flag(flag)
    case (.text, .text(let text)): return .text(text)
    case (.name, .text(let text)): return isName(text) ? .text(text) : nil
    case (.days, .integer(let days)): return 1...36_500 ~= days ? .integer(days) : nil
    case (.days, .duration(let length)):
      return length % day == 0 && 1...36_500 ~= length / day ? .duration(length) : nil
    case (.order, .text(let text)): return ["dmy", "mdy"].contains(text) ? .text(text) : nil
    case (.level, .text(let text)): return isLevel(text) ? .text(text) : nil
    default: return nil
    }
  }

  private static func isName(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count)
      && text.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
          || [0x5F, 0x2D, 0x2E].contains($0)
      }
  }

  private static func isLevel(_ text: String) -> Bool {
    if ["year", "month", "decade", "country", "domain", "network"].contains(text) { return true }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, ["prefix", "bucket"].contains(parts[0]),
      parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int32(parts[1])
    else { return false }
    return count >= 1
  }

  // MARK: Cards

  /// Whatever line decides on a payment card, it may show no more than the standard lets.
  private func checkCards(
    _ definition: MaskDefinition, _ lines: [Checked], _ otherwise: Span
  ) {
    let card = DataCategory("financial.card")
    var spans: Set<Span> = []
    for node in DataCategoryTree.nodes where node.category.isWithin(card) {
      let deciding = lines.filter { node.category.isWithin($0.line.category) }
        .max { $0.line.category.path.count < $1.line.category.path.count }
      let span = deciding?.span ?? otherwise
      let operation = definition.operation(for: node.category)
      guard operation.name == "partial", spans.insert(span).inserted else { continue }
      if count("first", operation) > MaskOperatorTable.cardFirst
        || count("last", operation) > MaskOperatorTable.cardLast
      {
        report(
          CheckerDiagnostics.cardDigits(
            first: MaskOperatorTable.cardFirst, last: MaskOperatorTable.cardLast, at: place(span)))
      }
    }
  }

  private func count(_ name: String, _ operation: MaskDefinition.Operation) -> Int64 {
    if case .integer(let count)? = operation.arguments[name] { count } else { 0 }
  }
}
