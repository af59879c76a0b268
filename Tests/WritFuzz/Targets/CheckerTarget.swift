import WritChecker
import WritDiagnostics
import WritModel
import WritSyntax

/// Whatever parses is checked in time, twice alike, and alike however it is laid out.
struct CheckerTarget: FuzzTarget {
  let name = "checker"
  let words =
    PolicyWords.all + [
      "users", "events", "hosts", "shop", "shop.orders", "user.id", "e.time", "u.manager", "x.tags",
    ]

  private let known = Set(SyntaxDiagnostics.ids + CheckerDiagnostics.pages.map(\.id))
  private let environment = CheckEnvironment(
    knownControls: [
      ControlID(framework: "soc2", id: "CC6.1"), ControlID(framework: "soc2", id: "CC6.2"),
    ],
    knownZone: { ["UTC", "Europe/Berlin"].contains($0) })
  /// Something to import.
  private let shop = Parser.parse(
    SourceText(
      name: "shop",
      text: """
        module shop
        dataset orders { key id  id: text  total: decimal  placed: time  mail: text @personal(contact.email) }
        define large(o: orders) = o.total > 100
        """))

  var moreSeeds: [[UInt8]] {
    CheckerDiagnostics.pages.filter { $0.kind == .policy }
      .flatMap { [Array($0.wrong.utf8), Array($0.right.utf8)] } + Seeds.policies()
  }

  func run(_ input: [UInt8]) throws -> [String] {
    let source = SourceText(name: "input", bytes: input)
    let tree = Parser.parse(source)
    let result = Checker.check([tree, shop], environment: environment)
    try PlaceCheck.check(result.diagnostics, of: [source, shop.source], known: known)
    try expect(
      !tree.hasErrors || result.hasErrors, "an error of the syntax is not told")
    // The second look is dear; one input in four shows it as well.
    if input.reduce(0, &+) & 3 == 0 {
      let again = Checker.check([tree, shop], environment: environment)
      try expect(
        again.diagnostics == result.diagnostics, "another answer the second time",
        Self.print(result.diagnostics) + "\nthen\n" + Self.print(again.diagnostics))
    }
    if let text = Formatter.format(tree) {
      let laidOut = Parser.parse(SourceText(name: "input", text: text))
      let other = Checker.check([laidOut, shop], environment: environment)
      try expect(
        other.diagnostics.map(\.id).sorted() == result.diagnostics.map(\.id).sorted(),
        "another answer when laid out",
        Self.print(result.diagnostics) + "\nthen\n" + Self.print(other.diagnostics))
      try expect(
        other.program.rules.map(\.id) == result.program.rules.map(\.id),
        "other rules when laid out")
    }
    return PlaceCheck.traits(result.diagnostics) + ["\(result.program.rules.count) rules"]
  }

  private static func print(_ diagnostics: [Diagnostic]) -> String {
    DiagnosticRenderer().render(diagnostics)
  }
}
