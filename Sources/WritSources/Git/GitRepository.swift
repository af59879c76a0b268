import WritTables
import WritValues

/// The history of a repository as a table of changes.
package struct GitRepository: Sendable {
  private let path: String
  private let reference: String
  private let program: String

  /// - Parameters:
  ///   - path: a folder of the repository.
  ///   - reference: the commit whose history is read.
  package init(path: String, reference: String = "HEAD", program: String = "git") {
    self.path = path
    self.reference = reference
    self.program = program
  }

  /// One record a commit, newest first; unavailable when git or the repository is not there.
  package func changes() -> CollectedTable {
    guard !reference.hasPrefix("-") else {
      return CollectedTable(unavailable: "\(reference) is no name of a commit")
    }
    let shallow: Bool
    let signed: Set<String>
    let log: [UInt8]
    do {
      let state = try run(["rev-parse", "--is-shallow-repository"])
      guard state.status == 0 else { return refused(state) }
      shallow = String(decoding: state.output, as: UTF8.self).hasPrefix("true")
      let headers = try run(["rev-list", "--header", reference, "--"])
      guard headers.status == 0 else { return refused(headers) }
      signed = GitLog.signedCommits(headers.output)
      // Checking needs another program: it is only asked for when there is something to check.
      let format =
        signed.isEmpty ? GitLog.format.replacing("%G?", with: "N") : GitLog.format
      let commits = try run([
        "log", "--raw", "-z", "--no-renames", "--no-color", "--no-ext-diff", "--no-textconv",
        "--no-show-signature", "--no-mailmap", "--no-notes", "--format=\(format)", reference, "--",
      ])
      guard commits.status == 0 else { return refused(commits) }
      log = commits.output
    } catch {
      return CollectedTable(unavailable: error.description)
    }
    do {
      var table = CollectedTable()
      let name = "git:\(reference)"
      for record in try GitLog.parse(log, signed: signed, name: name) {
        table.add(record, from: name)
      }
      if shallow {
        table.missRows(of: name, reason: "the clone is shallow: older changes are not in it")
      }
      return table
    } catch {
      return CollectedTable(unavailable: error.description)
    }
  }

  private func refused(_ result: CommandResult) -> CollectedTable {
    let said = TextLine.lines(of: result.errors).first { !$0.text.isEmpty }?.text.text ?? ""
    if said.contains("not a git repository") {
      return CollectedTable(unavailable: "not a git repository")
    }
    if said.contains("dubious ownership") {
      return CollectedTable(
        unavailable: "git refuses a repository of another owner (safe.directory)")
    }
    if said.contains("bad revision") || said.contains("ambiguous argument") {
      return CollectedTable(unavailable: "the repository has no commit \(reference)")
    }
    return CollectedTable(unavailable: "git failed with status \(result.status)")
  }

  private func run(_ arguments: [String]) throws(CommandFailure) -> CommandResult {
    // What the repository's own configuration could start or fetch is turned off.
    let settings = [
      "core.pager=", "core.fsmonitor=false", "core.hooksPath=/dev/null", "log.showSignature=false",
      "log.mailmap=false", "log.follow=false", "diff.renames=false",
      "protocol.allow=never", "gpg.program=gpg", "gpg.openpgp.program=gpg",
      "gpg.x509.program=gpgsm", "gpg.ssh.program=ssh-keygen", "i18n.logOutputEncoding=UTF-8",
    ]
    let options =
      ["-C", path, "--no-pager", "--no-replace-objects"] + settings.flatMap { ["-c", $0] }
    return try Command(program, options + arguments).run(variables: [
      "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1",
      "LC_ALL": "C",
    ])
  }
}
