// swift-tools-version: 6.2
import PackageDescription

// Floors: an arrow may only point down. docs/explanation/architecture.md has the table,
// `make floors` compares it with this file.

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["_WritTestSupport"], exclude: exclude,
    swiftSettings: settings)
}

let package = Package(
  name: "Writ",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Writ", targets: ["Writ"]),
    .executable(name: "writ", targets: ["WritMain"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
  ],
  targets: [
    // floor 0
    .systemLibrary(
      name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(
      name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CPostgreSQL"),
    .target(name: "CKernels"),
    // floor 1
    library("WritDiagnostics"),
    library("WritValues"),
    library("WritCrypto", ["COpenSSL"]),
    // floor 2
    library("WritPatterns", ["CPCRE2"]),
    library("WritYAML", ["WritDiagnostics", .product(name: "Yams", package: "Yams")]),
    library("WritSyntax", ["WritDiagnostics", "WritValues"]),
    library("WritModel", ["WritValues"]),
    library("WritCompression", ["CZlib"]),
    // floor 3
    library("WritProject", ["WritDiagnostics", "WritValues", "WritYAML", "WritModel"]),
    library(
      "WritChecker", ["WritDiagnostics", "WritValues", "WritPatterns", "WritSyntax", "WritModel"]),
    library("WritTables", ["WritValues", "WritCompression"]),
    library("WritDatabase", ["WritValues", "CSQLite", "CPostgreSQL"]),
    library("WritValidators", ["WritModel"]),
    library("WritDocuments", ["WritCompression"]),
    library("WritNames"),
    library("WritEvidence", ["WritValues", "WritCrypto"]),
    // floor 4
    library(
      "WritPlan", ["WritDiagnostics", "WritValues", "WritPatterns", "WritModel", "WritChecker"]),
    library("WritMasking", ["WritValues", "WritCrypto", "WritModel", "WritValidators"]),
    library("WritRisk", ["WritValues"]),
    library(
      "WritDetection",
      ["WritPatterns", "WritModel", "WritValidators", "CPCRE2", "CKernels"]),
    // floor 5
    library(
      "WritEngine",
      [
        "WritDiagnostics", "WritValues", "WritCrypto", "WritPatterns", "WritModel", "WritChecker",
        "WritTables", "WritPlan",
      ]),
    library(
      "WritSQL",
      [
        "WritDiagnostics", "WritValues", "WritPatterns", "WritModel", "WritChecker", "WritPlan",
        "WritDatabase",
      ]),
    library(
      "WritSources",
      ["WritDiagnostics", "WritValues", "WritModel", "WritTables", "WritDatabase"]),
    library(
      "WritPrivacy",
      [
        "WritCrypto", "WritModel", "WritValidators", "WritNames", "WritDocuments",
        "WritDetection", "WritMasking",
      ]),
    // floor 6
    library(
      "WritAssessment",
      [
        "WritDiagnostics", "WritValues", "WritCrypto", "WritModel", "WritProject", "WritChecker",
        "WritEngine",
        "WritTables",
      ]),
    // floor 7
    library(
      "WritTesting",
      [
        "WritDiagnostics", "WritValues", "WritModel", "WritChecker", "WritEngine", "WritTables",
        "WritAssessment",
      ]),
    library(
      "WritReports",
      [
        "WritValues", "WritModel", "WritDetection", "WritRisk", "WritPrivacy", "WritAssessment",
      ]),
    // floor 8
    library(
      "Writ",
      [
        "WritDiagnostics", "WritValues", "WritCrypto", "WritYAML", "WritSyntax", "WritModel",
        "WritValidators", "WritProject",
        "WritChecker",
        "WritTables", "WritDatabase", "WritDocuments", "WritPlan", "WritDetection", "WritMasking",
        "WritRisk", "WritEngine", "WritSQL", "WritSources", "WritPrivacy", "WritAssessment",
        "WritTesting",
        "WritReports", "WritEvidence",
      ]),
    // floor 9
    library(
      "WritCLI",
      [
        "Writ", "WritDiagnostics", "WritValues", "WritCrypto", "WritEvidence", "WritSyntax",
        "WritModel", "WritProject",
        "WritChecker", "WritPlan", "WritRisk", "WritEngine",
        "WritSources", "WritPrivacy", "WritAssessment", "WritTesting", "WritReports",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    // floor 10
    .executableTarget(name: "WritMain", dependencies: ["WritCLI"], swiftSettings: settings),
    // side
    library("_WritTestSupport"),
    .target(
      name: "WritDifferential",
      dependencies: [
        "WritDiagnostics", "WritValues", "WritSyntax", "WritModel", "WritChecker", "WritTables",
        "WritEngine", "WritSQL", "WritPlan", "WritDatabase", "WritSources", "_WritTestSupport",
      ],
      path: "Tests/WritDifferential", swiftSettings: settings),
    .executableTarget(
      name: "WritFuzz",
      dependencies: [
        "WritDiagnostics", "WritValues", "WritPatterns", "WritYAML", "WritSyntax", "WritModel",
        "WritProject", "WritChecker", "WritTables", "WritDatabase", "WritDocuments", "WritSources",
        "WritDifferential", "_WritTestSupport",
      ],
      path: "Tests/WritFuzz", exclude: ["seeds"], swiftSettings: settings),
    tests("WritDiagnosticsTests", ["WritDiagnostics"]),
    tests("WritValuesTests", ["WritValues", "WritCrypto"]),
    tests("WritCryptoTests", ["WritCrypto"]),
    tests(
      "WritMaskingTests",
      ["WritMasking", "WritCrypto", "WritValues", "WritModel", "WritValidators"]),
    tests("WritSyntaxTests", ["WritSyntax", "WritDiagnostics", "WritValues"]),
    tests("WritPatternsTests", ["WritPatterns", "CPCRE2"]),
    tests(
      "WritValidatorsTests",
      [
        "WritValidators", "WritModel", "WritChecker", "WritSyntax", "WritDiagnostics",
        "WritPatterns", "CPCRE2",
      ]),
    tests(
      "WritDetectionTests",
      ["WritDetection", "WritModel", "WritPatterns", "WritValidators", "CKernels"]),
    tests("WritNamesTests", ["WritNames"]),
    tests("WritYAMLTests", ["WritYAML", "WritDiagnostics"]),
    tests("WritCompressionTests", ["WritCompression"]),
    tests("WritDocumentsTests", ["WritDocuments", "WritCompression"]),
    tests("WritTablesTests", ["WritTables", "WritValues"]),
    tests("WritDatabaseTests", ["WritDatabase"]),
    tests("WritRiskTests", ["WritRisk", "WritValues"]),
    tests("WritEvidenceTests", ["WritEvidence", "WritCrypto", "WritValues"]),
    tests(
      "WritPlanTests",
      ["WritPlan", "WritChecker", "WritSyntax", "WritDiagnostics", "WritValues", "WritModel"],
      exclude: ["Goldens"]),
    tests(
      "WritSQLTests",
      [
        "WritSQL", "WritPlan", "WritDatabase", "WritEngine", "WritChecker", "WritSyntax",
        "WritDiagnostics", "WritValues", "WritTables", "WritModel", "WritSources",
      ]),
    tests(
      "WritCheckerTests",
      ["WritChecker", "WritSyntax", "WritDiagnostics", "WritValues", "WritModel"]),
    tests(
      "WritEngineTests",
      [
        "WritEngine", "WritSQL", "WritDatabase", "WritChecker", "WritSyntax", "WritDiagnostics",
        "WritValues", "WritTables", "WritTesting", "WritModel", "WritSources", "WritValidators",
      ],
      exclude: ["Fixtures"]),
    tests(
      "WritDifferentialTests",
      ["WritDifferential", "WritEngine", "WritModel", "WritValues", "WritDatabase"]),
    tests("WritProjectTests", ["WritProject", "WritModel", "WritDiagnostics", "WritValues"]),
    tests("WritSourcesTests", ["WritSources", "WritValues", "WritTables", "WritDatabase"]),
    tests(
      "WritAssessmentTests",
      [
        "WritAssessment", "WritChecker", "WritDiagnostics", "WritEngine", "WritModel", "WritTables",
        "WritValues",
      ]),
    tests(
      "WritReportsTests", ["WritReports", "WritAssessment", "WritModel", "WritValues"],
      exclude: ["Goldens"]),
    tests(
      "WritCLITests",
      [
        "WritCLI", "Writ", "WritDiagnostics", "WritDatabase", "WritDetection", "WritModel",
        "WritPrivacy", "WritReports",
      ], exclude: ["Goldens"]),
  ]
)
