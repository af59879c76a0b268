import Testing
import WritModel

@testable import WritValidators

@Suite("Binding a call of a validator")
struct ValidatorBindingTests {
  typealias Argument = ValidatorCall.Argument

  @Test(
    "a wrong call is refused with what is wrong",
    arguments: [
      (ValidatorCall("luhm"), "no validator `luhm`"),
      (ValidatorCall("iban", [.integer(1)]), "`iban` has 1 arguments"),
      (
        ValidatorCall("weighted", [.integer(1), .integer(2)]),
        "`weights` of `weighted` is a integer"
      ),
      (ValidatorCall("weighted", [.list([.text("x")]), .integer(11)]), "an item of `weights`"),
      (ValidatorCall("weighted", [.list([.integer(1)]), .integer(1)]), "`modulus` of `weighted`"),
      (ValidatorCall("weighted", [.list([]), .integer(11)]), "has 0 items"),
      (ValidatorCall("luhn", [.text("8a")]), "`prefix` of `luhn`"),
      (ValidatorCall("date", [.text("YYMM")]), "`format` of `date`"),
      (ValidatorCall("date", [.text("YYMMDDD")]), "`format` of `date`"),
      (ValidatorCall("length", [.integer(5), .integer(4)]), "lies outside 5 to"),
      (ValidatorCall("length", [.integer(.max)]), "lies outside 1 to"),
      (
        ValidatorCall("range", [.integer(0), .integer(2), .list([.integer(1)])]),
        "low bound without"
      ),
      (ValidatorCall("prefix", [.list([.text("")])]), "is not a text"),
      (ValidatorCall("entropy"), "`entropy` has 0 arguments"),
    ])
  func problems(_ call: ValidatorCall, _ message: String) {
    guard case .failure(let problem) = ValidatorLibrary.bind(call) else {
      Issue.record("\(call.name) was bound")
      return
    }
    #expect(problem.message.contains(message), "\(problem.message)")
    #expect(!problem.help.isEmpty)
  }

  @Test("each signature says what it accepts and where the rule is from")
  func signatures() {
    let signatures = ValidatorLibrary.signatures
    #expect(Set(signatures.map(\.name)).count == signatures.count)
    for signature in signatures {
      #expect(signature.summary.hasSuffix("."), "\(signature.name)")
      #expect(!signature.source.isEmpty, "\(signature.name)")
      let firstOptional = signature.parameters.firstIndex { $0.isOptional } ?? .max
      let lastRequired = signature.parameters.lastIndex { !$0.isOptional } ?? -1
      #expect(lastRequired < firstOptional, "\(signature.name)")
    }
  }

  @Test(
    "other readings",
    arguments: [
      ("epoch", "1700000000", true), ("epoch", "1700000000123", true),
      ("epoch", "2090000000", false), ("epoch", "170000000", false),
      ("date_number", "20240229", true), ("date_number", "20230229", false),
      ("date_number", "20240229235959", true), ("date_number", "20240229245959", false),
      ("isbn10", "0-306-40615-2", true), ("isbn10", "0-8044-2957-X", true),
      ("isbn10", "0-306-40615-3", false), ("isbn13", "978-0-306-40615-7", true),
      ("isbn13", "4006381333931", false), ("ean13", "4006381333931", true),
      ("ean13", "4006381333932", false), ("ean8", "96385074", true), ("upc", "036000291452", true),
      ("version", "v1.24.3", true), ("version", "1.2.3-rc1", true), ("version", "1.2.x", false),
      ("version", "17", false), ("uuid", "123e4567-e89b-12d3-a456-426614174000", true),
      ("uuid", "123e4567-e89b-12d3-a456-42661417400g", false),
      ("digest", "d41d8cd98f00b204e9800998ecf8427e", true),
      ("digest", "d41d8cd98f00b204e9800998ecf8427", false), ("uniform", "0000-0000", true),
      ("uniform", "0000-0001", false),
    ])
  func readings(_ name: String, _ value: String, _ isRight: Bool) throws {
    let reading = try #require(ValidatorLibrary.readings[name])
    #expect(reading.acceptsMatch(Array(value.utf8)) == isRight)
  }
}
