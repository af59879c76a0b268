extension PatternTree {
  /// The scalars that one character of this matches; nil where it is not one character. A Unicode
  /// property stands for all scalars past ASCII that may have it: the set may be too large.
  package func scalars(isCaseless: Bool) -> ScalarSet? {
    let set: ScalarSet
    switch self {
    case .scalar(let scalar): set = ScalarSet(scalar)
    case .any: return ScalarSet([0x0A...0x0A]).complement
    case .shorthand(let kind, let isNegated): return kind.scalars(isNegated: isNegated)
    case .property(let name, let isNegated):
      set = ScalarSet.property(name, isNegated: isNegated)
    case .set(let items, let isNegated):
      let joined = items.reduce(ScalarSet.nothing) { $0.union($1.scalars) }
      // Folding comes before negation: `[^k]` without case is neither of them.
      let folded = isCaseless ? joined.caseless : joined
      guard isNegated else { return folded }
      // The set of a property may be too large, so what lies outside it may be too small.
      let isWide = items.contains(where: \.isProperty)
      return isWide ? folded.complement.union(.notASCII) : folded.complement
    default: return nil
    }
    return isCaseless ? set.caseless : set
  }
}

extension PatternTree.Shorthand {
  fileprivate func scalars(isNegated: Bool) -> ScalarSet {
    let set: ScalarSet =
      switch self {
      case .digit: ScalarSet([0x30...0x39])
      case .word: ScalarSet([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
      case .space: ScalarSet([0x09...0x0D, 0x20...0x20])
      }
    return isNegated ? set.complement : set
  }
}

extension PatternTree.SetItem {
  fileprivate var isProperty: Bool { if case .property = self { true } else { false } }

  fileprivate var scalars: ScalarSet {
    switch self {
    case .scalar(let scalar): return ScalarSet(scalar)
    case .range(let low, let high):
      return low <= high ? ScalarSet([low.value...high.value]) : .nothing
    case .shorthand(let kind, let isNegated): return kind.scalars(isNegated: isNegated)
    case .property(let name, let isNegated):
      return ScalarSet.property(name, isNegated: isNegated)
    case .posix(let name, let isNegated):
      let set = ScalarSet.posix(name)
      return isNegated ? set.complement : set
    }
  }
}

extension ScalarSet {
  /// Exact within ASCII for general categories; all of the rest.
  fileprivate static func property(_ name: String, isNegated: Bool) -> ScalarSet {
    let ascii = (UInt32(0)..<0x80).filter { value in
      guard let category = Unicode.Scalar(value)?.properties.generalCategory else { return true }
      guard let letters = category.letters, name.utf8.count <= 2 else { return true }
      return letters.utf8.starts(with: name.utf8) != isNegated
    }
    return ScalarSet(ascii.map { $0...$0 }).union(notASCII)
  }

  fileprivate static func posix(_ name: String) -> ScalarSet {
    let digit: [ClosedRange<UInt32>] = [0x30...0x39]
    let upper: [ClosedRange<UInt32>] = [0x41...0x5A]
    let lower: [ClosedRange<UInt32>] = [0x61...0x7A]
    let ranges: [ClosedRange<UInt32>] =
      switch name {
      case "digit": digit
      case "upper": upper
      case "lower": lower
      case "alpha": upper + lower
      case "alnum": upper + lower + digit
      case "word": upper + lower + digit + [0x5F...0x5F]
      case "xdigit": digit + [0x41...0x46, 0x61...0x66]
      case "space": [0x09...0x0D, 0x20...0x20]
      case "blank": [0x09...0x09, 0x20...0x20]
      case "cntrl": [0x00...0x1F, 0x7F...0x7F]
      case "punct": [0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E]
      case "graph": [0x21...0x7E]
      case "print": [0x20...0x7E]
      default: [0x00...0x7F]
      }
    return ScalarSet(ranges)
  }
}

extension Unicode.GeneralCategory {
  /// The short name of those that ASCII holds.
  fileprivate var letters: String? {
    switch self {
    case .uppercaseLetter: "Lu"
    case .lowercaseLetter: "Ll"
    case .decimalNumber: "Nd"
    case .connectorPunctuation: "Pc"
    case .dashPunctuation: "Pd"
    case .openPunctuation: "Ps"
    case .closePunctuation: "Pe"
    case .otherPunctuation: "Po"
    case .mathSymbol: "Sm"
    case .currencySymbol: "Sc"
    case .modifierSymbol: "Sk"
    case .spaceSeparator: "Zs"
    case .control: "Cc"
    default: nil
    }
  }
}
