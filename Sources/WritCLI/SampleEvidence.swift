import ArgumentParser
import Writ
import WritCrypto
import WritEvidence
import WritReports
import WritValues

struct SampleEvidence: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Draw rows of a sealed population by an auditor's nonce, with proofs; verify first.")

  @Argument(help: ArgumentHelp("A bundle's folder or archive.", valueName: "bundle"))
  var bundle: String

  @Option(help: ArgumentHelp("The population, as the manifest calls it.", valueName: "name"))
  var population: String

  @Option(
    help: ArgumentHelp("Named by the auditor after the bundle was sealed.", valueName: "text"))
  var nonce: String

  @Option(help: ArgumentHelp("How many rows.", valueName: "count"))
  var size = 25

  mutating func validate() throws {
    guard (1...1_000_000).contains(size) else { throw ValidationError("--size takes 1 to 1000000") }
    guard !nonce.isEmpty else { throw ValidationError("--nonce is empty") }
  }

  mutating func run() throws {
    let console = Console.current
    let found: (manifest: Manifest, rows: Population)
    do {
      found = try read()
    } catch {
      console.err("error: \(PrintableText.line(error.description))\n")
      throw CommandExit(4)
    }
    guard let told = found.manifest.populations.first(where: { $0.name == population }),
      told.root == found.rows.root, told.count == found.rows.rows.count
    else {
      console.err("FAIL: the rows of `\(population)` are not those the manifest is about\n")
      throw CommandExit(6)
    }
    let sample = ProvableSample(
      root: MerkleTree.root(found.rows.leaves), nonce: nonce, count: told.count, size: size)
    console.out(found.rows.disclosure(sample, nonce: nonce).pretty() + "\n")
  }

  private func read() throws(EvidenceFailure) -> (Manifest, Population) {
    guard let folder = try BundleReading.open(bundle) else {
      throw EvidenceFailure(bundle, "does not exist")
    }
    let limit = 1 << 30
    let manifest = try Manifest(parsing: try folder.bytes(Manifest.path, limit: limit))
    let names = manifest.populations.map(\.name)
    guard names.contains(population) else {
      throw EvidenceFailure(
        population, "is no population of this bundle; there are: \(names.joined(separator: ", "))")
    }
    return (
      manifest,
      try Population(
        name: population, lines: try folder.bytes(Population.path(population), limit: limit),
        saltLines: try folder.bytes(Population.saltPath(population), limit: limit))
    )
  }
}
