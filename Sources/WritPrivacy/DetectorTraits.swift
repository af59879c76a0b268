package import WritModel
import WritValidators

/// What kind of evidence a detector has, and how little a random token needs to pass it.
package struct DetectorTraits: Sendable {
  package enum Kind: String, Sendable {
    /// Check digits, or a form that is hardly met by chance, say that it is one.
    case checksum, form
    /// It takes a word beside it, or the name of its column.
    case weak
    /// Lists of words and how they stand together.
    case dictionary
  }

  package let kind: Kind
  /// The share of random tokens of its first example's shape that its validators accept, in millionths; nil without
  /// validators.
  package let falsePassRate: Int64?

  package init(_ definition: DetectorDefinition) {
    let validators = definition.validators.compactMap { try? ValidatorLibrary.bind($0).get() }
    if case .reader = definition.recognition {
      kind = .dictionary
    } else if definition.confidence.bare < 500_000 {
      kind = .weak
    } else {
      kind = validators.isEmpty ? .form : .checksum
    }
    guard !validators.isEmpty, let example = Self.accepted(definition, validators) else {
      falsePassRate = nil
      return
    }
    var rate = 1.0
    for validator in validators {
      rate *= validator.falsePassRate(shape: TokenShape(like: validator.reading.read(example)))
    }
    falsePassRate = Int64((rate * 1_000_000).rounded())
  }

  /// The longest part of an example that all validators accept.
  private static func accepted(
    _ definition: DetectorDefinition, _ validators: [Validator]
  ) -> [UInt8]? {
    for example in definition.examples where example.utf8.count <= 200 {
      let bytes = Array(example.utf8)
      for length in stride(from: bytes.count, to: 0, by: -1) {
        for start in 0...(bytes.count - length) {
          let part = Array(bytes[start..<(start + length)])
          if validators.allSatisfy({ $0.acceptsMatch(part) }) { return part }
        }
      }
    }
    return nil
  }
}
