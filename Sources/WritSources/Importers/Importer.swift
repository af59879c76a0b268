package import WritTables
package import WritValues

/// What `from:` in `writ.yaml` may name, besides `collect`.
package enum ImportKind: String, CaseIterable, Sendable {
  case hr, okta, github, sshd, syslog, git
}

/// What `writ.yaml` says about an input.
package struct ImportOptions: Sendable {
  /// The year of a log's first line, where its lines have none.
  package var year: Int?
  /// The zone of times written without one; UTC when nil.
  package var zone: Zone?
  /// Field of the table to column of the source for `hr`, to a path in the object for `okta` and `github`.
  package var fields: [String: String]
  /// The key under which a JSON document holds the records.
  package var member: String?

  package init(
    year: Int? = nil, zone: Zone? = nil, fields: [String: String] = [:], member: String? = nil
  ) {
    self.year = year
    self.zone = zone
    self.fields = fields
    self.member = member
  }
}

package enum Importer {
  /// The records that files of a kind hold; nil for `git`, which is no file (`GitRepository`).
  package static func source(
    _ kind: ImportKind, inputs: [any ByteSource], options: ImportOptions = ImportOptions()
  ) -> (any RecordSource)? {
    switch kind {
    case .hr: HRRoster(inputs: inputs, columns: options.fields)
    case .okta: OktaUsers(inputs: inputs, options: options)
    case .github: GitHubMembers(inputs: inputs, options: options)
    case .sshd, .syslog: AuthLog(inputs: inputs, year: options.year, zone: options.zone)
    case .git: nil
    }
  }
}
