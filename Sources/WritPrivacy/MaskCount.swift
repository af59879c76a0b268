package import WritMasking

/// What a mask did to a document.
package struct MaskCount: Hashable, Sendable {
  package var masked = 0
  package var kept = 0
  package var alreadyMasked = 0
  /// Values that the operator could not mask and that became placeholders, by reason.
  package var refused: [String: Int] = [:]

  package init() {}

  package mutating func add(_ outcome: MaskedValue.Outcome) {
    switch outcome {
    case .masked: masked += 1
    case .kept: kept += 1
    case .alreadyMasked: alreadyMasked += 1
    case .refused(let reason): refused[reason.description, default: 0] += 1
    }
  }

  package mutating func add(_ other: MaskCount) {
    masked += other.masked
    kept += other.kept
    alreadyMasked += other.alreadyMasked
    refused.merge(other.refused, uniquingKeysWith: +)
  }
}
