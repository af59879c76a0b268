/// Makes inputs of others: single bytes are changed, words are moved, two inputs are joined.
struct Mutator {
  /// Longer inputs are cut.
  static let maximumSize = 8 << 10

  private let words: [[UInt8]]

  init(words: [String]) { self.words = words.map { Array($0.utf8) } + Self.numbers }

  private static let numbers = [
    "0", "1", "-1", "00", "127", "255", "256", "65536", "2147483647", "4294967296",
    "9223372036854775807", "9223372036854775808", "-9223372036854775808", "18446744073709551615",
    "99999999999999999999999999", "0.000001", "0.0000005", "1e400", "2026-02-29",
  ].map { Array($0.utf8) }

  private static let bytes: [UInt8] = [
    0, 1, 9, 10, 13, 0x1B, 0x20, 0x22, 0x24, 0x27, 0x2D, 0x2F, 0x30, 0x39, 0x3A, 0x5B, 0x5C, 0x5D,
    0x7B, 0x7D, 0x7F, 0x80, 0xBF, 0xC0, 0xC3, 0xE2, 0xED, 0xEF, 0xF0, 0xF4, 0xFF,
  ]

  func mutate(
    _ parent: [UInt8], with other: [UInt8], using random: inout RandomSource
  ) -> [UInt8] {
    var input = parent
    for _ in 0...(random.oneIn(4) ? random.below(16) : random.below(4)) {
      switch random.below(10) {
      case 0, 1, 2: changeByte(&input, &random)
      case 3: cutOrRepeat(&input, &random)
      case 4: input = splice(input, other, &random)
      case 5: changeLine(&input, &random)
      default: changeWord(&input, other, &random)
      }
      if input.count > Self.maximumSize { input.removeSubrange(Self.maximumSize...) }
    }
    if random.oneIn(40) { input.removeSubrange(random.below(input.count + 1)...) }
    return input
  }

  private func changeByte(_ input: inout [UInt8], _ random: inout RandomSource) {
    let special = Self.bytes.randomElement(using: &random) ?? 0
    guard !input.isEmpty else { return input.append(special) }
    let at = random.below(input.count)
    switch random.below(6) {
    case 0: input[at] ^= 1 << UInt8(random.below(8))
    case 1: input.remove(at: at)
    case 2: input.insert(special, at: at)
    case 3: input[at] = special
    case 4: input.insert(input[random.below(input.count)], at: at)
    default: input.swapAt(at, random.below(input.count))
    }
  }

  private func cutOrRepeat(_ input: inout [UInt8], _ random: inout RandomSource) {
    let start = random.below(input.count)
    let end = min(input.count, start + 1 + random.below(random.oneIn(3) ? 200 : 12))
    guard start < end else { return }
    let part = Array(input[start..<end])
    switch random.below(4) {
    case 0: input.removeSubrange(start..<end)
    case 1: input.insert(contentsOf: part, at: random.below(input.count))
    case 2: input.insert(contentsOf: part, at: start)
    default:
      // Many times: deep nesting, long words.
      let limit = random.oneIn(8) ? 2000 : 20
      let count = min(random.below(limit), Self.maximumSize / part.count)
      for _ in 0..<count where input.count < Self.maximumSize {
        input.insert(contentsOf: part, at: start)
      }
    }
  }

  private func splice(
    _ input: [UInt8], _ other: [UInt8], _ random: inout RandomSource
  ) -> [UInt8] {
    let head = random.below(input.count + 1)
    let tail = random.below(other.count + 1)
    if random.oneIn(2) { return Array(input[..<head] + other[tail...]) }
    let end = min(other.count, tail + random.below(300))
    return Array(input[..<head] + other[tail..<end] + input[head...])
  }

  private func changeLine(_ input: inout [UInt8], _ random: inout RandomSource) {
    var lines = input.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    let at = random.below(lines.count)
    switch random.below(3) {
    case 0: lines.remove(at: at)
    case 1: lines.insert(lines[at], at: random.below(lines.count))
    default: lines.swapAt(at, random.below(lines.count))
    }
    input = Array(lines.joined(separator: [0x0A]))
  }

  private func changeWord(
    _ input: inout [UInt8], _ other: [UInt8], _ random: inout RandomSource
  ) {
    let places = Self.words(of: input)
    let word: [UInt8]
    if random.oneIn(3), let place = Self.words(of: other).randomElement(using: &random) {
      word = Array(other[place])
    } else {
      word = words.randomElement(using: &random) ?? []
    }
    guard let place = places.randomElement(using: &random) else {
      input += word
      return
    }
    switch random.below(6) {
    case 0: input.removeSubrange(place)
    case 1: input.insert(contentsOf: word, at: place.lowerBound)
    case 2: input.insert(contentsOf: word + [0x20], at: place.lowerBound)
    case 3:
      if let second = places.randomElement(using: &random) {
        let (low, high) =
          place.lowerBound < second.lowerBound ? (place, second) : (second, place)
        if low.upperBound <= high.lowerBound {
          input = Array(
            input[..<low.lowerBound] + input[high] + input[low.upperBound..<high.lowerBound]
              + input[low] + input[high.upperBound...])
        }
      }
    default: input.replaceSubrange(place, with: word)
    }
  }

  /// Runs of letters, digits and `_`, and every other visible byte by itself.
  private static func words(of input: [UInt8]) -> [Range<Int>] {
    var places: [Range<Int>] = []
    var start = 0
    while start < input.count {
      var end = start + 1
      if isLetter(input[start]) {
        while end < input.count, isLetter(input[end]) { end += 1 }
      }
      if input[start] > 0x20 { places.append(start..<end) }
      start = end
    }
    return places
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == 0x5F || byte >= 0x80
  }
}
