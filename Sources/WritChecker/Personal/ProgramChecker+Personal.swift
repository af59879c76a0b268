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

  /// Exclusions may name any detector of the program, in whichever order they stand.
  private func checkExclusions(known: Set<String>) {
    let isWhole = files.allSatisfy { !$0.isBroken }
    let excluded = Dictionary(
      detectors.map { ($0.definition.name, Set($0.definition.exclusions)) },
      uniquingKeysWith: { first, _ in first })
    var isUsable = Array(repeating: true, count: detectors.count)
    for (index, detector) in detectors.enumerated() {
      for (name, place) in zip(detector.definition.exclusions, detector.exclusionPlaces) {
        let own = detector.definition.name
        if known.contains(name) {
          guard excluded[name]?.contains(own) ?? false else { continue }
          report(CheckerDiagnostics.mutualExclusion(own, name, at: place))
        } else {
          guard let readings = environment.readings, isWhole, !readings.contains(name) else {
            continue
          }
          report(
            CheckerDiagnostics.unknownExclusion(
              name, at: place, known: known.union(readings).sorted()))
        }
        isUsable[index] = false
      }
    }
    detectors = zip(detectors, isUsable).filter(\.1).map(\.0)
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
