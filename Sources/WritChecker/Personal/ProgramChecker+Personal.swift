import WritDiagnostics
import WritModel
import WritSyntax

extension ProgramChecker {
  func checkDetectors() {
    var places: [String: Place] = [:]
    for file in files {
      for case .detector(let syntax) in file.tree.file.declarations {
        let isFirst = isNew(syntax.name, "detector", in: file, &places)
        let checker = DetectorChecker(self, file: file, syntax: syntax)
        if let detector = checker.check(), isFirst { detectors.append(detector) }
      }
    }
    checkExclusions(known: Set(places.keys))
  }

  func checkMasks() {
    var places: [String: Place] = [:]
    for file in files {
      for case .mask(let syntax) in file.tree.file.declarations {
        let isFirst = isNew(syntax.name, "mask", in: file, &places)
        let checker = MaskChecker(self, file: file, syntax: syntax)
        if let mask = checker.check(), isFirst { masks.append(mask) }
      }
    }
  }

  /// Finds and commands name detectors and masks without a module.
  private func isNew(
    _ name: Name, _ what: String, in file: SourceFile, _ places: inout [String: Place]
  ) -> Bool {
    let place = file.place(name.span)
    if let first = places[name.text] {
      report(CheckerDiagnostics.duplicateName("\(what) `\(name.text)`", at: place, first))
      return false
    }
    places[name.text] = place
    return true
  }

  /// Exclusions may name any detector of the program, in whichever order they stand; those of detectors with other
  /// mistakes are looked at all the same.
  private func checkExclusions(known: Set<String>) {
    var excluded: [(own: Name, names: [Name], file: SourceFile)] = []
    for file in files {
      for case .detector(let syntax) in file.tree.file.declarations {
        excluded.append((syntax.name, DetectorClauses(syntax).exclusions, file))
      }
    }
    let table = Dictionary(
      excluded.map { ($0.own.text, Set($0.names.map(\.text))) }, uniquingKeysWith: { $0.union($1) })
    var broken: Set<String> = []
    for (own, names, file) in excluded {
      for name in names where name.text != own.text {
        let place = file.place(name.span)
        if known.contains(name.text) {
          guard table[name.text]?.contains(own.text) ?? false else { continue }
          report(CheckerDiagnostics.mutualExclusion(own.text, name.text, at: place))
        } else if let known = exclusionNames(known), !known.contains(name.text) {
          report(CheckerDiagnostics.unknownExclusion(name.text, at: place, known: known.sorted()))
        } else {
          continue
        }
        broken.insert(own.text)
      }
    }
    detectors.removeAll { broken.contains($0.definition.name) }
  }

  /// What `exclude` may name; nil when that can't be told, for the readings are not known or a declaration was lost.
  private func exclusionNames(_ detectors: Set<String>) -> Set<String>? {
    files.contains(where: \.isBroken) ? nil : environment.readings.map { $0.union(detectors) }
  }

  /// The category a name stands for, or nil when the tree does not hold it, which is told.
  func category(
    _ name: Name, in file: SourceFile, severity: Diagnostic.Severity = .error
  ) -> DataCategory? {
    let category = DataCategory(name.text)
    if DataCategoryTree.contains(category) { return category }
    report(
      CheckerDiagnostics.unknownCategory(name.text, at: file.place(name.span), severity: severity))
    return nil
  }
}
