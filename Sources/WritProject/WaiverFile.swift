public import WritDiagnostics
public import WritModel
public import WritValues
import WritYAML

/// Reads a file of waivers, a YAML list:
///
/// ```yaml
/// - id: W-2026-014
///   rule: access.admin_without_mfa
///   scope: { member: "u42" }
///   reason: hardware key is on order
///   owner: it@example.test
///   approver: ciso@example.test
///   ticket: SEC-481
///   expires: 2027-01-31
/// ```
///
/// `scope` is `{ member: … }` or `{ members: [ … ] }`; a member is a text, or a list of texts where
/// the key has several parts, and `*` and `?` are wildcards. `ticket` is optional.
public enum WaiverFile {
  /// Days that a waiver may last from the day it is read.
  public static let maximumDays: Int64 = 365

  private static let keys = [
    "id", "rule", "scope", "reason", "owner", "approver", "ticket", "expires",
  ]

  /// The waivers without a mistake, in the order of the file, and what is wrong with the others.
  ///
  /// - Parameter now: when given, a waiver that ends too far ahead is refused; one that has expired
  ///   is not.
  public static func parse(
    _ source: SourceText, now: Timestamp? = nil
  ) -> (waivers: [Waiver], diagnostics: [Diagnostic]) {
    let file = RecordFile(source, holding: "waivers")
    var waivers: [Waiver] = []
    var seen: Set<String> = []
    for node in file.nodes {
      guard let waiver = waiver(node, file: file, now: now) else { continue }
      if !seen.insert(waiver.value.id).inserted {
        file.log.report(
          "waiver/duplicate-id", "two waivers are called `\(waiver.value.id)`",
          at: waiver.place)
        continue
      }
      waivers.append(waiver.value)
    }
    return (waivers, file.log.diagnostics)
  }

  private static func waiver(
    _ node: YAMLNode, file: RecordFile, now: Timestamp?
  ) -> Located<Waiver>? {
    let log = file.log
    guard let reader = MappingReader(node, subject: "a waiver", keys: keys, log: log) else {
      return nil
    }
    let id = reader.text("id", required: true)
    let rule = rule(reader, log: log)
    let members = scope(reader, log: log)
    let reason = reader.text("reason", required: true)
    let owner = reader.text("owner", required: true)
    let approver = reader.text("approver", required: true)
    let ticket = reader.text("ticket")
    let expires = file.time(reader, "expires")
    var isFine = ticket != nil || !reader.has("ticket")
    if let owner, let approver, RecordFile.isSamePerson(owner.value, approver.value) {
      log.report(
        "waiver/own-approval", "a waiver's approver has to be another person than its owner",
        at: approver.place)
      isFine = false
    }
    if let expires, let now, isTooFar(expires.value, from: now) {
      log.report(
        "waiver/too-long", "a waiver lasts at most \(maximumDays) days", at: expires.place,
        help: ["renew it when it ends"])
      isFine = false
    }
    guard isFine, let id, let rule, let members, let reason, let owner, let approver, let expires
    else { return nil }
    let waiver = Waiver(
      id: id.value, rule: rule.value, members: members, reason: reason.value, owner: owner.value,
      approver: approver.value, ticket: ticket?.value, expires: expires.value,
      place: RecordFile.place(of: node))
    return Located(waiver, at: id.place)
  }

  private static func isTooFar(_ expires: Timestamp, from now: Timestamp) -> Bool {
    let (latest, overflow) = now.microseconds.addingReportingOverflow(
      maximumDays &* 86_400_000_000)
    return !overflow && expires.microseconds > latest
  }

  private static func rule(_ reader: MappingReader, log: DiagnosticLog) -> Located<String>? {
    guard let rule = reader.text("rule", required: true) else { return nil }
    if DottedName.isValid(rule.value, parts: 2...Int.max) { return rule }
    log.report(
      "config/wrong-type", "`rule` has to be a rule's full id", at: rule.place,
      help: ["for example `access.admin_without_mfa`; a waiver is for one rule"])
    return nil
  }

  private static func scope(_ reader: MappingReader, log: DiagnosticLog) -> [MemberPattern]? {
    guard let node = reader.node("scope", required: true),
      let scope = MappingReader(node, subject: "a scope", keys: ["member", "members"], log: log)
    else { return nil }
    let one = scope.node("member")
    let several = scope.list("members")
    if let one, scope.has("members") {
      log.report(
        "config/unused-key", "a scope has `member` or `members`, not both", at: one.place)
      return nil
    }
    if let one { return member(one, log: log).map { [$0] } }
    guard let several else {
      if !scope.has("members") {
        log.report(
          "config/missing-key", "a scope needs the key `member` or `members`", at: node.place,
          help: ["`member: \"*\"` is every member"])
      }
      return nil
    }
    if several.value.isEmpty {
      log.report("config/wrong-type", "`members` names none", at: several.place)
      return nil
    }
    let patterns = several.value.compactMap { member($0, log: log) }
    return patterns.count == several.value.count ? patterns : nil
  }

  private static func member(_ node: YAMLNode, log: DiagnosticLog) -> MemberPattern? {
    func part(_ node: YAMLNode) -> Glob? {
      guard case .scalar(let scalar) = node, !scalar.isNull, !scalar.text.isEmpty else {
        return nil
      }
      return Glob(scalar.text)
    }
    if let glob = part(node) { return MemberPattern(parts: [glob]) }
    if case .sequence(let nodes, _) = node, !nodes.isEmpty {
      let parts = nodes.compactMap(part)
      if parts.count == nodes.count { return MemberPattern(parts: parts) }
    }
    log.report(
      "config/wrong-type", "a member is a text, or a list of texts for a key of several parts",
      at: node.place, label: "this is \(node.kind)")
    return nil
  }
}
