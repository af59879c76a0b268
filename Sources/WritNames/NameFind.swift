/// A name of a person or a street address in a text.
package struct NameFind: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case person, address
  }

  /// One reason for, or against.
  package struct Term: Hashable, Sendable {
    package var name: String
    /// Log-odds in thousandths; all terms of a find add up to its confidence.
    package var weight: Int

    package init(_ name: String, _ weight: Int) {
      self.name = name
      self.weight = weight
    }
  }

  /// Byte offsets in the text.
  package var range: Range<Int>
  package var kind: Kind
  package var terms: [Term]

  /// Log-odds in thousandths.
  package var odds: Int { terms.reduce(0) { $0 &+ $1.weight } }

  /// How probable it is, in millionths.
  package var confidence: Int64 { LogisticCurve.millionths(odds) }
}
