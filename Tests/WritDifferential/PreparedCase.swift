package import WritChecker
import WritDiagnostics
package import WritEngine
import WritSyntax
import WritTables
package import WritValues

/// A case parsed, checked and bound to its data: what an engine starts from.
package struct PreparedCase: Sendable {
  /// The checker refuses the policy, or a value of the run can't be read.
  package struct Refusal: Error, CustomStringConvertible {
    /// Ids of the diagnostics.
    package var ids: [String]
    package var description: String
  }

  package let source: DifferentialCase
  package let program: CheckedProgram
  package let deliveries: [DatasetName: DatasetDelivery]
  /// For the reference: engines that are held against it may set blocks and threads of their own.
  package let options: EvaluationOptions

  /// - Throws: `Refusal`.
  package init(_ source: DifferentialCase) throws {
    self.source = source
    let tree = Parser.parse(SourceText(name: "policy.writ", text: source.policy))
    let environment = CheckEnvironment(knownZone: { CaseZones.named($0) != nil })
    let result = Checker.check([tree], environment: environment)
    if result.hasErrors {
      let errors = result.diagnostics.filter { $0.severity == .error }
      throw Refusal(
        ids: errors.map(\.id), description: DiagnosticRenderer().render(errors))
    }
    program = result.program
    deliveries = try Self.deliveries(of: source, in: result.program)
    options = try Self.options(of: source.run, in: result.program)
  }

  private static func deliveries(
    of source: DifferentialCase, in program: CheckedProgram
  ) throws -> [DatasetName: DatasetDelivery] {
    var found: [DatasetName: DatasetDelivery] = [:]
    for dataset in source.datasets {
      guard let schema = program.datasets.first(where: { $0.name.name == dataset.name }) else {
        continue
      }
      let binding = FieldBinding(zone: dataset.zone.flatMap(CaseZones.named))
      let inputs = dataset.files.map { file -> TableInput in
        let bytes = MemorySource(name: file.name, text: file.text)
        return switch file.name.split(separator: ".").last {
        case "csv": .csv(bytes, binding)
        case "json": .json(bytes, binding, member: nil)
        default: .ndjson(bytes, binding)
        }
      }
      found[schema.name] = DatasetDelivery(
        inputs: inputs, collectedAt: try dataset.collected.map(time),
        covered: covered(dataset.covered, schema, program))
    }
    return found
  }

  /// The manifest's keys, as values of the key of the dataset judged by.
  private static func covered(
    _ keys: [String], _ schema: DatasetSchema, _ program: CheckedProgram
  ) -> [Value] {
    guard let field = schema.completePer else { return [] }
    let param = CheckedParam(
      id: "", type: schema.fields[field].type, value: .bool(false), title: "",
      place: program.datasetPlaces.first ?? Place(SourceText(name: "", text: ""), Span(0, 0)))
    return keys.compactMap { ParamReader.value($0, of: param, in: program) }
  }

  private static func options(
    of run: CaseRun, in program: CheckedProgram
  ) throws -> EvaluationOptions {
    var params: [Int: Value] = [:]
    for setting in run.params {
      guard let index = program.params.firstIndex(where: { $0.id == "t.\(setting.name)" }) else {
        continue
      }
      guard let value = ParamReader.value(setting.value, of: program.params[index], in: program)
      else { throw Refusal(ids: ["param"], description: "\(setting.name): \(setting.value)") }
      params[index] = value
    }
    return EvaluationOptions(
      now: try time(run.now), period: try run.period.map { (try time($0.start), try time($0.end)) },
      params: params, isStrict: run.isStrict, zone: { CaseZones.named($0) },
      fingerprintKey: Array(run.fingerprintKey.utf8), collectsMembers: run.collectsMembers)
  }

  private static func time(_ text: String) throws -> Timestamp {
    guard let time = Timestamp(parsing: text) else {
      throw Refusal(ids: ["time"], description: "no time: \(text)")
    }
    return time
  }
}
