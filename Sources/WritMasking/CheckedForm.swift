import WritValidators

/// A value seen with its detector's validators: which characters are check characters, and whether it is valid.
struct CheckedForm {
  let validators: [Validator]

  /// Valid, and with the very check characters that `repair` would give it.
  func isCanonical(_ value: [UInt8]) -> Bool { accepts(value) && repair(value) == value }

  func accepts(_ value: [UInt8]) -> Bool {
    validators.allSatisfy { $0.accepts($0.reading.read(value)) }
  }

  /// With all check characters computed anew; nil where none fit the payload.
  func repair(_ value: [UInt8]) -> [UInt8]? {
    var value = value
    for validator in validators where validator.hasCheckCharacters {
      guard let repaired = validator.repaired(validator.reading.read(value)) else { return nil }
      var offsets = value.indices.filter { validator.reading.kept(value[$0]) != nil }[...]
      guard offsets.count == repaired.count else { return nil }
      for byte in repaired {
        guard let offset = offsets.popFirst() else { return nil }
        // The reading has letters in upper case; one that is the same letter keeps its own.
        if validator.reading.kept(value[offset]) != byte { value[offset] = byte }
      }
    }
    return value
  }

  /// Offsets of check characters among the places: those that a repair sets back when they are changed.
  ///
  /// - Parameter value: canonical.
  func checkOffsets(_ value: [UInt8], _ layout: ValueLayout) -> Set<Int> {
    guard validators.contains(where: \.hasCheckCharacters) else { return [] }
    var offsets: Set<Int> = []
    for place in layout.places {
      var changed = value
      for step in 1..<place.kind.radix {
        let numeral = (Int(value[place.offset] &- place.kind.first) + step) % place.kind.radix
        changed[place.offset] = place.kind.first &+ UInt8(numeral)
        guard let repaired = repair(changed) else { continue }
        if repaired[place.offset] == value[place.offset] { offsets.insert(place.offset) }
        break
      }
    }
    return offsets
  }
}
