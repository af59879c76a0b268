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
    for validator in validators {
      let offsets = Self.offsets(value, validator.reading)
      let places = validator.checkPlaces(inLength: offsets.count)
      guard !places.isEmpty else { continue }
      guard let repaired = validator.repaired(validator.reading.read(value)),
        repaired.count == offsets.count
      else { return nil }
      for place in places where offsets.indices.contains(place) {
        let offset = offsets[place]
        // The reading has letters in upper case; one that is the same letter keeps its own.
        if validator.reading.kept(value[offset]) != repaired[place] {
          value[offset] = repaired[place]
        }
      }
    }
    return value
  }

  /// Where the check characters of all validators stand.
  func checkOffsets(_ value: [UInt8]) -> Set<Int> {
    var found: Set<Int> = []
    for validator in validators {
      let offsets = Self.offsets(value, validator.reading)
      for place in validator.checkPlaces(inLength: offsets.count)
      where offsets.indices.contains(place) {
        found.insert(offsets[place])
      }
    }
    return found
  }

  /// The bytes of a value that are in a reading.
  private static func offsets(_ value: [UInt8], _ reading: Validator.Reading) -> [Int] {
    value.indices.filter { reading.kept(value[$0]) != nil }
  }
}
