import WritDiagnostics
package import WritRisk
package import WritValues

/// Measures how well the people of a table hide, and makes it coarser until they do.
package struct PersonalDataRisk {
  package enum Method: String, CaseIterable, Sendable { case mondrian, lattice }

  package struct Options: Sendable {
    package var path = ""
    package var quasiIdentifiers: [String] = []
    package var sensitive: [String] = []
    package var grouping = SensitiveGrouping.apart
    package var thresholds = RiskThresholds()
    /// A table of everybody the rows may be about.
    package var population: String?
    package var findsQuasiIdentifiers = false
    package var method: Method?
    /// How a quasi-identifier becomes coarser, as written: `intervals:5,10`, `file:PATH`.
    package var rules: [(column: String, rule: String)] = []
    /// The share of rows the lattice may leave out.
    package var suppression = Decimal.zero
    /// Where the coarser table goes; nil: nowhere.
    package var output: String?

    package init() {}
  }

  package struct Result: Sendable {
    package var path: String
    /// Nil where nothing was to be measured, and after failures.
    package var outcome: RiskOutcome?
    /// What is asked of the coarser table where there is one.
    package var verdicts: [RiskVerdict] = []
    package var hasSearched = false
    /// Nil where the table has no rows.
    package var search: QuasiIdentifierSearch?
    package var generalization: GeneralizationOutcome?
    /// The coarser table's figures.
    package var coarser: RiskOutcome?
    /// Where the coarser table was written.
    package var written: String?
    package var failure: Failure?
  }

  /// Why there is no result, with the exit code.
  package struct Failure: Error, Sendable {
    package let code: Int32
    package let reason: String
  }

  private let files: ProjectFiles
  private let options: Options

  package static func run(_ workspace: Workspace, _ options: Options) -> Result {
    var result = Result(path: options.path)
    do throws(Failure) {
      try PersonalDataRisk(files: workspace.files, options: options).run(&result)
    } catch {
      result.failure = error
    }
    return result
  }

  private init(files: ProjectFiles, options: Options) {
    self.files = files
    self.options = options
  }

  private func run(_ result: inout Result) throws(Failure) {
    let rules = try hierarchies()
    let table = try table(options.path)
    let population: RiskTable? =
      if let path = options.population { try self.table(path) } else { nil }
    if options.findsQuasiIdentifiers {
      result.hasSearched = true
      result.search = try measured { () throws(RiskProblem) in
        try QuasiIdentifierFinder.search(table, columns: candidates(table))
      }
    }
    if options.quasiIdentifiers.isEmpty { return }
    let outcome = try measure(table, population)
    result.outcome = outcome
    guard let method = options.method else {
      result.verdicts = outcome.verdicts(options.thresholds)
      return
    }
    let generalization = try measured { () throws(RiskProblem) in
      try generalize(table, method, rules)
    }
    result.generalization = generalization
    guard case .generalized(let made) = generalization else {
      result.verdicts = outcome.verdicts(options.thresholds)
      return
    }
    // Where every row had to be left out there is a table, and nothing in it to tell.
    let coarser = try measure(made.table, nil)
    result.coarser = coarser
    result.verdicts = coarser.verdicts(options.thresholds)
    guard let output = options.output, result.verdicts.allSatisfy({ $0.status == .holds }) else {
      return
    }
    do throws(AtomicFile.Failure) {
      try write(made.table, to: output)
    } catch {
      throw Failure(code: 5, reason: "\(error)")
    }
    result.written = output
  }

  // MARK: Steps

  private func table(_ path: String) throws(Failure) -> RiskTable {
    do {
      return try RiskTableFile(files: files).table(path)
    } catch {
      throw Failure(code: 4, reason: "\(error)")
    }
  }

  private func measure(
    _ table: RiskTable, _ population: RiskTable?
  ) throws(Failure) -> RiskOutcome {
    try measured { () throws(RiskProblem) in
      try RiskReport.measure(
        table, quasiIdentifiers: options.quasiIdentifiers,
        sensitive: options.sensitive.map { SensitiveColumn($0) }, grouping: options.grouping,
        population: population)
    }
  }

  /// The columns among which the finder looks.
  private func candidates(_ table: RiskTable) -> [String]? {
    if !options.quasiIdentifiers.isEmpty { return options.quasiIdentifiers }
    if options.sensitive.isEmpty { return nil }
    return table.columns.map(\.name).filter { name in
      !options.sensitive.contains { $0.utf8.elementsEqual(name.utf8) }
    }
  }

  private func generalize(
    _ table: RiskTable, _ method: Method, _ rules: [GeneralizedColumn]
  ) throws(RiskProblem) -> GeneralizationOutcome {
    let l = options.thresholds.l ?? 1
    let goal = GeneralizationGoal(
      k: options.thresholds.k ?? 2, l: l, sensitive: l > 1 ? options.sensitive : [])
    for rule in rules where !isQuasiIdentifier(rule.name) {
      throw .noSuchColumn(rule.name, options.quasiIdentifiers)
    }
    switch method {
    case .mondrian:
      return try Generalizer.mondrian(
        table, quasiIdentifiers: options.quasiIdentifiers, goal: goal, hierarchies: rules)
    case .lattice:
      let columns = options.quasiIdentifiers.map { name in
        rules.first { $0.name.utf8.elementsEqual(name.utf8) }
          ?? GeneralizedColumn(name, .suppression)
      }
      return try Generalizer.lattice(
        table, quasiIdentifiers: columns, goal: goal, suppressionLimit: options.suppression)
    }
  }

  private func isQuasiIdentifier(_ name: String) -> Bool {
    options.quasiIdentifiers.contains { $0.utf8.elementsEqual(name.utf8) }
  }

  private func hierarchies() throws(Failure) -> [GeneralizedColumn] {
    var columns: [GeneralizedColumn] = []
    for (column, text) in options.rules {
      columns.append(GeneralizedColumn(column, try hierarchy(text, of: column)))
    }
    return columns
  }

  private func hierarchy(_ text: String, of column: String) throws(Failure) -> HierarchyRule {
    guard text.hasPrefix("file:") else {
      if let rule = HierarchyRule(parsing: text) { return rule }
      throw Failure(
        code: 64,
        reason: "`\(text)` says nothing about column `\(column)`; write intervals:5,10@18, "
          + "dates:month,year, prefixes:4,3, suppress or file:PATH")
    }
    let path = String(text.dropFirst("file:".count))
    let bytes: [UInt8]
    do {
      bytes = try files.bytes(path)
    } catch {
      throw Failure(code: 4, reason: "\(error)")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(code: 4, reason: "`\(path)` is not UTF-8")
    }
    do {
      return .file(try HierarchyFile(parsing: text))
    } catch {
      throw Failure(code: 4, reason: "`\(path)`: \(error)")
    }
  }

  private func measured<Value>(
    _ body: () throws(RiskProblem) -> Value
  ) throws(Failure) -> Value {
    do {
      return try body()
    } catch {
      throw Failure(code: Self.code(of: error), reason: "\(error)")
    }
  }

  /// What is asked wrongly is a matter of the command line, all else of the file.
  private static func code(of problem: RiskProblem) -> Int32 {
    switch problem {
    case .noQuasiIdentifiers, .inTwoRoles, .badWidths, .badPrefixes, .badGoal,
      .tooManyForLattice, .latticeTooLarge, .tooManySubsets, .columnNamedTwice:
      64
    case .noSuchColumn, .unevenColumns, .unevenRow, .tooManyRows, .notNumbers, .notDates,
      .badHierarchyFile, .notInHierarchy, .notNested:
      4
    }
  }

  // MARK: The coarser table

  /// As CSV (RFC 4180); a missing cell is empty.
  private func write(_ table: RiskTable, to path: String) throws(AtomicFile.Failure) {
    let output = try AtomicOutput(path)
    var line = table.columns.map { Self.cell($0.name) }.joined(separator: ",") + "\n"
    for row in 0...table.rowCount {
      let bytes = Array(line.utf8)
      try bytes.withUnsafeBufferPointer { bytes throws(AtomicFile.Failure) in
        try output.write(bytes)
      }
      if row < table.rowCount {
        line = table.columns.map { Self.cell($0[row] ?? "") }.joined(separator: ",") + "\n"
      }
    }
    try output.finish()
    try output.commit()
  }

  private static func cell(_ text: String) -> String {
    let special = text.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
    }
    return special ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
