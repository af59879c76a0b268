import Testing
import WritAssessment
import WritReports
import _WritTestSupport

/// What programs of others say of the reports.
@Suite struct ExternalValidationTests {
  private static let assessments = [ExampleAssessment.whole, ExampleAssessment.nothing]

  @Test(
    .enabled(if: ExternalTool.isExpected("check-jsonschema"), "check-jsonschema is not in PATH"),
    arguments: [0, 1])
  func jsonMatchesItsSchema(index: Int) throws {
    let tool = try #require(ExternalTool("check-jsonschema"))
    let folder = try TemporaryFolder()
    let schema = try folder.write("schema.json", JSONReport.schema)
    for (name, options) in [("a", ReportOptions()), ("b", ReportOptions(showsKeys: true))] {
      let report = try folder.write(
        "\(name).json", ReportFormat.json.render(Self.assessments[index], options))
      let result = try tool.run(["--no-cache", "--schemafile", schema, report])
      #expect(result.code == 0, "\(result.output)")
    }
  }

  @Test(
    .enabled(if: ExternalTool.isExpected("check-jsonschema"), "check-jsonschema is not in PATH"))
  func theSchemaIsStrict() throws {
    let tool = try #require(ExternalTool("check-jsonschema"))
    let folder = try TemporaryFolder()
    let schema = try folder.write("schema.json", JSONReport.schema)
    #expect(try tool.run(["--check-metaschema", schema]).code == 0)
    let report = ReportFormat.json.render(ExampleAssessment.whole)
    let broken = [
      report.replacingFirst("\"blocking\":", with: "\"blocked\":"),
      report.replacingFirst("\"status\":\"fail\"", with: "\"status\":\"failed\""),
      report.replacingFirst("\"pass\":", with: "\"extra\":1,\"pass\":"),
      report.replacingFirst("writ.findings/1", with: "writ.findings/2"),
    ]
    for (index, text) in broken.enumerated() {
      let file = try folder.write("\(index).json", text)
      #expect(try tool.run(["--no-cache", "--schemafile", schema, file]).code == 1)
    }
  }

  @Test(
    .enabled(if: ExternalTool.isExpected("check-jsonschema"), "check-jsonschema is not in PATH"),
    .enabled(if: SampleFolder.isExpected, "the sample folder is absent"), arguments: [0, 1])
  func sarifMatchesItsSchema(index: Int) throws {
    let tool = try #require(ExternalTool("check-jsonschema"))
    let folder = try TemporaryFolder()
    let report = try folder.write(
      "a.sarif", ReportFormat.sarif.render(Self.assessments[index]))
    let schema = SampleFolder.file("schemas/sarif/sarif-schema-2.1.0.json")
    let result = try tool.run(["--no-cache", "--schemafile", schema, report])
    #expect(result.code == 0, "\(result.output)")
  }

  @Test(
    .enabled(if: ExternalTool.isExpected("xmllint"), "xmllint is not in PATH"),
    .enabled(if: SampleFolder.isExpected, "the sample folder is absent"), arguments: [0, 1])
  func junitMatchesItsSchema(index: Int) throws {
    let tool = try #require(ExternalTool("xmllint"))
    let folder = try TemporaryFolder()
    let report = try folder.write("a.xml", ReportFormat.junit.render(Self.assessments[index]))
    let schema = SampleFolder.file("schemas/junit/junit-10.xsd")
    let result = try tool.run(["--nonet", "--noout", "--schema", schema, report])
    #expect(result.code == 0, "\(result.output)")
  }
}

extension String {
  fileprivate func replacingFirst(_ part: String, with other: String) -> String {
    guard let range = firstRange(of: part) else { return self }
    return self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}
