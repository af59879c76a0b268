import WritDiagnostics
import WritSyntax
import WritValues

extension ProgramChecker {
  /// Enters the names of all files, so that order and files do not matter.
  func declare() {
    for file in files {
      var module = modules[file.module] ?? Module(name: file.module)
      if file.isBroken { module.doubtful.formUnion(ProgramChecker.declaredWords(in: file)) }
      modules[file.module] = module
    }
    declareDatasets()
    for file in files {
      for declaration in file.tree.file.declarations { declare(declaration, in: file) }
    }
  }

  /// Datasets get their indices in the order of their names.
  private func declareDatasets() {
    var found: [(syntax: DatasetSyntax, file: SourceFile)] = []
    for file in files {
      for case .dataset(let syntax) in file.tree.file.declarations {
        found.append((syntax, file))
      }
    }
    // Sorting keeps the order of files among equal names: the first one counts.
    let sorted = found.enumerated().sorted { one, other in
      let left = DatasetName(module: one.element.file.module, name: one.element.syntax.name.text)
      let right = DatasetName(
        module: other.element.file.module, name: other.element.syntax.name.text)
      return left == right ? one.offset < other.offset : left < right
    }
    for (_, (syntax, file)) in sorted {
      let index = datasets.count
      guard enter(syntax.name, .dataset(index), in: file) else { continue }
      let name = DatasetName(module: file.module, name: syntax.name.text)
      datasetIndices[name] = index
      datasets.append(
        DeclaredDataset(
          syntax: syntax, file: file,
          schema: DatasetSchema(
            name: name, title: syntax.title?.value ?? "", fields: [], key: [])))
    }
  }

  private func declare(_ declaration: Declaration, in file: SourceFile) {
    switch declaration {
    case .dataset: break
    case .param(let syntax):
      guard enter(syntax.name, .param(params.count), in: file) else { return }
      params.append(
        DeclaredParam(
          syntax: syntax, file: file,
          checked: CheckedParam(
            id: id(syntax.name.text, in: file), type: .poison, value: .bool(false),
            title: syntax.title?.value ?? "", place: file.place(syntax.name.span))))
    case .let(let syntax):
      guard enter(syntax.name, .let(lets.count), in: file) else { return }
      lets.append(DeclaredLet(id: id(syntax.name.text, in: file), syntax: syntax, file: file))
    case .define(let syntax):
      guard enter(syntax.name, .define(defines.count), in: file) else { return }
      defines.append(DeclaredDefine(id: id(syntax.name.text, in: file), syntax: syntax, file: file))
    case .rule(let syntax):
      let place = file.place(syntax.name.span)
      if let first = modules[file.module]?.rules[syntax.name.text] {
        report(CheckerDiagnostics.duplicateName("rule `\(syntax.name.text)`", at: place, first))
      } else {
        modules[file.module]?.rules[syntax.name.text] = place
      }
    // Their names are the whole program's, so they are checked together.
    case .test, .detector, .mask: break
    case .later(let keyword, let name, _):
      report(
        CheckerDiagnostics.notYet(keyword.text, name: name?.text, at: file.place(keyword.span)))
    }
  }

  /// False when the name is taken, which is told.
  private func enter(_ name: Name, _ entry: Module.Entry, in file: SourceFile) -> Bool {
    let place = file.place(name.span)
    if let first = modules[file.module]?.places[name.text] {
      report(CheckerDiagnostics.duplicateName("`\(name.text)`", at: place, first))
      return false
    }
    modules[file.module]?.entries[name.text] = entry
    modules[file.module]?.places[name.text] = place
    return true
  }

  func checkImports() {
    for file in files {
      var seen: Set<String> = []
      for name in file.imports {
        let place = file.place(name.span)
        if modules[name.text] == nil {
          report(
            CheckerDiagnostics.unknownModule(name.text, at: place, known: moduleNames(but: file)))
        } else if !seen.insert(name.text).inserted {
          report(CheckerDiagnostics.unused("import `\(name.text)`", at: place))
        }
      }
    }
  }

  func reportUnused() {
    for file in files where !file.isBroken {
      for name in file.imports
      where !file.usedImports.contains(name.text) && modules[name.text] != nil {
        report(CheckerDiagnostics.unused("import `\(name.text)`", at: file.place(name.span)))
      }
    }
    for param in params where !param.isUsed && !isDoubtful(param.file) {
      let name = param.syntax.name
      report(CheckerDiagnostics.unused("param `\(name.text)`", at: param.file.place(name.span)))
    }
    for one in lets where !one.isUsed && !isDoubtful(one.file) {
      let name = one.syntax.name
      report(CheckerDiagnostics.unused("let `\(name.text)`", at: one.file.place(name.span)))
    }
  }

  /// Where something was lost to a mistake of syntax, nothing can be called unused.
  private func isDoubtful(_ file: SourceFile) -> Bool {
    files.contains { $0.isBroken && ($0.module == file.module || $0.imports(file.module)) }
  }

  /// The words that follow a declaration's keyword anywhere in the text.
  private static func declaredWords(in file: SourceFile) -> Set<String> {
    let keywords: Set<String> = ["dataset", "param", "let", "define"]
    var words: Set<String> = []
    var previous = ""
    for word in file.tree.source.bytes.split(whereSeparator: { !isWordByte($0) }) {
      let text = String(decoding: word, as: UTF8.self)
      if keywords.contains(previous) { words.insert(text) }
      previous = text
    }
    return words
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
      || byte == 0x5F || byte >= 0x80
  }
}
