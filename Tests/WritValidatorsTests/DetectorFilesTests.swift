import CPCRE2
import Foundation
import Testing
import WritChecker
import WritDiagnostics
import WritModel
import WritPatterns
import WritSyntax
import WritValidators
import _WritTestSupport

/// The detectors of `policies/personal-data`: each file is checked, each pattern compiled, and each
/// example and counter-example run through pattern and validators. What context and other detectors
/// add is tested where they are known.
@Suite("The detectors the project brings along")
struct DetectorFilesTests {
  private static let result: CheckResult = {
    let folder = PackageFolder.file("policies/personal-data")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let trees = names.filter { $0.hasSuffix(".writ") }.sorted().map { name in
      let bytes = FileManager.default.contents(atPath: "\(folder)/\(name)").map(Array.init) ?? []
      return Parser.parse(SourceText(name: name, bytes: bytes))
    }
    return Checker.check(
      trees,
      environment: CheckEnvironment(
        validators: ValidatorLibrary.signatures, readings: Set(ValidatorLibrary.readings.keys)))
  }()

  private static let detectors = result.program.detectors

  @Test("they are checked without a word, and there are many")
  func checked() {
    #expect(Self.result.diagnostics.map { "\($0.id): \($0.message)" } == [])
    #expect(Self.detectors.count >= 110)
    let regions = Set(Self.detectors.flatMap(\.definition.regions))
    #expect(regions.count > 60)
  }

  @Test("each pattern is bounded well below the window, armor and tokens apart")
  func lengths() {
    let long: Set = [
      "private_key", "json_web_token", "bearer_token", "connection_string", "web_address",
    ]
    for detector in Self.detectors where !long.contains(detector.definition.name) {
      guard let pattern = detector.pattern else { continue }
      #expect((pattern.maximumLength ?? .max) <= 2048, "\(detector.definition.name)")
    }
  }

  @Test("each example is matched and accepted")
  func examples() throws {
    for detector in Self.detectors where detector.pattern != nil {
      let judge = try Judge(detector)
      for example in detector.definition.examples {
        #expect(!judge.accepted(in: example).isEmpty, "\(detector.definition.name): \(example)")
      }
    }
  }

  @Test("no counter-example is matched and accepted where its own words call for it")
  func counters() throws {
    for detector in Self.detectors where detector.pattern != nil {
      let judge = try Judge(detector)
      let definition = detector.definition
      // Groups of digits weigh in favor, so that only what is far from even odds is unsure.
      let isUnsure = definition.confidence.bare < 500_000
      for counter in definition.counters {
        let isCalledFor = definition.near.flatMap(\.words).contains { word in
          counter.lowercased().split { !$0.isLetter }.contains(Substring(word))
        }
        guard !isUnsure || isCalledFor else { continue }
        #expect(judge.accepted(in: counter).isEmpty, "\(definition.name): \(counter)")
      }
    }
  }

  @Test("what chance alone lets through is not taken for sure without context")
  func chance() throws {
    for detector in Self.detectors {
      guard detector.pattern != nil, let example = detector.definition.examples.first else {
        continue
      }
      let judge = try Judge(detector)
      guard let value = judge.accepted(in: example).first,
        value.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x20 || $0 == 0x2D || $0 == 0x2E })
      else { continue }
      let digits = Validator.Reading.digits.read(value)
      let rates = judge.validators.filter { $0.reading == .digits }
        .map { $0.falsePassRate(shape: .digits(digits.count)) }
      guard let share = rates.min() else { continue }
      // Every tenth number of eight to ten digits fits some country's rule.
      guard digits.count <= 10, share > 0.05 else { continue }
      #expect(detector.definition.confidence.bare < 500_000, "\(detector.definition.name) \(share)")
    }
  }

  /// A detector's pattern and validators, without context.
  private final class Judge {
    let validators: [Validator]
    private let code: OpaquePointer
    private let data: OpaquePointer

    init(_ detector: CheckedDetector) throws {
      let pattern = try #require(detector.pattern)
      validators = try detector.definition.validators.map { try ValidatorLibrary.bind($0).get() }
      var error: Int32 = 0
      var offset = 0
      let source = Array(pattern.source.utf8)
      let compiled = try #require(
        source.withUnsafeBufferPointer {
          pcre2_compile_8(
            $0.baseAddress, $0.count, pattern.compileOptions, &error, &offset, nil)
        })
      code = compiled
      data = try #require(pcre2_match_data_create_from_pattern_8(compiled, nil))
    }

    deinit {
      pcre2_match_data_free_8(data)
      pcre2_code_free_8(code)
    }

    /// All matches that the validators accept.
    func accepted(in text: String) -> [[UInt8]] {
      let bytes = Array(text.utf8)
      var found: [[UInt8]] = []
      var start = 0
      while start < bytes.count {
        let count = bytes.withUnsafeBufferPointer {
          pcre2_match_8(code, $0.baseAddress, $0.count, start, 0, data, nil)
        }
        guard count > 0, let ends = pcre2_get_ovector_pointer_8(data) else { break }
        let match = Array(bytes[Int(ends[0])..<Int(ends[1])])
        if validators.allSatisfy({ $0.acceptsMatch(match) }) { found.append(match) }
        start = Int(ends[0]) + 1
      }
      return found
    }
  }
}
