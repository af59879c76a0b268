/// A case as text: all an engine is given, and nothing besides.
package struct DifferentialCase: Sendable {
  package struct File: Sendable {
    /// Its ending says its format: `.ndjson`, `.json`, `.csv`.
    package var name: String
    package var text: String

    package init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// One that is delivered.
  package struct Dataset: Sendable {
    package var name: String
    package var files: [File]
    package var collected: String?
    package var covered: [String] = []
    package var zone: String?

    package init(
      name: String, files: [File], collected: String? = nil, covered: [String] = [],
      zone: String? = nil
    ) {
      self.name = name
      self.files = files
      self.collected = collected
      self.covered = covered
      self.zone = zone
    }
  }

  /// 0 where it does not come from one.
  package var seed: UInt64
  package var policy: String
  package var datasets: [Dataset]
  package var run: CaseRun

  package init(seed: UInt64 = 0, policy: String, datasets: [Dataset], run: CaseRun = CaseRun()) {
    self.seed = seed
    self.policy = policy
    self.datasets = datasets
    self.run = run
  }
}
