import WritModel

/// Lengths, prefixes, ranges, dates and the like, given as arguments.
enum FormRules {
  static let entries: [ValidatorEntry] = [
    ValidatorEntry(
      "length", [.init("least", .integer), .init("most", .integer, isOptional: true)],
      "A number of digits and letters within the bounds; exactly `least` without `most`.",
      source: "own"
    ) { arguments throws(ValidatorProblem) in
      let least = try arguments.integer("least", in: 1...4096, default: 1)
      let most = try arguments.integer("most", in: least...4096, default: least)
      return Validator(reading: .compact, lengths: least...most) { _ in true }
    },
    ValidatorEntry(
      "prefix", [.init("texts", .list)],
      "Starts, in digits and upper-case letters, with one of the texts.", source: "own"
    ) { arguments throws(ValidatorProblem) in prefix(try arguments.texts("texts")) },
    ValidatorEntry(
      "range",
      [.init("at", .integer), .init("digits", .integer), .init("bounds", .list)],
      "The digits at a place, as a number, lie in one of the ranges [low, high, low, high …].",
      source: "own"
    ) { arguments throws(ValidatorProblem) in
      let at = try arguments.integer("at", in: 0...63, default: 0)
      let digits = try arguments.integer("digits", in: 1...9, default: 1)
      let bounds = try arguments.integers("bounds", in: 0...999_999_999)
      guard bounds.count.isMultiple(of: 2) else {
        throw arguments.problem("`bounds`", "has a low bound without a high one")
      }
      return range(at..<at + digits, bounds)
    },
    ValidatorEntry(
      "date", [.init("format", .text), .init("at", .integer, isOptional: true)],
      "The characters at a place are a day of the calendar in a format of YYYY, YY, MM and DD.",
      source: "ISO 8601-1:2019"
    ) { arguments throws(ValidatorProblem) in
      guard let format = DateFormat(arguments.text("format") ?? "") else {
        throw arguments.problem("`format`", "is not made of one YYYY or YY, one MM and one DD")
      }
      return format.validator(at: try arguments.integer("at", in: 0...63, default: 0))
    },
    ValidatorEntry(
      "birth_date", .raw, 6...40,
      "A day of the calendar from 1900 to 2030, in digits or with the month's name.",
      source: "ISO 8601-1:2019 and common written forms", rule: WrittenDate.isBirthDate),
    ValidatorEntry(
      "iso3166", [.init("at", .integer, isOptional: true)],
      "Two letters at a place are a country's code.", source: "ISO 3166-1 alpha-2"
    ) { arguments throws(ValidatorProblem) in
      let at = try arguments.integer("at", in: 0...63, default: 0)
      return Validator(reading: .compact, lengths: at + 2...128) { bytes in
        CountryCodes.has(bytes[at], bytes[at + 1])
      }
    },
    ValidatorEntry(
      "entropy", [.init("tenths", .integer)],
      "At least so many tenths of a bit of Shannon entropy per byte.",
      source: "C. E. Shannon, A Mathematical Theory of Communication, 1948"
    ) { arguments throws(ValidatorProblem) in
      let tenths = try arguments.integer("tenths", in: 0...80, default: 30)
      return Validator(reading: .raw, lengths: 1...4096) { bytes in
        Entropy.bitsPerByte(bytes) * 10 >= Double(tenths)
      }
    },
    ValidatorEntry(
      "coordinates", .raw, 6...64,
      "A latitude within 90 and a longitude within 180 degrees, in decimals.",
      source: "ISO 6709:2022", rule: Coordinates.isPair),
    ValidatorEntry(
      "not_uniform", .compact, 1...128, "Not one character again and again.", source: "own"
    ) { !$0.isUniform },
    ValidatorEntry(
      "not_sequence", .digits, 2...64, "Not a run such as 123456789 or 987654321.", source: "own"
    ) { !isSequence($0) },
  ]

  private static func prefix(_ texts: [[UInt8]]) -> Validator {
    Validator(reading: .compact, lengths: 1...128) { bytes in
      for text in texts where text.count <= bytes.count {
        var index = 0
        while index < text.count, bytes[index] == text[index] { index &+= 1 }
        if index == text.count { return true }
      }
      return false
    }
  }

  private static func range(_ place: Range<Int>, _ bounds: [Int]) -> Validator {
    Validator(reading: .compact, lengths: place.upperBound...128) { bytes in
      guard bytes.areDigits(place) else { return false }
      let number = bytes.number(place)
      var index = 0
      while index < bounds.count {
        if number >= bounds[index], number <= bounds[index &+ 1] { return true }
        index &+= 2
      }
      return false
    }
  }

  private static func isSequence(_ bytes: Bytes) -> Bool {
    let step = (bytes.value(1) &- bytes.value(0) &+ 10) % 10
    guard step == 1 || step == 9 else { return false }
    for index in 1..<bytes.count
    where (bytes.value(index) &- bytes.value(index &- 1) &+ 10) % 10 != step { return false }
    return true
  }
}
