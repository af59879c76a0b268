import Foundation
import Testing
import WritCrypto
import WritMasking
import WritModel
import _WritTestSupport

@Suite struct DateShiftTests {
  private func operation(_ days: Int64 = 180, order: String? = nil) -> MaskDefinition.Operation {
    var arguments: [String: MaskDefinition.Operation.Argument] = [
      "key": .text("k"), "days": .integer(days),
    ]
    arguments["order"] = order.map { .text($0) }
    return .init("shift_date", arguments)
  }

  @Test(
    arguments: [
      ("2026-03-01", nil), ("2026/03/01", nil), ("20260301", nil), ("01.03.2026", nil),
      ("01/03/2026", "dmy"), ("03/01/2026", "mdy"), ("03-01-2026", "mdy"), ("01.03.26", nil),
      ("2026-03-01T12:30:00Z", nil), ("2026-03-01 12:30:00.5", nil), ("01 March 2026", nil),
      ("March 01, 2026", nil), ("MAR 01 2026", nil), ("01. März 2026", nil),
      ("01 de marzo de 2026", nil),
      ("01 février 2026", nil), ("0001-03-01", nil), ("2000-02-29", nil), ("01-Mar-2026", nil),
    ] as [(String, String?)])
  func aDateKeepsItsFormAndComesBack(_ value: String, _ order: String?) throws {
    let mask = try mask(operation(20, order: order))
    for person in ["u1", "u2", "u3", "u4"] {
      let context = try context("birth_date", "person.birth_date", person: person)
      let masked = Masker(mask).apply(bytes(value), context)
      if value.hasPrefix("0001"), case .refused(.dateOutOfRange) = masked.outcome { continue }
      #expect(masked.outcome == .masked, "\(value): \(masked.outcome)")
      #expect(masked.bytes != bytes(value))
      let back = try Unmasker(mask).value(of: masked.bytes, context)
      #expect(text(back) == value, "\(text(masked.bytes))")
    }
  }

  /// A second opinion on the calendar, from Foundation.
  @Test func intervalsStay() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    let format = Date.ISO8601FormatStyle().year().month().day()
    var generator = SeededGenerator(seed: 31)
    let masker = try masker(operation(365))
    for person in 0..<40 {
      let context = try context("d", "person.birth_date", person: "u\(person)")
      var offsets: Set<Int> = []
      for _ in 0..<10 {
        let days = Int.random(in: -20_000...20_000, using: &generator)
        let date = Date(timeIntervalSince1970: Double(days) * 86_400)
        let masked = try Date(
          text(masker.apply(bytes(date.formatted(format)), context).bytes), strategy: format)
        offsets.insert(Int((masked.timeIntervalSince(date) / 86_400).rounded()))
      }
      let offset = try #require(offsets.first)
      #expect(offsets.count == 1 && offset != 0 && abs(offset) <= 365)
    }
  }

  /// All offsets but 0 come up, and none beyond the limit.
  @Test func theOffsetIsNeverZero() throws {
    let masker = try masker(operation(2))
    var seen: Set<String> = []
    for person in 0..<200 {
      let context = try context("d", "person.birth_date", person: "u\(person)")
      seen.insert(text(masker.apply(bytes("2026-03-10"), context).bytes))
    }
    #expect(seen == ["2026-03-08", "2026-03-09", "2026-03-11", "2026-03-12"])
  }

  @Test(arguments: [
    ("03/04/2026", MaskRefusal.ambiguousDate), ("13/04/2026", .ambiguousDate),
    ("03-04-2026", .ambiguousDate), ("2026-02-30", .noDate), ("2026-13-01", .noDate),
    ("yesterday", .noDate), ("1.2.3.4", .noDate), ("1.2.2026.4", .noDate), ("32.01.2026", .noDate),
    ("March 2026", .noDate), ("1 2 2026", .noDate), ("on 2026-03-01", .noDate), ("3", .noDate),
    ("00000000", .noDate), ("99999999999999999999999", .noDate), ("9999-12-31", .dateOutOfRange),
    ("1 March 20261", .noDate), ("\u{E4}", .noDate),
  ])
  func whatCanNotBeShiftedIsRedacted(_ value: String, _ refusal: MaskRefusal) throws {
    var refusals: Set<MaskRefusal> = []
    for person in 0..<8 {
      let context = try context("d", "person.birth_date", person: "u\(person)")
      let masked = try masker(operation()).apply(bytes(value), context)
      if case .refused(let found) = masked.outcome {
        refusals.insert(found)
        #expect(masked.bytes == bytes("[D]"))
      }
    }
    #expect(refusals == [refusal])
  }

  @Test func nobodyIsNotAPerson() throws {
    let masked = try masker(operation()).apply(
      bytes("2026-03-01"), context("d", "person.birth_date"))
    #expect(masked.outcome == .refused(.noPerson))
  }

  @Test func noBytesCrashIt() throws {
    var generator = SeededGenerator(seed: 32)
    let marks = Array("0123456789-/.,: Tmarchfébthde".utf8) + [0, 0xFF, 0xC3]
    let masker = try masker(operation(order: "dmy"))
    let context = try context("d", "person.birth_date", person: "u")
    for _ in 0..<5000 {
      let value = (0..<Int.random(in: 1...14, using: &generator)).map { _ in
        marks.randomElement(using: &generator) ?? 0
      }
      let masked = masker.apply(value, context)
      #expect(masked.outcome != .kept && masked.bytes != value)
    }
  }
}
