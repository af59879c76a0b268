import Synchronization
import Testing
import WritChecker
import WritDatabase
import WritDiagnostics
import WritSQL
import WritValues

@testable import WritEngine

/// Finds what a glance finds, so that tests know what the answer must be.
struct PlainReading: PersonalDataReading {
  func category(of text: UnsafeBufferPointer<UInt8>) -> String? {
    if text.contains(UInt8(ascii: "@")) { return "contact.email" }
    let digits = text.count { (0x30...0x39).contains($0) }
    return digits >= 13 ? "financial.card" : nil
  }
}

/// `personal(x)` asks whoever reads personal data, and every engine gets one answer.
@Suite struct PersonalDataTests {
  private static let policy = """
    module t

    dataset notes {
      key id
      id: text
      body: text?
      data: json?
    }

    define kind(n: notes) = personal(n.body)

    rule clean "Notes hold no personal data" {
      severity low
      for n in notes
      must personal(n.body) is missing
      say "{n.id} holds {personal(n.body)}"
    }

    rule no_cards "No card number is kept" {
      severity low
      for n in notes
      when kind(n) is known
      must kind(n) != "financial.card" and not (kind(n) starts_with "financial.")
    }

    rule few "Few notes hold addresses" {
      severity low
      must count(n in notes where kind(n) is known and kind(n) == "contact.email") < 2
    }

    rule open "Without a look whether there is one"  {
      severity low
      must count(n in notes where kind(n) == "contact.email") < 2
    }

    rule json_too "Nor does what hangs on them" {
      severity low
      for n in notes
      must personal(n.data.text) is missing
    }

    """

  private func evaluation() -> PolicyEvaluation {
    var evaluation = PolicyEvaluation(Self.policy)
    evaluation.deliver(
      "notes",
      """
      {"id": "a", "body": "call me", "data": {"text": "nothing"}}
      {"id": "b", "body": "ada@example.com", "data": {"text": "bo@example.com"}}
      {"id": "c", "body": "4111 1111 1111 1111", "data": {"text": 5}}
      {"id": "d", "data": {}}
      {"id": "e", "body": "call me"}
      {"id": "f", "body": ""}
      """)
    return evaluation
  }

  private func lines(_ rule: String, _ evaluation: PolicyEvaluation) throws -> [String] {
    let result = evaluation.expectOneResult(rule) {
      $0.personalData = PlainReading()
      $0.collectsMembers = true
    }
    return try #require(result.rules.first).lines
  }

  @Test func anAnswerIsACategoryOrMissing() throws {
    #expect(
      // Where there is no text, there is no personal data in it.
      try lines("clean", evaluation()) == [
        "a: pass", "b: fail", "c: fail", "d: pass", "e: pass", "f: pass",
      ])
    #expect(
      try lines("no_cards", evaluation()) == [
        "a: not_applicable", "b: pass", "c: fail", "d: not_applicable", "e: not_applicable",
        "f: not_applicable",
      ])
    #expect(try lines("few", evaluation()) == ["all: pass"])
    // Like any missing value, an answer that is not there may be equal to anything.
    let open = try #require(try lines("open", evaluation()).first)
    #expect(open.hasPrefix("all: no_data missing("), "\(open)")
  }

  @Test func textThatCanNotBeReadIsUnknown() throws {
    let found = try lines("json_too", evaluation())
    #expect(
      found.filter { !$0.hasPrefix("c:") } == [
        "a: pass", "b: fail", "d: pass", "e: pass", "f: pass",
      ])
    #expect(found.contains { $0.hasPrefix("c: no_data unreadable(") }, "\(found)")
  }

  @Test func withoutDetectorsNothingIsKnown() throws {
    let result = evaluation().expectOneResult("clean") { $0.collectsMembers = true }
    #expect(
      try #require(result.rules.first).lines.prefix(3) == [
        "a: no_data unavailable(detectors)", "b: no_data unavailable(detectors)",
        "c: no_data unavailable(detectors)",
      ])
  }

  @Test(arguments: [SQLDialect.sqlite, .postgres])
  func noDatabaseIsAsked(_ dialect: SQLDialect) {
    let program = evaluation().program
    let support = SQLSupport(program, dialect: dialect) { _ in nil }
    for rule in program.rules {
      #expect(support.refusal(of: rule)?.construct == "`personal`", "\(rule.id)")
      #expect(support.refusal(of: rule)?.place.text.hasPrefix("personal(") ?? false, "\(rule.id)")
    }
  }

  /// What is read twice is asked once by the native engine; the reference asks for every row.
  @Test func theNativeEngineAsksOncePerValue() {
    let reading = CountingReading()
    _ = evaluation().expectOneResult(runs: [NativeRun()]) { $0.personalData = reading }
    #expect(reading.asked > 0)
  }
}

private final class CountingReading: PersonalDataReading {
  private let count = Mutex(0)

  var asked: Int { count.withLock { $0 } }

  func category(of text: UnsafeBufferPointer<UInt8>) -> String? {
    count.withLock { $0 += 1 }
    return PlainReading().category(of: text)
  }
}
