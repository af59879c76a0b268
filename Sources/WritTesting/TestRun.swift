package import WritChecker
package import WritDiagnostics
import WritAssessment
package import WritEngine
import WritModel
package import WritValues

/// What one `test` came to.
package struct TestResult: Sendable {
  package var rule: String
  package var title: String
  package var place: Place
  /// Empty when it passed.
  package var failures: [TestFailure]

  package var isPassed: Bool { failures.isEmpty }
}

/// One expectation that did not hold.
package struct TestFailure: Sendable {
  package var place: Place
  package var message: String
}

/// Runs tests that live beside the rules, through the reference evaluator.
package struct TestRun {
  private let program: CheckedProgram
  private let personalData: (any PersonalDataReading)?
  private let zone: @Sendable (String) -> Zone?

  /// `now` of a test that names none.
  private static let defaultNow = Timestamp(microseconds: 1_767_225_600_000_000)

  /// - Parameter personalData: what `personal(x)` asks.
  package init(
    program: CheckedProgram, personalData: (any PersonalDataReading)? = nil,
    zone: @escaping @Sendable (String) -> Zone?
  ) {
    self.program = program
    self.personalData = personalData
    self.zone = zone
  }

  /// The results in the order the tests are written.
  package func run(_ tests: [CheckedTest]) -> [TestResult] { tests.map(run) }

  private func run(_ test: CheckedTest) -> TestResult {
    var result = TestResult(rule: test.rule, title: test.title, place: test.place, failures: [])
    let now = test.now ?? Self.defaultNow
    var options = EvaluationOptions(
      now: now, period: test.period, params: test.params, zone: zone, collectsMembers: true)
    options.fingerprintKey = []
    options.personalData = personalData
    let evaluator = ReferenceEvaluator(
      program: program, deliveries: deliveries(test, now: now), options: options)
    guard let rule = evaluator.evaluate(rules: [test.rule]).rules.first else {
      result.failures = [TestFailure(place: test.place, message: "rule `\(test.rule)` did not run")]
      return result
    }
    result.failures = failures(test, rule)
    return result
  }

  private func deliveries(
    _ test: CheckedTest, now: Timestamp
  ) -> [DatasetName: DatasetDelivery] {
    var rows: [Int: [Row]] = [:]
    var collected: [Int: Timestamp] = [:]
    for given in test.given {
      let schema = program.datasets[given.dataset]
      // Given data is as fresh as the test's now unless it says when it was collected.
      collected[given.dataset] = given.collected ?? now
      rows[given.dataset, default: []] += given.rows.enumerated().map { index, fields in
        row(fields, schema, number: index + 1)
      }
    }
    var deliveries: [DatasetName: DatasetDelivery] = [:]
    for (dataset, rows) in rows {
      let schema = program.datasets[dataset]
      deliveries[schema.name] = DatasetDelivery(
        rows: rows, inputName: "given \(schema.name.name)", collectedAt: collected[dataset])
    }
    return deliveries
  }

  private func row(_ fields: [Datum?], _ schema: DatasetSchema, number: Int) -> Row {
    let data = zip(schema.fields, fields).map { field, datum -> Datum in
      if let datum { return datum }
      if field.isOptional { return .missing(field.name) }
      return .unknown(Causes(Cause(.unreadable, field.name)))
    }
    let origin = RowOrigin(input: 0, line: Int32(clamping: number), start: 0, end: 0)
    let key = schema.key.compactMap { $0 < data.count ? data[$0].value : nil }
    guard key.count == schema.key.count else {
      let place = "given \(schema.name.name):\(number)"
      let unknown = Datum.unknown(Causes(Cause(.unreadable, place)))
      return Row(
        fields: data.map { _ in unknown }, key: .text(Text(place)), origin: origin, isRejected: true
      )
    }
    return Row(fields: data, key: key.count == 1 ? key[0] : .tuple(key), origin: origin)
  }

  private func failures(_ test: CheckedTest, _ rule: RuleEvaluation) -> [TestFailure] {
    var failures: [TestFailure] = []
    if let error = rule.error, !test.expectedStatuses.contains(where: { $0.status == .error }) {
      failures.append(TestFailure(place: test.place, message: "rule could not run: \(error)"))
    }
    for expectation in test.expectations {
      let name = expectation.key.joined(separator: ", ")
      let members = rule.members.filter { $0.key == expectation.key }
      guard let member = members.first else {
        let known = rule.members.prefix(8).map { $0.key.joined(separator: ", ") }
        let hint = known.isEmpty ? "there are none" : "members: " + known.joined(separator: " · ")
        failures.append(
          TestFailure(place: expectation.place, message: "no member `\(name)`; \(hint)"))
        continue
      }
      if let other = members.first(where: { $0.outcome != expectation.outcome }) {
        let why =
          other.causes.isEmpty
          ? "" : " because " + other.causes.map(\.description).joined(separator: ", ")
        failures.append(
          TestFailure(
            place: expectation.place,
            message:
              "expected \(expectation.outcome.rawValue) for `\(name)`, got \(other.outcome.rawValue)\(why)"
          ))
        continue
      }
      for cause in expectation.causes where !holds(cause, in: member.causes) {
        let got = member.causes.map(\.description).joined(separator: ", ")
        failures.append(
          TestFailure(
            place: expectation.place,
            message: "expected cause \(cause) for `\(name)`, got \(got.isEmpty ? "none" : got)"))
      }
    }
    let status = status(of: rule)
    for expected in test.expectedStatuses where expected.status != status {
      failures.append(
        TestFailure(
          place: expected.place,
          message: "expected status \(expected.status.rawValue), got \(status.rawValue)"))
    }
    return failures
  }

  /// The status without waivers: a test speaks of the rule alone.
  private func status(of evaluation: RuleEvaluation) -> RuleStatus {
    let rule = program.rules.first { $0.id == evaluation.rule }
    return RuleStatusDecision(
      ledger: evaluation.ledger, findings: evaluation.findings,
      blindCount: evaluation.blindDatasets.count, error: evaluation.error,
      allowsEmpty: rule?.allowsEmpty ?? false, tolerance: rule?.tolerance
    ).status
  }

  /// `missing()` asks only for the kind.
  private func holds(_ cause: Cause, in causes: [Cause]) -> Bool {
    causes.contains { $0.kind == cause.kind && (cause.detail.isEmpty || $0.detail == cause.detail) }
  }
}
