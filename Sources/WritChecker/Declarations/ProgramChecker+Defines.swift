import WritDiagnostics
import WritSyntax
import WritValues

extension ProgramChecker {
  // MARK: Params

  func checkParams() {
    for index in params.indices {
      let syntax = params[index].syntax
      let file = params[index].file
      let type = resolve(syntax.type, in: file, owner: syntax.name.text)
      params[index].checked.type = type
      if type.holdsPoison {
        params[index].isUsable = false
        continue
      }
      switch type {
      case .json, .record, .tuple:
        report(
          CheckerDiagnostics.paramType(syntax.name.text, type, at: file.place(syntax.name.span)))
        params[index].isUsable = false
        continue
      default: break
      }
      if let value = literal(syntax.value, type, of: "param `\(syntax.name.text)`", in: file) {
        params[index].checked.value = value
      } else {
        params[index].isUsable = false
      }
    }
  }

  /// The value of a literal of the type; every mistake is told.
  func literal(
    _ syntax: ExpressionSyntax, _ type: ValueType, of what: String, in file: SourceFile
  ) -> Value? {
    let checker = ExpressionChecker(self, file: file, frame: Frame())
    let node = checker.check(syntax, type)
    if node.type.isPoison { return nil }
    if case .constant(let value) = node.kind { return value }
    report(CheckerDiagnostics.notLiteral(what, "a literal", at: file.place(syntax.span)))
    return nil
  }

  // MARK: Lets

  func checkLets() {
    for index in lets.indices { checkLet(index, from: nil) }
  }

  /// Checks a module's let once by itself, so that its mistakes are told once.
  func checkLet(_ index: Int, from place: Place?) {
    switch lets[index].state {
    case .checked, .broken: return
    case .checking:
      if let place {
        report(CheckerDiagnostics.recursion("let `\(lets[index].syntax.name.text)`", at: place))
      }
      lets[index].state = .broken
      return
    case .waiting: break
    }
    lets[index].state = .checking
    let frame = Frame()
    let checker = ExpressionChecker(self, file: lets[index].file, frame: frame)
    let node = checker.infer(lets[index].syntax.value)
    if lets[index].state == .broken { return }
    lets[index].state = node.type.isPoison || frame.isBroken ? .broken : .checked
  }

  // MARK: Defines

  func checkDefine(_ index: Int, from place: Place? = nil) {
    switch defines[index].state {
    case .checked, .broken: return
    case .checking:
      if let place {
        report(
          CheckerDiagnostics.recursion("define `\(defines[index].syntax.name.text)`", at: place))
      }
      defines[index].state = .broken
      return
    case .waiting: break
    }
    defines[index].state = .checking
    let syntax = defines[index].syntax
    let file = defines[index].file
    let frame = Frame()
    let checker = ExpressionChecker(self, file: file, frame: frame)
    for parameter in syntax.parameters {
      var type = resolve(
        parameter.type, in: file, owner: "\(syntax.name.text).\(parameter.name.text)")
      if case .reference(let dataset) = type { type = .row(dataset) }
      if type.holdsPoison { frame.isBroken = true }
      if case .row(let dataset) = type, let position = datasetIndices[dataset],
        !datasets[position].isUsable
      {
        frame.isBroken = true
      }
      checker.checkShadowing(parameter.name)
      checker.variables.append(
        ExpressionChecker.Variable(
          name: parameter.name.text, slot: frame.newSlot(), type: type, origin: .parameter))
      defines[index].parameters.append(type)
    }
    let body = checker.infer(syntax.body)
    if defines[index].state == .broken { return }
    guard !frame.isBroken, !body.type.isPoison else {
      defines[index].state = .broken
      return
    }
    defines[index].checked = CheckedDefine(
      id: defines[index].id, parameterCount: syntax.parameters.count,
      slotCount: frame.slotCount, body: body)
    defines[index].uses = frame.uses
    defines[index].crossJoins = frame.crossJoins
    defines[index].state = .checked
  }
}

extension DeclaredDefine {
  /// What a call gives away: what the body reads, and the values handed in.
  func labels(of arguments: [CheckedExpression]) -> DataLabels {
    guard let body = checked?.body else { return .none }
    if case .bool = body.type { return body.labels }
    var labels = body.labels
    for argument in arguments {
      if case .row = argument.type { continue }
      labels = labels.union(argument.labels)
    }
    return labels
  }
}
