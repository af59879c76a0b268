import Testing
import WritChecker
import WritDiagnostics
import WritModel
import WritSyntax

/// Runs the parser and the checker over texts.
enum Checking {
  static let environment = CheckEnvironment(
    knownControls: [
      ControlID(framework: "soc2", id: "CC6.1"), ControlID(framework: "soc2", id: "CC7.2"),
    ],
    validators: [
      signature("luhn"),
      signature(
        "weighted", .init("weights", .list), .init("modulus", .integer),
        .init("letters", .name, isOptional: true)),
      signature("date", .init("format", .text)),
    ],
    readings: ["epoch", "isbn13"], knownZone: { ["UTC", "Europe/Berlin"].contains($0) })

  private static func signature(
    _ name: String, _ parameters: ValidatorSignature.Parameter...
  ) -> ValidatorSignature {
    ValidatorSignature(name: name, parameters: parameters, summary: "", source: "")
  }

  static func check(_ texts: String...) -> CheckResult {
    let trees = texts.enumerated().map { index, text in
      Parser.parse(SourceText(name: "file\(index).writ", text: text))
    }
    return Checker.check(trees, environment: environment)
  }

  /// What is said of a text: `id at line: the marked text`.
  static func said(_ texts: String...) -> [String] {
    let trees = texts.enumerated().map { index, text in
      Parser.parse(SourceText(name: "file\(index).writ", text: text))
    }
    return Checker.check(trees, environment: environment).diagnostics.map { diagnostic in
      "\(diagnostic.id): \(diagnostic.place?.text ?? "")"
    }
  }
}
