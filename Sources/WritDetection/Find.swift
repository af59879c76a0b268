/// A value of personal data in a document.
package struct Find: Hashable, Sendable {
  /// One reason for, or against, with its weight.
  package struct Term: Hashable, Sendable {
    package enum Kind: String, Sendable {
      /// What the pattern alone makes it.
      case prior
      /// The validators accept it, and few other tokens of its shape.
      case checksum
      /// It is written in groups, as people write it.
      case separators
      /// A word of `near` stands by it.
      case near = "near word"
      /// It stands under a key, in a column or at a path of `named`.
      case named = "named key"
      /// A word stands by it that names other numbers.
      case cue = "negative cue"
      /// What a reader of the program's library says.
      case reader
    }

    package var kind: Kind
    /// Log-odds in thousandths; all terms of a find add up to its probability.
    package var weight: Int

    package init(_ kind: Kind, _ weight: Int) {
      self.kind = kind
      self.weight = weight
    }
  }

  /// Another type that fits the value.
  package struct Other: Hashable, Sendable {
    package var detector: Int
    /// In millionths.
    package var probability: Int64

    package init(detector: Int, probability: Int64) {
      self.detector = detector
      self.probability = probability
    }
  }

  /// Byte offsets in the document.
  package var range: Range<Int>
  /// Index in the set's definitions.
  package var detector: Int
  /// In millionths.
  package var probability: Int64
  package var terms: [Term]
  /// Most probable first.
  package var also: [Other]
}

/// What kept a scan from looking at something; never swallowed.
package struct ScanEvent: Hashable, Sendable {
  package enum Kind: String, Sendable {
    /// Matching went past its limit of steps, depth or memory: no match was assumed.
    case matchLimit = "match limit"
    /// A match goes on past the window: it was cut there.
    case windowOverflow = "window overflow"
    /// So many candidates overlap each other that they were settled before all were seen.
    case crowded
    /// More finds than a document may have: the rest was not looked for.
    case tooMany = "too many finds"
  }

  package var kind: Kind
  /// nil where it concerns all of them.
  package var detector: Int?
  /// Byte offset in the document.
  package var offset: Int

  /// Whether something may not have been looked at, or not to its end.
  package var isGap: Bool { kind != .crowded }

  package init(_ kind: Kind, detector: Int?, offset: Int) {
    self.kind = kind
    self.detector = detector
    self.offset = offset
  }
}
